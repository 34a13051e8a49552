import CivilTime
import SQLite

extension Store {
    /// Bytes up to which a scratch copy is kept in memory.
    private static let largestInMemory = 256 << 20

    /// A copy to try things on: it is gone with its value, and the store itself stays as it is.
    package func scratchCopy() throws -> Store {
        let bytes = try database.first("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") {
            $0.int(0)
        }
        // Without a name it is a temporary file that no other process sees, see https://sqlite.org/inmemorydb.html#temp_db.
        let copy = try Database(path: bytes ?? 0 <= Self.largestInMemory ? ":memory:" : "")
        try database.copy(into: copy)
        try copy.execute(
            """
            PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -\(Self.largestInMemory >> 10); PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF
            """)
        return Store(path: "", database: copy)
    }

    /// Takes back what coachd itself found, decided and sent after the instant, as if it came to it for the first time. What people
    /// wrote stays: the rules pass over what is dated later.
    package func takeBackDecisions(after instant: Instant) throws {
        let date = Value(Zone.utc.date(at: instant))
        try database.transaction {
            for (statement, bound) in [
                ("DELETE FROM attempt WHERE at > ?", Value(instant)),
                (
                    """
                    DELETE FROM attempt WHERE outbox_id IN
                      (SELECT o.id FROM outbox o JOIN message m ON m.id = o.message_id WHERE m.composed_at > ?)
                    """, Value(instant)
                ),
                (
                    "DELETE FROM outbox WHERE message_id IN (SELECT id FROM message WHERE composed_at > ?)",
                    Value(instant)
                ),
                (
                    "DELETE FROM message_item WHERE message_id IN (SELECT id FROM message WHERE composed_at > ?)",
                    Value(instant)
                ),
                ("DELETE FROM message WHERE composed_at > ?", Value(instant)),
                ("DELETE FROM slot WHERE due_at > ?1 OR done_at > ?1", Value(instant)),
                ("DELETE FROM finding WHERE opened_at > ?", Value(instant)),
                (
                    "UPDATE finding SET resolved_at = NULL, resolved_on = NULL, resolved_by = NULL WHERE resolved_at > ?",
                    Value(instant)
                ),
                ("DELETE FROM evaluation WHERE first_on > ?", date),
                ("DELETE FROM highlight WHERE leader_id IS NULL AND on_date > ?", date),
                ("DELETE FROM ask_match WHERE on_date > ?", date),
            ] { try database.run(statement, bound) }
        }
    }

    /// Closes all slots of a day that nobody is to hear of any more.
    package func closeSlots(on date: CivilDate, at now: Instant) throws {
        for (kinds, column, table) in [
            (["morning", "afternoon", "weekly"], "person_id", "person"), (["huddle", "weekly"], "team_id", "team"),
        ] {
            for kind in kinds {
                try database.run(
                    """
                    INSERT INTO slot(kind, \(column), on_date, due_at, done_at, outcome)
                    SELECT ?1, id, ?2, ?3, ?3, 'nothing to say' FROM \(table) WHERE true ON CONFLICT DO NOTHING
                    """, .text(kind), Value(date), Value(now))
            }
        }
    }
}
