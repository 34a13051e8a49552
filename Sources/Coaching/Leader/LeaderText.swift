import CivilTime

/// How one matter reads in a leader's own message: whom it is about, the fact, one question or offer.
struct LeaderText {
    let matter: LeaderMatter
    let day: RepDay
    /// The account that it is about, where it is about one.
    let story: AccountStory?

    private var dates: DateWords { DateWords(today: day.today) }
    private var finding: Finding { matter.finding }
    private var rep: Phrase { "\(matter.coached?.rep.firstName ?? "")" }
    private var account: Phrase { "\(matter.account?.name ?? "") (\(rep))" }
    /// Nobody but the leader is told "you" of what the leader said and did.
    private var isOwn: Bool { matter.leader.id == day.rep.id }

    var heading: Phrase {
        switch matter.kind {
        case .askOpen: return askHeading
        case .promiseOpen: return promiseHeading
        case .stallUnanswered: return stallHeading
        case .coachingDebtRep: return debtHeading
        case .highlightDue: return deed + ", and nobody has said so yet."
        default:
            guard let last = matter.account?.lastLookedOn else { return account + ": not looked at together yet." }
            return account
                + ": not looked at together since \(words: dates.dated(last)), \(words: workingDaysInWords(days))."
        }
    }

    private var days: Int { finding.days ?? 0 }

    private var askHeading: Phrase {
        guard let ask = matter.ask else { return rep }
        let place = ask.account.map { account in Phrase(" on \(account)") } ?? ""
        return rep + place + ", since \(words: dates.said(ask.askedOn)): \"\(ask.text)\""
    }

    private var promiseHeading: Phrase {
        guard let promise = matter.promise else { return rep }
        let when = promise.dueOn == nil ? promise.madeOn.map { " \(dates.on($0))" } ?? "" : ""
        var line: Phrase = isOwn ? "You said" : "\(matter.leader.firstName) said"
        line += "\(words: when): \(promise.text.withoutFullStop)"
        if let rep = promise.rep { line += " (for \(rep.firstName))" }
        if let due = promise.dueOn {
            line += ", \(words: due < day.today ? "it was for" : "for") \(words: dates.said(due))"
        }
        return line.asSentence
    }

    private var stallHeading: Phrase {
        guard let episode = matter.unanswered else { return account }
        let asked = Phrase(
            words: episode.mentions == 1 ? "one question" : "\(numberInWords(episode.mentions)) questions")
        if episode.finding.kind == .stalled {
            return account
                + " has had no touch for \(words: workingDaysInWords(days)), and \(asked) did not move it."
        }
        guard let story, let coached = matter.coached else { return account }
        let candidate = SupportCandidate(story: story, day: coached.day, episodes: [episode])
        let reason = SupportText(candidate: candidate, huddle: day, policy: AgendaPolicy()).reason
        return account + ": " + reason + "; \(asked) did not move it."
    }

    private var debtHeading: Phrase {
        guard let talk = matter.coached?.lastTalk else {
            return "No talk with \(rep) is noted yet, in \(words: workingDaysInWords(days))."
        }
        let ago = Phrase(words: "\(dates.dated(talk.on)), \(workingDaysInWords(days)) ago.")
        return talk.leaderID == day.rep.id
            ? "You and \(rep) last sat down on " + ago : "The last talk with \(rep) was on " + ago
    }

    /// What was done right: the rarest of it.
    private var deed: Phrase {
        let deeds = matter.coached?.deeds ?? Deeds()
        if let milestone = deeds.milestones.first {
            return rep + " reached \"\(milestone.what)\" at \(milestone.account)"
        }
        if let reply = deeds.replies.first { return "\(reply.what) at \(reply.account) answered " + rep }
        if deeds.fullPlans == deeds.days {
            return rep + " did the whole plan \(words: numberInWords(deeds.days)) working days running"
        }
        return rep
            + " did the whole plan on \(words: numberInWords(deeds.fullPlans)) of the last \(words: numberInWords(deeds.days)) working days"
    }

    var facts: [Phrase] {
        guard matter.kind == .coachingDebtRep else { return [] }
        let first = accountsToLookAt.map { Phrase("\($0.name)") }
        guard !first.isEmpty else { return [] }
        return [first.listed + " would be good to look at first."]
    }

    /// Up to two of the rep's accounts: the weightiest findings, then what was longest not looked at together.
    private var accountsToLookAt: [CoachedAccount] {
        (matter.coached?.accounts ?? []).filter { !$0.isHeld }
            .map { account in
                let weight = account.episodes.map(\.finding.kind.priority).min() ?? .max
                return (
                    key: (weight, account.lastLookedOn ?? .distantPast, account.rank ?? .max, account.id),
                    account: account
                )
            }
            .sorted { $0.key < $1.key }.prefix(2).map(\.account)
    }

    /// Where the bank has the question.
    var questionReasons: [QuestionReason] {
        switch matter.kind {
        case .askOpen: [.askOpen]
        case .stallUnanswered: [.stallUnanswered]
        case .coachingDebtRep: [.coachingDebt]
        case .coachingDebtAccount: itemText?.reasons(for: nil) ?? [.healthy]
        default: []
        }
    }

    func placeholders(in language: Language) -> [Placeholder: Phrase] {
        if let itemText { return itemText.placeholders(for: matter.unanswered?.finding ?? finding, in: language) }
        let name = matter.account?.name ?? matter.ask?.account
        return name.map { [.account: "\($0)"] } ?? [:]
    }

    private var itemText: ItemText? {
        guard let story, let coached = matter.coached else { return nil }
        return ItemText(story: story, day: coached.day)
    }

    /// The question or offer where the bank has none.
    var offer: Phrase? {
        switch matter.kind {
        case .askOpen: "Who could answer it today, or knows somebody who can?"
        case .promiseOpen: "Today, on another day, or is it no longer needed?"
        case .stallUnanswered: "Keep, hold with a date, or give its place to another?"
        case .highlightDue: "A word today, in the huddle or just between the two of you?"
        case .coachingDebtRep, .coachingDebtAccount: "Today?"
        default: nil
        }
    }
}
