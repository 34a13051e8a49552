import CivilTime
import Coaching
import Diagnostics
import SQLite
import Store

/// Checks the rows of one file and writes them.
struct RowTaker {
    /// Reads one value of the row that is written.
    typealias Read = (Fields) throws -> Value

    private let file: ImportedFile
    private let writer: RowWriter
    private let reads: [Read]
    private let table: ImportTable

    /// - Parameters:
    ///   - places: By column name the place in the row.
    ///   - written: The rows that were written of the file.
    init(
        _ file: ImportedFile, places: [String: Int], store: Store, references: References, zones: ZoneDatabase,
        source: String, today: CivilDate?, written: RowSet
    ) throws {
        let table = ImportTable(
            file, ColumnReader(places: places, references: references, zones: zones, source: source, today: today))
        let present = table.columns.filter { places[$0.imported] != nil }
        self.file = file
        writer = try RowWriter(
            store, table: table.name, key: table.key.map(\.name), columns: present.map(\.written),
            isChangedByPeople: file != .activities && file != .attendees, written: written)
        reads = table.key.map(\.read) + present.map(\.read)
        self.table = table
    }

    /// Checks a row and writes it.
    /// - Returns: what became of it, and what is worth a look though it went in.
    /// - Throws: `RowProblems` when the row is refused; `DatabaseError` when the store itself is in trouble.
    func take(_ fields: Fields) throws -> (change: RowChange, remark: RowProblem?) {
        do {
            return try write(fields)
        } catch let problem as RowProblem {
            throw RowProblems(first: problem, others: try problems(in: fields))
        }
    }

    /// All that is wrong with the fields one by one; nothing where the row is too short or too long to tell.
    private func problems(in fields: Fields) throws -> [RowProblem] {
        guard (try? fields.checkWidth()) != nil else { return [] }
        var problems: [RowProblem] = []
        for read in reads {
            do { _ = try read(fields) } catch let problem as RowProblem { problems.append(problem) }
        }
        return problems
    }

    private func write(_ fields: Fields) throws -> (change: RowChange, remark: RowProblem?) {
        try fields.checkWidth()
        try table.check(fields)
        let values = try reads.map { try $0(fields) }
        do {
            let namesake = try table.namesake(fields)
            if let namesake, namesake.externalID == nil { try writer.adopt(namesake.id, as: values) }
            let change = try writer.write(values)
            if change == .repeated {
                let key = file.keyColumn
                throw RowProblem(columnNamed: key, "a row above has the same \(key) and says something else")
            }
            return (change, try namesake.flatMap(remark) ?? table.remark(fields))
        } catch let error as DatabaseError where error.isConstraint {
            let column = column(of: error.message)
            throw RowProblem(columnNamed: column, Self.reason(error.message, column))
        }
    }

    private func remark(of namesake: Named) -> RowProblem? {
        namesake.externalID.map { id in
            RowProblem(
                columnNamed: "name", "the rep has an account of this name already, with the external id \(id)",
                hint: "both are kept; where they are one: coachd account drop \(id.quotedForShell) --because TEXT")
        }
    }

    private static func reason(_ message: String, _ column: String?) -> String {
        message.hasPrefix("UNIQUE") ? "another row has this \(column ?? "key") already" : message
    }

    /// The column that the store's words are about.
    private func column(of message: String) -> String? {
        if file == .accounts, message == Schema.fullList { return "rep" }
        let words = message.split { !$0.isLetter && $0 != "_" }
        return file.columns.first { words.contains(Substring($0.name)) }?.name
    }
}
