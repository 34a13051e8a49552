import CivilTime

extension ItemText {
    /// The reasons of the bank that fit a finding, the closest first. An account that was never touched is asked about the first contact
    /// instead of one that never was.
    /// - Parameters:
    ///   - finding: Nil where nothing is found.
    ///   - isStuck: Whether the huddle has seen it too often.
    func reasons(for finding: Finding?, isStuck: Bool = false) -> [QuestionReason] {
        let reasons = (isStuck ? [.stuck] : []) + (finding.map(ownReasons) ?? [.healthy])
        guard !isTouched, reasons.contains(where: \.presupposesContact) else { return reasons }
        guard reachedUnlogged == nil else {
            // Somebody was there: who, is the first question where all is silent.
            return (finding.map(\.kind.isOfSilence) ?? false ? [.noThreads] : []) + reasons
        }
        return [.firstContact] + reasons.filter { !$0.presupposesContact }
    }

    private var isTouched: Bool {
        account.lastTouchAt != nil || story.lastTouch != nil
            || account.stakeholders.contains { $0.lastTwoWayAt != nil }
    }

    /// The milestone that was reached last where no touch is logged: it is not reached without a contact.
    var reachedUnlogged: Milestone? {
        isTouched
            ? nil
            : account.milestones.filter { $0.isDone(on: day.today) }
                .max { ($0.doneOn ?? .distantPast, $0.id) < ($1.doneOn ?? .distantPast, $1.id) }
    }

    private func ownReasons(of finding: Finding) -> [QuestionReason] {
        // What is planned for today or tomorrow is what an hour now can help with, whatever else is found.
        pressing == nil || finding.kind == .holdEnded || isLongStall(finding) ? reasons(of: finding) : [.milestoneNear]
    }

    /// Whether so much time went by in silence that a date for tomorrow is no more than a date.
    private func isLongStall(_ finding: Finding) -> Bool {
        let limit = day.rep.thresholds.stalled(for: account, on: day)
        return finding.kind == .stalled && finding.days.map { $0 >= 2 * limit } ?? false
    }

    private func reasons(of finding: Finding) -> [QuestionReason] {
        switch finding.kind {
        case .holdEnded:
            // Whoever talked with us during the pause has made the first hello after it; how it goes is not known before it ended.
            guard let hold = account.lastEndedHold(before: day.today), let touch = story.lastTouch, !touch.wentOut,
                day.rep.zone.date(at: touch.at) > hold.from, account.nextStepOn == nil
            else { return [.holdEnded] }
            return [.noNextStep, .holdEnded]
        case .stalled:
            let hasBuyer = account.stakeholders.contains { $0.role == .economicBuyer }
            let roles = SingleThreaded.liveRoles(of: account, on: day).count
            return [
                hasBuyer ? nil : .stalledNoEconomicBuyer,
                (1..<day.rep.thresholds.liveThreads).contains(roles) ? .stalledSingleThreaded : nil,
                milestone == nil ? nil : .stalledMilestone, .stalled,
            ].compactMap { $0 }
        case .quiet: return [.quiet]
        case .noNextStep: return [.noNextStep]
        case .nextStepPassed: return [.nextStepPassed]
        case .milestoneNear: return [.milestoneNear]
        case .milestonePassed: return [.milestonePassed]
        case .singleThreaded:
            return SingleThreaded.liveRoles(of: account, on: day).isEmpty ? [.noThreads] : [.singleThreaded]
        case .noEconomicBuyer: return [.noEconomicBuyer]
        case .noChampion: return [.noChampion]
        case .noMilestones: return [.noMilestones]
        case .noOwnMessage: return [.noOwnMessage]
        case .genericMessage: return [.genericMessage]
        case .researchGap: return [finding.topic.flatMap(QuestionReason.research), .researchGap].compactMap { $0 }
        case .activityMissing: return [.activityMissing]
        case .commitmentOpen: return [.commitmentOpen]
        case .offList: return [.offList]
        case .listShort: return [.listShort]
        case .coachingDebtRep, .coachingDebtAccount: return [.coachingDebt]
        case .stallUnanswered: return [.stallUnanswered]
        case .askOpen, .promiseOpen, .highlightDue: return []
        }
    }

    /// What stands in the place of a question where the bank has none left that was not asked lately.
    var offer: Phrase {
        language.say(
            "Would 20 minutes on it with a colleague help? The huddle is the place to ask.",
            "Würden 20 Minuten zu zweit dabei helfen? Im Huddle ist Platz dafür.")
    }

    /// Letters of a name up to which a question says it again.
    private static let longestName = 32

    /// The facts that a question about the account may use.
    func placeholders(for finding: Finding) -> [Placeholder: Phrase] {
        var facts: [Placeholder: Phrase] = [:]
        // A long name stands above the question already.
        if account.name.count <= Self.longestName { facts[.account] = "\(account.name)" }
        if let milestone = milestone(for: finding) {
            facts[.milestone] = "\(language.insideQuotes(milestone.title))"
            if let due = milestone.dueOn, due > day.today { facts[.due] = Phrase(words: dates.said(due)) }
            if let due = milestone.dueOn, finding.kind == .milestonePassed, pressing == nil {
                facts[.due] = Phrase(words: dates.dated(due))
            }
        }
        if let touch = story.lastTouch {
            // What nobody answered did not end in anything.
            if !touch.wentOut { facts[.lastKind] = Phrase(words: language.bareDative(of: touch.kind)) }
            if let person = touch.stakeholder, person.role != .blocker || !finding.kind.presumesGoodwill {
                facts[.person] = "\(person.name(in: language))"
                if let role = person.role { facts[.role] = Phrase(words: language.name(of: role)) }
            }
        }
        if account.nextStepOn != nil { facts[.nextStep] = account.nextStep.map(inQuotes) }
        if let industry = account.industry { facts[.industry] = "\(industry)" }
        facts[.insight] = account.insight.map(inQuotes)
        facts[.trigger] = account.triggerEvent.map(inQuotes)
        if let heard = heard(for: finding) { facts[.heard] = "\(heard.name(in: language))" }
        var taken = Set(account.stakeholders.filter { $0.lastTwoWayAt != nil }.compactMap(\.role))
        // A question with both is about two people: whoever was written to last is not the one whom it misses.
        taken.formUnion(story.lastTouch?.people.compactMap(\.role) ?? [])
        if let missing = [StakeholderRole.economicBuyer, .champion, .user].first(where: { !taken.contains($0) }) {
            facts[.missingRole] = Phrase(words: language.people(with: missing))
        }
        return facts
    }

    /// What somebody wrote, for a place between quotation marks.
    private func inQuotes(_ words: String) -> Phrase { "\(language.insideQuotes(words.withoutFullStop))" }
}

extension FindingKind {
    /// Whether some of its questions take for granted that somebody at the account wants it as well. Whoever is against it does not;
    /// what he believes and could win is worth a question where a champion is looked for.
    var presumesGoodwill: Bool { self != .noChampion }

    /// Whether it says that nothing was heard from the account for long.
    fileprivate var isOfSilence: Bool { self == .stalled || self == .quiet }
}
