"""The platforms' own clients, each asked to say what coachd said.

`send_…` gets coachd's request and the settings of the channel, and fails where the client does not find its
message delivered. `judge_…` has the client's models judge a body, and fails where they do not know it or give it
back changed. Each client is imported where it is used: one that is not installed is in nobody's way.
"""

import asyncio
import datetime
import json
import os
import re
import ssl
import unittest.mock


def same(given, back):
    assert back == given, f"the client's model makes {back} of {given}"


# Slack


def slack_blocks(body):
    from slack_sdk.models.blocks import Block

    blocks = Block.parse_all(body["blocks"])
    for block in blocks:
        block.validate_json()
    return blocks


def judge_slack(body):
    same(body["blocks"], [block.to_dict() for block in slack_blocks(body)])


def send_slack(ours, channel):
    from slack_sdk.webhook import WebhookClient

    body = ours.fields
    answer = WebhookClient(channel.url).send(
        text=body["text"], blocks=slack_blocks(body),
        unfurl_links=body["unfurl_links"], unfurl_media=body["unfurl_media"])
    assert answer.status_code == 200 and answer.body == "ok"


def send_slack_bot(ours, channel):
    from slack_sdk import WebClient
    from slack_sdk.models.metadata import Metadata

    body = ours.fields
    answer = WebClient(channel.token).chat_postMessage(
        channel=channel.channel, text=body["text"], blocks=slack_blocks(body), metadata=Metadata(**body["metadata"]),
        unfurl_links=body["unfurl_links"], unfurl_media=body["unfurl_media"])
    assert answer["ok"] and answer["ts"]


# Microsoft Teams


def judge_teams(body):
    """By the library's models, and by Microsoft's schema, which comes with it and knows no word of Teams' own."""
    import adaptive_cards
    import jsonschema
    from adaptive_cards.card import AdaptiveCard
    from adaptive_cards.validation import CardValidatorFactory

    card = {name: value for name, value in body["attachments"][0]["content"].items() if name != "msteams"}
    validator = CardValidatorFactory.create_validator_microsoft_teams()
    validator.validate(AdaptiveCard.model_validate(card), debug=False)
    assert not validator.details(), validator.details()
    with open(os.path.join(adaptive_cards.__path__[0], "schemas", "schema-1.4.json"), encoding="utf-8") as file:
        jsonschema.Draft6Validator(json.load(file)).validate(card)


def send_teams(ours, channel):
    from adaptive_cards.card import AdaptiveCard
    from adaptive_cards.client import TeamsClient

    card = AdaptiveCard.model_validate(ours.fields["attachments"][0]["content"])
    assert TeamsClient(channel.url).send(card).status_code == 202


# Discord


def discord_embeds(body):
    import discord

    embeds = [discord.Embed.from_dict(embed) for embed in body["embeds"]]
    assert len(embeds) <= 10 and sum(map(len, embeds)) <= 6000
    return embeds


def judge_discord(body):
    for given, embed in zip(body["embeds"], discord_embeds(body)):
        same(given, {name: value for name, value in embed.to_dict().items() if name in given or value})


def send_discord(ours, channel):
    import discord

    message = discord.SyncWebhook.from_url(channel.url).send(
        embeds=discord_embeds(ours.fields), allowed_mentions=discord.AllowedMentions.none(), wait=True)
    assert message.id and message.channel.id
    # Discord turns other agents away.
    assert re.fullmatch(r"DiscordBot \(https://\S+, [\d.]+\)", ours.headers["user-agent"]), ours.headers["user-agent"]


def send_discord_bot(ours, channel):
    import discord

    async def send():
        async with discord.Client(intents=discord.Intents.none(), proxy=os.environ["HTTPS_PROXY"]) as client:
            await client.http.static_login(channel.token)
            return await client.get_partial_messageable(int(channel.channel)).send(
                embeds=discord_embeds(ours.fields), allowed_mentions=discord.AllowedMentions.none(),
                nonce=ours.fields["nonce"])

    assert asyncio.run(send()).id
    assert len(ours.fields["nonce"]) <= 25, ours.fields
    assert re.fullmatch(r"DiscordBot \(https://\S+, [\d.]+\)", ours.headers["user-agent"]), ours.headers["user-agent"]


