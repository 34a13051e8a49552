extension Schema {
    /// Brings the tables of version 4 to version 5. A milestone's threshold goes by its title and stands in the configuration: the column
    /// was never read.
    static let upgradeToVersion5 = "ALTER TABLE milestone DROP COLUMN stall_after"
}
