import CivilTime
import Coaching
import SQLite

/// Whose slot it is: a team's huddle, a person's nudges.
package enum SlotOwner: Hashable, Sendable {
    case team(RowID)
    case person(RowID)

    var columns: (team: Value, person: Value) {
        switch self {
        case .team(let id): (.integer(id), nil)
        case .person(let id): (nil, .integer(id))
        }
    }

    /// SQL for the rows of an owner in `slot`, in the very expressions of the index `slot_key`: SQLite finds it by no others.
    static func condition(team: String, person: String) -> String {
        "ifnull(team_id, 0) = ifnull(\(team), 0) AND ifnull(person_id, 0) = ifnull(\(person), 0)"
    }
}

package enum SlotOutcome: String, Sendable {
    case sent, late
    case nothingToSay = "nothing to say"
    case skipped
}

extension Store {
    /// The dates of the last slot of each kind and owner, done or skipped.
    package func lastSlots() throws -> [SlotKey: CivilDate] {
        var last: [SlotKey: CivilDate] = [:]
        // Each by a look into the index: years of slots are passed over.
        for kind in Message.Kind.ofSlots {
            try database.forEach(
                """
                SELECT id, (SELECT on_date FROM slot
                            WHERE kind = ?1 AND \(SlotOwner.condition(team: "NULL", person: "person.id"))
                            ORDER BY on_date DESC LIMIT 1) AS last
                FROM person WHERE last IS NOT NULL
                """, [.text(kind.rawValue)]
            ) { last[SlotKey(kind: kind, owner: .person($0.int64(0)))] = $0.date(1) }
            try database.forEach(
                """
                SELECT id, (SELECT on_date FROM slot
                            WHERE kind = ?1 AND \(SlotOwner.condition(team: "team.id", person: "NULL"))
                            ORDER BY on_date DESC LIMIT 1) AS last
                FROM team WHERE last IS NOT NULL
                """, [.text(kind.rawValue)]
            ) { last[SlotKey(kind: kind, owner: .team($0.int64(0)))] = $0.date(1) }
        }
        return last
    }

    /// Days ahead from which rows can only come from a clock that was ahead: nobody sets one back by so much in passing.
    private static let farAhead = 14

    /// SQL for whether the store knows of something up to a date. A clock that shows an earlier one is wrong itself, as that of a machine
    /// whose battery is empty.
    static func isInKnownTime(_ date: String) -> String {
        """
        (EXISTS (SELECT 1 FROM account WHERE selected_on <= \(date))
          OR EXISTS (SELECT 1 FROM activity WHERE occurred_at <= unixepoch(\(date))))
        """
    }

    private static let ofOwner = "kind = ?1 AND \(SlotOwner.condition(team: "?2", person: "?3"))"

    static let isStillToCome = """
        SELECT max(on_date = ?4) = 0
          AND (min(on_date) < ?4 OR min(on_date) > date(?4, '+\(farAhead) days') AND \(isInKnownTime("?4")))
        FROM slot WHERE \(ofOwner)
        """
    static let isAnySlotBefore = "SELECT 1 FROM slot WHERE \(ofOwner) AND on_date < ?4 LIMIT 1"

    /// Whether the date has no row and is still to come although a later one has: the clock was ahead. Either an earlier date has a row, or
    /// all rows lie far ahead and this date lies in a time that the store knows.
    package func isStillToCome(_ key: SlotKey, on date: CivilDate) throws -> Bool {
        let (team, person) = key.owner.columns
        return try database.first(Self.isStillToCome, .text(key.kind.rawValue), team, person, Value(date)) {
            $0.bool(0)
        }
            ?? false
    }

    /// Whether a date before this one has a row.
    package func isAnySlot(_ key: SlotKey, before date: CivilDate) throws -> Bool {
        let (team, person) = key.owner.columns
        return try database.first(Self.isAnySlotBefore, .text(key.kind.rawValue), team, person, Value(date)) { _ in true
        }
            ?? false
    }

    /// Forgets slots that were skipped although they are still to come: the clock was ahead then.
    package func forgetSkipped(after now: Instant) throws {
        try database.run("DELETE FROM slot WHERE outcome = 'skipped' AND due_at > ?", Value(now))
    }

    /// Records that a slot happened, or was skipped. Each slot has one row: a second is refused by the store itself.
    @discardableResult
    package func record(
        _ key: SlotKey, on date: CivilDate, due: Instant, at now: Instant, outcome: SlotOutcome
    ) throws -> RowID {
        let (team, person) = key.owner.columns
        try database.run(
            "INSERT INTO slot(kind, team_id, person_id, on_date, due_at, done_at, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(key.kind.rawValue), team, person, Value(date), Value(due), Value(now), .text(outcome.rawValue))
        return database.lastInsertID
    }
}

/// A kind of slot and its owner.
package struct SlotKey: Hashable, Sendable {
    package var kind: Message.Kind
    package var owner: SlotOwner

    package init(kind: Message.Kind, owner: SlotOwner) {
        self.kind = kind
        self.owner = owner
    }
}
