import Coaching

extension Schema {
    /// Timestamps are UTC seconds, dates ISO text, zones IANA names. Rows that come from other systems keep their
    /// `source` and `external_id`. `date(x)` alone lets 2026-02-30 pass; a modifier makes SQLite work it out. Columns under "derived" are kept by the triggers, whoever writes: leave them out.
    static let tables = """
        CREATE TABLE team (
          id          INTEGER PRIMARY KEY,
          source      TEXT,
          external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          name        TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
          time_zone   TEXT,
          leader_id   INTEGER REFERENCES person(id),
          deputy_id   INTEGER REFERENCES person(id),
          aim         TEXT,
          UNIQUE (external_id, source)
        ) STRICT;

        CREATE TABLE person (
          id          INTEGER PRIMARY KEY,
          source      TEXT,
          external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          email       TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (email LIKE '%_@_%'),
          name        TEXT NOT NULL CHECK (trim(name) <> ''),
          role        TEXT NOT NULL DEFAULT 'rep' CHECK (\(oneOf("role", PersonRole.allCases.map(\.rawValue)))),
          team_id     INTEGER REFERENCES team(id),
          time_zone   TEXT,
          workdays    TEXT,
          hours       TEXT,
          left_on     TEXT CHECK (date(left_on, '+0 days') IS left_on),
          UNIQUE (external_id, source)
        ) STRICT;
        CREATE INDEX person_team ON person(team_id);

        CREATE TABLE away (
          id        INTEGER PRIMARY KEY,
          person_id INTEGER NOT NULL REFERENCES person(id),
          from_on   TEXT NOT NULL CHECK (date(from_on, '+0 days') IS from_on),
          until_on  TEXT NOT NULL CHECK (date(until_on, '+0 days') IS until_on),
          reason    TEXT,
          UNIQUE (person_id, from_on),
          CHECK (until_on >= from_on)
        ) STRICT;

        -- Who a person is on a chat platform, by the channel type: a user id, a room of his own, an address.
        CREATE TABLE handle (
          id        INTEGER PRIMARY KEY,
          person_id INTEGER NOT NULL REFERENCES person(id),
          platform  TEXT NOT NULL CHECK (trim(platform) <> ''),
          value     TEXT NOT NULL CHECK (trim(value) <> ''),
          UNIQUE (person_id, platform)
        ) STRICT;

        -- For everybody, for a team, or for a person.
        CREATE TABLE holiday (
          id        INTEGER PRIMARY KEY,
          on_date   TEXT NOT NULL CHECK (date(on_date, '+0 days') IS on_date),
          team_id   INTEGER REFERENCES team(id),
          person_id INTEGER REFERENCES person(id),
          name      TEXT
        ) STRICT;
        CREATE UNIQUE INDEX holiday_key ON holiday(on_date, ifnull(team_id, 0), ifnull(person_id, 0));

        -- The right activities of a rep's working day; the kind 'touch' counts every touch kind.
        CREATE TABLE plan (
          id     INTEGER PRIMARY KEY,
          rep_id INTEGER NOT NULL REFERENCES person(id),
          kind   TEXT NOT NULL CHECK (\(oneOf("kind", PlanKind.allNames))),
          count  INTEGER NOT NULL CHECK (count >= 0),
          UNIQUE (rep_id, kind)
        ) STRICT;

        CREATE TABLE account (
          id            INTEGER PRIMARY KEY,
          source        TEXT,
          external_id   TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          rep_id        INTEGER REFERENCES person(id),
          name          TEXT NOT NULL CHECK (trim(name) <> ''),
          rank          INTEGER CHECK (rank >= 1),
          industry      TEXT,
          status        TEXT NOT NULL DEFAULT 'active' CHECK (\(oneOf("status", AccountStatus.allCases.map(\.rawValue)))),
          status_reason TEXT,
          selected_on   TEXT NOT NULL DEFAULT (date('now')) CHECK (date(selected_on, '+0 days') IS selected_on),
          fit_note      TEXT,
          inner_circle  INTEGER NOT NULL DEFAULT 0 CHECK (inner_circle IN (0, 1)),
          stall_after   INTEGER CHECK (stall_after >= 1),
          next_step     TEXT,
          next_step_on  TEXT CHECK (date(next_step_on, '+0 days') IS next_step_on),
          next_step_owner TEXT,
          own_message   TEXT,
          insight       TEXT,
          trigger_event TEXT,
          -- derived
          last_touch_at INTEGER,
          UNIQUE (external_id, source)
        ) STRICT;
        CREATE INDEX account_rep ON account(rep_id, status);

        CREATE TABLE stakeholder (
          id          INTEGER PRIMARY KEY,
          source      TEXT,
          external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          account_id  INTEGER NOT NULL REFERENCES account(id),
          name        TEXT NOT NULL,
          role        TEXT CHECK (\(oneOf("role", StakeholderRole.allCases.map(\.rawValue)))),
          email       TEXT,
          -- derived
          last_two_way_at INTEGER,
          UNIQUE (external_id, source)
        ) STRICT;
        CREATE INDEX stakeholder_account ON stakeholder(account_id);

        CREATE TABLE milestone (
          id          INTEGER PRIMARY KEY,
          source      TEXT,
          external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          account_id  INTEGER NOT NULL REFERENCES account(id),
          title       TEXT NOT NULL CHECK (trim(title) <> ''),
          due_on      TEXT CHECK (date(due_on, '+0 days') IS due_on),
          done_on     TEXT CHECK (date(done_on, '+0 days') IS done_on),
          skipped_on  TEXT CHECK (date(skipped_on, '+0 days') IS skipped_on),
          skip_reason TEXT,
          -- derived
          first_activity_at INTEGER,
          UNIQUE (external_id, source),
          CHECK (skipped_on IS NULL OR ifnull(trim(skip_reason), '') <> '')
        ) STRICT;
        CREATE INDEX milestone_account ON milestone(account_id);

        -- A hold lasts from its first through its last date.
        CREATE TABLE hold (
          id         INTEGER PRIMARY KEY,
          account_id INTEGER NOT NULL REFERENCES account(id),
          from_on    TEXT NOT NULL DEFAULT (date('now')) CHECK (date(from_on, '+0 days') IS from_on),
          until_on   TEXT NOT NULL CHECK (date(until_on, '+0 days') IS until_on),
          reason     TEXT NOT NULL CHECK (trim(reason) <> ''),
          UNIQUE (account_id, from_on),
          CHECK (until_on >= from_on)
        ) STRICT;

        CREATE TABLE activity (
          id             INTEGER PRIMARY KEY,
          source         TEXT,
          external_id    TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          person_id      INTEGER NOT NULL REFERENCES person(id),
          account_id     INTEGER REFERENCES account(id),
          kind           TEXT NOT NULL CHECK (\(oneOf("kind", ActivityKind.allCases.map(\.rawValue)))),
          occurred_at    INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (occurred_at BETWEEN 0 AND 32503680000),
          direction      TEXT CHECK (direction IN ('out', 'two-way')),
          stakeholder_id INTEGER REFERENCES stakeholder(id),
          milestone_id   INTEGER REFERENCES milestone(id),
          note           TEXT,
          touch          INTEGER NOT NULL GENERATED ALWAYS AS (\(oneOf("kind", touchKinds))) VIRTUAL
        ) STRICT;

        -- Who else of the customer took part in an activity, beside its `stakeholder_id`.
        CREATE TABLE attendee (
          id             INTEGER PRIMARY KEY,
          activity_id    INTEGER NOT NULL REFERENCES activity(id),
          stakeholder_id INTEGER NOT NULL REFERENCES stakeholder(id),
          UNIQUE (activity_id, stakeholder_id)
        ) STRICT;
        CREATE INDEX attendee_stakeholder ON attendee(stakeholder_id);

        CREATE TABLE commitment (
          id          INTEGER PRIMARY KEY,
          source      TEXT,
          external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          rep_id      INTEGER NOT NULL REFERENCES person(id),
          account_id  INTEGER REFERENCES account(id),
          text        TEXT NOT NULL CHECK (trim(text) <> ''),
          due_on      TEXT NOT NULL CHECK (date(due_on, '+0 days') IS due_on),
          made_at     INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (made_at BETWEEN 0 AND 32503680000),
          moved       INTEGER NOT NULL DEFAULT 0,
          kept_at     INTEGER CHECK (kept_at BETWEEN 0 AND 32503680000),
          dropped_at  INTEGER CHECK (dropped_at BETWEEN 0 AND 32503680000),
          UNIQUE (external_id, source)
        ) STRICT;
        CREATE INDEX commitment_rep ON commitment(rep_id, due_on);

        CREATE TABLE ask (
          id          INTEGER PRIMARY KEY,
          source      TEXT,
          external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
          rep_id      INTEGER NOT NULL REFERENCES person(id),
          account_id  INTEGER REFERENCES account(id),
          text        TEXT NOT NULL CHECK (trim(text) <> ''),
          asked_at    INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (asked_at BETWEEN 0 AND 32503680000),
          answered_at INTEGER CHECK (answered_at BETWEEN 0 AND 32503680000),
          answered_by INTEGER REFERENCES person(id),
          answer      TEXT,
          UNIQUE (external_id, source)
        ) STRICT;
        CREATE INDEX ask_rep ON ask(rep_id, asked_at);

        -- A coaching talk with a rep, or the leader's support of an account. Private to leader and rep.
        CREATE TABLE coaching_note (
          id         INTEGER PRIMARY KEY,
          leader_id  INTEGER NOT NULL REFERENCES person(id),
          rep_id     INTEGER NOT NULL REFERENCES person(id),
          account_id INTEGER REFERENCES account(id),
          kind       TEXT NOT NULL DEFAULT 'talk' CHECK (kind IN ('talk', 'support', 'one-to-one')),
          at         INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (at BETWEEN 0 AND 32503680000),
          note       TEXT
        ) STRICT;
        CREATE INDEX coaching_note_rep ON coaching_note(rep_id, at);
        CREATE INDEX coaching_note_account ON coaching_note(account_id, at) WHERE account_id IS NOT NULL;

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

        CREATE TABLE promise (
          id         INTEGER PRIMARY KEY,
          leader_id  INTEGER NOT NULL REFERENCES person(id),
          rep_id     INTEGER REFERENCES person(id),
          account_id INTEGER REFERENCES account(id),
          text       TEXT NOT NULL CHECK (trim(text) <> ''),
          due_on     TEXT CHECK (date(due_on, '+0 days') IS due_on),
          made_at    INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (made_at BETWEEN 0 AND 32503680000),
          kept_at    INTEGER CHECK (kept_at BETWEEN 0 AND 32503680000),
          dropped_at INTEGER CHECK (dropped_at BETWEEN 0 AND 32503680000)
        ) STRICT;
        CREATE INDEX promise_leader ON promise(leader_id);

        -- What is known about an account, by topic.
        CREATE TABLE research_item (
          id         INTEGER PRIMARY KEY,
          account_id INTEGER NOT NULL REFERENCES account(id),
          topic      TEXT NOT NULL CHECK (trim(topic) <> ''),
          answer     TEXT NOT NULL CHECK (trim(answer) <> ''),
          known_on   TEXT CHECK (date(known_on, '+0 days') IS known_on),
          UNIQUE (account_id, topic)
        ) STRICT;
        """

    /// The indexes of `activity`, apart from its table so that a first bulk import can build them sorted.
    static let activityIndexes = [
        "CREATE UNIQUE INDEX activity_key ON activity(external_id, source)",
        "CREATE INDEX activity_account ON activity(account_id, touch, occurred_at)",
        // With all that is asked of a rep's days, so that the rows themselves are not read for it.
        "CREATE INDEX activity_person ON activity(person_id, occurred_at, touch, account_id, kind)",
        """
        CREATE INDEX activity_stakeholder ON activity(stakeholder_id, direction, touch, occurred_at)
          WHERE stakeholder_id IS NOT NULL
        """,
        "CREATE INDEX activity_milestone ON activity(milestone_id, occurred_at) WHERE milestone_id IS NOT NULL",
    ]
}
