extension Schema {
    /// What coachd itself decides and does. Others read it, and do not write it.
    static let ownTables = """
        -- One row an episode, from opening to resolution.
        CREATE TABLE finding (
          id            INTEGER PRIMARY KEY,
          kind          TEXT NOT NULL,
          rep_id        INTEGER NOT NULL REFERENCES person(id),
          account_id    INTEGER REFERENCES account(id),
          milestone_id  INTEGER REFERENCES milestone(id),
          activity_kind TEXT,
          days          INTEGER,
          planned       INTEGER,
          due           INTEGER,
          done          INTEGER,
          threads       INTEGER,
          backlog       INTEGER NOT NULL DEFAULT 0,
          opened_at     INTEGER NOT NULL,
          opened_on     TEXT NOT NULL,
          resolved_at   INTEGER,
          resolved_on   TEXT,
          resolved_by   TEXT,
          -- Whom a leader's finding is about.
          person_id     INTEGER REFERENCES person(id),
          -- The commitment, ask, promise or earlier finding that it is about.
          subject_id    INTEGER,
          -- The research topic.
          topic         TEXT,
          -- The account whose message is alike, and how much, of 100.
          other_account_id INTEGER REFERENCES account(id),
          percent       INTEGER,
          -- Its mentions to the rep that arrived or still may: how many, the first, the last. Triggers keep them.
          mentions      INTEGER NOT NULL DEFAULT 0,
          first_mention_on TEXT,
          last_mention_on TEXT,
          -- When the episode of the same before it was resolved.
          previous_on   TEXT
        ) STRICT;
        CREATE UNIQUE INDEX finding_open
          ON finding(rep_id, kind, ifnull(account_id, 0), ifnull(milestone_id, 0), ifnull(activity_kind, ''),
                     ifnull(person_id, 0), ifnull(subject_id, 0), ifnull(topic, ''))
          WHERE resolved_at IS NULL;
        CREATE INDEX finding_account ON finding(account_id, kind, resolved_on);
        -- What is open of an account, of whose episodes most have long ended.
        CREATE INDEX finding_account_open ON finding(account_id) WHERE resolved_at IS NULL AND account_id IS NOT NULL;
        CREATE INDEX finding_person ON finding(person_id) WHERE resolved_at IS NULL AND person_id IS NOT NULL;
        CREATE INDEX finding_resolved ON finding(rep_id, resolved_on) WHERE resolved_at IS NOT NULL;

        CREATE TABLE slot (
          id        INTEGER PRIMARY KEY,
          kind      TEXT NOT NULL,
          team_id   INTEGER REFERENCES team(id),
          person_id INTEGER REFERENCES person(id),
          on_date   TEXT NOT NULL,
          due_at    INTEGER NOT NULL,
          done_at   INTEGER NOT NULL,
          outcome   TEXT NOT NULL CHECK (\(oneOf("outcome", slotOutcomes)))
        ) STRICT;
        CREATE UNIQUE INDEX slot_key ON slot(kind, ifnull(team_id, 0), ifnull(person_id, 0), on_date);

        CREATE TABLE message (
          id          INTEGER PRIMARY KEY,
          kind        TEXT NOT NULL,
          slot_id     INTEGER REFERENCES slot(id),
          person_id   INTEGER REFERENCES person(id),
          team_id     INTEGER REFERENCES team(id),
          on_date     TEXT NOT NULL,
          composed_at INTEGER NOT NULL,
          text        TEXT NOT NULL,
          body        TEXT NOT NULL
        ) STRICT;
        CREATE INDEX message_person ON message(person_id, on_date);
        CREATE INDEX message_team ON message(team_id, on_date) WHERE team_id IS NOT NULL;

        CREATE TABLE message_item (
          id         INTEGER PRIMARY KEY,
          message_id INTEGER NOT NULL REFERENCES message(id),
          position   INTEGER NOT NULL,
          finding_id INTEGER REFERENCES finding(id),
          kind       TEXT NOT NULL,
          account_id INTEGER REFERENCES account(id),
          state      TEXT NOT NULL CHECK (\(oneOf("state", itemStates))),
          rung       INTEGER,
          question   TEXT,
          on_date    TEXT NOT NULL,
          -- Said to the rep of the account, which is what the ladder counts; else it stood on an agenda.
          to_rep     INTEGER NOT NULL,
          -- The message never arrived, or the item was left out of it: it does not count as said.
          voided     INTEGER NOT NULL DEFAULT 0,
          -- Whom a leader's item is about.
          person_id  INTEGER REFERENCES person(id)
        ) STRICT;
        CREATE INDEX message_item_message ON message_item(message_id);
        CREATE INDEX message_item_account ON message_item(account_id, on_date);
        CREATE INDEX message_item_finding ON message_item(finding_id);
        -- What stood on an agenda, by account; what was said to reps is many times as much.
        CREATE INDEX message_item_agenda ON message_item(account_id, on_date) WHERE to_rep = 0 AND account_id IS NOT NULL;

        CREATE TABLE outbox (
          id              INTEGER PRIMARY KEY,
          message_id      INTEGER NOT NULL REFERENCES message(id),
          channel         TEXT NOT NULL,
          state           TEXT NOT NULL DEFAULT 'queued'
                          CHECK (\(oneOf("state", outboxStates))),
          -- The message and the channel: a second try to queue it there changes nothing.
          key             TEXT NOT NULL UNIQUE,
          -- By it a receiver knows a repeat; no other store's message has the same.
          token           TEXT NOT NULL DEFAULT (\(newToken)),
          not_before      INTEGER NOT NULL,
          next_attempt_at INTEGER NOT NULL,
          expires_at      INTEGER NOT NULL,
          attempts        INTEGER NOT NULL DEFAULT 0,
          -- Set once an attempt may have reached the server: from then on the message stays as it is.
          frozen          INTEGER NOT NULL DEFAULT 0,
          -- The platform refused the usual length.
          shortened       INTEGER NOT NULL DEFAULT 0,
          ended_at        INTEGER,
          reason          TEXT,
          -- What an attempt sent that may have arrived: a repeat sends the same.
          payload         BLOB,
          -- It goes here because the usual channel did not take it.
          is_fallback     INTEGER NOT NULL DEFAULT 0,
          -- It may have arrived and the channel does not repeat by itself: the operator decides.
          held            INTEGER NOT NULL DEFAULT 0,
          -- What keeps its order among itself: the person, or for a room the team, below zero.
          lane            INTEGER NOT NULL DEFAULT 0,
          -- The operator wants it tried now, whatever the channel's state.
          wanted          INTEGER NOT NULL DEFAULT 0,
          -- Of the body that the last attempt sent, where a repeat must be the same.
          fingerprint     INTEGER
        ) STRICT;
        CREATE INDEX outbox_message ON outbox(message_id);
        -- What is open is found by what it waits for: its turn in the channel, those before it in its lane, its end. What has ended
        -- costs nothing, however long the store is kept.
        CREATE INDEX outbox_due ON outbox(channel, next_attempt_at) WHERE ended_at IS NULL AND state = 'queued' AND held = 0;
        CREATE INDEX outbox_lane ON outbox(channel, lane) WHERE ended_at IS NULL AND held = 0;
        CREATE INDEX outbox_expiry ON outbox(expires_at) WHERE ended_at IS NULL;
        CREATE INDEX outbox_wanted ON outbox(channel) WHERE wanted = 1;

        CREATE TABLE attempt (
          id          INTEGER PRIMARY KEY,
          outbox_id   INTEGER NOT NULL REFERENCES outbox(id),
          at          INTEGER NOT NULL,
          verdict     TEXT NOT NULL,
          status      INTEGER,
          detail      TEXT,
          -- The platform's own id of the message.
          platform_id TEXT
        ) STRICT;
        CREATE INDEX attempt_outbox ON attempt(outbox_id);

        -- Who changed what, when and why; written by triggers. The author is set by coachd's own commands.
        CREATE TABLE history (
          id         INTEGER PRIMARY KEY,
          at         INTEGER NOT NULL,
          author     TEXT,
          reason     TEXT,
          account_id INTEGER,
          subject    TEXT NOT NULL,
          subject_id INTEGER NOT NULL,
          field      TEXT NOT NULL,
          old_value  TEXT,
          new_value  TEXT
        ) STRICT;
        CREATE INDEX history_account ON history(account_id, at);
        CREATE INDEX history_subject ON history(subject, subject_id);

        CREATE TABLE editor (
          id     INTEGER PRIMARY KEY CHECK (id = 1),
          name   TEXT NOT NULL,
          reason TEXT,
          at     INTEGER NOT NULL
        ) STRICT;

        -- What the engine has to look at again.
        CREATE TABLE changed_account (account_id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE changed_person (person_id INTEGER PRIMARY KEY) STRICT;
        -- Only the activity of the day changed.
        CREATE TABLE changed_day (person_id INTEGER PRIMARY KEY) STRICT;

        -- The local date that a person's findings were last evaluated for.
        CREATE TABLE evaluation (
          person_id INTEGER PRIMARY KEY,
          on_date   TEXT NOT NULL,
          -- When coachd first looked: what nobody could know earlier is counted from here.
          first_on  TEXT
        ) STRICT;

        -- Rows that INSERT OR REPLACE is about to remove without a delete trigger.
        CREATE TABLE replaced (
          subject TEXT NOT NULL,
          id      INTEGER NOT NULL,
          account_id INTEGER, person_id INTEGER, stakeholder_id INTEGER, milestone_id INTEGER,
          PRIMARY KEY (subject, id)
        ) STRICT, WITHOUT ROWID;

        -- Always one row; how triggers learn that a statement says OR REPLACE.
        CREATE TABLE key_taken (id INTEGER PRIMARY KEY, replaces INTEGER NOT NULL) STRICT;
        INSERT INTO key_taken VALUES (1, 0);

        -- What each cell of an imported row said last, as fingerprints: what people changed since is not undone by a file that
        -- says the same as before.
        CREATE TABLE imported (
          subject TEXT NOT NULL,
          row_id  INTEGER NOT NULL,
          cells   BLOB NOT NULL,
          PRIMARY KEY (subject, row_id)
        ) STRICT, WITHOUT ROWID;

        -- A colleague who was proposed for an ask.
        CREATE TABLE ask_match (
          id        INTEGER PRIMARY KEY,
          ask_id    INTEGER NOT NULL REFERENCES ask(id),
          helper_id INTEGER NOT NULL REFERENCES person(id),
          on_date   TEXT NOT NULL CHECK (date(on_date, '+0 days') IS on_date),
          UNIQUE (ask_id, helper_id)
        ) STRICT;
        CREATE INDEX ask_match_helper ON ask_match(helper_id, on_date);

        -- Kinds of findings that a team's leader wants no more messages about.
        CREATE TABLE quieted (
          id      INTEGER PRIMARY KEY,
          kind    TEXT NOT NULL CHECK (trim(kind) <> ''),
          team_id INTEGER NOT NULL REFERENCES team(id),
          at      INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (at BETWEEN 0 AND 32503680000),
          UNIQUE (team_id, kind)
        ) STRICT;

        -- Where the last look for what people wrote ended: of one person, or under no handle of all.
        CREATE TABLE listening (
          channel  TEXT NOT NULL,
          listener TEXT NOT NULL,
          handle   TEXT NOT NULL,
          position TEXT NOT NULL,
          PRIMARY KEY (channel, listener, handle)
        ) STRICT, WITHOUT ROWID;

        -- Channels from which nothing is heard for now, and why.
        CREATE TABLE deaf (channel TEXT PRIMARY KEY, reason TEXT NOT NULL, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        -- What people wrote to coachd in chat, and what it answered.
        CREATE TABLE reply (
          id          INTEGER PRIMARY KEY,
          channel     TEXT NOT NULL,
          -- The platform's own id.
          external_id TEXT NOT NULL,
          -- The writer's id on the platform, and the name that he has there.
          sender      TEXT NOT NULL,
          name        TEXT NOT NULL,
          -- NULL where nobody in the store is known by that id.
          person_id   INTEGER,
          text        TEXT NOT NULL,
          -- What it was read as, where it completes what was written before it.
          read_as     TEXT,
          written_at  INTEGER NOT NULL,
          heard_at    INTEGER NOT NULL,
          answer      TEXT,
          -- What takes back the acts that were understood, as JSON.
          undo        TEXT,
          undone_at   INTEGER,
          UNIQUE (channel, external_id)
        ) STRICT;
        CREATE INDEX reply_person ON reply(person_id, written_at);
        """

    static let newToken = "lower(hex(randomblob(12)))"
    static let slotOutcomes = ["sent", "late", "nothing to say", "skipped"]
    static let itemStates = ["new", "still", "back", "thanks", "rotation"]
    static let outboxStates = ["queued", "sending", "delivered", "refused", "expired", "answered", "dropped"]
}
