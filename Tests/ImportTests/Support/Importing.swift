import CivilTime
import Diagnostics
import Foundation
import Import
import SQLite
import Store

/// A store in memory and what imports into it say.
struct Importing {
    static let zones = ZoneDatabase()
    static let now = Instant(secondsSinceEpoch: 1_795_536_000)

    let store: Store

    init(_ files: [(ImportedFile, String)] = []) throws {
        store = try Store.inMemory()
        if !files.isEmpty {
            let outcome = try run(files)
            guard outcome.diagnostics.isEmpty else { throw Surprise(text: outcome.printed) }
        }
    }

    struct Surprise: Error, CustomStringConvertible {
        var text: String
        var description: String { text }
    }

    struct Outcome {
        var result: Importer.Result
        var diagnostics: [Diagnostic]

        var printed: String { diagnostics.map(\.description).joined(separator: "\n") }
        var added: Int { result.summaries.reduce(0) { $0 + $1.added } }
        var changed: Int { result.summaries.reduce(0) { $0 + $1.changed } }
        var unchanged: Int { result.summaries.reduce(0) { $0 + $1.unchanged } }
        var refused: Int { result.refused }
        /// Added, changed, unchanged, refused.
        var counts: [Int] { [added, changed, unchanged, refused] }
    }

    func run(
        _ files: [(ImportedFile, String)], dryRun: Bool = false, strict: Bool = false, source: String = "csv"
    ) throws -> Outcome {
        try run(files.map { ImportSource($0, text: $1) }, dryRun: dryRun, strict: strict, source: source)
    }

    func run(
        _ sources: [ImportSource], dryRun: Bool = false, strict: Bool = false, source: String = "csv"
    ) throws -> Outcome {
        var options = Importer.Options()
        options.isDryRun = dryRun
        options.isStrict = strict
        options.source = source
        var diagnostics: [Diagnostic] = []
        let importer = Importer(store: store, zones: Self.zones, options: options) { diagnostics.append($0) }
        return Outcome(result: try importer.run(sources, at: Self.now), diagnostics: diagnostics)
    }

    /// The first column of all rows, joined.
    func texts(_ sql: String) throws -> [String] {
        try store.database.query(sql) { row in row.isNull(0) ? "NULL" : row.text(0) }
    }

    func count(_ table: String) throws -> Int {
        try store.database.first("SELECT count(*) FROM \(table)") { $0.int(0) } ?? 0
    }

    /// All imported tables as text, without row numbers of references that depend on the order of entry.
    func contents() throws -> [String] {
        try [
            "SELECT quote(t.name) || quote(t.time_zone) || quote(p.email) FROM team t LEFT JOIN person p ON p.id = t.leader_id ORDER BY t.name",
            "SELECT quote(p.email) || quote(p.name) || quote(p.role) || quote(t.name) || quote(p.time_zone) || quote(p.workdays) || quote(p.hours) FROM person p LEFT JOIN team t ON t.id = p.team_id ORDER BY p.email",
            "SELECT quote(external_id) || quote(name) || quote(rank) || quote(status) || quote(next_step_on) || quote(last_touch_at) FROM account ORDER BY external_id",
            "SELECT quote(s.external_id) || quote(s.name) || quote(s.role) || quote(a.external_id) || quote(s.last_two_way_at) FROM stakeholder s JOIN account a ON a.id = s.account_id ORDER BY s.external_id",
            "SELECT quote(m.external_id) || quote(m.title) || quote(m.due_on) || quote(a.external_id) || quote(m.first_activity_at) FROM milestone m JOIN account a ON a.id = m.account_id ORDER BY m.external_id",
            "SELECT quote(v.external_id) || quote(p.email) || quote(a.external_id) || quote(v.kind) || quote(v.occurred_at) || quote(v.note) FROM activity v JOIN person p ON p.id = v.person_id LEFT JOIN account a ON a.id = v.account_id ORDER BY v.external_id",
            "SELECT quote(a.external_id) || quote(h.from_on) || quote(h.until_on) || quote(h.reason) FROM hold h JOIN account a ON a.id = h.account_id ORDER BY 1",
            "SELECT quote(on_date) || quote(name) FROM holiday ORDER BY 1",
            "SELECT quote(from_on) || quote(until_on) FROM away ORDER BY 1",
            "SELECT quote(kind) || quote(count) FROM plan ORDER BY 1",
        ].flatMap(texts)
    }
}

extension Diagnostic {
    /// `file:line:column`
    var place: String { location?.description ?? "" }
}
