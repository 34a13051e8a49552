extension Schema {
    /// Brings the tables of version 6 to version 7, where what people write to coachd in chat is kept.
    static let upgradeToVersion7 = """
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
        CREATE INDEX reply_person ON reply(person_id, written_at);
        """
}
