extension Schema {
    /// Brings the tables of version 1 to version 2; triggers and views are made anew with every upgrade.
    static let upgradeToVersion2 = """
        ALTER TABLE finding ADD COLUMN person_id INTEGER REFERENCES person(id);
        ALTER TABLE finding ADD COLUMN subject_id INTEGER;
        ALTER TABLE finding ADD COLUMN topic TEXT;
        ALTER TABLE finding ADD COLUMN other_account_id INTEGER REFERENCES account(id);
        ALTER TABLE finding ADD COLUMN percent INTEGER;
        DROP INDEX activity_person;
        CREATE INDEX activity_person ON activity(person_id, occurred_at, touch, account_id, kind);
        DROP INDEX finding_open;
        CREATE UNIQUE INDEX finding_open
          ON finding(rep_id, kind, ifnull(account_id, 0), ifnull(milestone_id, 0), ifnull(activity_kind, ''),
                     ifnull(person_id, 0), ifnull(subject_id, 0), ifnull(topic, ''))
          WHERE resolved_at IS NULL;
        ALTER TABLE message_item ADD COLUMN person_id INTEGER REFERENCES person(id);
        ALTER TABLE outbox ADD COLUMN payload BLOB;
        ALTER TABLE outbox ADD COLUMN is_fallback INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN lane INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0;
        UPDATE outbox SET lane = (SELECT ifnull(person_id, -team_id) FROM message m WHERE m.id = message_id)
        WHERE ended_at IS NULL AND EXISTS
          (SELECT 1 FROM message m WHERE m.id = message_id AND ifnull(person_id, team_id) IS NOT NULL);
        DROP INDEX outbox_open;
        CREATE INDEX outbox_due ON outbox(channel, next_attempt_at) WHERE ended_at IS NULL AND state = 'queued' AND held = 0;
        CREATE INDEX outbox_lane ON outbox(channel, lane) WHERE ended_at IS NULL AND held = 0;
        CREATE INDEX outbox_expiry ON outbox(expires_at) WHERE ended_at IS NULL;
        CREATE INDEX outbox_wanted ON outbox(channel) WHERE wanted = 1;
        ALTER TABLE attempt ADD COLUMN platform_id TEXT;
        ALTER TABLE evaluation ADD COLUMN first_on TEXT;
        UPDATE evaluation SET first_on = on_date;

        -- Good work that was recognised, by the agenda or by the leader himself.
        CREATE TABLE highlight (
          id         INTEGER PRIMARY KEY,
          rep_id     INTEGER NOT NULL REFERENCES person(id),
          account_id INTEGER REFERENCES account(id),
          kind       TEXT NOT NULL CHECK (trim(kind) <> ''),
          on_date    TEXT NOT NULL CHECK (date(on_date, '+0 days') IS on_date),
          -- The leader who said it; NULL where the agenda did.
          leader_id  INTEGER REFERENCES person(id),
          note       TEXT
        ) STRICT;
        CREATE INDEX highlight_rep ON highlight(rep_id, on_date);

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

        -- Who a person is on a chat platform, by the channel type: a user id, a room of his own, an address.
        CREATE TABLE handle (
          id        INTEGER PRIMARY KEY,
          person_id INTEGER NOT NULL REFERENCES person(id),
          platform  TEXT NOT NULL CHECK (trim(platform) <> ''),
          value     TEXT NOT NULL CHECK (trim(value) <> ''),
          UNIQUE (person_id, platform)
        ) STRICT;

        CREATE INDEX message_team ON message(team_id, on_date) WHERE team_id IS NOT NULL;
        CREATE INDEX coaching_note_account ON coaching_note(account_id, at) WHERE account_id IS NOT NULL;
        CREATE INDEX finding_person ON finding(person_id) WHERE resolved_at IS NULL AND person_id IS NOT NULL;
        """
}
