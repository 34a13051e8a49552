import CivilTime

/// How an account reads on the agenda: why, where and what to ask, in two lines.
struct SupportText {
    let candidate: SupportCandidate
    let huddle: RepDay
    let policy: AgendaPolicy

    private var account: Account { candidate.account }
    private var dates: DateWords { DateWords(today: huddle.today) }

    /// "Acme Logistics · Ana · 12 working days without a touch, CFO met planned for Thu 26 Nov · no economic buyer yet".
    func heading(isRotation: Bool) -> Phrase {
        var parts: [Phrase] = ["\(account.name)", "\(candidate.day.rep.firstName)"]
        if isStuck { parts.append(Phrase(words: "\(ordinalInWords(candidate.huddles + 1)) huddle")) }
        parts.append(isRotation && candidate.first == nil ? lookedAt("going well, ") : reason)
        if isRotation, candidate.first != nil, !isStuck { parts.append(lookedAt("")) }
        let line = parts.joined(" · ")
        guard let obstacle, line.text.count + obstacle.text.count < Self.longestLine else { return line }
        return line + " · " + obstacle
    }

    /// Letters of a heading up to which it takes up the obstacle as well: an item has 300.
    private static let longestLine = 130

    var isStuck: Bool { candidate.first != nil && candidate.huddles + 1 >= policy.stuckAfter }

    private func lookedAt(_ lead: String) -> Phrase {
        guard let last = candidate.lookedAtOn else { return Phrase(words: "\(lead)not looked at together yet") }
        return Phrase(words: "\(lead)last looked at together \(dates.on(last))")
    }

    var reason: Phrase {
        guard let finding = candidate.first?.finding else { return "going well" }
        let milestone =
            account.milestones.first { $0.id == finding.milestoneID } ?? account.openMilestones(on: huddle.today).first
        switch finding.kind {
        case .stalled:
            let days = Phrase(words: "\(workingDaysInWords(finding.days ?? 0)) without a touch")
            guard let milestone, let due = milestone.dueOn, due >= huddle.today else { return days }
            return days + ", \(milestone.title) planned for \(words: dates.said(due))"
        case .quiet: return Phrase(words: "quiet for \(workingDaysInWords(finding.days ?? 0))")
        case .holdEnded:
            guard let hold = account.lastEndedHold(before: candidate.day.today) else { return "its hold has ended" }
            return "its hold ended \(words: dates.on(hold.until)) (\"\(hold.reason.withoutFullStop)\")"
        case .milestonePassed:
            guard let milestone, let due = milestone.dueOn else { return "a milestone wants a new date" }
            return "\(milestone.title) was planned for \(words: dates.said(due))"
        case .milestoneNear:
            guard let milestone, let due = milestone.dueOn else { return "a milestone is near" }
            return "\(milestone.title) \(words: dates.said(due)), nothing logged for it yet"
        case .nextStepPassed:
            guard let date = account.nextStepOn else { return "its next step has passed" }
            return "the next step was for \(words: dates.said(date))"
        case .noNextStep: return "no next step"
        case .singleThreaded:
            let needed = candidate.day.rep.thresholds.liveThreads
            return Phrase(
                words: finding.threads == 0 ? "no role live" : "\(rolesInWords(finding.threads ?? 0, of: needed)) live")
        case .noEconomicBuyer: return "no economic buyer yet"
        case .noChampion: return "no champion yet"
        case .noMilestones: return "no milestone ahead"
        case .noOwnMessage: return "no message of its own yet"
        // What is generic is said to its rep alone.
        case .genericMessage: return "worth a closer look"
        case .researchGap: return finding.topic.map { ResearchTopic($0).unknown } ?? "something to find out"
        case .activityMissing, .commitmentOpen, .offList, .listShort, .askOpen, .promiseOpen, .stallUnanswered,
            .highlightDue,
            .coachingDebtRep, .coachingDebtAccount:
            return "going well"
        }
    }

    private var obstacle: Phrase? {
        let kinds = Set(candidate.episodes.map(\.finding.kind))
        guard candidate.first?.finding.kind != .noEconomicBuyer else { return nil }
        if kinds.contains(.noEconomicBuyer) { return "no economic buyer yet" }
        guard candidate.first?.finding.kind != .singleThreaded else { return nil }
        if let threads = candidate.episodes.lazy.compactMap(\.finding.threads).first, threads > 0 {
            let needed = candidate.day.rep.thresholds.liveThreads
            return Phrase(words: "\(rolesInWords(threads, of: needed)) live")
        }
        return nil
    }

    var reasons: [QuestionReason] {
        ItemText(story: candidate.story, day: candidate.day).reasons(for: candidate.first?.finding, isStuck: isStuck)
    }

    func placeholders(in language: Language) -> [Placeholder: Phrase] {
        let text = ItemText(story: candidate.story, day: candidate.day)
        return text.placeholders(for: candidate.first?.finding ?? Finding(.quiet, of: account), in: language)
    }
}
