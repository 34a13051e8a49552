import CivilTime

/// Why the rules find something: the rule, the rows, the count, the threshold and its origin, and what would end it.
package struct Explanation: Hashable, Sendable {
    package var finding: Finding
    package var rows: [RowReference]
    /// How the number came about.
    package var count: String?
    package var threshold: String?

    package var rule: String { finding.kind.rule }
    package var remedy: String { finding.kind.remedy }

    /// Of a finding of one account.
    package init(_ finding: Finding, _ evidence: Evidence, _ origins: ThresholdOrigins, on day: RepDay) {
        let view = AccountView(evidence: evidence, origins: origins, day: day)
        self.finding = finding
        let (rows, count, threshold) = view.parts(of: finding)
        self.rows = rows
        self.count = count
        self.threshold = threshold
    }

    /// Of a finding of a rep's own day or list, or of a leader.
    package init(_ finding: Finding, on day: RepDay) {
        self.finding = finding
        rows =
            finding.subjectID.flatMap { id in
                finding.kind.subjectTable.map { [RowReference($0, id, "what it is about")] }
            } ?? []
        switch finding.kind {
        case .activityMissing:
            let (planned, due, done) = (finding.planned ?? 0, finding.due ?? 0, finding.done ?? 0)
            let kind = finding.activity?.rawValue ?? ""
            rows = [RowReference("plan", nil, "\(finding.activity?.words(planned) ?? "\(planned)") a working day")]
            let share =
                day.rep.hours.seconds == 0
                ? 0 : 100 * day.rep.hours.elapsedSeconds(at: day.time) / day.rep.hours.seconds
            count = "\(done) of kind \(kind) done today on active accounts of the list"
            threshold =
                "\(due) of \(planned): \(share) % of the working hours \(day.rep.hours) have passed at \(day.time.toTheMinute)"
        case .offList:
            let (off, all) = (finding.done ?? 0, finding.planned ?? 0)
            count = "\(off) of the last \(all) touches, \(finding.percent ?? 0) %"
            threshold = "\(day.rep.thresholds.offList) % of at least \(OffList.atLeast) touches"
        case .listShort:
            count = "\(finding.done ?? 0) active accounts on the list"
            threshold = "\(finding.planned ?? 0) accounts"
        case .commitmentOpen:
            count = finding.days.map { "moved \(Language.english.times($0))" }
            threshold = "\(CommitmentOpen.moves) moves"
        default: count = finding.days.map(workingDaysInWords)
        }
    }
}

extension FindingKind {
    /// The table of what a finding of a rep or leader is about.
    fileprivate var subjectTable: String? {
        switch self {
        case .commitmentOpen: "commitment"
        case .askOpen: "ask"
        case .promiseOpen: "promise"
        case .stallUnanswered: "finding"
        default: nil
        }
    }
}

/// An account as its explanations see it.
struct AccountView {
    let evidence: Evidence
    let origins: ThresholdOrigins
    let day: RepDay

    var account: Account { evidence.story.account }
    var dates: DateWords { DateWords(today: day.today) }
    var thresholds: Thresholds { day.rep.thresholds }
    var idleness: Idleness { Idleness(of: account, on: day) }

    func parts(of finding: Finding) -> (rows: [RowReference], count: String?, threshold: String?) {
        switch finding.kind {
        case .stalled:
            let threshold = thresholds.stalled(for: account, on: day)
            return (
                start + farStep, idleDays.words,
                "\(workingDaysInWords(threshold)), from \(origins.stalled(of: account, on: day).words)"
            )
        case .quiet:
            return (
                start + farStep, idleDays.words, "\(workingDaysInWords(thresholds.quiet)), from \(origins.quiet.words)"
            )
        case .holdEnded:
            guard let hold = account.lastEndedHold(before: day.today) else { return ([], nil, nil) }
            let days = CountedDays(after: hold.until, before: day.today, on: day, names: evidence.dayNames)
            return ([row(hold)] + touch, days.words, nil)
        case .noNextStep: return ([step("next_step_on is empty")], nil, nil)
        case .nextStepPassed:
            let date = account.nextStepOn.map(dates.dated) ?? ""
            return ([step("next_step_on is \(date)")], nil, nil)
        case .milestonePassed, .milestoneNear:
            guard let milestone = account.milestones.first(where: { $0.id == finding.milestoneID }) else {
                return ([], nil, nil)
            }
            guard finding.kind == .milestoneNear, let due = milestone.dueOn else { return ([row(milestone)], nil, nil) }
            let left = CountedDays(after: day.today, before: due, on: day, names: evidence.dayNames)
            return (
                [row(milestone)], left.words,
                "fewer than \(thresholds.milestoneNear) whole working days before its date, from \(origins.milestoneNear.words)"
            )
        case .singleThreaded:
            let done = account.milestones.filter { $0.isDone(on: day.today) }.map(row)
            let roles = SingleThreaded.liveRoles(of: account, on: day)
            let names = roles.map(\.rawValue).sorted().joined(separator: ", ")
            return (
                done + people,
                "\(roles.count == 1 ? "1 role" : "\(roles.count) roles") since \(dates.dated(oldest))\(names.isEmpty ? "" : ": \(names)")",
                "\(thresholds.liveThreads) roles, from \(origins.liveThreads.words), in \(thresholds.threadDays) calendar days, "
                    + "from \(origins.threadDays.words)"
            )
        case .noEconomicBuyer, .noChampion:
            return (people.isEmpty ? [RowReference("stakeholder", nil, "none is known")] : people, nil, nil)
        case .noMilestones:
            let milestones = account.milestones.map(row)
            return (milestones.isEmpty ? [RowReference("milestone", nil, "none is set")] : milestones, nil, nil)
        case .noOwnMessage: return ([accountRow("own_message is empty")], nil, nil)
        case .genericMessage:
            let other = finding.otherAccountID.map { [RowReference("account", $0, "the other message")] } ?? []
            return (
                [accountRow("own_message")] + other, finding.percent.map { "\($0) % alike, names apart" },
                "\(thresholds.alike) % alike"
            )
        case .researchGap:
            return ([RowReference("research_item", nil, "none with the topic \"\(finding.topic ?? "")\"")], nil, nil)
        case .activityMissing, .commitmentOpen, .offList, .listShort, .askOpen, .promiseOpen, .stallUnanswered,
            .highlightDue, .coachingDebtRep, .coachingDebtAccount:
            return ([], finding.days.map(workingDaysInWords), nil)
        }
    }

