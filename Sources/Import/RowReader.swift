import CSV
import Diagnostics

/// The header lacks what every row needs; the problem was reported.
struct UnusableHeader: Error {}

/// Reads the rows of one file by the names in its header.
struct RowReader: ~Copyable {
    enum Step {
        case row(Fields)
        case malformed(CSVProblem)
    }

    private var reader: CSVReader
    private var record = CSVRecord()
    private let path: String
    private let width: Int
    /// By name the place of each column of the contract that the file has.
    let places: [String: Int]

    /// Opens a file and reads its header.
    /// - Throws: `CSVError` when the file cannot be read, `UnusableHeader` when a column that every row needs is missing.
    init(_ source: ImportSource, report: @escaping (Diagnostic) -> Void) throws {
        let (file, path) = (source.file, source.path)
        var reader: CSVReader
        if let text = source.text {
            reader = CSVReader(bytes: Array(text.utf8), name: path)
        } else {
            reader = try CSVReader(path: path)
        }
        var record = CSVRecord()
        switch try reader.next(&record) {
        case .record: break
        case .malformed(let problem):
            report(problem.diagnostic)
            throw UnusableHeader()
        case .end:
            report(Diagnostic(.error, "\(path) is empty: the first line names the columns"))
            throw UnusableHeader()
        }
        let places = try Self.places(in: record, file, path, report)
        self.init(reader: reader, record: record, path: path, places: places)
    }

    private init(reader: consuming CSVReader, record: CSVRecord, path: String, places: [String: Int]) {
        self.reader = reader
        self.record = record
        self.path = path
        self.places = places
        width = record.count
    }

    private static func places(
        in header: CSVRecord, _ file: ImportedFile, _ path: String, _ report: (Diagnostic) -> Void
    ) throws -> [String: Int] {
        let names = file.columns.map(\.name)
        var places: [String: Int] = [:]
        func location(_ place: Int) -> SourceLocation {
            let (line, column) = header.location(of: place)
            return SourceLocation(
                file: path, line: line, column: column, length: header[place].count, excerpt: header.excerpt)
        }
        for place in 0..<header.count {
            let name = header[place]
            if !names.contains(name) {
                let near = nearestName(to: name, in: names).map { "did you mean \"\($0)\"?" }
                let known = near ?? "\(file.rawValue) have the columns \(names.joined(separator: ", "))"
                report(
                    Diagnostic(
                        .warning, "the column \"\(name)\" is not known and is ignored", at: location(place), hint: known
                    ))
            } else if places.updateValue(place, forKey: name) != nil {
                report(Diagnostic(.error, "the column \"\(name)\" stands in the header twice", at: location(place)))
                throw UnusableHeader()
            }
        }
        let missing = file.columns.filter { $0.isRequired && places[$0.name] == nil }.map(\.name)
        guard missing.isEmpty else {
            let what =
                missing.count == 1
                ? "the column \(missing[0]) is" : "the columns \(missing.joined(separator: ", ")) are"
            report(Diagnostic(.error, "\(what) missing", at: location(0), hint: header.separatorHint))
            throw UnusableHeader()
        }
        return places
    }

    /// The next row; nil at the end.
    mutating func next() throws -> Step? {
        switch try reader.next(&record) {
        case .record: .row(Fields(record: record, width: width))
        case .malformed(let problem): .malformed(problem)
        case .end: nil
        }
    }

    /// The problem with its place in the row read last.
    func diagnostic(for problem: RowProblem) -> Diagnostic {
        let place = problem.column.flatMap { places[$0] } ?? 0
        let (line, column) = record.location(of: min(place, max(0, record.count - 1)))
        let length = place < record.count ? record[place].unicodeScalars.count : 1
        let location = SourceLocation(
            file: path, line: line, column: column, length: length, excerpt: excerpt(of: line))
        return Diagnostic(.error, problem.message, at: location, hint: problem.hint)
    }

    /// One of the lines over which the row goes, where it is near enough to the row's beginning.
    private func excerpt(of line: Int) -> String? {
        let lines = record.excerpt.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let offset = line - record.line
        return lines.indices.contains(offset) ? String(lines[offset]) : nil
    }
}
