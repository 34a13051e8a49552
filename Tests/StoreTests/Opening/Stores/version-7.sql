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
INSERT INTO person VALUES(1,NULL,NULL,'a@x.com','Ana','rep',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE away (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  from_on   TEXT NOT NULL CHECK (date(from_on, '+0 days') IS from_on),
  until_on  TEXT NOT NULL CHECK (date(until_on, '+0 days') IS until_on),
  reason    TEXT,
  UNIQUE (person_id, from_on),
  CHECK (until_on >= from_on)
) STRICT;
CREATE TABLE handle (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  platform  TEXT NOT NULL CHECK (trim(platform) <> ''),
  value     TEXT NOT NULL CHECK (trim(value) <> ''),
  UNIQUE (person_id, platform)
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
INSERT INTO account VALUES(1,'csv','A1',1,'Globex',NULL,NULL,'active',NULL,'2026-11-27',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1763992800);
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
INSERT INTO stakeholder VALUES(1,NULL,NULL,1,'Omar',NULL,NULL,1763992800);
INSERT INTO stakeholder VALUES(2,NULL,NULL,1,'Petra',NULL,NULL,NULL);
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
INSERT INTO activity VALUES(1,NULL,NULL,1,1,'call',1763992800,'two-way',1,NULL,NULL);
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
CREATE TABLE coaching_note (
  id         INTEGER PRIMARY KEY,
  leader_id  INTEGER NOT NULL REFERENCES person(id),
  rep_id     INTEGER NOT NULL REFERENCES person(id),
  account_id INTEGER REFERENCES account(id),
  kind       TEXT NOT NULL DEFAULT 'talk' CHECK (kind IN ('talk', 'support', 'one-to-one')),
  at         INTEGER NOT NULL DEFAULT (unixepoch()) CHECK (at BETWEEN 0 AND 32503680000),
  note       TEXT
) STRICT;
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
CREATE TABLE outbox (
  id              INTEGER PRIMARY KEY,
  message_id      INTEGER NOT NULL REFERENCES message(id),
  channel         TEXT NOT NULL,
  state           TEXT NOT NULL DEFAULT 'queued'
                  CHECK (state = 'queued' OR state = 'sending' OR state = 'delivered' OR state = 'refused' OR state = 'expired' OR state = 'answered' OR state = 'dropped'),
  -- The message and the channel: a second try to queue it there changes nothing.
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
CREATE TABLE changed_day (person_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO changed_day VALUES(1);
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
INSERT INTO imported VALUES('person',1,X'1d729d5749fc6b78a592727a9cb32b43');
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
CREATE TABLE listening (
  channel  TEXT NOT NULL,
  listener TEXT NOT NULL,
  handle   TEXT NOT NULL,
  position TEXT NOT NULL,
  PRIMARY KEY (channel, listener, handle)
) STRICT, WITHOUT ROWID;
CREATE TABLE deaf (channel TEXT PRIMARY KEY, reason TEXT NOT NULL, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
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
CREATE INDEX person_team ON person(team_id);
CREATE UNIQUE INDEX holiday_key ON holiday(on_date, ifnull(team_id, 0), ifnull(person_id, 0));
CREATE INDEX account_rep ON account(rep_id, status);
CREATE INDEX stakeholder_account ON stakeholder(account_id);
CREATE INDEX milestone_account ON milestone(account_id);
CREATE INDEX commitment_rep ON commitment(rep_id, due_on);
CREATE INDEX ask_rep ON ask(rep_id, asked_at);
CREATE INDEX coaching_note_rep ON coaching_note(rep_id, at);
CREATE INDEX coaching_note_account ON coaching_note(account_id, at) WHERE account_id IS NOT NULL;
CREATE INDEX highlight_rep ON highlight(rep_id, on_date);
CREATE INDEX promise_leader ON promise(leader_id);
CREATE UNIQUE INDEX finding_open
  ON finding(rep_id, kind, ifnull(account_id, 0), ifnull(milestone_id, 0), ifnull(activity_kind, ''),
             ifnull(person_id, 0), ifnull(subject_id, 0), ifnull(topic, ''))
  WHERE resolved_at IS NULL;
CREATE INDEX finding_account ON finding(account_id, kind, resolved_on);
CREATE INDEX finding_account_open ON finding(account_id) WHERE resolved_at IS NULL AND account_id IS NOT NULL;
CREATE INDEX finding_person ON finding(person_id) WHERE resolved_at IS NULL AND person_id IS NOT NULL;
CREATE INDEX finding_resolved ON finding(rep_id, resolved_on) WHERE resolved_at IS NOT NULL;
CREATE UNIQUE INDEX slot_key ON slot(kind, ifnull(team_id, 0), ifnull(person_id, 0), on_date);
CREATE INDEX message_person ON message(person_id, on_date);
CREATE INDEX message_team ON message(team_id, on_date) WHERE team_id IS NOT NULL;
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
CREATE INDEX ask_match_helper ON ask_match(helper_id, on_date);
CREATE INDEX reply_person ON reply(person_id, written_at);
CREATE UNIQUE INDEX activity_key ON activity(external_id, source);
CREATE TRIGGER activity_insert AFTER INSERT ON activity BEGIN
  UPDATE account SET last_touch_at = NEW.occurred_at
    WHERE id = NEW.account_id AND NEW.touch = 1 AND ifnull(last_touch_at < NEW.occurred_at, 1);
  UPDATE stakeholder SET last_two_way_at = NEW.occurred_at
    WHERE id = NEW.stakeholder_id AND NEW.touch = 1 AND NEW.direction = 'two-way'
      AND ifnull(last_two_way_at < NEW.occurred_at, 1);
  UPDATE milestone SET first_activity_at = NEW.occurred_at
    WHERE id = NEW.milestone_id AND ifnull(first_activity_at > NEW.occurred_at, 1);
  INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
  INSERT INTO changed_day(person_id) SELECT NEW.person_id
  WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.person_id);
END;
CREATE TRIGGER activity_update
  AFTER UPDATE OF person_id, account_id, kind, occurred_at, direction, stakeholder_id, milestone_id ON activity
BEGIN
  UPDATE account SET last_touch_at = (SELECT max(occurred_at) FROM activity WHERE account_id = account.id AND touch = 1) WHERE id IN (OLD.account_id, NEW.account_id);
  UPDATE stakeholder SET last_two_way_at = (SELECT max(occurred_at) FROM activity WHERE stakeholder_id = stakeholder.id AND direction = 'two-way' AND touch = 1) WHERE id IN (OLD.stakeholder_id, NEW.stakeholder_id);
  UPDATE milestone SET first_activity_at = (SELECT min(occurred_at) FROM activity WHERE milestone_id = milestone.id) WHERE id IN (OLD.milestone_id, NEW.milestone_id);
  INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
  INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
  INSERT INTO changed_day(person_id) SELECT OLD.person_id
  WHERE OLD.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.person_id);
  INSERT INTO changed_day(person_id) SELECT NEW.person_id
  WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.person_id);
END;
CREATE TRIGGER activity_delete AFTER DELETE ON activity BEGIN
  UPDATE account SET last_touch_at = (SELECT max(occurred_at) FROM activity WHERE account_id = account.id AND touch = 1) WHERE id = OLD.account_id;
  UPDATE stakeholder SET last_two_way_at = (SELECT max(occurred_at) FROM activity WHERE stakeholder_id = stakeholder.id AND direction = 'two-way' AND touch = 1) WHERE id = OLD.stakeholder_id;
  UPDATE milestone SET first_activity_at = (SELECT min(occurred_at) FROM activity WHERE milestone_id = milestone.id) WHERE id = OLD.milestone_id;
  INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
  INSERT INTO changed_day(person_id) SELECT OLD.person_id
  WHERE OLD.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.person_id);
END;
CREATE TRIGGER account_derive AFTER INSERT ON account BEGIN
  UPDATE account SET last_touch_at = (SELECT max(occurred_at) FROM activity WHERE account_id = account.id AND touch = 1) WHERE id = NEW.id;
END;
CREATE TRIGGER stakeholder_derive AFTER INSERT ON stakeholder BEGIN
  UPDATE stakeholder SET last_two_way_at = (SELECT max(occurred_at) FROM activity WHERE stakeholder_id = stakeholder.id AND direction = 'two-way' AND touch = 1) WHERE id = NEW.id;
END;
CREATE TRIGGER milestone_derive AFTER INSERT ON milestone BEGIN
  UPDATE milestone SET first_activity_at = (SELECT min(occurred_at) FROM activity WHERE milestone_id = milestone.id) WHERE id = NEW.id;
END;
CREATE TRIGGER message_item_mentioned AFTER INSERT ON message_item
  WHEN NEW.finding_id IS NOT NULL AND NEW.to_rep = 1 AND NEW.voided = 0 AND NEW.state <> 'thanks'
BEGIN
  UPDATE finding SET mentions = mentions + 1,
    first_mention_on = min(ifnull(first_mention_on, NEW.on_date), NEW.on_date),
    last_mention_on = max(ifnull(last_mention_on, NEW.on_date), NEW.on_date) WHERE id = NEW.finding_id;
END;
CREATE TRIGGER message_item_corrected AFTER UPDATE OF finding_id, state, on_date, to_rep, voided ON message_item BEGIN
  UPDATE finding SET (mentions, first_mention_on, last_mention_on) =
  (SELECT count(*), min(i.on_date), max(i.on_date) FROM message_item i
   WHERE i.finding_id = finding.id AND i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks') WHERE id IN (OLD.finding_id, NEW.finding_id);
END;
CREATE TRIGGER message_item_forgotten AFTER DELETE ON message_item WHEN OLD.finding_id IS NOT NULL BEGIN
  UPDATE finding SET (mentions, first_mention_on, last_mention_on) =
  (SELECT count(*), min(i.on_date), max(i.on_date) FROM message_item i
   WHERE i.finding_id = finding.id AND i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks') WHERE id = OLD.finding_id;
END;
CREATE TRIGGER account_correct AFTER UPDATE OF last_touch_at ON account WHEN NEW.last_touch_at IS NOT (SELECT max(occurred_at) FROM activity WHERE account_id = NEW.id AND touch = 1) BEGIN
  UPDATE account SET last_touch_at = (SELECT max(occurred_at) FROM activity WHERE account_id = account.id AND touch = 1) WHERE id = NEW.id;
END;
CREATE TRIGGER stakeholder_correct AFTER UPDATE OF last_two_way_at ON stakeholder WHEN NEW.last_two_way_at IS NOT (SELECT max(occurred_at) FROM activity WHERE stakeholder_id = NEW.id AND direction = 'two-way' AND touch = 1) BEGIN
  UPDATE stakeholder SET last_two_way_at = (SELECT max(occurred_at) FROM activity WHERE stakeholder_id = stakeholder.id AND direction = 'two-way' AND touch = 1) WHERE id = NEW.id;
END;
CREATE TRIGGER milestone_correct AFTER UPDATE OF first_activity_at ON milestone WHEN NEW.first_activity_at IS NOT (SELECT min(occurred_at) FROM activity WHERE milestone_id = NEW.id) BEGIN
  UPDATE milestone SET first_activity_at = (SELECT min(occurred_at) FROM activity WHERE milestone_id = milestone.id) WHERE id = NEW.id;
END;
CREATE TRIGGER activity_ownership_insert AFTER INSERT ON activity
  WHEN NEW.stakeholder_id IS NOT NULL OR NEW.milestone_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the stakeholder belongs to another account')
    FROM stakeholder WHERE id = NEW.stakeholder_id AND account_id IS NOT NEW.account_id;
  SELECT RAISE(ABORT, 'the milestone belongs to another account')
    FROM milestone WHERE id = NEW.milestone_id AND account_id IS NOT NEW.account_id;
END;
CREATE TRIGGER activity_ownership_update AFTER UPDATE OF account_id, stakeholder_id, milestone_id ON activity
  WHEN NEW.stakeholder_id IS NOT NULL OR NEW.milestone_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the stakeholder belongs to another account')
    FROM stakeholder WHERE id = NEW.stakeholder_id AND account_id IS NOT NEW.account_id;
  SELECT RAISE(ABORT, 'the milestone belongs to another account')
    FROM milestone WHERE id = NEW.milestone_id AND account_id IS NOT NEW.account_id;
END;
CREATE TRIGGER stakeholder_parting_insert AFTER INSERT ON stakeholder BEGIN
  UPDATE activity SET stakeholder_id = NULL WHERE stakeholder_id = NEW.id AND account_id IS NOT NEW.account_id;
END;
CREATE TRIGGER stakeholder_parting_update AFTER UPDATE OF account_id ON stakeholder BEGIN
  UPDATE activity SET stakeholder_id = NULL WHERE stakeholder_id = NEW.id AND account_id IS NOT NEW.account_id;
END;
CREATE TRIGGER milestone_parting_insert AFTER INSERT ON milestone BEGIN
  UPDATE activity SET milestone_id = NULL WHERE milestone_id = NEW.id AND account_id IS NOT NEW.account_id;
END;
CREATE TRIGGER milestone_parting_update AFTER UPDATE OF account_id ON milestone BEGIN
  UPDATE activity SET milestone_id = NULL WHERE milestone_id = NEW.id AND account_id IS NOT NEW.account_id;
END;
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
CREATE TRIGGER team_replacing BEFORE INSERT ON team
  WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.id OR name = NEW.name OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id)
    SELECT 'team', id FROM team
    WHERE (id = NEW.id OR name = NEW.name OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER team_replaced AFTER INSERT ON team
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'team')
BEGIN
  UPDATE person SET team_id = NEW.id WHERE team_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
UPDATE holiday SET team_id = NEW.id WHERE team_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
UPDATE slot SET team_id = NEW.id WHERE team_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
UPDATE message SET team_id = NEW.id WHERE team_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
UPDATE quieted SET team_id = NEW.id WHERE team_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
UPDATE history SET subject_id = NEW.id WHERE subject = 'team' AND subject_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = 'team' AND row_id IN (SELECT id FROM replaced WHERE subject = 'team' AND id NOT IN (SELECT id FROM team));
  DELETE FROM replaced WHERE subject = 'team';
END;
CREATE TRIGGER person_replacing BEFORE INSERT ON person
  WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id)
    SELECT 'person', id FROM person
    WHERE (id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER person_replaced AFTER INSERT ON person
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'person')
BEGIN
  UPDATE team SET leader_id = NEW.id WHERE leader_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE team SET deputy_id = NEW.id WHERE deputy_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE away SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE holiday SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE plan SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE account SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE activity SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE commitment SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE ask SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE ask SET answered_by = NEW.id WHERE answered_by IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE coaching_note SET leader_id = NEW.id WHERE leader_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE coaching_note SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE promise SET leader_id = NEW.id WHERE leader_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE promise SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE finding SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE finding SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE slot SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE message SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE message_item SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE highlight SET rep_id = NEW.id WHERE rep_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE highlight SET leader_id = NEW.id WHERE leader_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE ask_match SET helper_id = NEW.id WHERE helper_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE handle SET person_id = NEW.id WHERE person_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE history SET subject_id = NEW.id WHERE subject = 'person' AND subject_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = 'person' AND row_id IN (SELECT id FROM replaced WHERE subject = 'person' AND id NOT IN (SELECT id FROM person));
  DELETE FROM replaced WHERE subject = 'person';
END;
CREATE TRIGGER account_replacing BEFORE INSERT ON account
  WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id)
    SELECT 'account', id FROM account
    WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER account_replaced AFTER INSERT ON account
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'account')
BEGIN
  UPDATE stakeholder SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE milestone SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE hold SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE activity SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE commitment SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE ask SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE coaching_note SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE promise SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE research_item SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE finding SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE finding SET other_account_id = NEW.id WHERE other_account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE message_item SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE history SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE highlight SET account_id = NEW.id WHERE account_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE history SET subject_id = NEW.id WHERE subject = 'account' AND subject_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = 'account' AND row_id IN (SELECT id FROM replaced WHERE subject = 'account' AND id NOT IN (SELECT id FROM account));
  DELETE FROM replaced WHERE subject = 'account';
