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
        // Each by a look into the index, which only such an expression finds: years of slots are passed over.
        for kind in Message.Kind.allCases {
            try database.forEach(
                """
                SELECT id, (SELECT on_date FROM slot WHERE kind = ?1 AND ifnull(team_id, 0) = 0
                              AND ifnull(person_id, 0) = ifnull(person.id, 0) ORDER BY on_date DESC LIMIT 1) AS last
                FROM person WHERE last IS NOT NULL
                """, [.text(kind.rawValue)]
            ) { last[SlotKey(kind: kind, owner: .person($0.int64(0)))] = $0.date(1) }
            try database.forEach(
                """
                SELECT id, (SELECT on_date FROM slot WHERE kind = ?1 AND ifnull(team_id, 0) = ifnull(team.id, 0)
                              AND ifnull(person_id, 0) = 0 ORDER BY on_date DESC LIMIT 1) AS last
                FROM team WHERE last IS NOT NULL
                """, [.text(kind.rawValue)]
            ) { last[SlotKey(kind: kind, owner: .team($0.int64(0)))] = $0.date(1) }
        }
        return last
    }

    /// Whether the date has no row although an earlier one has: it is still to come, as after a clock that was ahead.
    package func isStillToCome(_ key: SlotKey, on date: CivilDate) throws -> Bool {
        let (team, person) = key.owner.columns
        return try database.first(
            """
            SELECT min(on_date) < ?4 AND max(on_date = ?4) = 0 FROM slot
            WHERE kind = ?1 AND team_id IS ?2 AND person_id IS ?3
            """, .text(key.kind.rawValue), team, person, Value(date)
        ) { $0.bool(0) } ?? false
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
