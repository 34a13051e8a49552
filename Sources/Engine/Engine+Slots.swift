import Chat
import CivilTime
import Coaching
import Store

extension Engine {
    /// Minutes after which a slot that is made up for says that it is late.
    private static let lateness: Int64 = 10 * 60

    struct Occurrence {
        var date: CivilDate
        var instant: Instant
    }

    /// Something said in a slot, with where it goes.
    struct Composed {
        var message: Message
        var team: RowID?
        var person: RowID?
        var channel: Channel?
        var expires: Instant
    }

    /// Runs a slot that came and has no row yet: findings, slot, message and outbox row in one transaction. What was missed past its
    /// cut-off is recorded as skipped.
    ///
    /// - Parameter earliest: The slot of today waited until then for what comes before it.
    func run(
        _ key: SlotKey, _ slot: DailySlot, from earliest: Instant? = nil, _ now: Instant,
        _ compose: (Occurrence, _ isLate: Bool) throws -> [Composed]
    ) throws {
        guard let (date, usual) = slot.latest(atOrBefore: now) else { return }
        let instant = max(usual, earliest ?? usual)
        let last = lastSlots[key]
        if let last, last >= date {
            // A later date has its row already where the clock was ahead once: then the row of this date decides.
            guard last > date, try store.isStillToCome(key, on: date) else { return }
        }
        let isOver = slot.cutOff(on: date).map { now > $0 } ?? false
        // Before the first slot nothing was missed: coachd was not there.
        if isOver, try last == nil || !store.isAnySlot(key, before: date) { return }
        try inTransaction {
            try recordMissed(key, slot, from: last, before: date, now)
            if isOver {
                try store.record(key, on: date, due: instant, at: now, outcome: .skipped)
            } else {
                let isLate = now.seconds(since: instant) > Self.lateness
                // What is made up for after the working day is over would be said to nobody.
                let composed = try compose(Occurrence(date: date, instant: instant), isLate).filter { $0.expires > now }
                let outcome: SlotOutcome = composed.isEmpty ? .nothingToSay : isLate ? .late : .sent
                let row = try store.record(key, on: date, due: instant, at: now, outcome: outcome)
                for part in composed { try post(part, slot: row, key, slot.time, on: date, isLate: isLate, now) }
            }
        }
        lastSlots[key] = max(last ?? date, date)
    }

    /// Slots of earlier days that passed while coachd was not there, up to two weeks of them.
    private func recordMissed(
        _ key: SlotKey, _ slot: DailySlot, from last: CivilDate?, before date: CivilDate, _ now: Instant
    ) throws {
        guard let last else { return }
        var day = slot.calendar.next(after: max(last, date.adding(days: -14)))
        while let missed = day, missed < date {
            if let instant = slot.instant(on: missed) {
                try store.record(key, on: missed, due: instant, at: now, outcome: .skipped)
            }
            day = slot.calendar.next(after: missed)
        }
    }

    private func post(
        _ part: Composed, slot: RowID, _ key: SlotKey, _ time: TimeOfDay, on date: CivilDate, isLate: Bool,
        _ now: Instant
    ) throws {
        var message = part.message
        if isLate {
            message.lateness = message.language.say(
                "(Meant for \(words: time.description); coachd was not running then.)",
                "(Gedacht für \(words: time.description) Uhr; da lief coachd nicht.)")
        }
        let id = try store.keep(message, slot: slot, team: part.team, person: part.person, on: date, at: now)
        guard let channel = part.channel else {
            // Nobody is told, so nothing counts as said; `check` names the person.
            try store.void(itemsOfMessage: id)
            return
        }
        try store.queue(
            message: id, channel: channel.name, key: "\(id)-\(channel.name)", notBefore: now, expires: part.expires)
    }
}