END;
CREATE TRIGGER ask_replacing BEFORE INSERT ON ask
  WHEN EXISTS (SELECT 1 FROM ask WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id)
    SELECT 'ask', id FROM ask
    WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER ask_replaced AFTER INSERT ON ask
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'ask')
BEGIN
  UPDATE ask_match SET ask_id = NEW.id WHERE ask_id IN (SELECT id FROM replaced WHERE subject = 'ask' AND id NOT IN (SELECT id FROM ask));
UPDATE history SET subject_id = NEW.id WHERE subject = 'ask' AND subject_id IN (SELECT id FROM replaced WHERE subject = 'ask' AND id NOT IN (SELECT id FROM ask));
UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = 'ask' AND row_id IN (SELECT id FROM replaced WHERE subject = 'ask' AND id NOT IN (SELECT id FROM ask));
  DELETE FROM replaced WHERE subject = 'ask';
END;
CREATE TRIGGER stakeholder_replacing BEFORE INSERT ON stakeholder
  WHEN EXISTS (SELECT 1 FROM stakeholder WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id)
    SELECT 'stakeholder', id FROM stakeholder
    WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER stakeholder_replaced AFTER INSERT ON stakeholder
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'stakeholder')
BEGIN
  UPDATE activity SET stakeholder_id = NEW.id WHERE stakeholder_id IN (SELECT id FROM replaced WHERE subject = 'stakeholder' AND id NOT IN (SELECT id FROM stakeholder));
