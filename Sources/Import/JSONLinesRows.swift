import CSV
import Diagnostics
import JSON

/// The rows of a file of JSON Lines (https://jsonlines.org): an object a line, its members named as the columns of the contract. A member
/// that is not there says nothing; null is an empty field.
final class JSONLinesRows: RowSource {
    /// Bytes of a line: as many as a record of CSV may have.
    private static let longestLine = CSVLimits().record

    private let lines: LineReader
    private let file: ImportedFile
    private let path: String
    private let report: (Diagnostic) -> Void
    private(set) var record = CSVRecord()
    private(set) var places: [String: Int] = [:]
    private(set) var shape = 0
    /// By the columns of a row a number of their own.
    private var shapes: [[String]: Int] = [:]
    private var unknown: Set<String> = []

    /// - Throws: `CSVError` when the file cannot be read.
    init(_ source: ImportSource, report: @escaping (Diagnostic) -> Void) throws {
        (file, path, self.report) = (source.file, source.path, report)
        lines =
            try source.text.map { LineReader(bytes: Array($0.utf8), name: source.path, limit: Self.longestLine) }
            ?? LineReader(path: source.path, limit: Self.longestLine)
    }

    func next() throws -> RowStep? {
        while let line = try lines.next() {
            guard case .text(let text) = line else {
                let location = SourceLocation(file: path, line: lines.number, column: 1)
                return .malformed(Diagnostic(.error, "this line is over \(Self.longestLine >> 20) MiB", at: location))
            }
            if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            do throws(JSONError) {
                return .row(try row(text))
            } catch {
                return .malformed(Diagnostic(.error, error.message, at: location(of: error.offset, in: text)))
            }
        }
        return nil
    }

    private func row(_ text: [UInt8]) throws(JSONError) -> Fields {
        var found: [String: (start: Int, text: [UInt8])] = [:]
        let names = file.columns.map(\.name)
        var strangers: [(name: String, offset: Int)] = []
        try JSONReader.read(text) { (reader) throws(JSONError) in
            let start = reader.offset
            guard text[start...].first == UInt8(ascii: "{") else {
                throw JSONError(expected: "an object: {\"\(names[0])\": …}", at: start)
            }
            try reader.members { (name, value) throws(JSONError) in
                let offset = value.offset
                if names.contains(name) {
                    guard found[name] == nil else {
                        throw JSONError(expected: "the member \"\(name)\" once", at: offset)
                    }
                    found[name] = (offset, Array(try Self.text(of: value.value(), at: offset).utf8))
                } else {
                    strangers.append((name, offset))
                    try value.skip()
                }
            }
        }
        for stranger in strangers where unknown.insert(stranger.name).inserted {
            warn(of: stranger.name, at: location(of: stranger.offset, in: text), names)
        }
        // What every row needs is looked for also where it is not there, so that its lack is told.
        let columns = file.columns.filter { $0.isRequired || found[$0.name] != nil }.map(\.name)
        places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
        shape = shapes[columns] ?? shapes.count
        shapes[columns] = shape
        record = CSVRecord(line: lines.number, raw: text, fields: columns.map { found[$0] ?? (0, []) })
        return Fields(record: record, width: columns.count)
    }

    private static func text(of value: JSON, at offset: Int) throws(JSONError) -> String {
        switch value {
        case .string(let text) where text.utf8.contains(0): throw JSONError(expected: "no NUL in a text", at: offset)
        case .string(let text), .number(let text): text
        case .integer(let integer): String(integer)
        case .bool(let bool): String(bool)
        case .null: ""
        case .array, .object: throw JSONError(expected: "a text, a number or null", at: offset)
        }
    }

    private func warn(of name: String, at location: SourceLocation, _ names: [String]) {
        let near = nearestName(to: name, in: names).map { "did you mean \"\($0)\"?" }
        report(
            Diagnostic(
                .warning, "the member \"\(name)\" is not known and is ignored", at: location,
                hint: near ?? "\(file.rawValue) have \(names.joined(separator: ", "))"))
    }

    private func location(of offset: Int, in text: [UInt8]) -> SourceLocation {
        let column = String(decoding: text[..<min(offset, text.count)], as: UTF8.self).unicodeScalars.count + 1
        let record = CSVRecord(line: lines.number, raw: text, fields: [])
        return SourceLocation(file: path, line: lines.number, column: column, excerpt: record.excerpt)
    }
}
