import Diagnostics

/// A day of the week, numbered as in ISO 8601.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Reads `mon`, `Mon` or `monday`.
    package init(name: String) throws(TimeFormatError) {
        let wanted = name.lowercased()
        let match = Self.allCases.first { $0.name.lowercased() == wanted || $0.shortName.lowercased() == wanted }
        guard let match else {
            let names = Self.allCases.flatMap { [$0.shortName.lowercased(), $0.name.lowercased()] }
            let hint =
                nearestName(to: name, in: names).map { "did you mean \($0)?" }
                ?? "expected mon, tue, wed, thu, fri, sat or sun"
            throw TimeFormatError(name, isNot: "a weekday", hint)
        }
        self = match
    }

    /// The weekday of a day counted from 1970-01-01, a Thursday.
    init(dayNumber: Int) {
        // The remainder plus one is always 1…7.
        self = Weekday(rawValue: (dayNumber + 3).flooredDivision(by: 7).remainder + 1) ?? .monday
    }

    /// `Mon`
    package var shortName: String { String(name.prefix(3)) }

    /// `Monday`
    package var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
