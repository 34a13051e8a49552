import CivilTime

/// The whole working days strictly between two dates, with what lies between them and was not counted.
package struct CountedDays: Hashable, Sendable {
    package let count: Int
    /// "12 whole working days from Fri 6 Nov through Mon 23 Nov; not counted: Sat/Sun, Mon 16 Nov (holiday)".
    package let words: String

    /// Days off that are named one by one.
    private static let named = 6

    /// - Parameter names: What the days off are called, where the store knows.
    package init(after start: CivilDate, before end: CivilDate, on day: RepDay, names: [CivilDate: String] = [:]) {
        let calendar = day.rep.calendar
        let dates = DateWords(today: day.today)
        count = calendar.workingDays(after: start, before: end)
        guard count > 0, let first = calendar.next(after: start), let last = calendar.previous(before: end) else {
            words = "no whole working day lies between \(dates.dated(start)) and \(dates.dated(end))"
            return
        }
        var (free, off): (Set<Weekday>, [String]) = ([], [])
        var date = start.adding(days: 1)
        while date < end, date.days(since: start) <= 400 {
            if !calendar.workdays.contains(date.weekday) {
                free.insert(date.weekday)
            } else if !calendar.isWorking(date) {
                let reason = day.rep.isOnLeave(on: date) ? "away" : names[date] ?? "holiday"
                off.append("\(dates.dated(date)) (\(reason))")
            }
            date = date.adding(days: 1)
        }
        let weekend = Weekday.allCases.filter(free.contains).map(\.shortName).joined(separator: "/")
        let more = off.count > Self.named ? ["\(off.count - Self.named) more days off"] : []
        let left = (weekend.isEmpty ? [] : [weekend]) + off.prefix(Self.named) + more
        let span =
            first == last ? "on \(dates.dated(first))" : "from \(dates.dated(first)) through \(dates.dated(last))"
        words =
            "\(count == 1 ? "1 whole working day" : "\(count) whole working days") \(span)"
            + (left.isEmpty ? "" : "; not counted: \(left.joined(separator: ", "))")
    }
}
