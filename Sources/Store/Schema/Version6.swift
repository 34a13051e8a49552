extension Schema {
    /// Brings the tables of version 5 to version 6. An agenda wants what was open at its instant; what is open today has an index that
    /// SQLite cannot use for that, so each agenda read all that was ever asked and promised.
    static let upgradeToVersion6 = """
        DROP INDEX IF EXISTS ask_open;
        CREATE INDEX ask_rep ON ask(rep_id, asked_at);
        DROP INDEX IF EXISTS promise_open;
        CREATE INDEX promise_leader ON promise(leader_id);
        """
}