UPDATE history SET subject_id = NEW.id WHERE subject = 'stakeholder' AND subject_id IN (SELECT id FROM replaced WHERE subject = 'stakeholder' AND id NOT IN (SELECT id FROM stakeholder));
UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = 'stakeholder' AND row_id IN (SELECT id FROM replaced WHERE subject = 'stakeholder' AND id NOT IN (SELECT id FROM stakeholder));
  DELETE FROM replaced WHERE subject = 'stakeholder';
END;
CREATE TRIGGER milestone_replacing BEFORE INSERT ON milestone
  WHEN EXISTS (SELECT 1 FROM milestone WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id)
    SELECT 'milestone', id FROM milestone
    WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER milestone_replaced AFTER INSERT ON milestone
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'milestone')
BEGIN
  UPDATE activity SET milestone_id = NEW.id WHERE milestone_id IN (SELECT id FROM replaced WHERE subject = 'milestone' AND id NOT IN (SELECT id FROM milestone));
UPDATE finding SET milestone_id = NEW.id WHERE milestone_id IN (SELECT id FROM replaced WHERE subject = 'milestone' AND id NOT IN (SELECT id FROM milestone));
UPDATE history SET subject_id = NEW.id WHERE subject = 'milestone' AND subject_id IN (SELECT id FROM replaced WHERE subject = 'milestone' AND id NOT IN (SELECT id FROM milestone));
UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = 'milestone' AND row_id IN (SELECT id FROM replaced WHERE subject = 'milestone' AND id NOT IN (SELECT id FROM milestone));
  DELETE FROM replaced WHERE subject = 'milestone';
END;
CREATE TRIGGER activity_replacing BEFORE INSERT ON activity
  WHEN EXISTS (SELECT 1 FROM activity WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO replaced(subject, id, account_id, person_id, stakeholder_id, milestone_id)
    SELECT 'activity', id, account_id, person_id, stakeholder_id, milestone_id
    FROM activity WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER activity_replaced AFTER INSERT ON activity
  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'activity')
BEGIN
  UPDATE account SET last_touch_at = (SELECT max(occurred_at) FROM activity WHERE account_id = account.id AND touch = 1) WHERE id IN (SELECT account_id FROM replaced WHERE subject = 'activity');
  UPDATE stakeholder SET last_two_way_at = (SELECT max(occurred_at) FROM activity WHERE stakeholder_id = stakeholder.id AND direction = 'two-way' AND touch = 1) WHERE id IN (SELECT stakeholder_id FROM replaced WHERE subject = 'activity');
  UPDATE milestone SET first_activity_at = (SELECT min(occurred_at) FROM activity WHERE milestone_id = milestone.id) WHERE id IN (SELECT milestone_id FROM replaced WHERE subject = 'activity');
  INSERT INTO changed_account SELECT DISTINCT account_id FROM replaced
    WHERE subject = 'activity' AND account_id IS NOT NULL
      AND account_id NOT IN (SELECT account_id FROM changed_account);
  INSERT INTO changed_day SELECT DISTINCT person_id FROM replaced
    WHERE subject = 'activity' AND person_id NOT IN (SELECT person_id FROM changed_day);
  DELETE FROM replaced WHERE subject = 'activity';
