import CivilTime
import Coaching
import SQLite

/// What somebody said and what became of it: a commitment, an ask or a promise.
package struct Said: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case commitment, ask, promise

        fileprivate var columns: String {
            switch self {
            case .commitment: "w.rep_id, NULL, w.due_on, w.made_at, w.moved, w.kept_at, w.dropped_at, NULL, NULL"
            case .ask: "w.rep_id, NULL, NULL, w.asked_at, 0, w.answered_at, NULL, w.answered_by, w.answer"
            case .promise: "w.leader_id, w.rep_id, w.due_on, w.made_at, 0, w.kept_at, w.dropped_at, NULL, NULL"
            }
        }
        fileprivate var person: String { self == .promise ? "w.leader_id" : "w.rep_id" }
        /// When it came to its end.
        fileprivate var end: String { self == .ask ? "w.answered_at" : "ifnull(w.kept_at, w.dropped_at)" }
        /// Said by the instant ?3 and not at its end by then.
        fileprivate var open: String {
            "\(self == .ask ? "w.asked_at" : "w.made_at") <= ?3 AND ifnull(\(end) > ?3, 1)"
        }
        fileprivate var order: String { self == .ask ? "w.asked_at" : "ifnull(w.due_on, '9999')" }
    }

    package var id: RowID
    package var kind: Kind
    package var personID: RowID
    /// For whom the leader promised it.
    package var forID: RowID?
    package var accountID: RowID?
    package var account: String?
    package var text: String
    package var dueOn: CivilDate?
    package var at: Instant
    package var moved: Int
    /// Kept, or answered.
    package var doneAt: Instant?
    package var droppedAt: Instant?
    package var answeredBy: RowID?
    package var answer: String?

    package var isOpen: Bool { doneAt == nil && droppedAt == nil }
}

extension Store {
    /// What was said by the instant and is open, in the order of its date.
    /// - Parameters:
    ///   - person: Whose; nil is everybody's.
    ///   - account: Only about this account.
    package func openSaid(
        _ kind: Said.Kind, by person: RowID? = nil, about account: RowID? = nil, at now: Instant
    ) throws -> [Said] {
        var conditions = [kind.open]
        // What is asked for stands alone: with "or nobody is asked for" SQLite would go through everybody's.
        if person != nil { conditions.append("\(kind.person) = ?1") }
        if account != nil { conditions.append("w.account_id = ?2") }
        return try said(
            kind, conditions.joined(separator: " AND "), [Value(person), Value(account), Value(now)]
        ).map { said in
            // How it will end is not known yet.
            var open = said
            (open.doneAt, open.droppedAt, open.answeredBy, open.answer) = (nil, nil, nil, nil)
            return open
        }
    }

    /// What was said and came to its end in the span.
    package func endedSaid(_ kind: Said.Kind, by person: RowID?, from start: Instant, through end: Instant) throws
        -> [Said]
    {
        try said(
            kind, "\(kind.end) BETWEEN ?2 AND ?3 AND (?1 IS NULL OR \(kind.person) = ?1)",
            [Value(person), Value(start), Value(end)])
    }

    /// What others answered to a rep's asks since his last bundle that arrived or still may, within two weeks.
    package func answersToTell(to rep: RowID, at now: Instant) throws -> [AnsweredAsk] {
        try database.query(
            """
            SELECT p.name, k.text, k.answer FROM ask k JOIN person p ON p.id = k.answered_by
            WHERE k.rep_id = ?1 AND k.answered_by <> ?1 AND k.answer <> '' AND k.answered_at <= ?2
              AND k.answered_at >= \(Self.lastBundle)
            ORDER BY k.answered_at, k.id
            """, .integer(rep), Value(now)
        ) { AnsweredAsk(helper: $0.text(0), question: $0.text(1), answer: $0.text(2)) }
    }

    /// The one of this id.
    package func said(_ kind: Said.Kind, _ id: RowID) throws -> Said? {
        try said(kind, "w.id = ?1", [.integer(id)]).first
    }

    private func said(_ kind: Said.Kind, _ condition: String, _ values: [Value]) throws -> [Said] {
        var all: [Said] = []
        try database.forEach(
            """
            SELECT w.id, w.account_id, a.name, w.text, \(kind.columns)
            FROM \(kind.rawValue) w LEFT JOIN account a ON a.id = w.account_id WHERE \(condition)
            ORDER BY \(kind.order), w.id
            """, values
        ) { row in
            all.append(
                Said(
                    id: row.int64(0), kind: kind, personID: row.int64(4), forID: row.optionalInt64(5),
                    accountID: row.optionalInt64(1), account: row.optionalText(2), text: row.text(3),
                    dueOn: row.optionalDate(6), at: row.instant(7), moved: row.count(8, upTo: 1_000),
                    doneAt: row.optionalInstant(9), droppedAt: row.optionalInstant(10),
                    answeredBy: row.optionalInt64(11), answer: row.optionalText(12)))
        }
        return all
    }
}
