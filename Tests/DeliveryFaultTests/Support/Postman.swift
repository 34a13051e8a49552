import Chat
import CivilTime
import Coaching
import Engine
import HTTP
import SQLite
import Store

/// One message on its way through a real socket: the queue and a store in memory under a virtual clock, the real client.
final class Postman {
    /// What the store says of the message, and what the operator was told.
    struct Outcome: Equatable {
        var state: String
        var isFrozen: Bool
        var attempts: Int
        var verdict: String?
        var told: [String]
    }

    private let store: Store
    private let queue: DeliveryQueue
    private let channel: Channel
    private let roster: Roster
    private var now = Instant(secondsSinceEpoch: 1_772_442_000)

    init(_ platform: any Platform, authority: String? = nil) throws {
        store = try Store.inMemory()
        try store.database.run("INSERT INTO person(email, name, role) VALUES ('ana@example.com', 'Ana', 'rep')")
        channel = Channel(name: "reps", platform: platform, certificateAuthorityFile: authority, timeoutSeconds: 1)
        let message = try store.keep(
            Message(.weekly, title: "A week", sections: [.init(lines: ["It went well."])]), slot: nil, team: nil,
            person: 1,
            on: CivilDate(dayNumber: 20_514), at: now)
        try store.queue(
            message: message, channel: "reps", key: "1", notBefore: now, expires: now.adding(seconds: 3600))
        // The longest wait of the jitter: the same each time.
        queue = DeliveryQueue(store: store, outlet: Outlet { _, _ in }, random: \.upperBound)
        roster = try Roster(store, policy: PolicySettings(), routing: Routing(), zones: ZoneDatabase())
    }

    /// Lets everything leave that is due and awaits its end.
    func attempt(by client: CurlClient) async throws -> Outcome {
        var (shipments, reports) = try queue.collect(at: now, roster: roster, channels: ["reps": channel])
        let (came, arrive) = AsyncStream<[DeliveryQueue.Answer]>.makeStream()
        DeliveryQueue.Shipment.send(shipments, by: client) { arrive.yield($0) }
        var open = shipments.count
        if open == 0 { arrive.finish() }
        for await answers in came where open > 0 {
            reports += try queue.finish(answers, at: now, roster: roster)
            open -= answers.count
            if open == 0 { arrive.finish() }
        }
        return try outcome(reports)
    }

    /// Waits until the queue wants to be asked again.
    /// - Returns: the seconds that passed.
    func wait() throws -> Int64 {
        let next = try queue.next(after: now) ?? now
        defer { now = next }
        return next.seconds(since: now)
    }

    private func outcome(_ reports: [DeliveryQueue.Report]) throws -> Outcome {
        let told = reports.map { report in
            switch report {
            case .refused: "refused"
            case .failing: "failing"
            case .opened: "opened"
            case .closed: "closed"
            default: "something else"
            }
        }
        let row = try store.database.first(
            """
            SELECT state, frozen, attempts, (SELECT verdict FROM attempt WHERE outbox_id = o.id ORDER BY id DESC LIMIT 1)
            FROM outbox o
            """
        ) { ($0.text(0), $0.bool(1), $0.int(2), $0.optionalText(3)) }
        return Outcome(
            state: row?.0 ?? "", isFrozen: row?.1 ?? false, attempts: row?.2 ?? 0, verdict: row?.3, told: told)
    }
}
