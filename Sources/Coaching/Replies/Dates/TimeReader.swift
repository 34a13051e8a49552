import CivilTime

/// Finds a time of day among typed words: "16:20", "at 4pm", "um 16 Uhr", "16.20 Uhr".
enum TimeReader {
    struct Match {
        let end: Int
        let time: TimeOfDay
    }

    static func match(_ line: TypedLine, at place: Int) -> Match? {
        guard let word = line[place] else { return nil }
        guard leads.contains(word) else { return worded(line, place) ?? clock(line, place) ?? spoken(line, place) }
        return worded(line, place + 1) ?? clock(line, place + 1) ?? spoken(line, place + 1) ?? bare(line, place + 1)
    }

    private static let leads = WordSet("at um gegen around")

    /// "noon", "half past 9", "quarter to 10", "halb 10".
    private static func worded(_ line: TypedLine, _ place: Int) -> Match? {
        if noons.contains(line[place]) { return match(12, 0, end: place + 1) }
        let (minute, hourPlace): (Int, Int)
        if let shift = shifts.match(line, at: place) {
            (minute, hourPlace) = (shift.meaning, shift.end)
        } else {
            return nil
        }
        guard line.pause(in: place..<hourPlace + 1) == .none, let word = line[hourPlace], word.gap.first != ":",
            word.gap.first != ".", let hour = word.count, (1...23).contains(hour)
        else { return nil }
        let half = Half(line, hourPlace + 1)
        let full = half.map { $0.hour(hour) } ?? ofWorkingDay(hour)
        guard let full else { return nil }
        let minutes = full * 60 + minute
        return match(minutes / 60, minutes % 60, end: half == nil ? hourPlace + 1 : hourPlace + 2)
    }

    static func isNoon(_ word: TypedLine.Word) -> Bool { noons.contains(word) }

    private static let noons = WordSet("noon midday mittags")
    private static let shifts = PhraseTable<Int>([
        (30, "half past,half"), (15, "quarter past,viertel nach"), (-15, "quarter to,viertel vor"), (-30, "halb"),
    ])

    /// Nobody calls a customer at half past two at night.
    private static func ofWorkingDay(_ hour: Int) -> Int { (1...6).contains(hour) ? hour + 12 : hour }

    /// "16:20", "4:20pm", "16.20 Uhr", "12.30".
    private static func clock(_ line: TypedLine, _ place: Int) -> Match? {
        guard let hour = line[place], let digits = hour.number, hour.key.count <= 2, let second = line[place + 1] else {
            return nil
        }
        let minutes = second.key.prefix(while: \.isNumber)
        guard minutes.utf8.count == 2, let minute = Int(minutes) else { return nil }
        if hour.gap == ".", line[place + 2]?.key == "uhr" { return match(digits, minute, end: place + 3) }
        if hour.gap == ".", minutes.count == second.key.count, minute > 12 || minute == 0, second.gap.first != ".",
            line.pause(after: place + 1) > .none || leads.contains(line[place - 1])
        {
            return match(ofWorkingDay(digits), minute, end: place + 2)
        }
        guard hour.gap == ":" else { return nil }
        let half = Half(second.key.dropFirst(minutes.count))
        guard half != nil || minutes.count == second.key.count else { return nil }
        if half == nil, second.gap == ":", let seconds = line[place + 2], seconds.key.count == 2,
            let second = seconds.number
        {
            return TimeOfDay(hour: digits, minute: minute, second: second).map { Match(end: place + 3, time: $0) }
        }
        return half.map { match($0.hour(digits), minute, end: place + 2) }
            ?? Half(line, place + 2).map { match($0.hour(digits), minute, end: place + 3) }
            ?? match(
                hour.key.count == 1 ? ofWorkingDay(digits) : digits, minute,
                end: line[place + 2]?.key == "uhr" ? place + 3 : place + 2)
    }

    /// "4pm", "4 pm", "16 Uhr", "16h".
    private static func spoken(_ line: TypedLine, _ place: Int) -> Match? {
        guard let word = line[place] else { return nil }
        let digits = word.key.prefix(while: \.isNumber)
        guard (1...2).contains(digits.utf8.count), let hour = Int(digits) else { return nil }
        let rest = word.key.dropFirst(digits.count)
        if let half = Half(rest) { return match(half.hour(hour), 0, end: place + 1) }
        if rest.first == "h", rest.utf8.count == 3, let minute = Int(rest.dropFirst()), (0..<60).contains(minute) {
            return match(hour, minute, end: place + 1)
        }
        if rest == "h", hour > 12 { return match(hour, 0, end: place + 1) }
        guard rest.isEmpty, line.pause(after: place) == .none else { return nil }
        if let half = Half(line, place + 1) { return match(half.hour(hour), 0, end: place + 2) }
        guard line[place + 1]?.key == "uhr" else { return nil }
        let minute = line.pause(after: place + 1) == .none ? line[place + 2]?.number.map { $0 } : nil
        guard let minute, minute < 60, line[place + 2]?.gap.first != "." else { return match(hour, 0, end: place + 2) }
        return match(hour, minute, end: place + 3)
    }

    /// "at 4": the hour of a working day. Only where the words stop, for "at 3 sites" is none.
    private static func bare(_ line: TypedLine, _ place: Int) -> Match? {
        guard let hour = line[place]?.number,
            line.pause(after: place) > .none || days.contains(line[place + 1]) || behind.contains(line[place + 1])
                || ReplyVerb.isDone(line, at: place + 1)
        else { return nil }
        return match(ofWorkingDay(hour), 0, end: place + 1)
    }

    private static let behind = WordSet("about über wegen")
    private static let days = WordSet("today yesterday heute gestern")

    private static func match(_ hour: Int?, _ minute: Int, end: Int) -> Match? {
        hour.flatMap { TimeOfDay(hour: $0, minute: minute) }.map { Match(end: end, time: $0) }
    }

    /// The half of the day of a clock with twelve hours.
    private enum Half: Substring {
        case am, pm

        init?(_ text: Substring) { self.init(rawValue: text) }

        /// The German "am" is none: "um 4 am Montag".
        init?(_ line: TypedLine, _ place: Int) {
            guard let word = line[place], line[place - 1]?.gap == " ", let half = Half(Substring(word.key)) else {
                return nil
            }
            let isGerman = line[place + 1].map { $0.number != nil || WeekdayWords.weekday($0) != nil } ?? false
            if half == .am, isGerman { return nil }
            self = half
        }

        func hour(_ hour: Int) -> Int? {
            (1...12).contains(hour) ? hour % 12 + (self == .pm ? 12 : 0) : nil
        }
    }
}