END;
CREATE TRIGGER team_key BEFORE UPDATE ON team
  WHEN EXISTS (SELECT 1 FROM team WHERE (id = NEW.id OR name = NEW.name OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another team has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER person_key BEFORE UPDATE ON person
  WHEN EXISTS (SELECT 1 FROM person WHERE (id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another person has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER account_key BEFORE UPDATE ON account
  WHEN EXISTS (SELECT 1 FROM account WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another account has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER ask_key BEFORE UPDATE ON ask
  WHEN EXISTS (SELECT 1 FROM ask WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another ask has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER stakeholder_key BEFORE UPDATE ON stakeholder
  WHEN EXISTS (SELECT 1 FROM stakeholder WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another stakeholder has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER milestone_key BEFORE UPDATE ON milestone
  WHEN EXISTS (SELECT 1 FROM milestone WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another milestone has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER activity_key BEFORE UPDATE ON activity
  WHEN EXISTS (SELECT 1 FROM activity WHERE (id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND id <> OLD.id)
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  SELECT RAISE(ABORT, 'another activity has this key: delete it first') WHERE (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER team_id BEFORE UPDATE ON team WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a team stays as it is');
END;
CREATE TRIGGER person_id BEFORE UPDATE ON person WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a person stays as it is');
END;
CREATE TRIGGER account_id BEFORE UPDATE ON account WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a account stays as it is');
END;
CREATE TRIGGER ask_id BEFORE UPDATE ON ask WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a ask stays as it is');
END;
CREATE TRIGGER stakeholder_id BEFORE UPDATE ON stakeholder WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a stakeholder stays as it is');
END;
CREATE TRIGGER milestone_id BEFORE UPDATE ON milestone WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a milestone stays as it is');
END;
CREATE TRIGGER hold_id BEFORE UPDATE ON hold WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a hold stays as it is');
END;
CREATE TRIGGER plan_id BEFORE UPDATE ON plan WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a plan stays as it is');
END;
CREATE TRIGGER away_id BEFORE UPDATE ON away WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a away stays as it is');
END;
CREATE TRIGGER holiday_id BEFORE UPDATE ON holiday WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a holiday stays as it is');
END;
CREATE TRIGGER research_item_id BEFORE UPDATE ON research_item WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a research_item stays as it is');
END;
CREATE TRIGGER handle_id BEFORE UPDATE ON handle WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'the id of a handle stays as it is');
END;
CREATE TRIGGER team_leaving BEFORE DELETE ON team BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  DELETE FROM replaced WHERE subject = 'team' AND id = OLD.id AND NOT (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
  SELECT RAISE(ABORT, 'other rows point at the team: move its people to another team; one that had messages stays')
    WHERE NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'team' AND id = OLD.id) AND (EXISTS (SELECT 1 FROM person WHERE team_id = OLD.id)
    OR EXISTS (SELECT 1 FROM holiday WHERE team_id = OLD.id)
    OR EXISTS (SELECT 1 FROM slot WHERE team_id = OLD.id)
    OR EXISTS (SELECT 1 FROM message WHERE team_id = OLD.id)
    OR EXISTS (SELECT 1 FROM quieted WHERE team_id = OLD.id));
END;
CREATE TRIGGER person_leaving BEFORE DELETE ON person BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  DELETE FROM replaced WHERE subject = 'person' AND id = OLD.id AND NOT (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
  SELECT RAISE(ABORT, 'other rows point at the person: set left_on instead')
    WHERE NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'person' AND id = OLD.id) AND (EXISTS (SELECT 1 FROM team WHERE leader_id = OLD.id)
    OR EXISTS (SELECT 1 FROM team WHERE deputy_id = OLD.id)
    OR EXISTS (SELECT 1 FROM away WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM holiday WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM plan WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM account WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM activity WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM commitment WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM ask WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM ask WHERE answered_by = OLD.id)
    OR EXISTS (SELECT 1 FROM coaching_note WHERE leader_id = OLD.id)
    OR EXISTS (SELECT 1 FROM coaching_note WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM promise WHERE leader_id = OLD.id)
    OR EXISTS (SELECT 1 FROM promise WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM finding WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM finding WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM slot WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM message WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM message_item WHERE person_id = OLD.id)
    OR EXISTS (SELECT 1 FROM highlight WHERE rep_id = OLD.id)
    OR EXISTS (SELECT 1 FROM highlight WHERE leader_id = OLD.id)
    OR EXISTS (SELECT 1 FROM ask_match WHERE helper_id = OLD.id)
    OR EXISTS (SELECT 1 FROM handle WHERE person_id = OLD.id));
END;
CREATE TRIGGER account_leaving BEFORE DELETE ON account BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  DELETE FROM replaced WHERE subject = 'account' AND id = OLD.id AND NOT (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER ask_leaving BEFORE DELETE ON ask BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  DELETE FROM replaced WHERE subject = 'ask' AND id = OLD.id AND NOT (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER stakeholder_leaving BEFORE DELETE ON stakeholder BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  DELETE FROM replaced WHERE subject = 'stakeholder' AND id = OLD.id AND NOT (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER milestone_leaving BEFORE DELETE ON milestone BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  DELETE FROM replaced WHERE subject = 'milestone' AND id = OLD.id AND NOT (SELECT replaces FROM key_taken);
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER account_removed AFTER DELETE ON account
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'account' AND id = OLD.id)
BEGIN
  DELETE FROM ask_match WHERE ask_id IN (SELECT id FROM ask WHERE account_id = OLD.id);
DELETE FROM activity WHERE account_id = OLD.id;
DELETE FROM stakeholder WHERE account_id = OLD.id;
DELETE FROM milestone WHERE account_id = OLD.id;
DELETE FROM hold WHERE account_id = OLD.id;
DELETE FROM research_item WHERE account_id = OLD.id;
DELETE FROM commitment WHERE account_id = OLD.id;
DELETE FROM ask WHERE account_id = OLD.id;
UPDATE highlight SET account_id = NULL WHERE account_id = OLD.id;
UPDATE finding SET other_account_id = NULL WHERE other_account_id = OLD.id;
UPDATE coaching_note SET account_id = NULL WHERE account_id = OLD.id;
UPDATE promise SET account_id = NULL WHERE account_id = OLD.id;
UPDATE message_item SET account_id = NULL WHERE account_id = OLD.id;
UPDATE message_item SET finding_id = NULL WHERE finding_id IN (SELECT id FROM finding WHERE account_id = OLD.id);
DELETE FROM finding WHERE account_id = OLD.id;
END;
CREATE TRIGGER ask_removed AFTER DELETE ON ask
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'ask' AND id = OLD.id)
BEGIN
  DELETE FROM ask_match WHERE ask_id = OLD.id;
END;
CREATE TRIGGER stakeholder_removed AFTER DELETE ON stakeholder
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'stakeholder' AND id = OLD.id)
BEGIN
  UPDATE activity SET stakeholder_id = NULL WHERE stakeholder_id = OLD.id;
END;
CREATE TRIGGER milestone_removed AFTER DELETE ON milestone
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'milestone' AND id = OLD.id)
BEGIN
  UPDATE activity SET milestone_id = NULL WHERE milestone_id = OLD.id;
UPDATE message_item SET finding_id = NULL WHERE finding_id IN (SELECT id FROM finding WHERE milestone_id = OLD.id);
DELETE FROM finding WHERE milestone_id = OLD.id;
END;
CREATE TRIGGER team_imported AFTER DELETE ON team
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'team' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'team' AND row_id = OLD.id;
END;
CREATE TRIGGER person_imported AFTER DELETE ON person
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'person' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'person' AND row_id = OLD.id;
END;
CREATE TRIGGER account_imported AFTER DELETE ON account
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'account' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'account' AND row_id = OLD.id;
END;
CREATE TRIGGER ask_imported AFTER DELETE ON ask
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'ask' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'ask' AND row_id = OLD.id;
END;
CREATE TRIGGER stakeholder_imported AFTER DELETE ON stakeholder
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'stakeholder' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'stakeholder' AND row_id = OLD.id;
END;
CREATE TRIGGER milestone_imported AFTER DELETE ON milestone
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'milestone' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'milestone' AND row_id = OLD.id;
END;
CREATE TRIGGER holiday_imported AFTER DELETE ON holiday
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'holiday' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'holiday' AND row_id = OLD.id;
END;
CREATE TRIGGER away_imported AFTER DELETE ON away
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'away' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'away' AND row_id = OLD.id;
END;
CREATE TRIGGER plan_imported AFTER DELETE ON plan
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'plan' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'plan' AND row_id = OLD.id;
END;
CREATE TRIGGER hold_imported AFTER DELETE ON hold
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'hold' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'hold' AND row_id = OLD.id;
END;
CREATE TRIGGER research_item_imported AFTER DELETE ON research_item
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'research_item' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'research_item' AND row_id = OLD.id;
END;
CREATE TRIGGER commitment_imported AFTER DELETE ON commitment
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'commitment' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'commitment' AND row_id = OLD.id;
END;
CREATE TRIGGER promise_imported AFTER DELETE ON promise
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'promise' AND id = OLD.id)
BEGIN
  DELETE FROM imported WHERE subject = 'promise' AND row_id = OLD.id;
END;
CREATE TRIGGER stakeholder_inserted AFTER INSERT ON stakeholder BEGIN
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER stakeholder_updated AFTER UPDATE ON stakeholder BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER stakeholder_deleted AFTER DELETE ON stakeholder BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
END;
CREATE TRIGGER stakeholder_giving_way BEFORE INSERT ON stakeholder
  WHEN EXISTS (SELECT 1 FROM stakeholder WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  UPDATE stakeholder SET id = id WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source);
END;
CREATE TRIGGER milestone_inserted AFTER INSERT ON milestone BEGIN
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER milestone_updated AFTER UPDATE ON milestone BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER milestone_deleted AFTER DELETE ON milestone BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
END;
CREATE TRIGGER milestone_giving_way BEFORE INSERT ON milestone
  WHEN EXISTS (SELECT 1 FROM milestone WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  UPDATE milestone SET id = id WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source);
END;
CREATE TRIGGER hold_inserted AFTER INSERT ON hold BEGIN
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER hold_updated AFTER UPDATE ON hold BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER hold_deleted AFTER DELETE ON hold BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
END;
CREATE TRIGGER hold_giving_way BEFORE INSERT ON hold
  WHEN EXISTS (SELECT 1 FROM hold WHERE id = NEW.id)
BEGIN
  UPDATE hold SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER research_item_inserted AFTER INSERT ON research_item BEGIN
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER research_item_updated AFTER UPDATE ON research_item BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
INSERT INTO changed_account(account_id) SELECT NEW.account_id
  WHERE NEW.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.account_id);
END;
CREATE TRIGGER research_item_deleted AFTER DELETE ON research_item BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.account_id
  WHERE OLD.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.account_id);
END;
CREATE TRIGGER research_item_giving_way BEFORE INSERT ON research_item
  WHEN EXISTS (SELECT 1 FROM research_item WHERE id = NEW.id)
BEGIN
  UPDATE research_item SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER away_inserted AFTER INSERT ON away BEGIN
INSERT INTO changed_person(person_id) SELECT NEW.person_id
  WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.person_id);
END;
CREATE TRIGGER away_updated AFTER UPDATE ON away BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.person_id
  WHERE OLD.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.person_id);
INSERT INTO changed_person(person_id) SELECT NEW.person_id
  WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.person_id);
END;
CREATE TRIGGER away_deleted AFTER DELETE ON away BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.person_id
  WHERE OLD.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.person_id);
END;
CREATE TRIGGER away_giving_way BEFORE INSERT ON away
  WHEN EXISTS (SELECT 1 FROM away WHERE id = NEW.id)
BEGIN
  UPDATE away SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER plan_inserted AFTER INSERT ON plan BEGIN
INSERT INTO changed_person(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER plan_updated AFTER UPDATE ON plan BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.rep_id);
INSERT INTO changed_person(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER plan_deleted AFTER DELETE ON plan BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.rep_id);
END;
CREATE TRIGGER plan_giving_way BEFORE INSERT ON plan
  WHEN EXISTS (SELECT 1 FROM plan WHERE id = NEW.id)
BEGIN
  UPDATE plan SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER handle_inserted AFTER INSERT ON handle BEGIN
INSERT INTO changed_person(person_id) SELECT NEW.person_id
  WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.person_id);
