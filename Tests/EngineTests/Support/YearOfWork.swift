import Chat
import CivilTime
import Coaching
import SQLite
import Store

@testable import Engine

/// A team of ten with a leader and a deputy in five zones, who work, rest, close accounts and start new ones by the dice.
struct YearOfWork {
    let world: World
    let team: RowID
    let leader: RowID
    let deputy: RowID
    private(set) var reps: [RowID] = []
    private var generator: SeededGenerator
    private let first: CivilDate
    private let days: Int
    var last: CivilDate { first.adding(days: days - 1) }

    private static let zones = [
        "Europe/London", "Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe",
    ]
    private static let accountsEach = 6

    init(seed: UInt64, from start: String = "2026-01-05", days: Int) throws {
        generator = SeededGenerator(seed: seed)
        world = try World("\(start) 00:00")
        first = try date(start)
        self.days = days
        team = try world.team(zone: "Europe/London")
        leader = try world.leader(of: team, zone: "Europe/London", hours: "08:30-17:30")
        deputy = try world.person("Dora", .leader, team: team, zone: "Europe/London")
        try world.sql("UPDATE team SET deputy_id = \(deputy)")
        for number in 1...10 {
            let rep = try world.person(
                "Rep\(number)", team: team, zone: Self.zones[number % 5], workdays: number % 5 == 3 ? "sun-thu" : nil,
                hours: number == 4 ? "10:00-18:30" : nil, plan: number % 2 == 0 ? ["touch": 3] : [:])
            reps.append(rep)
            for rank in 1...Self.accountsEach { try newAccount("Account \(number)-\(rank)", of: rep, rank: rank) }
        }
        routes()
        var weather = Weather(seed: seed)
        var slow = 0
        world.answer = { [unowned world] shipment, now in
            let answer = weather.answer(to: shipment, at: now)
            if answer.after > 1 { slow += 1 }
            // Now and then the process ends while an answer is awaited.
            if answer.after > 1, slow % 3 == 0 { world.act(at: now.adding(seconds: 1)) { try world.restart() } }
            return answer
        }
        for day in 0..<days { try planDay(first.adding(days: day)) }
    }

    private func routes() {
        world.routeReps(to: World.webhook("reps"), fallback: World.webhook("spare"))
        world.routeLeader()
        world.routing.channels["room"] = Channel(name: "room", platform: World.slack("room"))
        world.routing.top.team = "room"
    }

    @discardableResult
    private func newAccount(_ name: String, of rep: RowID, rank: Int) throws -> RowID {
        let account = try world.account(name, of: rep, rank: rank)
        try world.sql(
            """
            INSERT INTO milestone(account_id, title, due_on)
            VALUES (\(account), 'Need confirmed', date('\(first.iso)', '+\(rank * 9) days'))
            """)
        return account
    }

    /// The year, and a quiet day on which all that waits can leave.
    func run() throws {
        let end = Zone.utc.startOfDay(first.adding(days: days))
        try world.run(until: end)
        world.answer = { _, _ in .ok }
        try world.run(until: end.adding(seconds: 4 * 86_400))
    }

    // MARK: The dice

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }

    private mutating func planDay(_ day: CivilDate) throws {
        let world = world
        for rep in reps {
            if roll(10) < 6 { plan(day) { try Self.act(.touch, rep, $0, world) } }
            if roll(12) == 0 { plan(day) { try Self.act(.nextStep, rep, $0, world) } }
            if roll(40) == 0 { plan(day) { try Self.act(.milestone, rep, $0, world) } }
            if roll(60) == 0 { plan(day) { try Self.act(.hold, rep, $0, world) } }
            if roll(120) == 0 { plan(day) { try Self.act(.swap, rep, $0, world) } }
            if roll(150) == 0 { plan(day) { _ in try Self.leave(rep, day, world) } }
        }
        if roll(60) == 0 { plan(day) { [leader] _ in try Self.leave(leader, day, world) } }
        if roll(60) == 0 {
            plan(day) { _ in
                try world.sql("INSERT OR IGNORE INTO holiday(on_date) VALUES ('\(day.adding(days: 1).iso)')")
            }
        }
        // Ends of the process: at once, after minutes, after hours, after days.
        if roll(15) == 0 { plan(day) { _ in try world.restart() } }
        let down = [900, 7_200, 40_000, 200_000]
        if roll(40) == 0 {
            let seconds = Int64(down[roll(4)])
            plan(day) { _ in try world.sleep(until: world.now.adding(seconds: seconds)) }
        }
        if roll(50) == 0 { plan(day) { _ in world.setClock(to: world.now.adding(seconds: -1_800)) } }
    }

    /// At some second of the day; the act gets a number to choose by.
    private mutating func plan(_ day: CivilDate, _ act: @escaping (Int) throws -> Void) {
        let instant = Zone.utc.startOfDay(day).adding(seconds: Int64(roll(86_400)))
        let choice = roll(1_000_000)
        world.act(at: instant) { try act(choice) }
    }

    private enum Act { case touch, nextStep, milestone, hold, swap }

    private static func act(_ act: Act, _ rep: RowID, _ choice: Int, _ world: World) throws {
        let accounts = try world.store.database.query(
            "SELECT id, rank FROM account WHERE rep_id = ? AND status = 'active' ORDER BY id", .integer(rep)
        ) { ($0.int64(0), $0.int(1)) }
        guard !accounts.isEmpty else { return }
        // Some accounts are favourites, and some are never looked at.
        let (account, rank) = accounts[choice % max(1, accounts.count - 2)]
        let today = Zone.utc.date(at: world.now)
        switch act {
        case .touch: try world.touch(account, by: rep)
        case .nextStep:
            try world.store.setNextStep(of: account, to: "call \(choice)", on: today.adding(days: choice % 14))
        case .milestone:
            let milestones = try world.store.milestones(of: account)
            if !milestones.isEmpty {
                try world.store.finishMilestone(milestones[choice % milestones.count].id, on: today)
            }
        case .hold:
            try world.sql(
                """
                INSERT OR IGNORE INTO hold(account_id, from_on, until_on, reason)
                VALUES (\(account), '\(today.iso)', '\(today.adding(days: 3 + choice % 20).iso)', 'their audit')
                """)
        case .swap:
            try world.sql("UPDATE account SET status = 'won' WHERE id = \(account)")
            try world.account("New \(choice)", of: rep, rank: rank, selected: today.iso)
        }
    }

    private static func leave(_ person: RowID, _ day: CivilDate, _ world: World) throws {
        try world.sql(
            """
            INSERT OR IGNORE INTO away(person_id, from_on, until_on)
            VALUES (\(person), '\(day.adding(days: 1).iso)', '\(day.adding(days: 6).iso)')
            """)
    }
}
