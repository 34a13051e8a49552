extension Schema {
    /// The fields whose changes are history, by table, with the column that names the account.
    private static let tracked: [(table: String, account: String, fields: [String])] = [
        (
            "account", "id",
            [
                "rep_id", "name", "rank", "status", "selected_on", "inner_circle", "stall_after", "next_step",
                "next_step_on", "own_message",
            ]
        ),
        ("milestone", "account_id", ["title", "due_on", "done_on", "skipped_on"]),
        ("hold", "account_id", ["from_on", "until_on", "reason"]),
        ("stakeholder", "account_id", ["name", "role"]),
        ("person", "NULL", ["team_id", "role", "time_zone", "workdays", "hours", "left_on"]),
    ]

    static var historyTriggers: [String] {
        tracked.flatMap { table, account, fields in
            fields.map { field in
                """
                CREATE TRIGGER \(table)_history_\(field) AFTER UPDATE OF \(field) ON \(table)
                  WHEN OLD.\(field) IS NOT NEW.\(field)
                BEGIN
                  \(record(table, qualified(account, by: "NEW"), "NEW.id", field, "OLD.\(field)", "NEW.\(field)"))
                END
                """
            } + [
                """
                CREATE TRIGGER \(table)_history_removed AFTER DELETE ON \(table) BEGIN
                  \(record(table, qualified(account, by: "OLD"), "OLD.id", "removed", "OLD.\(fields[0])", "NULL"))
                END
                """
            ]
        }
    }

    private static func qualified(_ column: String, by row: String) -> String {
        column == "NULL" ? column : "\(row).\(column)"
    }

    private static func record(
        _ table: String, _ account: String, _ id: String, _ field: String, _ old: String, _ new: String
    ) -> String {
        """
        INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
          SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
                 \(account), '\(table)', \(id), '\(field)', \(old), \(new);
        """
    }
}