END;
CREATE TRIGGER handle_updated AFTER UPDATE ON handle BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.person_id
  WHERE OLD.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.person_id);
INSERT INTO changed_person(person_id) SELECT NEW.person_id
  WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.person_id);
END;
CREATE TRIGGER handle_deleted AFTER DELETE ON handle BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.person_id
  WHERE OLD.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.person_id);
END;
CREATE TRIGGER handle_giving_way BEFORE INSERT ON handle
  WHEN EXISTS (SELECT 1 FROM handle WHERE id = NEW.id)
BEGIN
  UPDATE handle SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER commitment_inserted AFTER INSERT ON commitment BEGIN
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER commitment_updated AFTER UPDATE ON commitment BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER commitment_deleted AFTER DELETE ON commitment BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
END;
CREATE TRIGGER commitment_giving_way BEFORE INSERT ON commitment
  WHEN EXISTS (SELECT 1 FROM commitment WHERE id = NEW.id)
BEGIN
  UPDATE commitment SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER ask_inserted AFTER INSERT ON ask BEGIN
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER ask_updated AFTER UPDATE ON ask BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER ask_deleted AFTER DELETE ON ask BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
END;
CREATE TRIGGER ask_giving_way BEFORE INSERT ON ask
  WHEN EXISTS (SELECT 1 FROM ask WHERE id = NEW.id)
