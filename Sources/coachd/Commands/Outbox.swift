import CivilTime
import Coaching
import Diagnostics
import JSON
import Store

extension Command {
    static let outbox = Command(
        "outbox", "list | show ID | retry ID | drop ID", "see and steer what waits for delivery",
        details: """
            list shows what is still to be delivered, with --all what has ended too. show tells all of one message: each
            try, each answer, its text. retry lets a message go now, also one that is held because it may have arrived, and
            one that was refused, expired or dropped while its time is not over; drop ends it, and what it said counts as
            not said. Both take --channel NAME instead of an ID, for what has not ended. The daemon may be running: it
            notices.

              coachd outbox list --channel leads
              coachd outbox retry --channel leads
              coachd outbox drop 4711
            """,
        options: [
            .init("--all", nil, "with what was delivered, refused, expired, answered or dropped"),
            .init("--channel", "NAME", "only what goes through this channel"), .json, .store, .config,
        ], operandCount: 1...2
    ) { invocation in
        let verb = invocation.operands[0]
        let verbs = ["list", "show", "retry", "drop"]
        guard verbs.contains(verb) else {
            let near = nearestName(to: verb, in: verbs).map { "did you mean \($0)?" }
            throw UsageError("there is no \"outbox \(verb)\"", hint: near ?? "it is list, show, retry or drop")
        }
        let context = try Context(invocation)
        let store = try context.store(["retry", "drop"].contains(verb) ? .write : .read)
        if invocation.operands.count == 1, let channel = invocation.value("--channel") {
            try checkName(channel, context, store)
        }
        switch verb {
        case "list": return try OutboxView(store).list(invocation)
        case "show": return try OutboxView(store).show(invocation)
        case "retry": return try OutboxSteering(store).run(invocation, retry)
        default: return try OutboxSteering(store).run(invocation, drop)
        }
    }

    /// A channel of the configuration, or one that something went through.
    private static func checkName(_ channel: String, _ context: Context, _ store: Store) throws {
        let known = try store.outboxChannels() + context.configuration.routing.channels.keys
        guard !known.contains(channel) else { return }
        throw Failure(
            "there is no channel \"\(channel)\"",
            hint: nearestName(to: channel, in: known).map { "did you mean \($0)?" })
    }

    private static func retry(_ entry: OutboxEntry, _ store: Store, _ now: Instant) throws -> String {
        try store.retry(entry.row.id, at: now)
        return entry.row.isHeld ? "is let go, marked as a possible repeat" : "is tried now"
    }

    private static func drop(_ entry: OutboxEntry, _ store: Store, _ now: Instant) throws -> String {
        try store.drop(entry.row, at: now, reason: "dropped by the operator")
        return "is dropped"
    }
}

/// What a message or all of a channel undergo at the operator's word.
private struct OutboxSteering {
    private let store: Store

    init(_ store: Store) { self.store = store }

    func run(
        _ invocation: Invocation, _ act: (OutboxEntry, Store, Instant) throws -> String
    ) throws -> ExitCode {
        let now = SystemClock.now
        let verb = invocation.operands[0]
        if let channel = invocation.value("--channel") {
            guard invocation.operands.count == 1 else {
                throw UsageError("\(verb) takes an ID or --channel, not both")
            }
            return try all(of: channel, verb, now, act)
        }
        let id = try OutboxView.id(invocation)
        if try OutboxView(store).entry(id).isSending { try recover(at: now) }
        let done = try store.database.transaction { () throws -> String in
            let entry = try OutboxView(store).entry(id)
            if verb == "retry", try Self.mayRevive(entry, store, now) {
                try store.revive(id, at: now)
                return "had ended (\(entry.state)) and is queued again"
            }
            guard entry.isOpen else {
                let ended = entry.endedAt.map { " at \($0)" } ?? ""
                throw Failure(
                    "message \(id) has ended: \(entry.state)\(ended). What it said and is still so comes up again by itself"
                )
            }
            guard !entry.isSending else {
                throw Failure("message \(id) is on its way just now; its outcome is a matter of seconds")
            }
            return try act(entry, store, now)
        }
        Terminal.writeLine("message \(id) \(done)")
        return .done
    }

    /// Whether a row that ended in vain may still be sent: its time is not over, and nothing else carries its message.
    private static func mayRevive(_ entry: OutboxEntry, _ store: Store, _ now: Instant) throws -> Bool {
        let inVain: [OutboxEnd] = [.refused, .expired, .dropped]
        guard inVain.map(\.rawValue).contains(entry.state), entry.row.expiresAt > now else { return false }
        return try !store.isAlive(message: entry.row.messageID)
    }

    /// While no daemon is there nothing is on its way: what is marked so was when it ended.
    private func recover(at now: Instant) throws {
        do {
            // Held meanwhile, so that none begins to send.
            let lock = try InstanceLock(storePath: StoreFile.resolved(store.path))
            try withExtendedLifetime(lock) { _ = try store.recoverInterrupted(at: now) }
        } catch StoreError.inUse {}
    }

