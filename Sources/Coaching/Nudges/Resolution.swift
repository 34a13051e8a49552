import CivilTime

/// What ended an episode.
package enum Resolution: String, CaseIterable, Hashable, Sendable {
    /// A touch of the account.
    case touch
    /// A next step was set or dated anew.
    case nextStep = "next-step"
    /// The milestone is done, skipped or dated anew, or something serves it now.
    case milestone
    /// A role answered, or joined the list of stakeholders.
    case stakeholder
    /// Something was learnt or written about the account.
    case information
    /// The plan's activity was done.
    case activity
    case hold
    /// The leader sat down with the rep, or looked at the account together with him.
    case coached
    /// The leader did what he had said he would do.
    case kept
    /// An ask was answered.
    case answered
    /// The rep heard that his work was good.
    case praised
    /// The account is no longer one of the 50, or has another rep; what was said was taken back.
    case closed
    /// Nobody acted: the day ended, a stall took the place of a quiet account, a threshold moved.
    case lapsed

    /// Whether a person did something that deserves a thank you.
    package var isAct: Bool { self != .closed && self != .lapsed }

    /// What else than its account tells how an episode ended.
    package struct Evidence: Hashable, Sendable {
        /// How alike the two messages of a `generic-message` are now; nil when one of them is gone.
        package var likeness: Int?
        /// What a `commitment-open` was about, as it is now; nil when it was taken back.
        package var commitment: Commitment?
        /// The accounts of the rep's list now.
        package var listed: Int?

        package init(likeness: Int? = nil, commitment: Commitment? = nil, listed: Int? = nil) {
            self.likeness = likeness
            self.commitment = commitment
            self.listed = listed
        }
    }

    /// What ended an episode that the rules no longer find.
    /// - Parameter account: The account as it is now; nil when it is no active one any more.
    package init(of episode: Episode, account: Account?, on day: RepDay, _ evidence: Evidence = Evidence()) {
        let finding = episode.finding
        guard finding.accountID != nil else {
            self = Self.ofOwnWork(episode, day, evidence)
            return
        }
        guard let account, account.repID == finding.repID, account.isSelected(on: day.today) else {
            self = .closed
            return
        }
        guard account.hold(on: day.today) == nil else {
            self = .hold
            return
        }
        switch finding.kind {
        case .stalled, .quiet: self = Self.ofIdleness(finding, account, day)
        case .holdEnded: self = account.lastTouchAt.map { $0 >= episode.openedAt } ?? false ? .touch : .lapsed
        case .noNextStep, .nextStepPassed: self = account.nextStepOn == nil ? .lapsed : .nextStep
        case .milestonePassed, .milestoneNear: self = Self.ofMilestone(finding, account, day)
        case .singleThreaded:
            self = SingleThreaded.liveRoles(of: account, on: day).count > finding.threads ?? 0 ? .stakeholder : .lapsed
        case .noEconomicBuyer, .noChampion: self = .stakeholder
        case .noMilestones: self = .milestone
        case .noOwnMessage: self = account.hasOwnMessage ? .information : .lapsed
        case .genericMessage:
            self = evidence.likeness.map { $0 < finding.percent ?? 100 } ?? false ? .information : .lapsed
        case .researchGap:
            self = finding.topic.map { account.knows(ResearchTopic($0)) } ?? false ? .information : .lapsed
        case .activityMissing, .commitmentOpen, .offList, .listShort, .askOpen, .promiseOpen, .stallUnanswered,
            .highlightDue, .coachingDebtRep,
            .coachingDebtAccount:
            self = .lapsed
        }
    }

    private static func ofOwnWork(_ episode: Episode, _ day: RepDay, _ evidence: Evidence) -> Resolution {
        switch episode.finding.kind {
        case .activityMissing: return episode.openedOn == day.today ? .activity : .lapsed
        case .commitmentOpen:
            guard let commitment = evidence.commitment else { return .closed }
            if commitment.isKept { return .activity }
            // What nobody did moves by itself; a day that a person chose does not count as a move.
            return commitment.dueOn > day.today && commitment.moved <= episode.finding.days ?? .max
                ? .nextStep : .lapsed
        case .listShort:
            let (before, now) = (episode.finding.done ?? 0, evidence.listed ?? 0)
            return now > before && now >= episode.finding.planned ?? .max ? .information : .lapsed
        default: return .lapsed
        }
    }

    private static func ofIdleness(_ finding: Finding, _ account: Account, _ day: RepDay) -> Resolution {
        let idleness = Idleness(of: account, on: day)
        let isTouched = account.lastTouchAt.map { day.rep.zone.date(at: $0) == idleness.since } ?? false
        if isTouched, idleness.workingDays < finding.days ?? 0 { return .touch }
        return idleness.isPaused ? .nextStep : .lapsed
    }

    private static func ofMilestone(_ finding: Finding, _ account: Account, _ day: RepDay) -> Resolution {
        guard let milestone = account.milestones.first(where: { $0.id == finding.milestoneID }) else { return .closed }
        let isPassed = milestone.isOpen(on: day.today) && milestone.dueOn.map { $0 < day.today } ?? false
        return isPassed ? .lapsed : .milestone
    }
}
