import Chat
import CivilTime
import Coaching
import SQLite
import Store

extension World {
    /// Reps who each have three accounts without a next step, and one webhook for all.
    static func ofReps(_ count: Int) throws -> World {
        let world = try World()
        world.forgetIdleness()
        for index in 0..<count {
            let rep = try world.person("Rep\(index)")
            for number in 1...3 { try world.account("Account \(index)-\(number)", of: rep, rank: number) }
        }
        world.routeReps()
        return world
    }
}

/// Rows as any program may write them: plain SQL.
extension World {
    func insert(_ sql: String, _ values: Value...) throws -> RowID {
        try store.database.statement(sql).run(values)
        return store.database.lastInsertID
    }

    /// One statement of another program.
    func sql(_ statement: String) throws { try store.database.execute(statement) }

    @discardableResult
    func team(_ name: String = "Team North", zone: String? = nil) throws -> RowID {
        try insert("INSERT INTO team(name, time_zone) VALUES (?, ?)", .text(name), Value(zone))
    }

    @discardableResult
    func person(
        _ name: String, _ role: PersonRole = .rep, team: RowID? = nil, zone: String? = nil, workdays: String? = nil,
        hours: String? = nil, plan: [String: Int] = [:]
    ) throws -> RowID {
        let email = name.lowercased().replacing(" ", with: ".") + "@example.com"
        let id = try insert(
            "INSERT INTO person(email, name, role, team_id, time_zone, workdays, hours) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(email), .text(name), .text(role.rawValue), Value(team), Value(zone), Value(workdays), Value(hours))
        for (kind, count) in plan.sorted(by: { $0.key < $1.key }) {
            _ = try insert(
                "INSERT INTO plan(rep_id, kind, count) VALUES (?, ?, ?)", .integer(id), .text(kind), Value(count))
        }
        return id
    }

    /// A leader who leads the team.
    @discardableResult
    func leader(_ name: String = "Mara", of team: RowID, zone: String? = nil, hours: String? = nil) throws -> RowID {
        let id = try person(name, .leader, team: team, zone: zone, hours: hours)
        try store.database.run("UPDATE team SET leader_id = ? WHERE id = ?", .integer(id), .integer(team))
        return id
    }

    /// An account with its groundwork done. Without a next step `no-next-step` is found; a far one leaves nothing to find but idleness.
    @discardableResult
    func account(
        _ name: String, of rep: RowID, rank: Int? = nil, selected: String = "2000-01-01", nextStep: String? = nil,
        touched: Instant? = nil
    ) throws -> RowID {
        let id = try insert(
            """
            INSERT INTO account(name, rep_id, rank, selected_on, next_step_on, own_message)
            VALUES (?, ?, ?, ?, ?, 'Written for them')
            """, .text(name), .integer(rep), Value(rank), .text(selected), Value(nextStep))
        for (person, role) in [("Petra Lind", "economic buyer"), ("Tom Ades", "champion")] {
            _ = try insert(
                "INSERT INTO stakeholder(account_id, name, role) VALUES (?, ?, ?)", .integer(id), .text(person),
                .text(role))
        }
        _ = try insert("INSERT INTO milestone(account_id, title) VALUES (?, 'Contract signed')", .integer(id))
        if let touched { try touch(id, by: rep, at: touched) }
        return id
    }

    /// A date that pauses nothing and passes in nobody's lifetime.
    static let farStep = "2199-01-01"

    func touch(_ account: RowID, by rep: RowID, at instant: Instant? = nil, _ kind: ActivityKind = .call) throws {
        try store.log(
            LoggedActivity(personID: rep, accountID: account, kind: kind, direction: .twoWay, at: instant ?? now))
    }

    func away(_ person: RowID, _ from: String, _ until: String) throws {
        _ = try insert(
            "INSERT INTO away(person_id, from_on, until_on) VALUES (?, ?, ?)", .integer(person), .text(from),
            .text(until))
    }

    /// Idleness is no subject: only what the test makes is found.
    func forgetIdleness() {
        policy.top.quiet = 10_000
        policy.top.stalled = 10_000
    }

    // MARK: Routes

    /// A signed webhook for the nudges of all.
    func routeReps(to platform: (any Platform)? = nil, fallback: (any Platform)? = nil, isShared: Bool = false) {
        let platform = platform ?? Self.webhook("reps")
        routing.channels["reps"] = Channel(name: "reps", platform: platform, isShared: isShared)
        routing.top.rep = "reps"
        if let fallback {
            routing.channels["fallback"] = Channel(name: "fallback", platform: fallback)
            routing.top.fallback = "fallback"
        }
    }

    func routeLeader(to platform: (any Platform)? = nil) {
        routing.channels["leads"] = Channel(name: "leads", platform: platform ?? Self.slack("leads"))
        routing.top.leader = "leads"
    }

    static func slack(_ name: String) -> any Platform {
        Slack(url: Secret("https://hooks.example.com/slack/\(name)"))
    }
    static func webhook(_ name: String) -> any Platform {
        StandardWebhook(
            url: Secret("https://hooks.example.com/\(name)"),
            signingSecrets: [Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")])
    }

    // MARK: Questions to the store

    struct SlotRow: Hashable {
        var date: String
        var due: Instant
        var done: Instant
        var outcome: String
    }

    func slots(_ kind: Message.Kind, of owner: SlotOwner) throws -> [SlotRow] {
        let (column, id) =
            switch owner {
            case .team(let id): ("team_id", id)
            case .person(let id): ("person_id", id)
            }
        return try store.database.query(
            "SELECT on_date, due_at, done_at, outcome FROM slot WHERE kind = ? AND \(column) = ? ORDER BY on_date",
            .text(kind.rawValue), .integer(id)
        ) { row in
            SlotRow(
                date: row.text(0), due: Instant(secondsSinceEpoch: row.int64(1)),
                done: Instant(secondsSinceEpoch: row.int64(2)), outcome: row.text(3))
        }
    }

    struct OutboxEntry: Hashable {
        var kind: String
        var channel: String
        var state: String
        var attempts: Int
        var reason: String?
    }

    func outbox() throws -> [OutboxEntry] {
        try store.database.query(
            """
            SELECT m.kind, o.channel, o.state, o.attempts, o.reason
            FROM outbox o JOIN message m ON m.id = o.message_id ORDER BY o.id
            """
        ) {
            OutboxEntry(
                kind: $0.text(0), channel: $0.text(1), state: $0.text(2), attempts: $0.int(3),
                reason: $0.optionalText(4))
        }
    }

    func count(_ query: String) throws -> Int { try store.database.first(query) { $0.int(0) } ?? 0 }

    /// All rows of all tables, to compare before and after.
    func dump() throws -> [String] {
        let tables = try store.database.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        ) { $0.text(0) }
        return try tables.flatMap { table in
            let columns = try store.database.query("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
            let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
            return try store.database.query("SELECT \(row) FROM \(table)") { "\(table): \($0.text(0))" }.sorted()
        }
    }
}
