import CivilTime
import Coaching

extension Invocation {
    /// The date of an option, seen from the day that is today where it counts.
    func date(_ option: String, today: CivilDate, _ side: DateWord.Side = .ahead) throws(UsageError) -> CivilDate? {
        guard let text = value(option) else { return nil }
        do throws(TimeFormatError) {
            return try DateWord.date(text, today: today, side)
        } catch {
            throw UsageError("\(option): \(error)", hint: "a date is \(DateWord.forms)")
        }
    }

    /// The option's text without white space around it.
    /// - Throws: when it is given and empty.
    func text(_ option: String) throws(UsageError) -> String? {
        guard let value = value(option) else { return nil }
        return try Self.filled(value, option)
    }

    /// The operand's text without white space around it.
    /// - Throws: when it is empty.
    func text(operand place: Int, _ what: String) throws(UsageError) -> String {
        try Self.filled(operands[place], what)
    }

    private static func filled(_ text: String, _ what: String) throws(UsageError) -> String {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { throw UsageError("\(what) is empty") }
        return trimmed
    }

    /// The whole number of an option.
    func number(_ option: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(option) else { return nil }
        return try Self.number(text, option, range)
    }

    static func number(_ text: String, _ what: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(what): \"\(text)\" is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// At most one of the options may be given.
    func checkExclusive(_ options: String...) throws(UsageError) {
        let given = options.filter(has)
        if given.count > 1 { throw UsageError("\(given[0]) and \(given[1]) do not go together") }
    }
}