BEGIN
  UPDATE ask SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER promise_inserted AFTER INSERT ON promise BEGIN
INSERT INTO changed_day(person_id) SELECT NEW.leader_id
  WHERE NEW.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.leader_id);
END;
CREATE TRIGGER promise_updated AFTER UPDATE ON promise BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.leader_id
  WHERE OLD.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.leader_id);
INSERT INTO changed_day(person_id) SELECT NEW.leader_id
  WHERE NEW.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.leader_id);
END;
CREATE TRIGGER promise_deleted AFTER DELETE ON promise BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.leader_id
  WHERE OLD.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.leader_id);
END;
CREATE TRIGGER promise_giving_way BEFORE INSERT ON promise
  WHEN EXISTS (SELECT 1 FROM promise WHERE id = NEW.id)
BEGIN
  UPDATE promise SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER coaching_note_inserted AFTER INSERT ON coaching_note BEGIN
INSERT INTO changed_day(person_id) SELECT NEW.leader_id
  WHERE NEW.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.leader_id);
END;
CREATE TRIGGER coaching_note_updated AFTER UPDATE ON coaching_note BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.leader_id
  WHERE OLD.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.leader_id);
INSERT INTO changed_day(person_id) SELECT NEW.leader_id
  WHERE NEW.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.leader_id);
END;
CREATE TRIGGER coaching_note_deleted AFTER DELETE ON coaching_note BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.leader_id
  WHERE OLD.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.leader_id);
END;
CREATE TRIGGER coaching_note_giving_way BEFORE INSERT ON coaching_note
  WHEN EXISTS (SELECT 1 FROM coaching_note WHERE id = NEW.id)
BEGIN
  UPDATE coaching_note SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER highlight_inserted AFTER INSERT ON highlight BEGIN
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER highlight_updated AFTER UPDATE ON highlight BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER highlight_deleted AFTER DELETE ON highlight BEGIN
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
END;
CREATE TRIGGER highlight_giving_way BEFORE INSERT ON highlight
  WHEN EXISTS (SELECT 1 FROM highlight WHERE id = NEW.id)
BEGIN
  UPDATE highlight SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER account_inserted AFTER INSERT ON account BEGIN
INSERT INTO changed_account(account_id) SELECT NEW.id
  WHERE NEW.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.id);
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER account_updated AFTER UPDATE OF rep_id, external_id, name, rank, industry, status, selected_on, stall_after, next_step, next_step_on, own_message, insight, trigger_event ON account BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.id
  WHERE OLD.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.id);
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
INSERT INTO changed_account(account_id) SELECT NEW.id
  WHERE NEW.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = NEW.id);
INSERT INTO changed_day(person_id) SELECT NEW.rep_id
  WHERE NEW.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = NEW.rep_id);
END;
CREATE TRIGGER account_deleted AFTER DELETE ON account BEGIN
INSERT INTO changed_account(account_id) SELECT OLD.id
  WHERE OLD.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_account WHERE account_id = OLD.id);
INSERT INTO changed_day(person_id) SELECT OLD.rep_id
  WHERE OLD.rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_day WHERE person_id = OLD.rep_id);
END;
CREATE TRIGGER account_giving_way BEFORE INSERT ON account
  WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  UPDATE account SET rep_id = rep_id WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source);
END;
CREATE TRIGGER account_likeness_1 AFTER INSERT ON account WHEN NEW.own_message IS NOT NULL
BEGIN
  INSERT INTO changed_account(account_id) SELECT id FROM account
    WHERE rep_id = NEW.rep_id AND status = 'active' AND own_message IS NOT NULL
      AND id NOT IN (SELECT account_id FROM changed_account);
END;
CREATE TRIGGER account_likeness_2 AFTER UPDATE OF own_message, rep_id, status ON account WHEN OLD.own_message IS NOT NEW.own_message OR OLD.rep_id IS NOT NEW.rep_id OR OLD.status <> NEW.status
BEGIN
  INSERT INTO changed_account(account_id) SELECT id FROM account
    WHERE rep_id IN (OLD.rep_id, NEW.rep_id) AND status = 'active' AND own_message IS NOT NULL
      AND id NOT IN (SELECT account_id FROM changed_account);
END;
CREATE TRIGGER account_likeness_3 AFTER DELETE ON account WHEN OLD.own_message IS NOT NULL
BEGIN
  INSERT INTO changed_account(account_id) SELECT id FROM account
    WHERE rep_id = OLD.rep_id AND status = 'active' AND own_message IS NOT NULL
      AND id NOT IN (SELECT account_id FROM changed_account);
END;
CREATE TRIGGER holiday_inserted AFTER INSERT ON holiday BEGIN
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE ((NEW.person_id IS NULL AND (NEW.team_id IS NULL OR team_id = NEW.team_id)) OR id = NEW.person_id) AND id NOT IN (SELECT person_id FROM changed_person);
END;
CREATE TRIGGER holiday_updated AFTER UPDATE ON holiday BEGIN
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE ((OLD.person_id IS NULL AND (OLD.team_id IS NULL OR team_id = OLD.team_id)) OR id = OLD.person_id) AND id NOT IN (SELECT person_id FROM changed_person);
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE ((NEW.person_id IS NULL AND (NEW.team_id IS NULL OR team_id = NEW.team_id)) OR id = NEW.person_id) AND id NOT IN (SELECT person_id FROM changed_person);
END;
CREATE TRIGGER holiday_deleted AFTER DELETE ON holiday BEGIN
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE ((OLD.person_id IS NULL AND (OLD.team_id IS NULL OR team_id = OLD.team_id)) OR id = OLD.person_id) AND id NOT IN (SELECT person_id FROM changed_person);
END;
CREATE TRIGGER holiday_giving_way BEFORE INSERT ON holiday
  WHEN EXISTS (SELECT 1 FROM holiday WHERE id = NEW.id)
BEGIN
  UPDATE holiday SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER person_inserted AFTER INSERT ON person BEGIN
INSERT INTO changed_person(person_id) SELECT NEW.id
  WHERE NEW.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.id);
END;
CREATE TRIGGER person_updated AFTER UPDATE ON person BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.id
  WHERE OLD.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.id);
INSERT INTO changed_person(person_id) SELECT NEW.id
  WHERE NEW.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = NEW.id);
END;
CREATE TRIGGER person_deleted AFTER DELETE ON person BEGIN
INSERT INTO changed_person(person_id) SELECT OLD.id
  WHERE OLD.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_person WHERE person_id = OLD.id);
END;
CREATE TRIGGER person_giving_way BEFORE INSERT ON person
  WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id)
