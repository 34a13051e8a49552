import CivilTime

/// Dates as people say them, seen from today.
package struct DateWords: Sendable {
    package let today: CivilDate

    package init(today: CivilDate) { self.today = today }

    /// "today", "yesterday", "tomorrow", else "Thu 26 Nov", with the year when it is another one.
    package func said(_ date: CivilDate) -> String {
        switch date.days(since: today) {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        default: dated(date)
        }
    }

    /// The same as part of a sentence: "today", "on Thu 26 Nov".
    package func on(_ date: CivilDate) -> String {
        abs(date.days(since: today)) <= 1 ? said(date) : "on \(dated(date))"
    }

    /// "Thu 26 Nov", with the year when it is another one.
    package func dated(_ date: CivilDate) -> String {
        let month = Self.months[date.month - 1]
        let year = date.year == today.year ? "" : " \(date.year)"
        return "\(date.weekday.shortName) \(date.day) \(month)\(year)"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// "1 working day", "12 working days".
package func workingDaysInWords(_ count: Int) -> String { count == 1 ? "1 working day" : "\(count) working days" }

/// "one" to "ten", digits above.
package func numberInWords(_ number: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
}

/// "one role of three", "two roles of three".
package func rolesInWords(_ live: Int, of needed: Int) -> String {
    "\(numberInWords(live)) \(live == 1 ? "role" : "roles") of \(numberInWords(needed))"
}
