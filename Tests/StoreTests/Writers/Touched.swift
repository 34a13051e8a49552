import SQLite

/// What a batch of statements changed, seen from outside: rows before against rows after.
struct Touched {
    /// A row's value with the ids of the accounts, people and days that the engine has to look at again when it changed.
    private struct Look: Hashable {
        let row: String
        let account: Int?
        let person: Int?
        let day: Int?
    }

    /// Per table: the columns that matter, then whose account, person and day they are.
    private static let sources: [(table: String, columns: String, account: String, person: String, day: String)] = [
        (
            "activity", "person_id, account_id, kind, occurred_at, direction, stakeholder_id, milestone_id",
            "account_id",
            "NULL", "person_id"
        ),
        (
            "account",
            "id, rep_id, name, rank, status, selected_on, stall_after, next_step, next_step_on, own_message",
            "id", "NULL", "rep_id"
        ),
        ("stakeholder", "id, account_id, name, role", "account_id", "NULL", "NULL"),
        (
            "attendee", "activity_id, stakeholder_id",
            "(SELECT account_id FROM stakeholder s WHERE s.id = stakeholder_id)", "NULL", "NULL"
        ),
        ("milestone", "id, account_id, title, due_on, done_on, skipped_on", "account_id", "NULL", "NULL"),
        ("hold", "account_id, from_on, until_on, reason", "account_id", "NULL", "NULL"),
        ("plan", "rep_id, kind, count", "NULL", "rep_id", "NULL"),
        ("away", "person_id, from_on, until_on", "NULL", "person_id", "NULL"),
        ("person", "id, email, name, role, team_id, left_on", "NULL", "id", "NULL"),
    ]

    private let looks: Set<Look>

    init(_ database: Database) throws {
        var looks: Set<Look> = []
        for source in Self.sources {
            let row = source.columns.split(separator: ", ").map { "quote(\($0))" }.joined(separator: " || ',' || ")
            try database.forEach(
                "SELECT \(row), \(source.account), \(source.person), \(source.day) FROM \(source.table)"
            ) { found in
                looks.insert(
                    Look(
                        row: source.table + " " + found.text(0), account: found.optionalInt(1),
                        person: found.optionalInt(2), day: found.optionalInt(3)))
            }
        }
        self.looks = looks
    }

    /// What changed since `earlier` and was not marked for another look, of accounts and people that are still there.
    func unmarked(since earlier: Touched, in database: Database) throws -> [String] {
        let changed = looks.symmetricDifference(earlier.looks)
        let accounts = try Self.ids(
            "SELECT id FROM account WHERE id NOT IN (SELECT account_id FROM changed_account)", database)
        let people = try Self.ids(
            "SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM changed_person)", database)
        let days = try Self.ids("SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM changed_day)", database)
        return changed.flatMap { look in
            [
                look.account.flatMap { accounts.contains($0) ? "changed_account lacks \($0): \(look.row)" : nil },
                look.person.flatMap { people.contains($0) ? "changed_person lacks \($0): \(look.row)" : nil },
                look.day.flatMap { days.contains($0) ? "changed_day lacks \($0): \(look.row)" : nil },
            ].compactMap { $0 }
        }.sorted()
    }

    private static func ids(_ sql: String, _ database: Database) throws -> Set<Int> {
        Set(try database.query(sql) { $0.int(0) })
    }
}
