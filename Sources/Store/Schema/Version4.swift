extension Schema {
    /// Brings the tables of version 3 to version 4.
    static let upgradeToVersion4 = """
        ALTER TABLE outbox ADD COLUMN fingerprint INTEGER;
        \(importedTable)
        """

    static let importedTable = """
        -- What each cell of an imported row said last, as fingerprints: what people changed since is not undone by a file that
        -- says the same as before.
        CREATE TABLE imported (
          subject TEXT NOT NULL,
          row_id  INTEGER NOT NULL,
          cells   BLOB NOT NULL,
          PRIMARY KEY (subject, row_id)
        ) STRICT, WITHOUT ROWID;
        """
}
