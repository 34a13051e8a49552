import CSV
import CivilTime
import Diagnostics

/// The fields of one row by their place, checked as they are read. The place of a column is asked for once a file; nil is a column
/// that the file does not have.
struct Fields {
    let record: CSVRecord
    /// How many fields the header has.
    let width: Int
    /// What stands between two of them, by name.
    var separator = "comma"

    /// - Throws: when the row has more or fewer fields than the header.
    func checkWidth() throws(RowProblem) {
        guard record.count != width else { return }
        let hint = record.count > width ? "a \(separator) in a text needs quotes around the text" : nil
        throw RowProblem(
            nil, "the row has \(record.count) \(record.count == 1 ? "field" : "fields"), the header has \(width)",
            hint: hint)
    }

    /// The text without ASCII white space around it; nil when it is empty.
    func text(_ place: Int?) -> String? {
        // A row may be shorter than its header.
        guard let place, place < record.count else { return nil }
        return record.withField(place) { utf8 in
            var (start, end) = (0, utf8.count)
            while start < end, utf8[start].isWhiteSpace { start += 1 }
            while end > start, utf8[end - 1].isWhiteSpace { end -= 1 }
            return start == end ? nil : String(decoding: utf8[start..<end], as: UTF8.self)
        }
    }

    func date(_ column: Column) throws(RowProblem) -> CivilDate? {
        guard let place = column.place, let text = text(place) else { return nil }
        do throws(TimeFormatError) { return try CivilDate(iso: text) } catch { throw RowProblem(column, "\(error)") }
    }

    func instant(_ column: Column) throws(RowProblem) -> Instant? {
        guard let place = column.place else { return nil }
        if let instant = record.withField(place, { Instant(rfc3339: $0) }) { return try stored(instant, column) }
        guard let text = text(place) else { return nil }
        let instant: Instant
        do throws(TimeFormatError) {
            instant = try Instant(rfc3339: text)
        } catch {
            throw RowProblem(column, "\(error)")
        }
        return try stored(instant, column)
    }

    /// The store keeps instants from 1970 through 2999.
    private func stored(_ instant: Instant, _ column: Column) throws(RowProblem) -> Instant {
        guard (0...32_503_680_000).contains(instant.secondsSinceEpoch) else {
            throw RowProblem(column, "\(column.name) lies before 1970 or after 2999")
        }
        return instant
    }

    func integer(_ column: Column, _ range: ClosedRange<Int>) throws(RowProblem) -> Int? {
        guard let text = text(column.place) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
            throw RowProblem(column, "\"\(text)\" is not \(expected)")
        }
        return number
    }

    /// The text, if it is one of the names.
    func oneOf(_ names: [String], _ column: Column) throws(RowProblem) -> String? {
        guard let text = text(column.place) else { return nil }
        let lowered = text.lowercased()
        if names.contains(lowered) { return lowered }
        let hint = nearestName(to: text, in: names).map { "did you mean \"\($0)\"?" }
        throw RowProblem(column, "\"\(text)\" is not one of \(names.joined(separator: ", "))", hint: hint)
    }

    /// The text as `check` writes it, if it can read it.
    func checked(
        _ column: Column, hint: String, _ check: (String) throws(TimeFormatError) -> String
    ) throws(RowProblem) -> String? {
        guard let text = text(column.place) else { return nil }
        do throws(TimeFormatError) {
            return try check(text)
        } catch {
            throw RowProblem(column, "\(error)", hint: hint)
        }
    }

    /// What is there, where a row needs it.
    func required<Value>(_ value: Value?, _ column: Column) throws(RowProblem) -> Value {
        guard let value else { throw RowProblem(column, "\(column.name) is empty, a row needs it") }
        return value
    }
}

/// A column of the contract with its place in the file at hand.
struct Column: Hashable {
    let name: String
    let place: Int?
}

extension UInt8 {
    fileprivate var isWhiteSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}
