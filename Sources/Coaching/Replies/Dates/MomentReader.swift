import CivilTime

/// Finds a moment among typed words, for what was done: a time of today, a day with or without a time, "an hour ago".
struct MomentReader: Sendable {
    let zone: Zone
    let now: Instant

    struct Match {
        var end: Int
        /// Nil where the words look like a date and are none, or are said of two days.
        var instant: Instant?
        /// A weekday without a word that says which one.
        var isWeekday = false
        /// Today, at no time of it.
        var isToday = false
        var isLoose = false
    }

    private var today: CivilDate { zone.date(at: now) }

    func match(_ line: TypedLine, at place: Int) -> Match? {
        if let match = ago(line, place) ?? part(line, place) { return match }
        if let day = day(line, place) {
            guard day.part == nil, line.pause(after: day.end - 1) <= .comma,
                let time = TimeReader.match(line, at: day.end)
            else { return moment(day, nil, end: day.end) }
            return moment(day, time.time, end: time.end)
        }
        guard let time = TimeReader.match(line, at: place) else { return nil }
        guard line.pause(after: time.end - 1) <= .comma, let day = day(line, time.end), day.part == nil else {
            return Match(end: time.end, instant: instant(today, time.time))
        }
        return moment(day, time.time, end: day.end)
    }

    /// A date, perhaps behind "on" or "am", behind which a short one is meant.
    private func day(_ line: TypedLine, _ place: Int) -> DateReader.Match? {
        let isLed = line[place].map(Self.leads.contains) ?? false
        var day = DateReader(today: today, side: .behind).match(line, at: isLed ? place + 1 : place)
        if isLed { day?.isLoose = false }
        return day
    }

    private static let leads = WordSet("on am")

    private func moment(_ day: DateReader.Match, _ time: TimeOfDay?, end: Int) -> Match {
        guard case .day(let date) = day.found else { return Match(end: end) }
        var match = Match(end: end, isWeekday: day.isWeekday, isLoose: day.isLoose && time == nil)
        if let time {
            match.instant = instant(date, time)
        } else if let part = day.part {
            match.instant = date == today ? soFar(part) : TimeOfDay(hour: part.hour).map { instant(date, $0) }
        } else if date == today {
            match.instant = now
            match.isToday = !day.isWeekday
        } else {
            match.instant = TimeOfDay(hour: 12).map { instant(date, $0) }
        }
        return match
    }

    private func instant(_ date: CivilDate, _ time: TimeOfDay) -> Instant {
        zone.instant(of: CivilDateTime(date: date, time: time))
    }

    /// A part of today: now at the latest, unless it has not begun.
    private func soFar(_ part: PartOfDay) -> Instant? {
        guard let hour = TimeOfDay(hour: part.hour), let beginning = TimeOfDay(hour: part.begins) else { return nil }
        let time = instant(today, hour)
        return zone.local(now).time < beginning ? time : min(now, time)
    }

    /// "this morning"
    private func part(_ line: TypedLine, _ place: Int) -> Match? {
        guard line[place]?.key == "this", line.pause(after: place) == .none,
            let part = line[place + 1].flatMap(PartOfDay.init)
        else { return nil }
        return Match(end: place + 2, instant: soFar(part))
    }

    /// "an hour ago", "vor 20 Minuten"
    private func ago(_ line: TypedLine, _ place: Int) -> Match? {
        let isGerman = line[place]?.key == "vor"
        let first = isGerman ? place + 1 : place
        guard let count = line[first]?.count, line.pause(after: first) == .none, let unit = line[first + 1],
            isGerman || line[first + 2]?.key == "ago",
            let seconds = Self.minutes.contains(unit) ? 60 : Self.hours.contains(unit) ? 3600 : nil
        else { return nil }
        return Match(end: isGerman ? first + 2 : first + 3, instant: now.adding(seconds: -Int64(count * seconds)))
    }

    private static let minutes = WordSet("min mins minute minutes minuten")
    private static let hours = WordSet("h hour hours stunde stunden std")
}
