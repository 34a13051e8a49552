import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

@Suite("The outbox")
struct OutboxTests {
    private let store: Store
    private let message: RowID

    init() throws {
        store = try Sample.store()
        message = try store.keep(
            Message(.morning, title: "Good morning"), slot: nil, team: nil, person: 1,
            on: try CivilDate(iso: "2026-03-02"),
            at: Self.at(100))
    }

    private static func at(_ seconds: Int64) -> Instant { Instant(secondsSinceEpoch: seconds) }

    @discardableResult
    private func queue(_ key: String = "1", notBefore: Int64 = 1000, expires: Int64 = 5000) throws -> RowID {
        try store.queue(
            message: message, channel: "reps", key: key, notBefore: Self.at(notBefore), expires: Self.at(expires))
        return store.database.lastInsertID
    }

    @Test("the same key a second time changes nothing")
    func idempotent() throws {
        try queue()
        try queue(notBefore: 0, expires: 9)
        let due = try store.dueOutbox(of: "reps", at: Self.at(2000), limit: 10)
        #expect(due.count == 1)
        #expect(due.first?.nextAttemptAt == Self.at(1000) && due.first?.expiresAt == Self.at(5000))
        #expect(due.first?.kind == .morning && due.first?.personID == 1 && due.first?.channel == "reps")
    }

    @Test("a message is due from its instant on, and what was queued for the person before it goes first")
    func due() throws {
        try queue("first", notBefore: 2000)
        try queue("second", notBefore: 1000)
        #expect(try store.dueOutbox(of: "reps", at: Self.at(1999), limit: 10).isEmpty)
        #expect(try store.dueOutbox(of: "reps", at: Self.at(2000), limit: 10).map(\.key) == ["first"])
        #expect(try store.dueOutbox(of: "leads", at: Self.at(2000), limit: 10).isEmpty)
        #expect(try store.waitingChannels().map(\.channel) == ["reps"])
        #expect(try store.waitingChannels().map(\.earliest) == [Self.at(2000)])
        #expect(try store.nextTurn(of: "reps", after: Self.at(1000)) == Self.at(2000))
    }

    @Test("channels are told once each, however much waits for them")
    func channels() throws {
        for (index, name) in ["reps", "leads", "reps", "room", "leads"].enumerated() {
            try store.queue(
                message: message, channel: name, key: "\(index)", notBefore: Self.at(Int64(1000 + index)),
                expires: Self.at(5000))
        }
        try store.end(4, as: .delivered, at: Self.at(2000))
        let waiting = try store.waitingChannels()
        #expect(waiting.map(\.channel) == ["leads", "reps"])
        #expect(waiting.map(\.earliest) == [Self.at(1001), Self.at(1000)])
    }

    @Test("what was in flight at a crash goes before all that waits behind it, however much that is")
    func interruptedBeforeTheRest() throws {
        for index in 0..<600 { try queue("\(index)", notBefore: 1000) }
        try store.beginAttempt(1, at: Self.at(2000))
        #expect(try store.recoverInterrupted(at: Self.at(3000)) == 1)
        for isThorough in [true, false] {
            let due = try store.dueOutbox(of: "reps", at: Self.at(3000), limit: 10, isThorough: isThorough)
            #expect(due.map(\.id) == [1])
        }
    }

    @Test("whose time is over is found by its end")
    func expiry() throws {
        #expect(try store.nextExpiry() == nil)
        let id = try queue(notBefore: 1000, expires: 5000)
        try store.postpone(id, until: Self.at(6000), isFrozen: false)
        #expect(try store.nextExpiry() == Self.at(5000))
        #expect(try store.expiredOutbox(at: Self.at(4999)).isEmpty)
        #expect(try store.expiredOutbox(at: Self.at(5000)).map(\.id) == [id])
        try store.end(id, as: .expired, at: Self.at(5000), reason: "its time was over")
        #expect(try store.nextExpiry() == nil)
        #expect(try store.database.answer("SELECT state || '|' || reason FROM outbox") == "expired|its time was over")
    }

