/// What is asked of coachd about people and days: "what did Ana do today?", "who's away?", "asks".
extension LineReader {
    var asksOfPeople: Reply? {
        if Self.teamAway.match(line, at: start) != nil { return .showAway }
        if let match = Self.teamList.match(line, at: start) { return match.end == line.count ? .list : nil }
        if let match = Self.asks.match(line, at: start), match.end == line.count { return .showAsks }
        if ["agenda", "tagesordnung"].contains(line[start]?.key), start == line.count - 1 {
            return unclear(.agendaToCome)
        }
        if Self.ownDay.match(line, at: start) != nil { return showDays(of: nil) }
        if (start..<min(line.count, start + 3)).contains(where: { Self.huddle.match(line, at: $0) != nil }) {
            return unclear(.huddleMissed)
        }
        let isAsked = Self.openQuestions.contains(line[start]) || line.asks(in: start..<line.count)
        guard isAsked else { return nil }
        let person = colleague
        if (start..<line.count).contains(where: { Self.promised.contains(line[$0]) }) {
            return .showPromises(to: person)
        }
        guard let person else { return nil }
        if Self.whereabouts.contains(line[start]) { return .showAway }
        return (start..<line.count).contains { Self.deeds.contains(line[$0]) } ? showDays(of: person) : nil
    }

    /// On the days that the question names, or today.
    private func showDays(of person: RowID?) -> Reply {
        let today = context.today
        let monday = today.adding(days: 1 - today.weekday.rawValue)
        let reader = DateReader(today: today, side: .behind)
        // "do" is a Thursday as well.
        for place in start..<line.count where !Self.deeds.contains(line[place]) {
            if let match = reader.match(line, at: place), case .day(let date) = match.found, date <= today,
                !match.isLoose
            {
                return .showDays(person, from: date, through: date)
            }
            switch Self.weeks.match(line, at: place)?.meaning {
            case .this?: return .showDays(person, from: monday, through: today)
            case .last?: return .showDays(person, from: monday.adding(days: -7), through: monday.adding(days: -1))
            case nil: continue
            }
        }
        return .showDays(person, from: today, through: today)
    }

    private enum Week { case this, last }
    private static let weeks = PhraseTable<Week>([
        (.this, "this week,so far this week,diese woche,in dieser woche"),
        (.last, "last week,letzte woche,vorige woche"),
    ])

    private var colleague: RowID? {
        let found = (start..<line.count).lazy.compactMap {
            NameMatch.person(context.people, in: line, at: $0, byBeginning: false)?.entries
        }.first
        return found.flatMap { $0.count == 1 ? $0[0].id : nil }
    }

    private static let promised = WordSet("promise promised versprochen zugesagt promises")
    private static let whereabouts = WordSet("where wo")
    private static let deeds = WordSet("do did done gemacht getan")
    private static let ownDay = PhraseTable<Bool>([
        (true, "what did i do,what have i done,was habe ich gemacht,was hab ich gemacht,was habe ich heute gemacht")
    ])
    private static let huddle = PhraseTable<Bool>([
        (
            true,
            "can't make the huddle,cant make the huddle,cannot make the huddle,not make the huddle,miss the huddle,"
                + "nicht zum huddle,schaffe das huddle nicht,fehle im huddle"
        )
    ])
    private static let asks = PhraseTable<Bool>([
        (true, "asks,open asks,the asks,fragen,offene fragen,die fragen,who needs help,wer braucht hilfe")
    ])
    private static let teamList = PhraseTable<Bool>([
        (
            true,
            "team,my team,how's the team,how is the team,how's the team doing,how is the team doing,mein team,wie läuft es im team"
        )
    ])
    private static let teamAway = PhraseTable<Bool>([
        (
            true,
            "who's away,who is away,who's off,who is off,who's sick,who is sick,who's out,who is out,who is on holiday,who's on holiday,who is on leave,wer ist im urlaub,wer fehlt,wer ist weg,wer hat urlaub,wer ist krank"
        )
    ])
}
