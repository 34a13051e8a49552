import Chat
import CivilTime
import Coaching
import Engine
import Judging
import Store

/// One simulated year of one seed.
struct Year {
    let seed: UInt64
    let days: Int

    /// They begin on dates all over the year, so that clocks change early, late and in the middle.
    var first: CivilDate { CivilDate(dayNumber: Self.monday.dayNumber + Int32(seed &* 37 % 365)) }
    private static let monday = CivilDate(dayNumber: 20_458)

    private var last: CivilDate { first.adding(days: days - 1) }

    /// - Parameter keep: Where the store is written at the end, for a look.
    func violations(_ zones: ZoneDatabase, keep: String? = nil) throws -> (found: [Violation], messages: Int) {
        let store = try Store.inMemory()
        _ = try Team(seed: seed, store: store, first: first)
        var routing = Routing()
        for name in ["leads", "reps", "room"] { routing.channels[name] = Channel(name: name, platform: Console()) }
        (routing.top.leader, routing.top.rep, routing.top.team) = ("leads", "reps", "room")
        let simulation = try Simulation(
            store, policy: PolicySettings(), routing: routing, zones: zones, period: first...last,
            life: .upheavals(seed: seed))
        var messages = 0
        try simulation.run { _ in messages += 1 }
        if let keep { try store.database.backUp(to: keep) }
        return (Judge.violations(of: try Record(store, zones: zones, through: last)), messages)
    }
}
