import CivilTime
import Coaching
import SQLite

/// A kind of which a team wants to hear nothing, and since when.
package struct QuietedKind: Hashable, Sendable {
    package var kind: FindingKind
    package var at: Instant
}

extension Store {
    /// The kinds that a team's leader silenced, in the order of findings.
    package func quieted(in team: RowID) throws -> [QuietedKind] {
        try database.query("SELECT kind, at FROM quieted WHERE team_id = ?", .integer(team)) { row in
            FindingKind(rawValue: row.text(0)).map { QuietedKind(kind: $0, at: row.instant(1)) }
        }.compactMap { $0 }.sorted { $0.kind.priority < $1.kind.priority }
    }

    /// Says no more messages about a kind in a team. The same a second time changes nothing.
    package func quiet(_ kind: FindingKind, in team: RowID, at now: Instant) throws {
        try database.run(
            "INSERT INTO quieted(kind, team_id, at) VALUES (?1, ?2, ?3) ON CONFLICT (team_id, kind) DO NOTHING",
            .text(kind.rawValue), .integer(team), Value(now))
    }

    /// Says messages about a kind again.
    /// - Returns: whether it was silent.
    package func resume(_ kind: FindingKind, in team: RowID) throws -> Bool {
        try database.run(
            "DELETE FROM quieted WHERE kind = ? AND team_id = ?", .text(kind.rawValue), .integer(team))
        return database.changes > 0
    }
}
