import Chat
import CivilTime
import Coaching
import HTTP
import SQLite
import Store
import Testing

@testable import Engine

/// A small world under a virtual clock: a store in memory, the real engine and the real queue, and servers that answer as told.
/// Time passes in `run`, which wakes when the engine, the queue, an answer or an act of somebody wants it.
final class World {
    /// Something that somebody heard.
    struct Said {
        var at: Instant
        var kind: Message.Kind
        var channel: String
        var person: RowID?
        var team: RowID?
        var messageID: RowID
        /// As it was sent.
        var text: String
        /// As it was composed, without what was left out since.
        var message: Message
        var isMarkedRepeat: Bool
    }

    /// What the console printed.
    private final class Console {
        var lines: [(message: Message, envelope: Envelope)] = []
        var isRead = true
    }

    let store: Store
    var policy = World.policy
    var routing = Routing()
    /// The servers behind all channels.
    var answer: (DeliveryQueue.Shipment, Instant) -> Answer = { _, _ in .ok }

    private(set) var now: Instant
    private(set) var said: [Said] = []
    private(set) var attempts: [Attempt] = []
    private(set) var reports: [(at: Instant, report: DeliveryQueue.Report)] = []
    private var running: (engine: Engine, queue: DeliveryQueue)?
    private var inFlight:
        [(doneAt: Instant, shipment: DeliveryQueue.Shipment, result: Result<HTTPResponse, TransportError>)] = []
    private var acts: [(at: Instant, perform: () throws -> Void)] = []
    private let console = Console()
    private var generator = SeededGenerator(seed: 1)
    /// The attempt that was recorded last before the queue was asked.
    private var lastAttempt: RowID = 0

    /// The lists of tests are short, and research is a matter of few of them.
    private static var policy: PolicySettings {
        var policy = PolicySettings()
        policy.top.listShort = 0
        policy.top.research = []
        return policy
    }

    /// - Parameter start: When the world begins, as a clock in UTC shows it.
    init(_ start: String = "2026-03-02 00:00") throws {
        store = try Store.inMemory()
        now = try CivilTestClock.utc(start)
    }

    // MARK: The program

    var engine: Engine {
        get throws { try program.engine }
    }

    var queue: DeliveryQueue {
        get throws { try program.queue }
    }

    private var program: (engine: Engine, queue: DeliveryQueue) {
        get throws {
            if let running { return running }
            let console = console
            let queue = DeliveryQueue(
                store: store,
                outlet: Outlet { (message, envelope) throws(Outlet.Failure) in
                    guard console.isRead else { throw Outlet.Failure(reason: "Broken pipe") }
                    console.lines.append((message, envelope))
                },
                random: { [unowned self] in Int.random(in: $0, using: &generator) })
            let started = (try Engine(store: store, policy: policy, routing: routing, zones: Zones.database), queue)
            running = started
            return started
        }
    }

    /// The program ends at once, as by SIGKILL: what was in flight stays without an answer.
    func kill() {
        running = nil
        inFlight = []
    }

    /// Whether somebody reads what is said on the console.
    var isConsoleRead: Bool {
        get { console.isRead }
        set { console.isRead = newValue }
    }

    /// A new program on the same store, as the daemon starts it.
    func restart() throws {
        kill()
        _ = try store.recoverInterrupted(at: now)
        _ = try program
    }

    /// The program takes over the world's settings, as the daemon does on SIGHUP.
    func reload() throws {
        let (engine, queue) = try program
        try engine.reconfigure(policy: policy, routing: routing)
        hear(try queue.reconfigured(at: now, roster: engine.roster, channels: routing.channels))
    }

    /// The program is down while the clock goes on.
    func sleep(until instant: Instant) throws {
        kill()
        now = instant
        try restart()
    }

    /// Sets the wall clock.
    func setClock(to instant: Instant) { now = instant }

    // MARK: Time

    /// Somebody acts at the instant.
    func act(at instant: Instant, _ perform: @escaping () throws -> Void) {
        let place = acts.firstIndex { $0.at > instant } ?? acts.endIndex
        acts.insert((instant, perform), at: place)
    }

