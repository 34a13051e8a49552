import CivilTime
import Coaching
import SQLite

extension Store {
    /// What was kept later than the instant ?1 is not kept yet.
    private static let commitmentColumns = """
        c.text, a.name, c.due_on, c.moved, CASE WHEN c.kept_at <= ?1 THEN c.kept_at END, c.id, c.account_id, c.made_at
        """
    /// What was taken back later is not taken back yet.
    private static let wasSaid = "c.made_at <= ?1 AND ifnull(c.dropped_at > ?1, 1)"
    /// What is about an account that rests on the date ?4, or is none of anybody's 50 any more, waits without a word.
    private static let isAlive = """
        (c.account_id IS NULL OR a.status = 'active' AND NOT EXISTS (
          SELECT 1 FROM hold h WHERE h.account_id = c.account_id AND ?4 BETWEEN h.from_on AND h.until_on))
        """

    /// Commitments of a rep that fall on the dates, as they stand at the instant, with whether they were kept.
    package func commitments(
        of rep: RowID, from first: CivilDate, through last: CivilDate, at now: Instant
    ) throws -> [Commitment] {
        try database.query(
            """
            SELECT \(Self.commitmentColumns) FROM commitment c LEFT JOIN account a ON a.id = c.account_id
            WHERE c.rep_id = ?2 AND c.due_on BETWEEN ?3 AND ?4 AND \(Self.wasSaid)
              AND (c.kept_at <= ?1 OR \(Self.isAlive))
            ORDER BY c.due_on, c.id
            """, Value(now), .integer(rep), Value(first), Value(last)
        ) { Self.commitment($0, of: rep) }
    }

    /// What a rep said by the instant and neither kept nor took back, each with what he did on its account since.
    /// - Parameter since: What was due before it is history.
    package func openCommitments(
        of rep: RowID, dueSince since: CivilDate, on today: CivilDate, at now: Instant
    ) throws -> [(commitment: Commitment, acts: [Commitment.Act])] {
        let condition = """
            c.rep_id = ?2 AND c.due_on >= ?3 AND \(Self.wasSaid) AND ifnull(c.kept_at > ?1, 1)
            """
        let arguments: [Value] = [Value(now), .integer(rep), Value(since)]
        var open: [(commitment: Commitment, acts: [Commitment.Act])] = []
        try database.forEach(
            """
            SELECT \(Self.commitmentColumns) FROM commitment c LEFT JOIN account a ON a.id = c.account_id
            WHERE \(condition) AND \(Self.isAlive) ORDER BY c.due_on, c.id
            """, arguments + [Value(today)]
        ) { open.append((Self.commitment($0, of: rep), [])) }
        guard !open.isEmpty else { return [] }
        let places = Dictionary(uniqueKeysWithValues: open.enumerated().map { ($0.element.commitment.id, $0.offset) })
        try database.forEach(
            """
            SELECT c.id, v.kind, v.occurred_at
            FROM commitment c CROSS JOIN activity v ON v.account_id = c.account_id AND v.touch IN (0, 1)
              AND v.occurred_at BETWEEN c.made_at AND ?1 AND v.person_id = c.rep_id
            WHERE \(condition) ORDER BY v.occurred_at
            """, arguments
        ) { row in
            guard let place = places[row.int64(0)], let kind = ActivityKind(rawValue: row.text(1)) else { return }
            open[place].acts.append(Commitment.Act(kind: kind, at: row.instant(2)))
        }
        return open
    }

    /// The commitment as it stands at the instant; nil when it was taken back.
    package func commitment(_ id: RowID, at now: Instant) throws -> Commitment? {
        try database.first(
            """
            SELECT \(Self.commitmentColumns), c.rep_id FROM commitment c LEFT JOIN account a ON a.id = c.account_id
            WHERE c.id = ?2 AND \(Self.wasSaid)
            """, Value(now), .integer(id)
        ) { Self.commitment($0, of: $0.int64(8)) }
    }

    /// Writes down what became of a commitment. What its rep keeps by hand later than the look is still to come, and stays.
    package func update(_ commitment: Commitment) throws {
        try database.run(
            "UPDATE commitment SET due_on = ?2, moved = ?3, kept_at = ifnull(?4, kept_at) WHERE id = ?1",
            .integer(commitment.id), Value(commitment.dueOn), Value(commitment.moved), Value(commitment.keptAt))
    }

    private static func commitment(_ row: Row, of rep: RowID) -> Commitment {
        Commitment(
            repID: rep, account: row.optionalText(1), text: row.text(0), dueOn: row.date(2),
            moved: row.count(3, upTo: 1_000),
            isKept: !row.isNull(4), id: row.int64(5), accountID: row.optionalInt64(6), keptAt: row.optionalInstant(4),
            madeAt: row.instant(7))
    }
}