# Google Chat


def google_message(body):
    from google.apps.chat_v1 import Message

    return Message.from_json(json.dumps(body))


def judge_google(body):
    from google.apps.chat_v1 import Message
    from google.protobuf.json_format import MessageToDict

    same(body, MessageToDict(Message.pb(google_message(body))))


def send_google(ours, channel):
    from google.apps import chat_v1
    from google.auth.credentials import AnonymousCredentials

    client = chat_v1.ChatServiceClient(credentials=AnonymousCredentials(), transport="rest")
    request = chat_v1.CreateMessageRequest(
        parent="spaces/AAAA", message=google_message(ours.fields),
        message_reply_option="REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD")
    assert client.create_message(request=request).name == "spaces/AAAA/messages/BBBB"
    assert ours.query["messageReplyOption"] == "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD", ours.query


# Bots


def send_zulip(ours, channel):
    import zulip

    client = zulip.Client(
        email=channel.email, api_key=channel.key, site=channel.server, cert_bundle=os.environ["SSL_CERT_FILE"])
    if hasattr(channel, "channel"):
        target = {"type": "stream", "to": channel.channel, "topic": "coachd"}
    else:
        target = {"type": "direct", "to": [channel.person]}
    answer = client.send_message(target | {"content": ours.fields["content"]})
    assert answer["result"] == "success", answer


def send_telegram(ours, channel):
    import telegram

    async def send():
        async with telegram.Bot(channel.token) as bot:
            return await bot.send_message(
                chat_id=channel.chat, text=ours.fields["text"], parse_mode=telegram.constants.ParseMode.HTML,
                link_preview_options=telegram.LinkPreviewOptions(is_disabled=True))

    assert asyncio.run(send()).message_id == 42


def judge_matrix(body):
    import nio

    envelope = {"event_id": "$event", "sender": "@coach:example.com", "origin_server_ts": 1764160000000}
    event = nio.Event.parse_event(envelope | {"type": "m.room.message", "content": body})
    assert isinstance(event, nio.RoomMessageText), event
    same((body["body"], body["format"], body["formatted_body"]), (event.body, event.format, event.formatted_body))


def send_matrix(ours, channel):
    import nio

    content = {
        "msgtype": "m.text", "body": ours.fields["body"], "m.mentions": {},
        "format": "org.matrix.custom.html", "formatted_body": ours.fields["formatted_body"],
    }

    async def send():
        client = nio.AsyncClient(channel.server, ssl=ssl.create_default_context(), proxy=os.environ["HTTPS_PROXY"])
        client.access_token = channel.token
        transaction = ours.path.rpartition("/")[2]
        try:
            return await client.room_send(channel.room, "m.room.message", content, tx_id=transaction)
        finally:
            await client.close()

    answer = asyncio.run(send())
    assert isinstance(answer, nio.RoomSendResponse) and answer.event_id == "$event", answer


def send_webex(ours, channel):
    from webexpythonsdk import WebexAPI

    target = {"roomId": channel.room} if hasattr(channel, "room") else {"toPersonEmail": channel.person}
    message = WebexAPI(access_token=channel.token).messages.create(**target, markdown=ours.fields["markdown"])
    assert message.id == "webex-message"


def judge_line(body):
    from linebot.v3.messaging import PushMessageRequest

    back = PushMessageRequest.from_dict(body).to_dict()
    same(body, {name: back[name] for name in body})


