extension Highlight {
    /// The good work in one sentence, by its act.
    var phrase: Phrase {
        let place: Phrase = "\(account ?? "")"
        switch kind {
        case .milestone(let title): return ("\(rep) reached \"\(title)\" at " + place).asSentence
        case .movingAgain(_, let touch, isFirst: true):
            return "\(rep) made the first contact with " + place + ": the \(touch.phrase)."
        case .movingAgain(let days, let touch, isFirst: false):
            return "\(rep) got " + place
                + " moving again after \(words: workingDaysInWords(days)): the \(touch.phrase)."
        case .metEconomicBuyer(let name):
            return ("\(rep) has the economic buyer of " + place + " in the talk: \(name)" as Phrase).asSentence
        case .newRole(let name, let role):
            return
                ("\(rep) brought a new voice into " + place + ": \(name.firstName) (\(words: role.rawValue))" as Phrase)
                .asSentence
        case .firstReply(let name): return ("\(name.firstName) at " + place + " answered \(rep)" as Phrase).asSentence
        case .fullPlan(let days):
            return "\(rep) did the whole plan, \(words: numberInWords(days)) working days running."
        case .askedForHelp:
            return account == nil
                ? "\(rep) asked the team for help." : ("\(rep) asked the team for help on " + place).asSentence
        }
    }

    /// The same for the team's room, which hears no count and nothing of the gap before it; nil for what was said to the team alone.
    var publicPhrase: Phrase? {
        switch kind {
        case .movingAgain(_, _, isFirst: true):
            ("\(rep) made the first contact with \(account ?? "")" as Phrase).asSentence
        case .movingAgain: "\(rep) got \(account ?? "") moving again."
        case .fullPlan: "\(rep) did the whole plan, day after day."
        case .askedForHelp: nil
        default: phrase
        }
    }

    /// As it is kept with the highlights.
    package var kindName: String {
        switch kind {
        case .milestone: "milestone"
        case .movingAgain: "moving-again"
        case .metEconomicBuyer: "economic-buyer"
        case .newRole: "new-role"
        case .firstReply: "first-reply"
        case .fullPlan: "full-plan"
        case .askedForHelp: "asked-for-help"
        }
    }

    /// What tells it from another of the same kind at the same account.
    package var detail: String? {
        switch kind {
        case .milestone(let title): title
        case .metEconomicBuyer(let name), .newRole(let name, _), .firstReply(let name): name
        case .movingAgain, .fullPlan, .askedForHelp: nil
        }
    }
}
