import SQLite

/// What holds of a store at rest, asked in plain SQL that shares nothing with the triggers.
enum StoreInvariants {
    private static let touches = "('call', 'email', 'meeting', 'demo', 'visit', 'social', 'event')"

    private static let rules: [(complaint: String, sql: String)] = [
        (
            "account.last_touch_at",
            """
            SELECT id FROM account WHERE last_touch_at IS NOT
              (SELECT max(occurred_at) FROM activity v WHERE v.account_id = account.id AND v.kind IN \(touches))
            """
        ),
        (
            "stakeholder.last_two_way_at",
            """
            SELECT id FROM stakeholder WHERE last_two_way_at IS NOT
              (SELECT max(occurred_at) FROM activity v
               WHERE (v.stakeholder_id = stakeholder.id OR stakeholder.id IN
                      (SELECT t.stakeholder_id FROM attendee t WHERE t.activity_id = v.id))
                AND v.direction = 'two-way' AND v.kind IN \(touches))
            """
        ),
        (
            "milestone.first_activity_at",
            """
            SELECT id FROM milestone WHERE first_activity_at IS NOT
              (SELECT min(occurred_at) FROM activity v WHERE v.milestone_id = milestone.id)
            """
        ),
        (
            "activity names the stakeholder of another account",
            """
            SELECT v.id FROM activity v JOIN stakeholder s ON s.id = v.stakeholder_id
            WHERE s.account_id IS NOT v.account_id
            """
        ),
        (
            "attendee of another account's activity",
            """
            SELECT t.id FROM attendee t JOIN activity v ON v.id = t.activity_id JOIN stakeholder s ON s.id = t.stakeholder_id
            WHERE s.account_id IS NOT v.account_id
            """
        ),
        (
            "activity names the milestone of another account",
            "SELECT v.id FROM activity v JOIN milestone m ON m.id = v.milestone_id WHERE m.account_id IS NOT v.account_id"
        ),
        (
            "rep has more than 50 active accounts",
            "SELECT rep_id FROM account WHERE status = 'active' GROUP BY rep_id HAVING count(*) > 50 AND rep_id IS NOT NULL"
        ),
    ]

    static func complaints(in database: Database) throws -> [String] {
        try rules.flatMap { complaint, sql in try database.query(sql) { "\(complaint) of \($0.text(0))" } }
            + lostParents(in: database)
    }

    /// Rows that point at nothing, apart from the negative ids that `RandomWriter` made up.
    private static func lostParents(in database: Database) throws -> [String] {
        let keys = try database.query(
            """
            SELECT t.name, f."from", f."table" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
            WHERE t.type = 'table'
            """
        ) { (child: $0.text(0), column: $0.text(1), parent: $0.text(2)) }
        return try keys.flatMap { child, column, parent in
            try database.query(
                """
                SELECT id FROM \(child) WHERE \(column) > 0
                  AND \(column) NOT IN (SELECT id FROM \(parent))
                """
            ) { "\(child).\(column) of \($0.text(0)) points at no \(parent)" }
        }
    }

    static func structure(of database: Database) throws -> String {
        try database.answer("PRAGMA integrity_check")
    }

    static func brokenForeignKeys(in database: Database) throws -> String {
        try database.answer("SELECT \"table\" FROM pragma_foreign_key_check")
    }
}
