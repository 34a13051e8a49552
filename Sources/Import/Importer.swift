import CSV
import CivilTime
import Diagnostics
import SQLite
import Store

/// Reads files into the store: everything that is right goes in, in one transaction, and everything that is not is told with its place.
package struct Importer {
    package struct Options: Sendable {
        /// Says what would happen and keeps nothing.
        package var isDryRun = false
        /// One refused row refuses all.
        package var isStrict = false
        /// What `external_id` belongs to.
        package var source = "csv"

        package init() {}
    }

    /// What became of one file's rows.
    package struct Summary: Hashable, Sendable {
        package var file: String
        package var added = 0
        package var changed = 0
        package var unchanged = 0
        package var refused = 0

        package var rows: Int { added + changed + unchanged + refused }
    }

    package struct Result: Sendable {
        package var summaries: [Summary]
        /// False when nothing was kept: a dry run, or a refusal under `--strict`.
        package var isKept: Bool
        /// Files that could not be read at all.
        package var unreadable: Int

        package var refused: Int { summaries.reduce(0) { $0 + $1.refused } }
    }

    private let store: Store
    private let zones: ZoneDatabase
    private let options: Options
    private let report: (Diagnostic) -> Void
    private let progress: (_ file: String, _ rows: Int) -> Void

    /// - Parameters:
    ///   - report: Called with each problem as it is found, so that memory stays flat however many there are.
    ///   - progress: Called now and then with the rows of a file so far.
    package init(
        store: Store, zones: ZoneDatabase, options: Options = Options(), report: @escaping (Diagnostic) -> Void,
        progress: @escaping (_ file: String, _ rows: Int) -> Void = { _, _ in }
    ) {
        self.store = store
        self.zones = zones
        self.options = options
        self.report = report
        self.progress = progress
    }

    private struct KeepNothing: Error {
        var result: Result
    }

    /// Imports files of known kinds. References between them are resolved in any order of the files.
    package func run(_ sources: [ImportSource], at now: Instant) throws -> Result {
        let order = ImportedFile.allCases
        let sorted = sources.sorted { (order.firstIndex(of: $0.file) ?? 0) < (order.firstIndex(of: $1.file) ?? 0) }
        do {
            try store.prepareForImport()
            defer { try? store.finishImport() }
            return try store.editing(as: "import", at: now) {
                var result = Result(summaries: [], isKept: true, unreadable: 0)
                let isFirstLoad = try store.isUnused()
                if isFirstLoad { try store.beginFirstLoad() }
                defer { store.abandonFirstLoad() }
                let references = try References(store, source: options.source)
                // People name their team and teams their leader: first the teams' names, then people, then all of a team.
                let founded = try found(sorted.filter { $0.file == .teams }, references)
                for source in sorted.filter({ $0.file == .people }) + sorted.filter({ $0.file != .people }) {
                    try importRows(
                        source, references, founded, today: isFirstLoad ? nil : Zone.utc.date(at: now), &result)
                    references.forget()
                }
                if isFirstLoad { try store.endFirstLoad() }
                if options.isDryRun || options.isStrict && (result.refused > 0 || result.unreadable > 0) {
                    result.isKept = false
                    throw KeepNothing(result: result)
                }
                return result
            }
        } catch let nothing as KeepNothing {
            return nothing.result
        }
    }

    /// Adds the teams that are not there yet by name alone.
    /// - Returns: their names.
    private func found(_ sources: [ImportSource], _ references: References) throws -> Set<String> {
        var founded: Set<String> = []
        for source in sources {
            // What is wrong with the file is told when all of it is read.
            guard let rows = try? RowReader(source, report: { _ in }) else { continue }
            let writer = try RowWriter(store, table: "team", key: ["name"], columns: [], isChangedByPeople: false)
            while let step = try? rows.next() {
                guard case .row(let fields) = step, (try? fields.checkWidth()) != nil,
                    let name = fields.text(rows.places["name"])
                else { continue }
                if let zone = fields.text(rows.places["timezone"]), (try? zones.zone(zone)) == nil { continue }
                if try writer.write([.text(name)]) == .added { founded.insert(name) }
            }
        }
        return founded
    }

    private func importRows(
        _ source: ImportSource, _ references: References, _ founded: Set<String>, today: CivilDate?,
        _ result: inout Result
    ) throws {
        let (file, path) = (source.file, source.path)
        do {
            let rows = try RowReader(source, report: report)
            let written = RowSet()
            func taker(without columns: Set<String> = []) throws -> RowTaker {
                try RowTaker(
                    file, places: rows.places.filter { !columns.contains($0.key) }, store: store,
                    references: references, zones: zones, source: options.source, today: today, written: written)
            }
            var takers: [Int: RowTaker] = [:]
            func usualTaker() throws -> RowTaker {
                if let taker = takers[rows.shape] { return taker }
                let new = try taker()
                takers[rows.shape] = new
                return new
            }
            var summary = Summary(file: path)
            var fullLists = FullLists()
            defer { fullLists.diagnostics.forEach(report) }
            while let step = try rows.next() {
                switch step {
                case .malformed(let problem):
                    summary.refused += 1
                    report(problem)
                case .row(let fields):
                    let isFounded = file == .teams && fields.text(rows.places["name"]).map(founded.contains) ?? false
                    do {
                        let taken = try usualTaker().take(fields)
                        summary.count(isFounded ? .added : taken.change)
                        if let remark = taken.remark { report(rows.diagnostic(for: remark, .warning)) }
                    } catch let problems as RowProblems {
                        summary.refused += 1
                        let all = isFounded ? try restTaken(of: fields, problems, taker) : problems.all
                        for problem in all {
                            let diagnostic = rows.diagnostic(for: problem)
                            if let rep = problem.fullListOf {
                                fullLists.add(diagnostic, of: rep)
                            } else {
                                report(diagnostic)
                            }
                        }
                    }
                }
                if summary.rows.isMultiple(of: 20_000) { progress(path, summary.rows) }
            }
            result.summaries.append(summary)
        } catch let error as CSVError {
            report(Diagnostic(.error, error.description, hint: error.hint(savedAs: source.format.name)))
            result.unreadable += 1
        } catch is UnusableHeader {
            result.unreadable += 1
        }
    }

    /// Takes what is right of a team's row: the team is there already, for others to name it.
    /// - Returns: the row's problems.
    private func restTaken(
        of fields: Fields, _ first: RowProblems, _ taker: (_ without: Set<String>) throws -> RowTaker
    ) throws -> [RowProblem] {
        var problems = first.all
        while true {
            let wrong = Set(problems.compactMap(\.column))
            do {
                _ = try taker(wrong).take(fields)
                break
            } catch let others as RowProblems {
                let found = others.all.filter { $0.column.map { !wrong.contains($0) } ?? false }
                guard !found.isEmpty else { break }
                problems += found
            }
        }
        return problems.map { problem in
            guard let column = problem.column, column != ImportedFile.teams.keyColumn else { return problem }
            var problem = problem
            problem.hint = "\(problem.hint.map { "\($0) " } ?? "")The team is added without this \(column)"
            return problem
        }
    }
}

extension Importer.Summary {
    fileprivate mutating func count(_ change: RowChange) {
        switch change {
        case .added: added += 1
        case .changed: changed += 1
        case .unchanged, .repeated: unchanged += 1
        }
    }
}
