extension Schema {
    /// Brings the tables of version 3 to version 4.
    static let upgradeToVersion4 = """
        ALTER TABLE outbox ADD COLUMN fingerprint INTEGER;
        CREATE TABLE imported (
          subject TEXT NOT NULL,
          row_id  INTEGER NOT NULL,
          cells   BLOB NOT NULL,
          PRIMARY KEY (subject, row_id)
        ) STRICT, WITHOUT ROWID;
        """
}
