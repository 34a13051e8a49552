import CivilTime
import Coaching
import JSON
import SQLite

extension Store {
    /// Keeps a message with its items.
    /// - Parameters:
    ///   - slot: The slot that it was composed for.
    ///   - team: The team, of a huddle agenda and of what the team's room hears.
    ///   - person: Whom it is for; nil for a room.
    package func keep(
        _ message: Message, slot: RowID?, team: RowID?, person: RowID?, on date: CivilDate, at now: Instant
    ) throws -> RowID {
        let body = MessageBody.json(message).text
        try database.run(
            """
            INSERT INTO message(kind, slot_id, person_id, team_id, on_date, composed_at, text, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(message.kind.rawValue), Value(slot), Value(person), Value(team), Value(date), Value(now),
            .text(message.plainText), .text(body))
        let id = database.lastInsertID
        let isToRep = message.kind.isNudge
        for (position, item) in message.items.enumerated() {
            // An item about several findings has a row for each, its question in the first.
            let findings = item.findingIDs.isEmpty ? [nil] : item.findingIDs.map(Optional.some)
            for (place, finding) in findings.enumerated() {
                try database.run(
                    """
                    INSERT INTO message_item(message_id, position, finding_id, kind, account_id, state, rung, question,
                                             on_date, to_rep, person_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    .integer(id), Value(position), Value(finding), .text(item.kind?.rawValue ?? "healthy"),
                    Value(item.accountID), .text(item.state.rawValue), Value(item.rung),
                    Value(place == 0 ? item.questionKey : nil), Value(date), Value(isToRep), Value(item.personID))
            }
        }
        return id
    }

    /// The message as it was composed; nil when there is none of this id.
    /// - Throws: `JSONError` when its body was damaged.
    package func message(_ id: RowID) throws -> Message? {
        try database.first("SELECT body FROM message WHERE id = ?", .integer(id)) { row in
            try Self.message(row.withUTF8(0) { Array($0) })
        } ?? nil
    }

    /// The message of a body; nil when another version wrote it differently.
    package static func message(_ body: [UInt8]) throws(JSONError) -> Message? { try MessageBody.message(body) }

    /// The findings of a message's items that were resolved since.
    package func resolvedFindings(inMessage id: RowID) throws -> Set<RowID> {
        Set(
            try database.query(
                """
                SELECT f.id FROM message_item i JOIN finding f ON f.id = i.finding_id
                WHERE i.message_id = ? AND i.state <> 'thanks' AND f.resolved_at IS NOT NULL
                """, .integer(id)
            ) { $0.int64(0) })
    }

    /// The findings of a message's items that were left out of it.
    package func voidedFindings(inMessage id: RowID) throws -> Set<RowID> {
        Set(
            try database.query(
                """
                SELECT finding_id FROM message_item
                WHERE message_id = ? AND voided = 1 AND state <> 'thanks' AND finding_id IS NOT NULL
                """, .integer(id)
            ) { $0.int64(0) })
    }

    /// Marks items that were never said, so that the ladder does not count them.
    /// - Parameter findings: Only the items about these; nil is the whole message.
    package func void(itemsOfMessage id: RowID, about findings: Set<RowID>? = nil) throws {
        guard let findings else {
            try database.run("UPDATE message_item SET voided = 1 WHERE message_id = ?", .integer(id))
            return
        }
        for finding in findings {
            try database.run(
                "UPDATE message_item SET voided = 1 WHERE message_id = ? AND finding_id = ? AND state <> 'thanks'",
                .integer(id), .integer(finding))
        }
    }

    /// How many messages to a person of this date arrived or still may, agendas and others, beside answers to what he wrote.
    package func messages(to person: RowID, on date: CivilDate) throws -> (agendas: Int, others: Int) {
        try database.first(
            """
            SELECT count(*) FILTER (WHERE kind = 'huddle'), count(*) FILTER (WHERE kind <> 'huddle') FROM message m
            WHERE person_id = ?1 AND on_date = ?2 AND kind <> 'reply' AND EXISTS
              (SELECT 1 FROM outbox o WHERE o.message_id = m.id AND (o.ended_at IS NULL OR o.state = 'delivered'))
            """, .integer(person), Value(date)
        ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }

    /// Whether a message of this kind was ever composed for a person.
    package func hasHeard(_ kind: Message.Kind, _ person: RowID) throws -> Bool {
        try database.first(
            "SELECT 1 FROM message WHERE person_id = ? AND kind = ? LIMIT 1", .integer(person), .text(kind.rawValue)
        ) { _ in true } ?? false
    }

    /// When a person's message of this kind and date was composed, if it arrived or still may.
    package func composed(_ kind: Message.Kind, for person: RowID, on date: CivilDate) throws -> Instant? {
        try database.first(
            """
            SELECT max(composed_at) FROM message m WHERE person_id = ?1 AND on_date = ?2 AND kind = ?3 AND EXISTS
              (SELECT 1 FROM outbox o WHERE o.message_id = m.id AND (o.ended_at IS NULL OR o.state = 'delivered'))
            """,
            .integer(person), Value(date), .text(kind.rawValue)
        ) { $0.optionalInstant(0) } ?? nil
    }
}
