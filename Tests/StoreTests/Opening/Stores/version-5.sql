PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO team VALUES(1,NULL,NULL,'Team North','Europe/London',1,NULL,NULL);
CREATE TABLE person (
  id          INTEGER PRIMARY KEY,
  source      TEXT,
  external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
  email       TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (email LIKE '%_@_%'),
  name        TEXT NOT NULL CHECK (trim(name) <> ''),
  role        TEXT NOT NULL DEFAULT 'rep' CHECK (role = 'rep' OR role = 'leader' OR role = 'observer'),
  team_id     INTEGER REFERENCES team(id),
  time_zone   TEXT,
  workdays    TEXT,
  hours       TEXT,
  left_on     TEXT CHECK (date(left_on, '+0 days') IS left_on),
  UNIQUE (external_id, source)
) STRICT;
INSERT INTO person VALUES(1,NULL,NULL,'mara@example.com','Mara','leader',1,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(2,NULL,NULL,'ana@example.com','Ana','rep',1,NULL,NULL,NULL,NULL);
CREATE TABLE away (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  from_on   TEXT NOT NULL CHECK (date(from_on, '+0 days') IS from_on),
  until_on  TEXT NOT NULL CHECK (date(until_on, '+0 days') IS until_on),
  reason    TEXT,
  UNIQUE (person_id, from_on),
  CHECK (until_on >= from_on)
) STRICT;
CREATE TABLE holiday (
  id        INTEGER PRIMARY KEY,
  on_date   TEXT NOT NULL CHECK (date(on_date, '+0 days') IS on_date),
  team_id   INTEGER REFERENCES team(id),
  person_id INTEGER REFERENCES person(id),
  name      TEXT
) STRICT;
CREATE TABLE plan (
  id     INTEGER PRIMARY KEY,
  rep_id INTEGER NOT NULL REFERENCES person(id),
  kind   TEXT NOT NULL CHECK (kind = 'touch' OR kind = 'call' OR kind = 'email' OR kind = 'meeting' OR kind = 'demo' OR kind = 'visit' OR kind = 'social' OR kind = 'event' OR kind = 'research' OR kind = 'proposal' OR kind = 'internal'),
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
  status        TEXT NOT NULL DEFAULT 'active' CHECK (status = 'active' OR status = 'won' OR status = 'lost' OR status = 'dropped'),
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
INSERT INTO account VALUES(1,'crm','a-1',2,'Acme Logistics',1,NULL,'active',NULL,'2026-10-01',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE stakeholder (
  id          INTEGER PRIMARY KEY,
  source      TEXT,
  external_id TEXT CHECK (external_id IS NULL OR source IS NOT NULL),
  account_id  INTEGER NOT NULL REFERENCES account(id),
  name        TEXT NOT NULL,
  role        TEXT CHECK (role = 'economic buyer' OR role = 'champion' OR role = 'user' OR role = 'evaluator' OR role = 'influencer' OR role = 'blocker'),
  email       TEXT,
  -- derived
  last_two_way_at INTEGER,
  UNIQUE (external_id, source)
) STRICT;
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
  kind           TEXT NOT NULL CHECK (kind = 'call' OR kind = 'email' OR kind = 'meeting' OR kind = 'demo' OR kind = 'visit' OR kind = 'social' OR kind = 'event' OR kind = 'research' OR kind = 'proposal' OR kind = 'internal'),
  occurred_at    INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (occurred_at BETWEEN 0 AND 32503680000),
  direction      TEXT CHECK (direction IN ('out', 'two-way')),
  stakeholder_id INTEGER REFERENCES stakeholder(id),
  milestone_id   INTEGER REFERENCES milestone(id),
  note           TEXT,
  touch          INTEGER NOT NULL GENERATED ALWAYS AS (kind = 'call' OR kind = 'email' OR kind = 'meeting' OR kind = 'demo' OR kind = 'visit' OR kind = 'social' OR kind = 'event') VIRTUAL
) STRICT;
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
INSERT INTO ask VALUES(1,NULL,NULL,2,1,'who knows their CFO?',1763884800,NULL,NULL,NULL);
CREATE TABLE coaching_note (
  id         INTEGER PRIMARY KEY,
  leader_id  INTEGER NOT NULL REFERENCES person(id),
  rep_id     INTEGER NOT NULL REFERENCES person(id),
  account_id INTEGER REFERENCES account(id),
  kind       TEXT NOT NULL DEFAULT 'talk' CHECK (kind IN ('talk', 'support', 'one-to-one')),
  at         INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (at BETWEEN 0 AND 32503680000),
  note       TEXT
) STRICT;
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
INSERT INTO promise VALUES(1,1,2,1,'call their CFO',NULL,1763971200,NULL,NULL);
CREATE TABLE research_item (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  topic      TEXT NOT NULL CHECK (trim(topic) <> ''),
  answer     TEXT NOT NULL CHECK (trim(answer) <> ''),
  known_on   TEXT CHECK (date(known_on, '+0 days') IS known_on),
  UNIQUE (account_id, topic)
) STRICT;
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
CREATE TABLE slot (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,
  team_id   INTEGER REFERENCES team(id),
  person_id INTEGER REFERENCES person(id),
  on_date   TEXT NOT NULL,
  due_at    INTEGER NOT NULL,
  done_at   INTEGER NOT NULL,
  outcome   TEXT NOT NULL CHECK (outcome = 'sent' OR outcome = 'late' OR outcome = 'nothing to say' OR outcome = 'skipped')
) STRICT;
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
INSERT INTO message VALUES(1,'morning',NULL,2,NULL,'2026-11-24',1763974800,'Good morning Ana.','{"kind":"morning","title":["Good morning Ana."],"lateness":null,"sections":[]}');
CREATE TABLE message_item (
  id         INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message(id),
  position   INTEGER NOT NULL,
  finding_id INTEGER REFERENCES finding(id),
  kind       TEXT NOT NULL,
  account_id INTEGER REFERENCES account(id),
  state      TEXT NOT NULL CHECK (state = 'new' OR state = 'still' OR state = 'back' OR state = 'thanks' OR state = 'rotation'),
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
INSERT INTO message_item VALUES(1,1,0,NULL,'no-next-step',1,'new',1,NULL,'2026-11-24',1,0,NULL);
CREATE TABLE outbox (
  id              INTEGER PRIMARY KEY,
  message_id      INTEGER NOT NULL REFERENCES message(id),
  channel         TEXT NOT NULL,
  state           TEXT NOT NULL DEFAULT 'queued'
                  CHECK (state = 'queued' OR state = 'sending' OR state = 'delivered' OR state = 'refused' OR state = 'expired' OR state = 'answered' OR state = 'dropped'),
  -- Unique for what is said to whom through which channel on which day: a second try to queue it changes nothing.
  key             TEXT NOT NULL UNIQUE,
  -- By it a receiver knows a repeat; no other store's message has the same.
  token           TEXT NOT NULL DEFAULT (lower(hex(randomblob(12)))),
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
CREATE TABLE editor (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  name   TEXT NOT NULL,
  reason TEXT,
  at     INTEGER NOT NULL
) STRICT;
CREATE TABLE changed_account (account_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO changed_account VALUES(1);
CREATE TABLE changed_person (person_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO changed_person VALUES(1);
INSERT INTO changed_person VALUES(2);
CREATE TABLE changed_day (person_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO changed_day VALUES(1);
INSERT INTO changed_day VALUES(2);
CREATE TABLE evaluation (
  person_id INTEGER PRIMARY KEY,
  on_date   TEXT NOT NULL,
  -- When coachd first looked: what nobody could know earlier is counted from here.
  first_on  TEXT
) STRICT;
CREATE TABLE replaced (
  subject TEXT NOT NULL,
  id      INTEGER NOT NULL,
  account_id INTEGER, person_id INTEGER, stakeholder_id INTEGER, milestone_id INTEGER,
  PRIMARY KEY (subject, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE key_taken (id INTEGER PRIMARY KEY, replaces INTEGER NOT NULL) STRICT;
INSERT INTO key_taken VALUES(1,0);
CREATE TABLE imported (
  subject TEXT NOT NULL,
  row_id  INTEGER NOT NULL,
  cells   BLOB NOT NULL,
  PRIMARY KEY (subject, row_id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE ask_match (
  id        INTEGER PRIMARY KEY,
  ask_id    INTEGER NOT NULL REFERENCES ask(id),
  helper_id INTEGER NOT NULL REFERENCES person(id),
  on_date   TEXT NOT NULL CHECK (date(on_date, '+0 days') IS on_date),
  UNIQUE (ask_id, helper_id)
) STRICT;
CREATE TABLE quieted (
  id      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (trim(kind) <> ''),
  team_id INTEGER NOT NULL REFERENCES team(id),
  at      INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (at BETWEEN 0 AND 32503680000),
  UNIQUE (team_id, kind)
) STRICT;
CREATE TABLE handle (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  platform  TEXT NOT NULL CHECK (trim(platform) <> ''),
  value     TEXT NOT NULL CHECK (trim(value) <> ''),
  UNIQUE (person_id, platform)
) STRICT;
CREATE INDEX person_team ON person(team_id);
CREATE UNIQUE INDEX holiday_key ON holiday(on_date, ifnull(team_id, 0), ifnull(person_id, 0));
CREATE INDEX account_rep ON account(rep_id, status);
CREATE INDEX stakeholder_account ON stakeholder(account_id);
CREATE INDEX milestone_account ON milestone(account_id);
CREATE INDEX commitment_rep ON commitment(rep_id, due_on);
CREATE INDEX ask_open ON ask(rep_id) WHERE answered_at IS NULL;
CREATE INDEX coaching_note_rep ON coaching_note(rep_id, at);
CREATE INDEX promise_open ON promise(leader_id) WHERE kept_at IS NULL;
CREATE UNIQUE INDEX finding_open
  ON finding(rep_id, kind, ifnull(account_id, 0), ifnull(milestone_id, 0), ifnull(activity_kind, ''),
             ifnull(person_id, 0), ifnull(subject_id, 0), ifnull(topic, ''))
  WHERE resolved_at IS NULL;
CREATE INDEX finding_account ON finding(account_id, kind, resolved_on);
CREATE INDEX finding_account_open ON finding(account_id) WHERE resolved_at IS NULL AND account_id IS NOT NULL;
CREATE INDEX finding_resolved ON finding(rep_id, resolved_on) WHERE resolved_at IS NOT NULL;
CREATE UNIQUE INDEX slot_key ON slot(kind, ifnull(team_id, 0), ifnull(person_id, 0), on_date);
CREATE INDEX message_person ON message(person_id, on_date);
CREATE INDEX message_item_message ON message_item(message_id);
CREATE INDEX message_item_account ON message_item(account_id, on_date);
CREATE INDEX message_item_finding ON message_item(finding_id);
CREATE INDEX message_item_agenda ON message_item(account_id, on_date) WHERE to_rep = 0 AND account_id IS NOT NULL;
CREATE INDEX outbox_message ON outbox(message_id);
CREATE INDEX outbox_due ON outbox(channel, next_attempt_at) WHERE ended_at IS NULL AND state = 'queued' AND held = 0;
CREATE INDEX outbox_lane ON outbox(channel, lane) WHERE ended_at IS NULL AND held = 0;
CREATE INDEX outbox_expiry ON outbox(expires_at) WHERE ended_at IS NULL;
CREATE INDEX outbox_wanted ON outbox(channel) WHERE wanted = 1;
CREATE INDEX attempt_outbox ON attempt(outbox_id);
CREATE INDEX history_account ON history(account_id, at);
CREATE INDEX history_subject ON history(subject, subject_id);
CREATE INDEX highlight_rep ON highlight(rep_id, on_date);
CREATE INDEX ask_match_helper ON ask_match(helper_id, on_date);
CREATE INDEX message_team ON message(team_id, on_date) WHERE team_id IS NOT NULL;
CREATE INDEX coaching_note_account ON coaching_note(account_id, at) WHERE account_id IS NOT NULL;
CREATE INDEX finding_person ON finding(person_id) WHERE resolved_at IS NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX activity_key ON activity(external_id, source);
CREATE INDEX activity_account ON activity(account_id, touch, occurred_at);
CREATE INDEX activity_person ON activity(person_id, occurred_at, touch, account_id, kind);
CREATE INDEX activity_stakeholder ON activity(stakeholder_id, direction, touch, occurred_at)
  WHERE stakeholder_id IS NOT NULL;
CREATE INDEX activity_milestone ON activity(milestone_id, occurred_at) WHERE milestone_id IS NOT NULL;
CREATE TRIGGER account_cap_insert AFTER INSERT ON account
  WHEN NEW.status = 'active' AND NEW.rep_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the rep has 50 active accounts already: close or drop one first')
    WHERE (SELECT count(*) FROM account WHERE rep_id = NEW.rep_id AND status = 'active') > 50;
END;
CREATE TRIGGER account_cap_update AFTER UPDATE OF rep_id, status ON account
  WHEN NEW.status = 'active' AND NEW.rep_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the rep has 50 active accounts already: close or drop one first')
    WHERE (SELECT count(*) FROM account WHERE rep_id = NEW.rep_id AND status = 'active') > 50;
END;
CREATE VIEW account_overview AS
  SELECT a.id, a.external_id, a.name, p.name AS rep, p.email AS rep_email, t.name AS team, a.rank, a.status,
         a.industry, a.selected_on, datetime(a.last_touch_at, 'unixepoch') AS last_touch_utc,
         a.next_step, a.next_step_on,
         (SELECT count(*) FROM milestone m WHERE m.account_id = a.id AND m.done_on IS NOT NULL) AS milestones_done,
         (SELECT count(*) FROM milestone m
          WHERE m.account_id = a.id AND m.done_on IS NULL AND m.skipped_on IS NULL) AS milestones_open
  FROM account a LEFT JOIN person p ON p.id = a.rep_id LEFT JOIN team t ON t.id = p.team_id;
CREATE VIEW activity_log AS
  SELECT v.id, datetime(v.occurred_at, 'unixepoch') AS occurred_utc, p.name AS person, p.email AS person_email,
         a.name AS account, v.kind, v.direction, s.name AS stakeholder, s.role, m.title AS milestone, v.note
  FROM activity v JOIN person p ON p.id = v.person_id LEFT JOIN account a ON a.id = v.account_id
    LEFT JOIN stakeholder s ON s.id = v.stakeholder_id LEFT JOIN milestone m ON m.id = v.milestone_id;
CREATE VIEW open_finding AS
  SELECT f.id, f.kind, p.name AS rep, p.email AS rep_email, a.name AS account, m.title AS milestone,
         f.activity_kind AS activity, f.days, f.planned, f.due, f.done, f.threads, f.opened_on, f.mentions
  FROM finding f JOIN person p ON p.id = f.rep_id LEFT JOIN account a ON a.id = f.account_id
    LEFT JOIN milestone m ON m.id = f.milestone_id
  WHERE f.resolved_at IS NULL;
CREATE VIEW message_log AS
  SELECT g.id, g.kind, g.on_date, p.email AS to_person, t.name AS to_team, o.channel, o.state, o.attempts,
         datetime(o.ended_at, 'unixepoch') AS ended_utc, o.reason, g.text
  FROM message g LEFT JOIN person p ON p.id = g.person_id LEFT JOIN team t ON t.id = g.team_id
    LEFT JOIN outbox o ON o.message_id = g.id;
COMMIT;
PRAGMA application_id = 1668243811;
PRAGMA user_version = 5;
