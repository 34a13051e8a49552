import CSV
import Diagnostics

/// The header lacks what every row needs; the problem was reported.
struct UnusableHeader: Error {}

enum RowStep {
    case row(Fields)
    case malformed(Diagnostic)
}

/// The rows of one file in one of the formats.
protocol RowSource: AnyObject {
    /// The row read last.
    var record: CSVRecord { get }
    /// By name the place of each column of the contract that it has.
    var places: [String: Int] { get }
    /// The same for rows with the same columns.
    var shape: Int { get }

    /// The next row; nil at the end.
    func next() throws -> RowStep?
}

/// Reads the rows of one file.
struct RowReader {
    private let rows: any RowSource
    private let path: String

    /// Opens a file.
    /// - Throws: `CSVError` when the file cannot be read, `UnusableHeader` when a column that every row needs is missing.
    init(_ source: ImportSource, report: @escaping (Diagnostic) -> Void) throws {
        path = source.path
        rows =
            switch source.format {
            case .csv: try CSVRows(source, report: report)
            case .jsonLines: try JSONLinesRows(source, report: report)
            }
    }

    var places: [String: Int] { rows.places }
    var shape: Int { rows.shape }

    func next() throws -> RowStep? { try rows.next() }

    /// The problem with its place in the row read last.
    func diagnostic(for problem: RowProblem, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
        let record = rows.record
        let place = problem.column.flatMap { rows.places[$0] } ?? 0
        let (line, column) = record.location(of: min(place, max(0, record.count - 1)))
        let length = place < record.count ? record[place].unicodeScalars.count : 1
        let location = SourceLocation(
            file: path, line: line, column: column, length: length, excerpt: excerpt(of: line, in: record))
        return Diagnostic(severity, problem.message, at: location, hint: problem.hint)
    }

    /// One of the lines over which the row goes, where it is near enough to the row's beginning.
    private func excerpt(of line: Int, in record: CSVRecord) -> String? {
        let lines = record.excerpt.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let offset = line - record.line
        return lines.indices.contains(offset) ? String(lines[offset]) : nil
    }
}