    private func all(
        of channel: String, _ verb: String, _ now: Instant, _ act: (OutboxEntry, Store, Instant) throws -> String
    ) throws -> ExitCode {
        try recover(at: now)
        let (count, sending) = try store.database.transaction {
            var entries: [OutboxEntry] = []
            try store.forEachOutboxEntry(of: channel, isEndedToo: false) { entries.append($0) }
            for entry in entries where !entry.isSending { _ = try act(entry, store, now) }
            return (entries.count { !$0.isSending }, entries.count { $0.isSending })
        }
        let done = verb == "retry" ? "are let go" : "are dropped"
        let rest = sending == 0 ? "" : "; \(sending) are on their way just now"
        Terminal.writeLine("\(count) messages through \"\(channel)\" \(done)\(rest)".escapingControls)
        return count == 0 ? .negative : .done
    }
}

/// The outbox on a terminal or as JSON Lines.
private struct OutboxView {
    private let store: Store

    init(_ store: Store) { self.store = store }

    static func id(_ invocation: Invocation) throws -> RowID {
        guard invocation.operands.count == 2 else {
            throw UsageError(
                "which message? coachd outbox \(invocation.operands[0]) ID; coachd outbox list tells the IDs")
        }
        guard let id = RowID(invocation.operands[1]) else {
            throw UsageError("\"\(invocation.operands[1])\" is no ID", hint: "coachd outbox list tells them")
        }
        return id
    }

    func entry(_ id: RowID) throws -> OutboxEntry {
        guard let entry = try store.outboxEntry(id) else {
            throw Failure("there is no message \(id) in the outbox: coachd outbox list --all tells them")
        }
        return entry
    }

    func list(_ invocation: Invocation) throws -> ExitCode {
        guard invocation.operands.count == 1 else {
            throw UsageError("list takes no ID", hint: "coachd outbox show \(invocation.operands[1])")
        }
        let isAll = invocation.has("--all")
        var count = 0
        try store.forEachOutboxEntry(of: invocation.value("--channel"), isEndedToo: isAll) { entry in
            count += 1
            Terminal.writeLine(invocation.has("--json") ? Self.json(entry).text : Self.line(entry))
        }
        if count == 0, !invocation.has("--json") {
            Terminal.writeLine(isAll ? "Nothing was ever queued." : "Nothing waits. --all shows what has ended.")
        }
        return .done
    }

    func show(_ invocation: Invocation) throws -> ExitCode {
        let entry = try entry(Self.id(invocation))
        let attempts = try store.attempts(of: entry.row.id)
        let text = try store.text(ofMessage: entry.row.messageID) ?? ""
        if invocation.has("--json") {
            guard case .object(let members) = Self.json(entry) else { return .done }
            let more: JSON = ["attempts_made": .array(attempts.map(Self.json)), "text": .string(text)]
            guard case .object(let added) = more else { return .done }
            Terminal.writeLine(JSON.object(members + added).text)
            return .done
        }
        Terminal.writeLine(Self.line(entry))
        Terminal.writeLine("  may be sent until \(entry.row.expiresAt)")
        for attempt in attempts {
            let status = attempt.status.map { " \($0)" } ?? ""
            let id = attempt.platformID.map { ", there it is \($0)" } ?? ""
            let detail = attempt.detail.map { ": \($0)" } ?? ""
            Terminal.writeLine("  \(attempt.at) \(attempt.verdict)\(status)\(detail)\(id)".escapingControls)
        }
        Terminal.writeLine()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            Terminal.writeLine("  \(String(line).escapingControls)")
        }
        return .done
    }

    private static func line(_ entry: OutboxEntry) -> String {
        let reader = entry.person ?? entry.team ?? "everybody"
        let tries = entry.row.attempts == 1 ? "1 try" : "\(entry.row.attempts) tries"
        let state =
            if let ended = entry.endedAt {
                "\(entry.state) \(ended)"
            } else if entry.row.isHeld {
                "held, it may have arrived (\(tries))"
            } else if entry.isSending {
                "on its way"
            } else {
                "waits until \(entry.row.nextAttemptAt)\(entry.row.attempts == 0 ? "" : " (\(tries))")"
            }
        let fallback = entry.row.isFallback ? ", as the fallback" : ""
        let reason = entry.reason.map { ": \($0)" } ?? ""
        return
            "\(entry.row.id)  \(entry.row.kind.rawValue) for \(reader) through \(entry.row.channel)\(fallback), \(state)\(reason)"
            .escapingControls
    }

    private static func json(_ entry: OutboxEntry) -> JSON {
        [
            "id": .integer(Int(entry.row.id)), "state": .string(entry.state), "held": .bool(entry.row.isHeld),
            "channel": .string(entry.row.channel), "fallback": .bool(entry.row.isFallback),
            "kind": .string(entry.row.kind.rawValue), "to": JSON(entry.email), "team": JSON(entry.team),
            "attempts": .integer(entry.row.attempts), "may_have_arrived": .bool(entry.row.isFrozen),
            "next_attempt_at": .string(entry.row.nextAttemptAt.rfc3339),
            "expires_at": .string(entry.row.expiresAt.rfc3339), "ended_at": JSON(entry.endedAt?.rfc3339),
            "reason": JSON(entry.reason),
        ]
    }

    private static func json(_ attempt: AttemptEntry) -> JSON {
        [
            "at": .string(attempt.at.rfc3339), "verdict": .string(attempt.verdict), "status": JSON(attempt.status),
            "detail": JSON(attempt.detail), "platform_id": JSON(attempt.platformID),
        ]
    }
}
