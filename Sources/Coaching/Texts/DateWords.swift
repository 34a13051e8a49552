import CivilTime

/// Dates as people say them, seen from today.
package struct DateWords: Sendable {
    package let today: CivilDate
    package let language: Language

    package init(today: CivilDate, in language: Language = .english) {
        self.today = today
        self.language = language
    }

    /// "today", "yesterday", "tomorrow", else "Thu 26 Nov", with the year when it is another one.
    package func said(_ date: CivilDate) -> String {
        switch date.days(since: today) {
        case 0: language.today
        case 1: language.tomorrow
        case -1: language.yesterday
        default: dated(date)
        }
    }

    /// The same as part of a sentence: "today", "on Thu 26 Nov".
    package func on(_ date: CivilDate) -> String {
        abs(date.days(since: today)) <= 1 ? said(date) : "\(language.on) \(dated(date))"
    }

    /// "Thu 26 Nov", in German "Do 26. Nov.", with the year when it is another one.
    package func dated(_ date: CivilDate) -> String {
        let year = date.year == today.year ? "" : " \(date.year)"
        return "\(language.name(of: date.weekday)) \(language.day(date.day)) \(language.months[date.month - 1])\(year)"
    }
}

extension Language {
    fileprivate var today: String { self == .german ? "heute" : "today" }
    fileprivate var tomorrow: String { self == .german ? "morgen" : "tomorrow" }
    fileprivate var yesterday: String { self == .german ? "gestern" : "yesterday" }
    fileprivate var on: String { self == .german ? "am" : "on" }
    fileprivate func day(_ day: Int) -> String { self == .german ? "\(day)." : "\(day)" }

    fileprivate func name(of weekday: Weekday) -> String {
        switch self {
        case .english: weekday.shortName
        case .german: Self.germanWeekdays[weekday.rawValue - Weekday.monday.rawValue]
        }
    }

    fileprivate var months: [String] { self == .german ? Self.germanMonths : Self.englishMonths }

    private static let germanWeekdays = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// After Duden: what has four letters is written out.
    private static let germanMonths = [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
    ]
}