    // MARK: Rows

    var idleDays: CountedDays {
        CountedDays(after: idleness.since, before: day.today, on: day, names: evidence.dayNames)
    }

    /// What the idle days are counted from.
    private var start: [RowReference] {
        let since = idleness.since
        if let last = account.lastTouchAt, day.rep.zone.date(at: last) == since { return touch }
        if let hold = account.lastEndedHold(before: day.today), hold.until == since { return [row(hold)] + touch }
        return [accountRow("selected on \(dates.dated(account.selectedOn))")] + touch
    }

    private var touch: [RowReference] {
        guard let touch = evidence.story.lastTouch else { return [] }
        let local = day.rep.zone.local(touch.at)
        let by = evidence.touchBy.map { ", by \($0)" } ?? ""
        return [
            RowReference(
                "activity", evidence.touchID, externalID: evidence.touchExternalID,
                "\(touch.phrase(in: .english).text), \(dates.dated(local.date)) \(local.time.toTheMinute)\(by)")
        ]
    }

    /// A next step that is dated and pauses nothing.
    private var farStep: [RowReference] {
        guard let date = account.nextStepOn, date >= day.today, !idleness.isPaused else { return [] }
        let days = day.workingDays(after: idleness.since, before: date)
        return [
            step(
                "next_step_on is \(dates.dated(date)), \(days) whole working days after the count's start: it pauses nothing "
                    + "(at most \(thresholds.nextStepPause), from \(origins.nextStepPause.words))")
        ]
    }

    private func step(_ words: String) -> RowReference {
        let text = account.nextStep.flatMap { $0.isEmpty ? nil : "next step \"\($0)\", " } ?? ""
        return accountRow(text + words)
    }

    private func accountRow(_ words: String) -> RowReference {
        RowReference("account", account.id, externalID: account.externalID, words)
    }

    func row(_ hold: Hold) -> RowReference {
        RowReference(
            "hold", evidence.holds[hold.from],
            "\(dates.dated(hold.from)) through \(dates.dated(hold.until)), \"\(hold.reason)\"")
    }

    func row(_ milestone: Milestone) -> RowReference {
        var words = "\"\(milestone.title)\""
        if let due = milestone.dueOn { words += ", due \(dates.dated(due))" }
        if let done = milestone.doneOn, done <= day.today { words += ", done \(dates.dated(done))" }
        if let skipped = milestone.skippedOn, skipped <= day.today { words += ", skipped \(dates.dated(skipped))" }
        if milestone.isOpen(on: day.today) {
            let first = milestone.firstActivityAt.map { dates.dated(day.rep.zone.date(at: $0)) }
            words += first.map { ", first activity \($0)" } ?? ", no activity names it"
        }
        return RowReference("milestone", milestone.id, externalID: milestone.externalID, words)
    }

    /// The last date on which a two-way touch still keeps a role live.
    var oldest: CivilDate { day.today.adding(days: -thresholds.threadDays) }

    private var people: [RowReference] {
        account.stakeholders.map { person in
            let last = person.lastTwoWayAt.map { "last two-way touch \(dates.dated(day.rep.zone.date(at: $0)))" }
            let role = person.role?.rawValue ?? "no role"
            return RowReference("stakeholder", person.id, "\(person.name), \(role), \(last ?? "no two-way touch")")
        }
    }
}