BEGIN
  UPDATE person SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER team_inserted AFTER INSERT ON team BEGIN
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE (team_id = NEW.id) AND id NOT IN (SELECT person_id FROM changed_person);
END;
CREATE TRIGGER team_updated AFTER UPDATE ON team BEGIN
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE (team_id = OLD.id) AND id NOT IN (SELECT person_id FROM changed_person);
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE (team_id = NEW.id) AND id NOT IN (SELECT person_id FROM changed_person);
END;
CREATE TRIGGER team_deleted AFTER DELETE ON team BEGIN
INSERT INTO changed_person(person_id) SELECT id FROM person
  WHERE (team_id = OLD.id) AND id NOT IN (SELECT person_id FROM changed_person);
END;
CREATE TRIGGER team_giving_way BEFORE INSERT ON team
  WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.id)
BEGIN
  UPDATE team SET id = id WHERE id = NEW.id;
END;
CREATE TRIGGER account_history_name AFTER UPDATE OF name ON account
  WHEN OLD.name IS NOT NEW.name
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'name', OLD.name, NEW.name;
END;
CREATE TRIGGER account_history_rep_id AFTER UPDATE OF rep_id ON account
  WHEN OLD.rep_id IS NOT NEW.rep_id
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'rep_id', OLD.rep_id, NEW.rep_id;
END;
CREATE TRIGGER account_history_rank AFTER UPDATE OF rank ON account
  WHEN OLD.rank IS NOT NEW.rank
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'rank', OLD.rank, NEW.rank;
END;
CREATE TRIGGER account_history_status AFTER UPDATE OF status ON account
  WHEN OLD.status IS NOT NEW.status
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'status', OLD.status, NEW.status;
END;
CREATE TRIGGER account_history_status_reason AFTER UPDATE OF status_reason ON account
  WHEN OLD.status_reason IS NOT NEW.status_reason
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'status_reason', OLD.status_reason, NEW.status_reason;
END;
CREATE TRIGGER account_history_selected_on AFTER UPDATE OF selected_on ON account
  WHEN OLD.selected_on IS NOT NEW.selected_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'selected_on', OLD.selected_on, NEW.selected_on;
END;
CREATE TRIGGER account_history_fit_note AFTER UPDATE OF fit_note ON account
  WHEN OLD.fit_note IS NOT NEW.fit_note
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'fit_note', OLD.fit_note, NEW.fit_note;
END;
CREATE TRIGGER account_history_inner_circle AFTER UPDATE OF inner_circle ON account
  WHEN OLD.inner_circle IS NOT NEW.inner_circle
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'inner_circle', OLD.inner_circle, NEW.inner_circle;
END;
CREATE TRIGGER account_history_stall_after AFTER UPDATE OF stall_after ON account
  WHEN OLD.stall_after IS NOT NEW.stall_after
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'stall_after', OLD.stall_after, NEW.stall_after;
END;
CREATE TRIGGER account_history_next_step AFTER UPDATE OF next_step ON account
  WHEN OLD.next_step IS NOT NEW.next_step
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'next_step', OLD.next_step, NEW.next_step;
END;
CREATE TRIGGER account_history_next_step_on AFTER UPDATE OF next_step_on ON account
  WHEN OLD.next_step_on IS NOT NEW.next_step_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'next_step_on', OLD.next_step_on, NEW.next_step_on;
END;
CREATE TRIGGER account_history_own_message AFTER UPDATE OF own_message ON account
  WHEN OLD.own_message IS NOT NEW.own_message
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'own_message', OLD.own_message, NEW.own_message;
END;
CREATE TRIGGER account_history_insight AFTER UPDATE OF insight ON account
  WHEN OLD.insight IS NOT NEW.insight
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'insight', OLD.insight, NEW.insight;
END;
CREATE TRIGGER account_history_trigger_event AFTER UPDATE OF trigger_event ON account
  WHEN OLD.trigger_event IS NOT NEW.trigger_event
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.id, 'account', NEW.id, 'trigger_event', OLD.trigger_event, NEW.trigger_event;
END;
CREATE TRIGGER account_history_removed AFTER DELETE ON account
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'account' AND id = OLD.id)
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         OLD.id, 'account', OLD.id, 'removed', OLD.name, NULL;
END;
CREATE TRIGGER account_history_replaced BEFORE INSERT ON account
  WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'name', o.name, NEW.name FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.name IS NOT NEW.name;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'rep_id', o.rep_id, NEW.rep_id FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.rep_id IS NOT NEW.rep_id;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'rank', o.rank, NEW.rank FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.rank IS NOT NEW.rank;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'status', o.status, NEW.status FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.status IS NOT NEW.status;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'status_reason', o.status_reason, NEW.status_reason FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.status_reason IS NOT NEW.status_reason;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'selected_on', o.selected_on, NEW.selected_on FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.selected_on IS NOT NEW.selected_on;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'fit_note', o.fit_note, NEW.fit_note FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.fit_note IS NOT NEW.fit_note;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'inner_circle', o.inner_circle, NEW.inner_circle FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.inner_circle IS NOT NEW.inner_circle;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'stall_after', o.stall_after, NEW.stall_after FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.stall_after IS NOT NEW.stall_after;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'next_step', o.next_step, NEW.next_step FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.next_step IS NOT NEW.next_step;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'next_step_on', o.next_step_on, NEW.next_step_on FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.next_step_on IS NOT NEW.next_step_on;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'own_message', o.own_message, NEW.own_message FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.own_message IS NOT NEW.own_message;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'insight', o.insight, NEW.insight FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.insight IS NOT NEW.insight;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.id, 'account', o.id, 'trigger_event', o.trigger_event, NEW.trigger_event FROM account o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.trigger_event IS NOT NEW.trigger_event;
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER milestone_history_title AFTER UPDATE OF title ON milestone
  WHEN OLD.title IS NOT NEW.title
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'milestone', NEW.id, 'title', OLD.title, NEW.title;
END;
CREATE TRIGGER milestone_history_due_on AFTER UPDATE OF due_on ON milestone
  WHEN OLD.due_on IS NOT NEW.due_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'milestone', NEW.id, 'due_on', OLD.due_on, NEW.due_on;
END;
CREATE TRIGGER milestone_history_done_on AFTER UPDATE OF done_on ON milestone
  WHEN OLD.done_on IS NOT NEW.done_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'milestone', NEW.id, 'done_on', OLD.done_on, NEW.done_on;
END;
CREATE TRIGGER milestone_history_skipped_on AFTER UPDATE OF skipped_on ON milestone
  WHEN OLD.skipped_on IS NOT NEW.skipped_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'milestone', NEW.id, 'skipped_on', OLD.skipped_on, NEW.skipped_on;