    /// Lets time pass up to the instant, what is due at it included.
    func run(until end: Instant) throws {
        while true {
            let next = try min(tick(), acts.first?.at ?? end.adding(seconds: 1))
            if next > end { break }
            now = next
            try performActs()
        }
        if now < end {
            now = end
            _ = try tick()
        }
    }

    /// Does all that is due now.
    /// - Returns: when it wants to be woken.
    @discardableResult
    func tick() throws -> Instant {
        let (engine, queue) = try program
        while true {
            let next = try engine.settle(at: now)
            if next < now { Issue.record("the engine wants to be woken at \(next), which is not after \(now)") }
            lastAttempt = RowID(try count("SELECT ifnull(max(id), 0) FROM attempt"))
            let (shipments, reports) = try queue.collect(at: now, roster: engine.roster, channels: routing.channels)
            hear(reports)
            try hearConsole()
            for shipment in shipments { try send(shipment) }
            guard try receive(queue, engine) else {
                let wake =
                    [next, try queue.next(after: now), inFlight.map(\.doneAt).min()].compactMap { $0 }.min() ?? next
                return max(wake, now.adding(seconds: 1))
            }
        }
    }

    private func performActs() throws {
        while let act = acts.first, act.at <= now {
            acts.removeFirst()
            try act.perform()
        }
    }

    private func send(_ shipment: DeliveryQueue.Shipment) throws {
        let answer = answer(shipment, now)
        attempts.append(Attempt(at: now, shipment: shipment, arrived: answer.arrives))
        inFlight.append((now.adding(seconds: answer.after), shipment, answer.result))
        guard answer.arrives else { return }
        let body = String(decoding: shipment.request.body, as: UTF8.self)
        try hear(shipment.row, shipment.channel.name, text: body, isMarkedRepeat: body.contains("may be a repeat"))
    }

    /// Hands over the answers that are there.
    /// - Returns: whether there was one.
    private func receive(_ queue: DeliveryQueue, _ engine: Engine) throws -> Bool {
        let due = inFlight.filter { $0.doneAt <= now }
        inFlight.removeAll { $0.doneAt <= now }
        for answer in due {
            hear(try queue.finish(answer.shipment, answer.result, at: now, roster: engine.roster))
        }
        return !due.isEmpty
    }

    // MARK: What is heard

    private func hear(_ new: [DeliveryQueue.Report]) { reports += new.map { (now, $0) } }

    private func hear(_ row: OutboxRow, _ channel: String, text: String, isMarkedRepeat: Bool) throws {
        guard let message = try store.message(row.messageID) else { return }
        said.append(
            Said(
                at: now, kind: row.kind, channel: channel, person: row.personID, team: row.teamID,
                messageID: row.messageID,
                text: text, message: message, isMarkedRepeat: isMarkedRepeat))
    }

    private func hearConsole() throws {
        let lines = console.lines
        console.lines = []
        // Each line has its attempt, in the same order.
        let rows = try store.database.query(
            """
            SELECT a.id, o.message_id, o.channel, m.person_id, m.team_id FROM attempt a
            JOIN outbox o ON o.id = a.outbox_id JOIN message m ON m.id = o.message_id WHERE a.id > ? ORDER BY a.id
            """, .integer(lastAttempt)
        ) { ($0.int64(0), $0.int64(1), $0.text(2), $0.optionalInt64(3), $0.optionalInt64(4)) }
        for ((message, envelope), row) in zip(lines, rows) {
            said.append(
                Said(
                    at: envelope.at, kind: message.kind, channel: row.2, person: row.3, team: row.4, messageID: row.1,
                    text: message.plainText, message: message, isMarkedRepeat: envelope.mayBeRepeat))
        }
    }

    /// What a person heard of a kind.
    func said(_ kind: Message.Kind, to person: RowID? = nil) -> [Said] {
        said.filter { $0.kind == kind && (person == nil || $0.person == person) }
    }
}

/// Reads a clock in UTC, which needs no tzdata.
enum CivilTestClock {
    static func utc(_ local: String) throws -> Instant {
        try Instant(rfc3339: local.replacing(" ", with: "T") + ":00Z")
    }
}