def send_line(ours, channel):
    from linebot.v3 import messaging

    configuration = messaging.Configuration(access_token=channel.token, ssl_ca_cert=os.environ["SSL_CERT_FILE"])
    configuration.proxy = os.environ["HTTPS_PROXY"]
    texts = [messaging.TextMessage(text=message["text"]) for message in ours.fields["messages"]]
    with messaging.ApiClient(configuration) as client:
        answer = messaging.MessagingApi(client).push_message(
            messaging.PushMessageRequest(to=channel.room, messages=texts),
            x_line_retry_key=ours.headers["x-line-retry-key"])
    assert answer.sent_messages[0].id == "461230966842064897"


def send_nextcloud(ours, channel):
    from nc_py_api import Nextcloud

    cloud = Nextcloud(
        nextcloud_url=channel.server, nc_auth_user=channel.user, nc_auth_pass=channel.password,
        nc_cert=os.environ["SSL_CERT_FILE"])
    assert cloud.talk.send_message(ours.fields["message"], channel.room).message_id == 7
    assert ours.headers["accept"] == "application/json", ours.headers
    assert re.fullmatch("[0-9a-f]{64}", ours.fields["referenceId"]), ours.fields


# Webhooks of rooms


def send_feishu(ours, channel):
    from pylgb.bot import _abstract, post

    text = next(iter(ours.fields["content"]["post"].values()))
    # It signs for the present instant, which is to be that of coachd's request.
    with unittest.mock.patch.object(_abstract, "time", lambda: int(ours.fields["timestamp"])):
        answer = post.PostBot(channel.url, channel.secret).send(text["title"], text["content"])
    assert answer["code"] == 0


def send_dingtalk(ours, channel):
    from dingtalkchatbot.chatbot import DingtalkChatbot

    # It signs for the present instant, which is to be that of coachd's request.
    with unittest.mock.patch("time.time", lambda: int(ours.query["timestamp"]) / 1000):
        answer = DingtalkChatbot(channel.url, channel.secret).send_markdown(**ours.fields["markdown"])
    assert answer["errcode"] == 0


def send_wecom(ours, channel):
    from pywgb.bot import MarkdownBot

    assert MarkdownBot(channel.url).send(ours.fields["markdown"]["content"])["errcode"] == 0


def by_apprise(address, body, title=""):
    import apprise

    client = apprise.Apprise()
    assert client.add(address), f"Apprise does not know {address}"
    assert client.notify(body=body, title=title)


def send_mattermost(ours, channel):
    by_apprise(channel.url.replace("https:", "mmosts:").replace("/hooks/", "/") + "?image=no", ours.fields["text"])


def send_mattermost_bot(ours, channel):
    # A "+" is for an id.
    by_apprise(
        f"mmosts://mattermost.example.com/{channel.token}?mode=bot&channel=%2B{channel.channel}&image=no",
        ours.fields["message"])
    assert ours.fields["pending_post_id"], ours.fields


def send_rocketchat(ours, channel):
    keys = channel.url.partition("/hooks/")[2]
    by_apprise(f"rockets://{keys}@rocket.example.com/?mode=webhook&avatar=no", ours.fields["text"])


def send_ntfy(ours, channel):
    body = ours.fields
    by_apprise(f"ntfys://{channel.token}@ntfy.example.com/{channel.topic}?image=no", body["message"], body["title"])


def send_webhook(ours, channel):
    """The library is the receiver's: it verifies what arrives, by either secret, and signs what a client would send."""
    import requests
    from standardwebhooks import Webhook

    secrets = [Webhook(channel.secret), Webhook(channel.old_secret)]
    for secret in secrets:
        same(ours.fields, secret.verify(ours.body, ours.headers))
    name, seconds = ours.headers["webhook-id"], ours.headers["webhook-timestamp"]
    instant = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)
    signatures = [secret.sign(name, instant, ours.body.decode()) for secret in secrets]
    headers = {"webhook-id": name, "webhook-timestamp": seconds, "webhook-signature": " ".join(signatures)}
    requests.post(channel.url, json=ours.fields, headers=headers, timeout=20).raise_for_status()
