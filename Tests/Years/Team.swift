import CivilTime
import Coaching
import Engine
import SQLite
import Store

/// A team of ten with a leader and a deputy, as different from the next seed's as teams are: five zones, short and full lists, old
/// and fresh touches.
struct Team {
    private let store: Store
    private let first: CivilDate
    private var generator: SeededGenerator
    private let accountsEach: ClosedRange<Int>

    private static let zones = [
        "Europe/London", "Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe",
    ]
    private static let titles = ["Need confirmed", "CFO met", "Proposal sent", "Pilot agreed"]
    private static let roles = ["economic buyer", "champion", "user", "evaluator", "influencer"]

    /// - Parameter first: The day on which coachd first sees the team.
    init(seed: UInt64, store: Store, first: CivilDate) throws {
        self.store = store
        self.first = first
        generator = SeededGenerator(seed: seed)
        // Most lists are short, so that a year is quick; some are full.
        accountsEach = seed % 40 == 0 ? 50...50 : seed % 5 == 0 ? 12...20 : 3...9
        try store.editing(as: "the operator", at: Zone.utc.startOfDay(first)) { try fill(seed) }
    }

    private mutating func fill(_ seed: UInt64) throws {
        let team = try insert("INSERT INTO team(name, time_zone) VALUES ('Team North', 'Europe/London')")
        let leader = try person("Mara", "leader", team, hours: "08:30-17:30")
        let deputy = try person("Dora", "leader", team)
        try store.database.run("UPDATE team SET leader_id = ?, deputy_id = ?", .integer(leader), .integer(deputy))
        for number in 1...10 {
            let rep = try person(
                "Rep \(number)", "rep", team, zone: Self.zones[number % 5], workdays: number % 5 == 3 ? "sun-thu" : nil,
                hours: number == 4 ? "10:00-18:30" : nil)
            if number % 2 == 0 {
                _ = try insert("INSERT INTO plan(rep_id, kind, count) VALUES (?, 'touch', 3)", .integer(rep))
            }
            for rank in 1...roll(accountsEach) { try account("Account \(number)-\(rank)", rank, of: rep) }
        }
        // A leader who sells.
        if seed % 4 == 1 { for rank in 1...5 { try account("Account L-\(rank)", rank, of: leader) } }
    }

    private mutating func person(
        _ name: String, _ role: String, _ team: RowID, zone: String? = nil, workdays: String? = nil,
        hours: String? = nil
    ) throws -> RowID {
        let email = name.lowercased().split(separator: " ").joined() + "@example.com"
        return try insert(
            "INSERT INTO person(email, name, role, team_id, time_zone, workdays, hours) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(email), .text(name), .text(role), .integer(team), Value(zone), Value(workdays), Value(hours))
    }

    private mutating func account(_ name: String, _ rank: Int, of rep: RowID) throws {
        let step = roll(0...2) == 0 ? first.adding(days: roll(-5...20)) : nil
        let id = try insert(
            "INSERT INTO account(name, rep_id, rank, selected_on, next_step, next_step_on) VALUES (?, ?, ?, ?, ?, ?)",
            .text(name), .integer(rep), Value(rank), Value(first.adding(days: -roll(1...300))),
            Value(step == nil ? nil : "call about the pilot"), Value(step))
        for number in 0..<roll(0...3) {
            _ = try insert(
                "INSERT INTO stakeholder(account_id, name, role) VALUES (?, ?, ?)", .integer(id),
                .text("Petra Lind \(number)"), .text(Self.roles[roll(0...4)]))
        }
        for title in Self.titles.prefix(roll(0...3)) {
            _ = try insert(
                "INSERT INTO milestone(account_id, title, due_on) VALUES (?, ?, ?)", .integer(id), .text(title),
                Value(first.adding(days: roll(-10...90))))
        }
        let now = Zone.utc.startOfDay(first)
        for _ in 0..<roll(0...4) {
            let at = now.adding(seconds: -Int64(roll(50_000...3_000_000)))
            try store.log(
                LoggedActivity(personID: rep, accountID: id, kind: .call, direction: .out, at: at))
        }
    }

    private mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    private func insert(_ sql: String, _ values: Value...) throws -> RowID {
        try store.database.statement(sql).run(values)
        return store.database.lastInsertID
    }
}
