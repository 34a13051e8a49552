extension Schema {
    /// The fields whose changes are history, by table, with the column that names the account. A removed row is told by the first.
    private static let tracked: [(table: String, account: String, fields: [String])] = [
        (
            "account", "id",
            [
                "name", "rep_id", "rank", "status", "status_reason", "selected_on", "fit_note", "inner_circle",
                "stall_after", "next_step", "next_step_on", "own_message", "insight", "trigger_event",
            ]
        ),
        ("milestone", "account_id", ["title", "due_on", "done_on", "skipped_on"]),
        ("hold", "account_id", ["from_on", "until_on", "reason"]),
        ("stakeholder", "account_id", ["name", "role"]),
        ("person", "NULL", ["name", "team_id", "role", "time_zone", "workdays", "hours", "left_on"]),
    ]

    static var historyTriggers: [String] {
        tracked.flatMap { table, account, fields in
            fields.map { field in
                """
                CREATE TRIGGER \(table)_history_\(field) AFTER UPDATE OF \(field) ON \(table)
                  WHEN OLD.\(field) IS NOT NEW.\(field)
                BEGIN
                  \(record(table, qualified(account, by: "NEW"), "NEW.id", field, "OLD.\(field)", "NEW.\(field)"));
                END
                """
            } + [
                """
                CREATE TRIGGER \(table)_history_removed AFTER DELETE ON \(table)
                  WHEN NOT \(isReplaced(table))
                BEGIN
                  \(record(table, qualified(account, by: "OLD"), "OLD.id", "removed", "OLD.\(fields[0])", "NULL"));
                END
                """,
                replacement(of: table, account, fields),
            ]
        }
    }

    /// `INSERT OR REPLACE` is told field by field, as the update that it stands for.
    private static func replacement(of table: String, _ account: String, _ fields: [String]) -> String {
        let sameKey = sameKey(of: table)
        let records = fields.map { field in
            record(table, qualified(account, by: "o"), "o.id", field, "o.\(field)", "NEW.\(field)")
                + " FROM \(table) o WHERE (o.id = NEW.id OR \(sameKey)) AND \(replaces) AND o.\(field) IS NOT NEW.\(field);"
        }
        return """
            CREATE TRIGGER \(table)_history_replaced BEFORE INSERT ON \(table)
              WHEN EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id OR \(sameKey))
            BEGIN
              \(askPolicy)
              \(records.joined(separator: "\n"))
              \(forgetPolicy)
            END
            """
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
                 \(account), '\(table)', \(id), '\(field)', \(old), \(new)
        """
    }
}
