extension YearlyRecurrence {
    /// Why a rule is not read; the reason is a clause.
    struct Unsupported: Error {
        let reason: String
    }

    /// Reads the value of an RRULE property.
    init(rrule: String) throws(Unsupported) {
        self.init()
        var isYearly = false
        for part in rrule.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
            guard pair.count == 2 else { throw Unsupported(reason: "its RRULE has the part \(part)") }
            if pair[0] == "FREQ" {
                isYearly = pair[1] == "YEARLY"
            } else {
                try read(pair[0], pair[1])
            }
        }
        guard isYearly else { throw Unsupported(reason: "of the recurrence rules only FREQ=YEARLY is read") }
        months.sort()
    }

    private mutating func read(_ name: String, _ value: String) throws(Unsupported) {
        let isUnderstood: Bool
        switch name {
        case "INTERVAL":
            // No calendar has more than 9999 years.
            interval = min(Int(value) ?? 0, 10_000)
            isUnderstood = interval > 0
        case "COUNT":
            count = Int(value)
            isUnderstood = count ?? 0 > 0
        case "UNTIL":
            until = CivilDate(basic: value.prefix(8))
            isUnderstood = until != nil
        case "BYMONTH":
            months = Self.numbers(value, magnitude: 12)
            isUnderstood = !months.isEmpty && months.allSatisfy { $0 > 0 }
        case "BYMONTHDAY":
            monthDays = Self.numbers(value, magnitude: 31)
            isUnderstood = !monthDays.isEmpty
        case "BYDAY":
            weekdays = Self.weekdayRules(value)
            isUnderstood = !weekdays.isEmpty
        case "WKST":
            // The first day of the week decides only rules with weeks in them.
            isUnderstood = true
        default:
            isUnderstood = false
        }
        guard isUnderstood else { throw Unsupported(reason: "its RRULE has the part \(name)=\(value)") }
    }

    /// The elements of a list, or none when one of them is not a number of 1 to `magnitude` or its negative.
    private static func numbers(_ list: String, magnitude: Int) -> [Int] {
        let numbers = list.split(separator: ",").map { Int($0) ?? 0 }
        return numbers.allSatisfy { $0 != 0 && (-magnitude...magnitude).contains($0) } ? numbers : []
    }

    /// The elements of a list such as `MO,-1FR`, or none when one of them is something else.
    private static func weekdayRules(_ list: String) -> [WeekdayRule] {
        let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let rules = list.split(separator: ",").map { element -> WeekdayRule? in
            let prefix = element.dropLast(2)
            let ordinal = prefix.isEmpty ? 0 : Int(prefix) ?? 99
            guard let index = codes.firstIndex(of: String(element.suffix(2))), (-53...53).contains(ordinal),
                prefix.isEmpty || ordinal != 0
            else { return nil }
            return Weekday(rawValue: index + 1).map { WeekdayRule(ordinal: ordinal, weekday: $0) }
        }
        return rules.contains(nil) ? [] : rules.compactMap(\.self)
    }
}

extension CivilDate {
    /// The basic form of ISO 8601, `YYYYMMDD`, as RFC 5545 writes dates; nil when the text is something else.
    init?(basic text: some StringProtocol) {
        let utf8 = Array(text.utf8)
        guard utf8.count == 8, let year = utf8.span.number(at: 0, digits: 4),
            let month = utf8.span.number(at: 4, digits: 2),
            let day = utf8.span.number(at: 6, digits: 2),
            let date = try? Self.checked(year: year, month: month, day: day)
        else { return nil }
        self = date
    }
}
