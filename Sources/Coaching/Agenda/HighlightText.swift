extension Highlight {
    /// The good work in one sentence, by its act.
    /// - Parameter isPublic: For the team's room, which hears no count and nothing of the gap before it.
    func phrase(isPublic: Bool = false) -> Phrase {
        switch kind {
        case .milestone(let title): return ("\(rep) reached \"\(title)\" at \(account ?? "")" as Phrase).asSentence
        case .movingAgain where isPublic: return "\(rep) got \(account ?? "") moving again."
        case .movingAgain(let days, let touch):
            return
                "\(rep) got \(account ?? "") moving again after \(words: workingDaysInWords(days)): the \(touch.phrase)."
        case .metEconomicBuyer(let name):
            return ("\(rep) has the economic buyer of \(account ?? "") in the talk: \(name)" as Phrase).asSentence
        case .fullPlan where isPublic: return "\(rep) did the whole plan, day after day."
        case .fullPlan(let days):
            return "\(rep) did the whole plan, \(words: numberInWords(days)) working days running."
        }
    }
}
