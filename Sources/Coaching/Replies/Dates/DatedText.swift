import CivilTime

/// A text with the day that somebody set into it: "send the model, fri", "by 4 Dec: the offer".
struct DatedText {
    private(set) var date: CivilDate?
    /// Why the words that look like a day are none.
    private(set) var problem: Unclear?
    /// The words without the day, where it stands at one of their ends.
    private(set) var text: String

    /// - Parameter isUntil: A whole week or month is taken for its first day, for something lasts until then.
    init(_ line: TypedLine, _ range: Range<Int>, today: CivilDate, isUntil: Bool = false) {
        text = line.text(from: range.lowerBound)
        let dates = Self.dates(line, range, today)
        guard let chosen = Self.chosen(dates, line, range) else {
            if dates.count > 1 {
                problem = .whichDay(dates.compactMap(\.day))
            } else if let rough = RoughDay(line, range, today: today), isUntil || !rough.isSpan {
                take(rough, line, range)
            }
            return
        }
        switch chosen.match.found {
        case .day(let date) where date < today: problem = .dateOver(date)
        case .day(let day): date = day
        case .either(let days): problem = .whichDay(days)
        case .wrong: problem = .notADate(line.text(chosen.words.lowerBound..<chosen.match.end))
        }
        if chosen.words.lowerBound == range.lowerBound {
            text = line.text(from: chosen.match.end)
        } else if chosen.match.end == range.upperBound {
            text = line.text(range.lowerBound..<chosen.words.lowerBound)
        } else if TimeReader.match(line, at: chosen.match.end)?.end == range.upperBound {
            // "demo, fri 14:00"
            text = "\(line.text(range.lowerBound..<chosen.words.lowerBound)) \(line.text(from: chosen.match.end))"
        }
    }

    private mutating func take(_ rough: RoughDay, _ line: TypedLine, _ range: Range<Int>) {
        if rough.words.lowerBound == range.lowerBound {
            text = line.text(from: rough.words.upperBound)
        } else if rough.words.upperBound == range.upperBound {
            text = line.text(range.lowerBound..<rough.words.lowerBound)
        } else {
            return
        }
        date = rough.day
    }

    /// What is wrong with a day that cannot be missing.
    func required(_ dated: Unclear.Dated, _ line: TypedLine, _ range: Range<Int>) -> Unclear? {
        if let problem { return problem }
        guard date == nil else { return nil }
        guard let place = range.first(where: { Self.vague.contains(line[$0]) }) else { return .dateMissing(dated) }
        let isLed = place > range.lowerBound && line.pause(after: place - 1) == .none
        return .notADate(line.text(isLed ? place - 1..<place + 1 : place..<place + 1))
    }

    /// They tell about when, but no day.
    private static let vague = WordSet(
        "jan feb mar apr jun jul aug sep sept oct okt nov dec dez week woche month monat quarter quartal year jahr january januar february februar march märz april mai june "
            + "juni july juli "
            + "august september october oktober november december dezember spring summer autumn winter frühjahr "
            + "sommer herbst easter "
            + "ostern christmas weihnachten later später soon bald")

    // MARK: Days among the words

    private struct Dated {
        /// With the "by" or "bis" before it.
        let words: Range<Int>
        let match: DateReader.Match
        var day: CivilDate? { if case .day(let day) = match.found { day } else { nil } }
    }

    private static func dates(_ line: TypedLine, _ range: Range<Int>, _ today: CivilDate) -> [Dated] {
        let reader = DateReader(today: today, side: .ahead)
        var (dates, place): ([Dated], Int) = ([], range.lowerBound)
        while place < range.upperBound {
            guard let match = reader.match(line, at: place), match.end <= range.upperBound else {
                place += 1
                continue
            }
            var first = place
            while first > range.lowerBound, SmallWords.onWords.contains(line[first - 1]),
                line.pause(after: first - 1) == .none
            {
                first -= 1
            }
            let isWhole = match.isWeekday || match.found == .wrong
            let standsAlone = isWhole && match.end == range.upperBound && !wordy.contains(line[place])
            let isLed = first < place && !(wordy.contains(line[place]) && line[place - 1]?.key == "to")
            // "next Globex mon: call"
            let isNumber = match.isLoose && line[place]?.number != nil && line.pause(after: match.end - 1) >= .note
            let leads =
                (isWhole || isNumber) && place == range.lowerBound && line.pause(after: match.end - 1) >= .comma
                && !wordy.contains(line[place])
            if !match.isLoose || isLed || standsAlone || leads {
                dates.append(Dated(words: first..<match.end, match: match))
            }
            place = match.end
        }
        return dates
    }

    private static let wordy = WordSet("so do")

    /// The only one, or the one at an end: the last words go before the first ones, unless a pause parts those from the text.
    private static func chosen(_ dates: [Dated], _ line: TypedLine, _ range: Range<Int>) -> Dated? {
        if dates.count == 1 { return dates[0] }
        let first = dates.first { $0.words.lowerBound == range.lowerBound }
        if let first, line.pause(after: first.match.end - 1) >= .note { return first }
        let last = dates.last { $0.match.end == range.upperBound }
        return first == nil ? last : last == nil ? first : nil
    }
}
