/// The configuration in which every setting stands, commented out, at its default. `config/coachd.toml` is the same text.
package enum SampleConfiguration {
    /// The same for a new directory: the store lies beside the file, wherever coachd is called from.
    package static var forNewDirectory: String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#store = ") ? $0.dropFirst() : $0 }.joined(separator: "\n")
    }

    package static let text = """
        # coachd's configuration (TOML). Every setting is here, commented out at its default: an empty file is a valid one, and
        # everything is then said on the console. `coachd check` shows what follows from it.
        #
        # People, teams and accounts live in the store (see `coachd import`); this file says how coachd behaves and where it speaks.

        # The SQLite file that coachd watches. A path here is relative to this file; without one it is coachd.db in the working
        # directory.
        #store = "coachd.db"

        # The time zone of whoever has none: person > team > this. A name of the IANA database.
        #timezone = "UTC"

        # Working time of whoever has none in the store.
        [work]
        #days = ["mon", "tue", "wed", "thu", "fri"]
        # Nothing is delivered outside the working hours, and the day's plan is measured by them.
        #hours = "09:00-17:30"
        # Days off for all: dates, and .ics files as calendars export them (all-day events, once or every year).
        #holidays = []

        # The morning agenda for the leader, in the team's zone, on the leader's working days.
        [huddle]
        #at = "08:40"
        # Missed by downtime, it is posted late until then, and after that skipped.
        #late_until = "11:00"

        # What a rep hears, in the rep's zone.
        [nudges]
        # The plan of the day; never before the working hours begin.
        #morning = "09:00"
        # Sent only when activity is missing or something is new.
        #afternoon = "14:30"
        # Missed by downtime, they are sent late until then, and after that skipped.
        #late_until = "17:00"
        # How many accounts a message usually takes up, 1 to 5. Milestones that are near and holds that ended are of today only: with
        # them it takes up to 5, whatever stands here. More is noise.
        #items = 3

        # The numbers of the rules. A milestone's or an account's own number in the store goes before these.
        [thresholds]
        # Working days without a touch until an account is quiet: one question, once.
        #quiet = 5
        # Working days without a touch until it is stalled.
        #stalled = 10
        # A dated next step pauses both while it lies at most so many working days after the last touch.
        #next_step_pause = 15
        # Working days before its date from which a milestone that nothing serves yet is near.
        #milestone_near = 3
        # Roles that a project needs in live contact once its first milestone is done.
        #live_threads = 3
        # Calendar days that a two-way touch keeps a role live.
        #thread_days = 30
        # Of 100: from how much two own messages of a list are generic. Case, punctuation and names do not count.
        #alike = 80
        # Active accounts below which a list is short; 0 says nothing.
        #list_short = 20
        # Of 100 touches of the last 20 working days: from which share on those off the list are asked about; 0 says nothing.
        #off_list = 30

        # Working days until an account is stalled while a milestone of this title is the open one due first.
        [thresholds.milestones]
        # "Proposal sent" = 5

        # The language of messages, and their coaching questions. A team or a person may have another language than the file's.
        [questions]
        # "en" or "de": the built-in questions, also in questions.en.txt and questions.de.txt and from `coachd check
        # --print-questions en`.
        #language = "en"
        # Files with questions of your own, written as those: `add` are asked besides the others, `replace` in the place of all of
        # the same [reason]. A question is asked only where its facts in braces are known.
        #add = []
        #replace = []

        # What should be known about an account, in the order in which it is asked for, one gap at a time. A topic is known when a
        # research_item of the store has it; stakeholders, priority (a trigger), insight and own message also by the account itself.
        [research]
        #topics = ["business", "priority", "stakeholders", "current solution", "pain and its cost", "decision process", "our insight", "own message"]

        # What a milestone of this title needs to be known first, while it is the open one due first.
        [research.before]
        # "CFO met" = ["decision process"]

        # What a leader hears about leading: the support that is owed, in private, after the huddle.
        [leader]
        # Working days since the last coaching talk with a rep.
        #coaching_rep = 5
        # Working days since an account was last looked at together, in a talk or in a huddle.
        #coaching_account = 20
        # Working days for which a rep who did right things heard nothing.
        #highlight = 5
        # Working days after which a promise without a date is asked about.
        #promise = 5

        # The line about the support that was given, once a week, in the leader's zone. On a day off it comes on the working day before.
        [weekly]
        #day = "fri"
        #at = "16:00"

        # Where coachd speaks. A channel has any name, a type and what the type needs:
        #   console     prints (the default for everything)
        #   file        appends JSON Lines: path
        #   email       mail by your own mail server: server ("smtps://mail.example.com" or "smtp://…:587"), from, user, password;
        #               to (the address of a team's list, for what is said to a whole team), unsubscribe (a mailbox for those
        #               who want no more), tls = "required" (or "none"; a server on this machine needs none)
        #   webhook     a signed POST of your own (Standard Webhooks): url, secret, and old_secret while you change it
        # Webhooks, each of which is one room:
        #   slack, teams (Workflows), discord, googlechat, mattermost, rocketchat, wecom: url
        #   feishu, lark, dingtalk: url, and secret where the robot asks for a signature
        # Bots. With the setting in brackets a bot writes into that one room; without it, to each person alone, by the id that the
        # person has there (`coachd person handle`): slack-bot the member's id (U012AB3CD), telegram a number, ntfy a topic, line the user's
        # id, these the room of the two: matrix "!id:example.com", nextcloud and discord-bot what stands last in its address,
        # mattermost-bot the id that its info shows; zulip and webex know people by their e-mail as well:
        #   slack-bot       an app's bot with the scope chat:write: token, [channel = "C0123ABCD"]
        #   mattermost-bot  a bot account: server, token, [channel] (the id that its info shows)
        #   discord-bot     an app's bot on a server of yours: token, [channel] (its id, which copying its link shows last)
        #   zulip           server, email, key, [channel = "sales"] with topic = "coachd"
        #   telegram        token, [chat = -1001234567890]; server for a Bot API server of your own
        #   matrix          a user of its own, rooms without encryption: server, token, [room = "!id:example.com"]
        #   webex           token, [room]
        #   ntfy            [topic = "…"]; server (default "https://ntfy.sh"), token where the topic needs one
        #   nextcloud       Talk, a user of its own: server, user, password (an app password), [room] (the token in its address)
        #   line            token, [room] (the id of a group)
        # token, key, password, url and secret are secrets: server = "https://…", email and user are plain texts.
        # Secrets are references: { file = "…" } (mode 0600), { env = "…" } or { credential = "…" } (systemd's LoadCredential=).
        # Any channel may have: rate = "50/s" (the platform's own pace by default; webhook, email, console and file have none),
        # timeout = "30s" (for the whole answer; email: "60s"), ca_file = "…" (a private authority), shared = true (see [routes]),
        # on_ambiguous = "repeat" or "hold": what to do when a message may have arrived and the platform cannot tell a repeat. It is
        # sent again, marked as a possible repeat, or waits for `coachd outbox retry` or `drop`.
        # A bot that writes to each person alone may have replies = true: what people write to it there is fetched (no port is opened),
        # done in their name and answered ("called Globex with Petra: the audit first"; they write help). So telegram, matrix, zulip,
        # slack-bot (with the scopes im:history and im:write too), mattermost-bot, discord-bot, webex and nextcloud. And email, where
        # people answer coachd's mails: imap = "imaps://mail.example.com" (or "imap://…"), mailbox = "INBOX", and where the mailbox has
        # others than the server: imap_user, imap_password. Only answers to coachd's own mails are taken, from those to whom they went, and
        # none is marked as read.
        #
        # [channels.leads]
        # type = "slack"
        # url = { file = "slack-leads.url" }
        #
        # [channels.reps]
        # type = "webhook"
        # url = { env = "COACHD_REPS_URL" }
        # secret = { credential = "reps-secret" }
        #
        # [channels.mail]
        # type = "email"
        # server = "smtps://mail.example.com"
        # from = "coachd@example.com"
        # user = "coachd@example.com"
        # password = { file = "mail.password" }

        # Which channel leads to whom: leader = agendas, rep = nudges, team = praise and focus for the team's own room,
        # fallback = where a message goes when its channel refuses it for good, takes nothing for five tries and ten minutes, or may
        # not be asked again before the message's time is over.
        # What a rep hears is private: a webhook of a chat platform and a bot's room are one room, so they serve one person; and an
        # agenda names gaps, so it does not go to the team's own room. Unless the channel says shared = true.
        # [routes]
        # leader = "leads"
        # rep = "reps"
        # team = "room"
        # fallback = "mail"

        # For one team: any of the tables above but channels …
        # [teams."Team North"]
        # routes = { leader = "north-leads", team = "north-room" }
        # huddle.at = "09:10"
        #
        # … for one person: work, nudges, questions, thresholds, research, timezone, and routes (rep, fallback, leader). What goes
        # first: the person here, the person's row in the store, the team here, the team's row, the top of the file, the default.
        # [people."ana@example.com"]
        # routes = { rep = "ana-webhook" }
        # timezone = "Europe/Lisbon"

        """
}
