extension Schema {
    /// Brings the tables of version 3 to version 4.
    static let upgradeToVersion4 = "ALTER TABLE outbox ADD COLUMN fingerprint INTEGER;"
}
