import CivilTime

/// Leave.
extension LineReader {
    /// "away 21 Dec - 2 Jan: family", "Urlaub bis Freitag"
    func away(_ place: Int) -> Reply? {
        if SmallWords.notToDo.contains(line[place]) { return nil }
        return reading { () throws(AskBack) in
            try check(from: place)
            return try leave(from: place)
        }
    }

    private func leave(from place: Int) throws(AskBack) -> Reply? {
        let span = DaySpan(line, from: place, today: context.today)
        if let problem = span.problem { throw AskBack(problem) }
        guard let from = span.from, let through = span.through else {
            throw AskBack(.dateMissing(.away))
        }
        guard through >= from, through >= context.today else { throw AskBack(.dateOver(through)) }
        // "away mon, tue"
        if let further = DateReader(today: context.today, side: .ahead).match(line, at: span.end),
            further.end == line.count
        {
            throw AskBack(.notADate(line.text(place..<further.end)))
        }
        let verbEnd = ReplyVerb.match(line, at: span.end).flatMap { $0.verb == .away ? $0.end : nil }
        let reason = line.text(from: verbEnd ?? span.end).withoutBecause
        return .away(from: from, through: through, reason: reason.isEmpty ? nil : reason)
    }

    /// "I'm away tomorrow", "ich bin ab Montag im Urlaub", "montag frei", "sick today".
    var awayOfWriter: Reply? {
        // "off friday?", "off friday afternoon"
        let clause = start..<max(start, line.end(from: start, of: .comma))
        let isPartOfDay = clause.contains { line[$0].flatMap(PartOfDay.init) != nil && line[$0]?.key != "morgen" }
        guard !line.asks(in: clause), !isPartOfDay else { return nil }
        let ownWords = Self.selfWords.match(line, at: start)?.end
        let first = ownWords ?? start
        if ownWords != nil, let match = ReplyVerb.match(line, at: first), match.verb == .away { return away(match.end) }
        return absence(from: first, isOwn: ownWords != nil) ?? absenceBehindDay(first, isOwn: ownWords != nil)
    }

    /// "I'm sick today", "out sick", "off until wednesday".
    private func absence(from place: Int, isOwn: Bool) -> Reply? {
        guard let match = Self.absences.match(line, at: place) else { return nil }
        let end = line.end(from: match.end, of: .comma)
        // Who is ill today need not say so.
        if match.end == end, match.meaning == .sick {
            return .away(from: context.today, through: context.today, reason: line.text(place..<end))
        }
        let span = DaySpan(line, from: match.end, today: context.today)
        guard span.from != nil || span.problem != nil, span.end == end,
            case .away(let from, let through, let reason)? = reading({ () throws(AskBack) in try leave(from: match.end)
            })
        else { return nil }
        let words = match.meaning == .off ? nil : line.text(place..<match.end)
        return .away(from: from, through: through, reason: reason ?? words)
    }

    /// "ich bin heute krank", "habe vom 23.12. bis 3.1. Urlaub", "morgen frei".
    private func absenceBehindDay(_ place: Int, isOwn: Bool) -> Reply? {
        let span = DaySpan(line, from: place, today: context.today)
        guard span.end > place, let match = Self.absences.match(line, at: span.end),
            line.pause(after: match.end - 1) > .none || isOwn && match.end == line.count,
            case .away(let from, let through, _)? = reading({ () throws(AskBack) in try leave(from: place) })
        else { return nil }
        let behind = line.text(from: match.end)
        let reason = match.meaning == .off ? behind : line.text(from: span.end)
        return .away(from: from, through: through, reason: reason.isEmpty ? nil : reason)
    }

    /// Who is somewhere else says where.
    private enum Absence { case sick, off, elsewhere }
    private static let absences = PhraseTable<Absence>([
        (
            .sick,
            "sick,off sick,out sick,home sick,sick at home,ill,zu hause krank,krank zu hause,krank,krankgeschrieben,krank gemeldet"
        ),
        (
            .off,
            "out,off,off work,the day off,day off,a day off,frei,urlaub,im urlaub,weg,abwesend,nicht da,nicht im büro,"
                + "away,on vacation,on holiday,on leave,out of office,vacation,holiday,not working,not at work,not in,"
                + "not in the office,not there,not available,nicht im dienst"
        ),
        (
            .elsewhere,
            "at the doctor,at the doctor's,at the dentist,doctor's appointment,conference,at a conference,at the conference,"
                + "at a training,in training,beim arzt,beim zahnarzt,arzttermin,konferenz,auf einer konferenz,schulung,"
                + "auf einer schulung"
        ),
    ])

    // MARK: Back

    /// "I'm back", "wieder gesund"
    var isBack: Bool {
        Self.back.match(line, at: Self.selfWords.match(line, at: start)?.end ?? start)?.end == line.count
    }

    private static let back = PhraseTable<Bool>([
        (
            true,
            "back,back again,back at work,back today,back from holiday,back from vacation,healthy again,well again,fit again,"
                + "wieder da,wieder zurück,zurück,wieder gesund,wieder fit,wieder im büro"
        )
    ])

    private static let selfWords = PhraseTable<Bool>([
        (
            true,
            "i'm,i am,im,i'll be,i will be,we're,i have,i've got,i take,i'm taking,taking,ich bin,bin,ich bin dann,"
                + "ich werde,ich habe,habe,hab,ich hab,ich nehme,nehme"
        )
    ])
}
