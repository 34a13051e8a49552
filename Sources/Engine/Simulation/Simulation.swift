import Chat
import CivilTime
import Coaching
import Store

/// Drives the one engine and the one queue under a virtual clock, over a store that is its own. Every channel takes what it is given
/// at once, and nothing leaves the process.
package final class Simulation {
    /// Who lives in it.
    package enum Life: Sendable {
        /// Nobody acts: what the store has goes on by itself.
        case nobody
        /// People work, rest, answer and forget by the dice of the seed.
        case people(seed: UInt64)
        /// The same, and people leave and join, the program is down now and then, and its clock is set.
        case upheavals(seed: UInt64)
    }

    private let store: Store
    private let start: () throws -> (Engine, DeliveryQueue)
    private var running: (engine: Engine, queue: DeliveryQueue)
    private let received: Received
    private let life: Life
    private let people: People
    private var schedule = Schedule()
    private var planned: CivilDate
    private var downUntil: Instant?
    private var lastAttempt: RowID
    /// The queue's last turn: when, what had been queued by then, and when it wanted the next.
    private var lastTurn: (at: Instant, queued: RowID, next: Instant?)?
    private var now: Instant
    private let end: Instant

    /// What the queue hands to its outlet.
    private final class Received {
        var messages: [Message] = []
    }

    /// - Parameters:
    ///   - store: A scratch copy: the simulation writes to it.
    ///   - period: Everybody's days from the first to the last, whatever his zone.
    package init(
        _ store: Store, policy: PolicySettings, routing: Routing, zones: ZoneDatabase,
        period: ClosedRange<CivilDate>, life: Life
    ) throws {
        self.store = store
        self.life = life
        let roster = try Roster(store, policy: policy, routing: routing, zones: zones)
        let everywhere = roster.members.values.map(\.rep.zone) + roster.teams.map(\.zone) + [Zone.utc]
        func edge(_ date: CivilDate, _ choose: (Instant, Instant) -> Instant) -> Instant {
            everywhere.dropFirst().map { $0.startOfDay(date) }.reduce(everywhere[0].startOfDay(date), choose)
        }
        now = edge(period.lowerBound, min)
        end = edge(period.upperBound.adding(days: 1), max)
        planned = period.lowerBound.adding(days: -1)
        try store.takeBackDecisions(after: now)
        // Where it is still the day before, that day is over.
        try store.closeSlots(on: planned, at: now)
        let received = Received()
        self.received = received
        start = {
            (
                try Engine(store: store, policy: policy, routing: routing, zones: zones),
                DeliveryQueue(
                    store: store, outlet: Outlet { message, _ in received.messages.append(message) },
                    random: { $0.lowerBound })
            )
        }
        running = try start()
        _ = try store.recoverInterrupted(at: now)
        lastAttempt = try store.lastAttempt()
        switch life {
        case .nobody: people = People(store: store, seed: 0)
        case .people(let seed), .upheavals(let seed): people = People(store: store, seed: seed)
        }
    }

    /// Lets the period pass.
    /// - Parameter hear: Is given each message when it arrives, in their order.
    package func run(_ hear: (Heard) throws -> Void) throws {
        while now < end {
            try planDays()
            while let act = schedule.take(due: now) { try act.perform(now) }
            if let back = downUntil, back <= now { try restart() }
            let wake = try downUntil ?? step(hear)
            now = max(now.adding(seconds: 1), min(wake, end, schedule.next ?? end, nextPlanning))
        }
    }

    private func step(_ hear: (Heard) throws -> Void) throws -> Instant {
        let (engine, queue) = running
        let next = try engine.settle(at: now)
        let queued = try store.lastQueued()
        if let lastTurn, lastTurn.at <= now, lastTurn.queued == queued, lastTurn.next.map({ now < $0 }) ?? true {
            return lastTurn.next.map { min($0, next) } ?? next
        }
        // The roster knows the routes as they are; what is sent goes nowhere.
        let channels = engine.routing.channels.mapValues { Channel(name: $0.name, platform: Console()) }
        _ = try queue.collect(at: now, roster: engine.roster, channels: channels)
        if !received.messages.isEmpty {
            // Each has its attempt, in the same order.
            let deliveries = try store.deliveries(after: lastAttempt)
            lastAttempt = deliveries.last?.id ?? lastAttempt
            for (message, delivery) in zip(received.messages, deliveries) {
                let heard = try Heard(message, delivery, at: now, roster: engine.roster, store: store)
                people.hear(heard)
                try hear(heard)
            }
            received.messages.removeAll()
        }
        let turn = try queue.next(after: now)
        lastTurn = (now, queued, turn)
        return turn.map { min($0, next) } ?? next
    }

    // MARK: Life

    /// The earliest clock of the world shows a date so many seconds before the one in UTC.
    private static let earliestClock: Int64 = 14 * 3600

    private var nextPlanning: Instant {
        if case .nobody = life { return end }
        return Zone.utc.startOfDay(planned.adding(days: 1)).adding(seconds: -Self.earliestClock)
    }

    private func planDays() throws {
        if case .nobody = life { return }
        while nextPlanning <= now {
            planned = planned.adding(days: 1)
            let roster = running.engine.roster
            schedule.add(try people.plan(planned, roster))
            guard case .upheavals(let seed) = life else { continue }
            schedule.add(people.planComingAndGoing(planned, roster))
            schedule.add(outages(seed: seed))
        }
    }

    /// What happens to the program on the planned day.
    private func outages(seed: UInt64) -> [Act] {
        var dice = Dice(seed: seed, subject: -1, day: planned)
        let at = Zone.utc.startOfDay(planned).adding(seconds: Int64(dice.number(0...86_399)))
        if dice.falls(0.06) { return [Act(at: at) { [unowned self] _ in try restart() }] }
        if dice.falls(0.03), let seconds = dice.one(of: Self.downtimes) {
            return [Act(at: at) { [unowned self] in downUntil = $0.adding(seconds: seconds) }]
        }
        if dice.falls(0.03), let seconds = dice.one(of: Self.clockSteps) {
            return [Act(at: at) { [unowned self] in now = $0.adding(seconds: seconds) }]
        }
        return []
    }

    /// Minutes, hours, days, in seconds.
    private static let downtimes: [Int64] = [900, 7_200, 40_000, 200_000]
    private static let clockSteps: [Int64] = [-5_400, -1_800, -60, 600, 7_200]

    /// Another process on the same store.
    private func restart() throws {
        downUntil = nil
        _ = try store.recoverInterrupted(at: now)
        running = try start()
        lastTurn = nil
    }
}