    @Test("what is held lets others pass, and goes on when the operator says so")
    func held() throws {
        let id = try queue("held")
        try queue("behind")
        try store.postpone(id, until: Self.at(1000), isFrozen: true)
        try store.hold(id)
        #expect(try store.dueOutbox(of: "reps", at: Self.at(2000), limit: 10).map(\.key) == ["behind"])
        #expect(try store.expiredOutbox(at: Self.at(5000)).map(\.isHeld) == [true, false])
        try store.retry(id, at: Self.at(2000))
        let back = try #require(try store.dueOutbox(of: "reps", at: Self.at(2000), limit: 10).first)
        #expect(back.key == "held" && back.isWanted && !back.isHeld)
    }

    @Test("looks at what waits go by an index, so that they cost what they find and not what is there")
    func indexes() throws {
        for sql in [
            "SELECT id FROM outbox WHERE ended_at IS NULL AND state = 'queued' AND held = 0 AND channel = 'a' ORDER BY next_attempt_at",
            "SELECT min(expires_at) FROM outbox WHERE ended_at IS NULL AND state = 'queued'",
            "SELECT id FROM outbox WHERE ended_at IS NULL AND state = 'sending'",
            "SELECT id FROM outbox WHERE ended_at IS NULL AND expires_at <= 1 AND +state = 'queued' AND +held = 0",
        ] {
            let plan = try store.database.query("EXPLAIN QUERY PLAN \(sql)") { $0.text(3) }.joined(separator: " ")
            #expect(
                plan.contains("USING") && plan.contains("INDEX outbox_") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }

    @Test("what is being sent is neither due nor expired, and a crash puts it back, frozen")
    func recovered() throws {
        let id = try queue()
        try queue("other")
        try store.beginAttempt(id, at: Self.at(2000), fingerprint: 123)
        try store.keepPayload([1, 2, 3], of: id)
        // What is said to one person arrives in its order.
        #expect(try store.dueOutbox(of: "reps", at: Self.at(2000), limit: 10).isEmpty)
        #expect(try store.expiredOutbox(at: Self.at(9000)).map(\.key) == ["other"])
        #expect(try store.recoverInterrupted(at: Self.at(2500)) == 1)
        let back = try #require(try store.dueOutbox(of: "reps", at: Self.at(3000), limit: 10).first { $0.id == id })
        #expect(back.isFrozen && back.attempts == 1 && back.fingerprint == 123)
        #expect(
            try store.database.answer("SELECT outbox_id || '|' || at || '|' || verdict FROM attempt")
                == "\(id)|2000|interrupted")
        #expect(try store.payload(of: id) == [1, 2, 3])
        try store.end(id, as: .delivered, at: Self.at(2600))
        #expect(try store.payload(of: id) == nil)
        #expect(try store.recoverInterrupted(at: Self.at(2600)) == 0)
    }

    @Test("once frozen it stays frozen, unless it was too long to have been taken")
    func frozen() throws {
        let id = try queue()
        try store.postpone(id, until: Self.at(1500), isFrozen: true)
        try store.postpone(id, until: Self.at(1600), isFrozen: false)
        #expect(try store.dueOutbox(of: "reps", at: Self.at(1600), limit: 1).map(\.isFrozen) == [true])
        try store.shorten(id)
        let row = try #require(try store.dueOutbox(of: "reps", at: Self.at(1700), limit: 1).first)
        #expect(!row.isFrozen && row.isShortened && row.nextAttemptAt == Self.at(1000))
    }

    @Test(
        "a message is alive while one of its rows was delivered or may still be",
        arguments: [
            ([OutboxEnd.refused, nil], true), ([.refused, .delivered], true), ([.refused, .expired], false),
            ([.answered, .dropped], false),
        ] as [([OutboxEnd?], Bool)])
    func alive(_ ends: [OutboxEnd?], isAlive: Bool) throws {
        for (offset, end) in ends.enumerated() {
            let id = try queue("\(offset)")
            if let end { try store.end(id, as: end, at: Self.at(2000)) }
        }
        #expect(try store.isAlive(message: message) == isAlive)
    }

    @Test("attempts are recorded with the platform's words")
    func attempts() throws {
        let id = try queue()
        try store.recordAttempt(id, at: Self.at(1001), verdict: .later, status: 503, detail: "busy")
        try store.recordAttempt(id, at: Self.at(1002), verdict: .delivered, status: 200, detail: nil)
        #expect(
            try store.database.answer("SELECT at || ':' || verdict || ':' || status FROM attempt ORDER BY id")
                == "1001:later:503 1002:delivered:200")
    }
}
