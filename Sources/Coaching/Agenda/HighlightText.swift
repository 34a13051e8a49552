import CivilTime

extension Highlight {
    /// The good work in one sentence, by its act.
    func phrase(on day: RepDay) -> Phrase {
        switch kind {
        case .milestone(let title): return "\(rep) reached \"\(title)\" at \(account ?? "")."
        case .movingAgain(let days, let touch):
            return "\(rep) got \(account ?? "") moving again after \(words: workingDaysInWords(days)): the \(touch.phrase)."
        case .metEconomicBuyer(let name): return "\(rep) has \(name), the economic buyer at \(account ?? ""), in the talk."
        case .fullPlan(let days):
            return days == 1
                ? "\(rep) did the whole plan of the day." : "\(rep) did the whole plan, \(words: numberInWords(days)) working days running."
        }
    }
}
