extension CivilDate: CustomStringConvertible {
    /// `YYYY-MM-DD`; a year outside 0…9999 is written with its sign and at least four digits.
    package var iso: String {
        let (year, month, day) = components
        let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
        return "\(sign)\(abs(year).zeroPadded(to: 4))-\(month.zeroPadded(to: 2))-\(day.zeroPadded(to: 2))"
    }

    package var description: String { iso }

    /// Reads `YYYY-MM-DD`, years 0001…9999.
    package init(iso text: String) throws(TimeFormatError) {
        let utf8 = text.utf8
        do throws(FormatProblem) {
            guard utf8.count == Self.isoLength else { throw .shape }
            self = try Self.parse(utf8.span, at: 0)
        } catch {
            throw TimeFormatError(text, isNot: "a date", error.expectation)
        }
    }

    /// As `init(iso:)`, from UTF-8 bytes and without allocation where they are contiguous. Nil when they are no such date.
    package init?(iso utf8: some Collection<UInt8>) {
        let fast = utf8.withContiguousStorageIfAvailable { CivilDate(iso: $0.span) }
        guard let date = fast ?? CivilDate(iso: Array(utf8).span) else { return nil }
        self = date
    }

    /// As `init(iso:)`, from UTF-8 bytes. Nil when they are no such date.
    package init?(iso utf8: Span<UInt8>) {
        guard utf8.count == Self.isoLength, let date = try? Self.parse(utf8, at: 0) else { return nil }
        self = date
    }

    static let isoLength = 10

    enum FormatProblem: Error {
        case shape
        case year
        case month(Int)
        case day(year: Int, month: Int)

        var expectation: String {
            switch self {
            case .shape: "expected YYYY-MM-DD, such as 2026-03-02"
            case .year: "years go from 0001 to 9999"
            case .month(let month): "there is no month \(month), they go from 01 to 12"
            case .day(let year, let month):
                "\(CivilDate.monthNames[month - 1]) \(year) has the days 1 to \(Gregorian.daysInMonth(month, of: year))"
            }
        }
    }

    /// The date whose ten bytes begin at `start`.
    static func parse(_ text: Span<UInt8>, at start: Int) throws(FormatProblem) -> CivilDate {
        guard let year = text.number(at: start, digits: 4), text.holds("-", at: start + 4),
            let month = text.number(at: start + 5, digits: 2), text.holds("-", at: start + 7),
            let day = text.number(at: start + 8, digits: 2)
        else { throw .shape }
        return try checked(year: year, month: month, day: day)
    }

    /// The date of numbers that were read from text.
    static func checked(year: Int, month: Int, day: Int) throws(FormatProblem) -> CivilDate {
        guard year >= 1 else { throw .year }
        guard month >= 1, month <= 12 else { throw .month(month) }
        guard day >= 1, day <= Gregorian.daysInMonth(month, of: year) else { throw .day(year: year, month: month) }
        return CivilDate(clamping: Gregorian.dayNumber(year: year, month: month, day: day))
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
