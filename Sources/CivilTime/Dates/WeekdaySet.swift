/// Some of the seven weekdays, such as those on which a person works.
package struct WeekdaySet: Hashable, Sendable {
    /// Bit 0 is Monday.
    private let bits: UInt8

    package init(_ weekdays: some Sequence<Weekday>) {
        bits = weekdays.reduce(0) { $0 | $1.bit }
    }

    package static let mondayToFriday = WeekdaySet([.monday, .tuesday, .wednesday, .thursday, .friday])

    package func contains(_ weekday: Weekday) -> Bool { bits & weekday.bit != 0 }

    package var count: Int { bits.nonzeroBitCount }

    /// The days in the order of the week.
    package var weekdays: [Weekday] { Weekday.allCases.filter(contains) }

    /// How many of the days from an arbitrary fixed Monday up to, and without, the day that is `dayNumber` days after 1970-01-01 are in
    /// the set. Only differences of two such counts mean something.
    func count(before dayNumber: Int) -> Int {
        let (weeks, daysOfWeek) = (dayNumber + 3).flooredDivision(by: 7)
        return weeks * count + (bits & ((1 << UInt8(daysOfWeek)) - 1)).nonzeroBitCount
    }
}

extension WeekdaySet: CustomStringConvertible {
    /// Reads names with spaces or commas between them, and ranges, which may run over the end of the week: `mon tue wed`, `mon,tue`,
    /// `mon-fri`, `sun-thu`.
    package init(parsing text: String) throws(TimeFormatError) {
        var days: [Weekday] = []
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2 else {
                throw TimeFormatError(String(part), isNot: "a range of weekdays", "expected two days, such as mon-fri")
            }
            var day = try Weekday(name: String(ends[0]))
            let last = try Weekday(name: String(ends[ends.count - 1]))
            days.append(day)
            while day != last {
                day = day.next
                days.append(day)
            }
        }
        guard !days.isEmpty else {
            throw TimeFormatError(
                text, isNot: "a list of weekdays", "expected days such as \"mon tue wed\" or \"mon-fri\"")
        }
        self.init(days)
    }

    /// `mon tue wed thu fri`
    package var description: String {
        weekdays.map { $0.shortName.lowercased() }.joined(separator: " ")
    }
}

extension Weekday {
    fileprivate var bit: UInt8 { 1 << UInt8(rawValue - 1) }
    fileprivate var next: Weekday { Weekday(rawValue: rawValue + 1) ?? .monday }
}