END;
CREATE TRIGGER milestone_history_removed AFTER DELETE ON milestone
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'milestone' AND id = OLD.id)
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         OLD.account_id, 'milestone', OLD.id, 'removed', OLD.title, NULL;
END;
CREATE TRIGGER milestone_history_replaced BEFORE INSERT ON milestone
  WHEN EXISTS (SELECT 1 FROM milestone WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'milestone', o.id, 'title', o.title, NEW.title FROM milestone o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.title IS NOT NEW.title;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'milestone', o.id, 'due_on', o.due_on, NEW.due_on FROM milestone o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.due_on IS NOT NEW.due_on;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'milestone', o.id, 'done_on', o.done_on, NEW.done_on FROM milestone o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.done_on IS NOT NEW.done_on;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'milestone', o.id, 'skipped_on', o.skipped_on, NEW.skipped_on FROM milestone o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.skipped_on IS NOT NEW.skipped_on;
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER hold_history_from_on AFTER UPDATE OF from_on ON hold
  WHEN OLD.from_on IS NOT NEW.from_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'hold', NEW.id, 'from_on', OLD.from_on, NEW.from_on;
END;
CREATE TRIGGER hold_history_until_on AFTER UPDATE OF until_on ON hold
  WHEN OLD.until_on IS NOT NEW.until_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'hold', NEW.id, 'until_on', OLD.until_on, NEW.until_on;
END;
CREATE TRIGGER hold_history_reason AFTER UPDATE OF reason ON hold
  WHEN OLD.reason IS NOT NEW.reason
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'hold', NEW.id, 'reason', OLD.reason, NEW.reason;
END;
CREATE TRIGGER hold_history_removed AFTER DELETE ON hold
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'hold' AND id = OLD.id)
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         OLD.account_id, 'hold', OLD.id, 'removed', OLD.from_on, NULL;
END;
CREATE TRIGGER hold_history_replaced BEFORE INSERT ON hold
  WHEN EXISTS (SELECT 1 FROM hold WHERE id = NEW.id OR (account_id = NEW.account_id AND from_on = NEW.from_on))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'hold', o.id, 'from_on', o.from_on, NEW.from_on FROM hold o WHERE (o.id = NEW.id OR (account_id = NEW.account_id AND from_on = NEW.from_on)) AND (SELECT replaces FROM key_taken) AND o.from_on IS NOT NEW.from_on;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'hold', o.id, 'until_on', o.until_on, NEW.until_on FROM hold o WHERE (o.id = NEW.id OR (account_id = NEW.account_id AND from_on = NEW.from_on)) AND (SELECT replaces FROM key_taken) AND o.until_on IS NOT NEW.until_on;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'hold', o.id, 'reason', o.reason, NEW.reason FROM hold o WHERE (o.id = NEW.id OR (account_id = NEW.account_id AND from_on = NEW.from_on)) AND (SELECT replaces FROM key_taken) AND o.reason IS NOT NEW.reason;
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER stakeholder_history_name AFTER UPDATE OF name ON stakeholder
  WHEN OLD.name IS NOT NEW.name
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'stakeholder', NEW.id, 'name', OLD.name, NEW.name;
END;
CREATE TRIGGER stakeholder_history_role AFTER UPDATE OF role ON stakeholder
  WHEN OLD.role IS NOT NEW.role
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NEW.account_id, 'stakeholder', NEW.id, 'role', OLD.role, NEW.role;
END;
CREATE TRIGGER stakeholder_history_removed AFTER DELETE ON stakeholder
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'stakeholder' AND id = OLD.id)
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         OLD.account_id, 'stakeholder', OLD.id, 'removed', OLD.name, NULL;
END;
CREATE TRIGGER stakeholder_history_replaced BEFORE INSERT ON stakeholder
  WHEN EXISTS (SELECT 1 FROM stakeholder WHERE id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'stakeholder', o.id, 'name', o.name, NEW.name FROM stakeholder o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.name IS NOT NEW.name;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         o.account_id, 'stakeholder', o.id, 'role', o.role, NEW.role FROM stakeholder o WHERE (o.id = NEW.id OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.role IS NOT NEW.role;
  UPDATE key_taken SET replaces = 0;
END;
CREATE TRIGGER person_history_name AFTER UPDATE OF name ON person
  WHEN OLD.name IS NOT NEW.name
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'name', OLD.name, NEW.name;
END;
CREATE TRIGGER person_history_team_id AFTER UPDATE OF team_id ON person
  WHEN OLD.team_id IS NOT NEW.team_id
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'team_id', OLD.team_id, NEW.team_id;
END;
CREATE TRIGGER person_history_role AFTER UPDATE OF role ON person
  WHEN OLD.role IS NOT NEW.role
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'role', OLD.role, NEW.role;
END;
CREATE TRIGGER person_history_time_zone AFTER UPDATE OF time_zone ON person
  WHEN OLD.time_zone IS NOT NEW.time_zone
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'time_zone', OLD.time_zone, NEW.time_zone;
END;
CREATE TRIGGER person_history_workdays AFTER UPDATE OF workdays ON person
  WHEN OLD.workdays IS NOT NEW.workdays
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'workdays', OLD.workdays, NEW.workdays;
END;
CREATE TRIGGER person_history_hours AFTER UPDATE OF hours ON person
  WHEN OLD.hours IS NOT NEW.hours
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'hours', OLD.hours, NEW.hours;
END;
CREATE TRIGGER person_history_left_on AFTER UPDATE OF left_on ON person
  WHEN OLD.left_on IS NOT NEW.left_on
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', NEW.id, 'left_on', OLD.left_on, NEW.left_on;
END;
CREATE TRIGGER person_history_removed AFTER DELETE ON person
  WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE subject = 'person' AND id = OLD.id)
BEGIN
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', OLD.id, 'removed', OLD.name, NULL;
END;
CREATE TRIGGER person_history_replaced BEFORE INSERT ON person
  WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source))
BEGIN
  INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);
  INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'name', o.name, NEW.name FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.name IS NOT NEW.name;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'team_id', o.team_id, NEW.team_id FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.team_id IS NOT NEW.team_id;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'role', o.role, NEW.role FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.role IS NOT NEW.role;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'time_zone', o.time_zone, NEW.time_zone FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.time_zone IS NOT NEW.time_zone;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'workdays', o.workdays, NEW.workdays FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.workdays IS NOT NEW.workdays;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'hours', o.hours, NEW.hours FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.hours IS NOT NEW.hours;
INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
  SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
         NULL, 'person', o.id, 'left_on', o.left_on, NEW.left_on FROM person o WHERE (o.id = NEW.id OR email = NEW.email OR (external_id = NEW.external_id AND source = NEW.source)) AND (SELECT replaces FROM key_taken) AND o.left_on IS NOT NEW.left_on;
  UPDATE key_taken SET replaces = 0;
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
CREATE INDEX activity_account ON activity(account_id, touch, occurred_at);
CREATE INDEX activity_milestone ON activity(milestone_id, occurred_at) WHERE milestone_id IS NOT NULL;
CREATE INDEX activity_person ON activity(person_id, occurred_at, touch, account_id, kind);
CREATE INDEX activity_stakeholder ON activity(stakeholder_id, direction, touch, occurred_at)
  WHERE stakeholder_id IS NOT NULL;
COMMIT;
PRAGMA application_id = 1668243811;
PRAGMA user_version = 7;
