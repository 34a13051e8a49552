import CSV
import Diagnostics

/// The rows of a CSV file, by the names in its header.
final class CSVRows: RowSource {
    private var reader: CSVReader
    private(set) var record = CSVRecord()
    private let width: Int
    private let separator: String
    let places: [String: Int]
    /// The header says it for all rows.
    let shape = 0

    /// Opens a file and reads its header.
    /// - Throws: `CSVError` when the file cannot be read, `UnusableHeader` when a column that every row needs is missing.
    init(_ source: ImportSource, report: (Diagnostic) -> Void) throws {
        let (file, path) = (source.file, source.path)
        var reader =
            try source.text.map { CSVReader(bytes: Array($0.utf8), name: path) } ?? CSVReader(path: path)
        try reader.takeSeparatorFromHeader()
        separator = reader.separator == UInt8(ascii: ";") ? "semicolon" : "comma"
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
        places = try Self.places(in: record, file, path, report)
        width = record.count
        self.reader = reader
        self.record = record
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
            let title = header[place]
            let name = title.lowercased()
            if !names.contains(name) {
                let near = nearestName(to: name, in: names).map { "did you mean \"\($0)\"?" }
                let known = near ?? "\(file.rawValue) have the columns \(names.joined(separator: ", "))"
                report(
                    Diagnostic(
                        .warning, "the column \"\(title)\" is not known and is ignored", at: location(place),
                        hint: known
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

    func next() throws -> RowStep? {
        switch try reader.next(&record) {
        case .record: .row(Fields(record: record, width: width, separator: separator))
        case .malformed(let problem): .malformed(problem.diagnostic)
        case .end: nil
        }
    }
}
