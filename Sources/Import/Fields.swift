import CSV
import CivilTime
import Diagnostics
import SQLite

/// The fields of one row by column name, checked as they are read.
struct Fields {
    let record: CSVRecord
    /// By column name the place in the record.
    let places: [String: Int]
    /// How many fields the header has.
    let width: Int

    /// - Throws: when the row has more or fewer fields than the header.
    func checkWidth() throws(RowProblem) {
        guard record.count != width else { return }
        let hint = record.count > width ? "a comma in a text needs quotes around the text" : nil
        throw RowProblem(nil, "the row has \(record.count) fields, the header has \(width)", hint: hint)
    }

    /// The text without white space around it; nil when it is empty or the file has no such column.
    func text(_ column: String) -> String? {
        guard let place = places[column] else { return nil }
        let text = record[place]
        guard let first = text.first, let last = text.last else { return nil }
        if !first.isWhitespace, !last.isWhitespace { return text }
        let trimmed = text.drop(while: \.isWhitespace)
        guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...end])
    }

    func required(_ column: String) throws(RowProblem) -> String {
        guard let text = text(column) else { throw RowProblem(column, "\(column) is empty, a row needs it") }
        return text
    }

    func date(_ column: String) throws(RowProblem) -> CivilDate? {
        guard let text = text(column) else { return nil }
        do throws(TimeFormatError) { return try CivilDate(iso: text) } catch { throw RowProblem(column, "\(error)") }
    }

    func requiredDate(_ column: String) throws(RowProblem) -> CivilDate {
        guard let date = try date(column) else { throw RowProblem(column, "\(column) is empty, a row needs it") }
        return date
    }

    func instant(_ column: String) throws(RowProblem) -> Instant {
        guard let place = places[column] else { throw RowProblem(column, "\(column) is empty, a row needs it") }
        if let instant = record.withField(place, { Instant(rfc3339: $0) }) { return instant }
        let text = try required(column)
        do throws(TimeFormatError) { return try Instant(rfc3339: text) } catch { throw RowProblem(column, "\(error)") }
    }

    func integer(_ column: String, _ range: ClosedRange<Int>) throws(RowProblem) -> Int? {
        guard let text = text(column) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let bounds = range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
            throw RowProblem(column, "\"\(text)\" is not a whole number of \(bounds)")
        }
        return number
    }

    /// The text, if it is one of the names.
    func oneOf(_ names: [String], _ column: String) throws(RowProblem) -> String? {
        guard let text = text(column) else { return nil }
        if names.contains(text) { return text }
        let hint = nearestName(to: text, in: names).map { "did you mean \"\($0)\"?" }
        throw RowProblem(column, "\"\(text)\" is not one of \(names.joined(separator: ", "))", hint: hint)
    }

    /// The text, if `check` can read it.
    func checked(
        _ column: String, _ check: (String) throws(TimeFormatError) -> String
    ) throws(RowProblem) -> String? {
        guard let text = text(column) else { return nil }
        do throws(TimeFormatError) { return try check(text) } catch { throw RowProblem(column, "\(error)") }
    }
}
