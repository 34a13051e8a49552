extension Highlight {
    /// The good work in one sentence, by its act.
    func phrase(in language: Language) -> Phrase {
        let place = account ?? ""
        let sentence =
            switch kind {
            case .won: language.say("\(rep) won \(place)", "\(rep) hat \(place) gewonnen")
            case .milestone(let title):
                language.say(
                    "\(rep) reached \(language.quoted(title)) at \(place)",
                    "\(rep) hat bei \(place) \(language.quoted(title)) erreicht")
            case .movingAgain(_, let touch, isFirst: true):
                firstContact(touch, in: language) + ": " + news(touch, language)
            case .movingAgain(let days, let touch, _) where !touch.isTwoWay:
                language.say(
                    "\(rep) got back to \(place) after \(words: language.workingDays(days)): ",
                    "\(rep) hat sich nach \(words: language.dativeWorkingDays(days)) wieder bei \(place) gemeldet: ")
                    + news(touch, language)
            case .movingAgain(let days, let touch, isFirst: false):
                language.say(
                    "\(rep) got \(place) moving again after \(words: language.workingDays(days)): ",
                    "\(rep) hat \(place) nach \(words: language.dativeWorkingDays(days)) wieder in Bewegung gebracht: ")
                    + news(touch, language)
            case .metEconomicBuyer(let name, let kind):
                FirstTalk(rep: rep, name: name, account: place, kind: kind).withEconomicBuyer(in: language)
            case .newRole(let name, let role, let kind):
                FirstTalk(rep: rep, name: name, account: place, kind: kind).phrase(with: role, in: language)
            case .firstReply(let name, let kind):
                FirstTalk(rep: rep, name: name, account: place, kind: kind).phrase(in: language)
            case .fullPlan(let days):
                language.say(
                    "\(rep) did the whole plan, \(words: language.number(days)) working days running",
                    "\(rep) hat den ganzen Plan geschafft, \(words: language.number(days)) Arbeitstage in Folge")
            case .askedForHelp:
                account == nil
                    ? language.say("\(rep) asked the team for help", "\(rep) hat das Team um Hilfe gebeten")
                    : language.say(
                        "\(rep) asked the team for help on \(place)", "\(rep) hat das Team zu \(place) um Hilfe gebeten"
                    )
            }
        return sentence.asSentence
    }

    private func news(_ touch: Touch, _ language: Language) -> Phrase {
        language.say(touch.subject(in: language), touch.phrase(in: language))
    }

    /// What only went out is no contact yet.
    private func firstContact(_ touch: Touch, in language: Language) -> Phrase {
        let place = account ?? ""
        return touch.isTwoWay
            ? language.say(
                "\(rep) made the first contact with \(place)", "\(rep) hat den ersten Kontakt mit \(place) geknüpft")
            : language.say(
                "\(rep) took the first step towards \(place)", "\(rep) hat sich zum ersten Mal bei \(place) gemeldet")
    }

    /// The same for the team's room, which hears no count and nothing of the gap before it; nil for what was said to the team alone.
    func publicPhrase(in language: Language) -> Phrase? {
        switch kind {
        case .movingAgain(_, let touch, isFirst: true): firstContact(touch, in: language).asSentence
        // That somebody wrote again says in public that he had not for long.
        case .movingAgain(_, let touch, _) where !touch.isTwoWay: nil
        case .movingAgain:
            language.say(
                "\(rep) got \(account ?? "") moving again.", "\(rep) hat \(account ?? "") wieder in Bewegung gebracht.")
        case .fullPlan:
            language.say(
                "\(rep) did the whole plan, day after day.", "\(rep) hat Tag für Tag den ganzen Plan geschafft.")
        // What somebody is to us is no matter for a room: either the role or the name.
        case .metEconomicBuyer(let name, let kind):
            FirstTalk(rep: rep, name: name, account: account ?? "", kind: kind).withEconomicBuyer(
                in: language, isNamed: false
            ).asSentence
        case .newRole(let name, _, let kind):
            FirstTalk(rep: rep, name: name, account: account ?? "", kind: kind).phrase(with: nil, in: language)
                .asSentence
        case .askedForHelp: nil
        default: phrase(in: language)
        }
    }

    /// A run of full plans is told at growing marks, for each day's would soon be noise.
    package static func mark(of days: Int) -> Int? { marks.last { $0 <= days } }

    private static let marks = [3, 5, 10, 20, 40, 80, longestRun]
    /// Working days beyond which nobody counts.
    package static let longestRun = 160

    package var kindName: String { kind.name }

    /// What tells it from another of the same kind at the same account.
    package var detail: String? {
        switch kind {
        case .milestone(let title): title
        case .metEconomicBuyer(let name, _), .newRole(let name, _, _), .firstReply(let name, _): name
        case .fullPlan(let days): Self.mark(of: days).map(String.init)
        case .won, .movingAgain, .askedForHelp: nil
        }
    }
}

extension Highlight.Kind {
    /// As it is kept with the highlights.
    package var name: String {
        switch self {
        case .won: "won"
        case .milestone: "milestone"
        case .movingAgain: "moving-again"
        case .metEconomicBuyer: "economic-buyer"
        case .newRole: "new-role"
        case .firstReply: "first-reply"
        case .fullPlan: "full-plan"
        case .askedForHelp: "asked-for-help"
        }
    }
}
