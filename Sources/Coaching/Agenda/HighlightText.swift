extension Highlight {
    /// The good work in one sentence, by its act.
    /// - Parameter isPublic: For the team's room, where nothing tells of the gap before it.
    func phrase(isPublic: Bool = false) -> Phrase {
        switch kind {
        case .milestone(let title): return "\(rep) reached \"\(title)\" at \(account ?? "")."
        case .movingAgain where isPublic: return "\(rep) got \(account ?? "") moving again."
        case .movingAgain(let days, let touch):
            return "\(rep) got \(account ?? "") moving again after \(words: workingDaysInWords(days)): the \(touch.phrase)."
        case .metEconomicBuyer(let name): return "\(rep) has \(name), the economic buyer at \(account ?? ""), in the talk."
        case .fullPlan(let days):
            return "\(rep) did the whole plan, \(words: numberInWords(days)) working days running."
        }
    }
}
