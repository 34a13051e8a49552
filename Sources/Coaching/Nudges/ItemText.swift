import CivilTime

/// How one episode reads in a message: the account and where its project stands, a fact that only it has, one question.
struct ItemText {
    let story: AccountStory
    let day: RepDay

    private var account: Account { story.account }
    private var dates: DateWords { DateWords(today: day.today) }
    private var milestone: Milestone? { account.openMilestones(on: day.today).first }

    /// "Acme Logistics · CFO met, planned for Thu 26 Nov".
    func heading(for finding: Finding) -> Phrase {
        if finding.kind == .holdEnded, let hold = account.lastEndedHold(before: day.today) {
            return
                "\(account.name) · its hold ended \(words: dates.on(hold.until)) (\"\(hold.reason.withoutFullStop)\")"
        }
        guard let milestone = subject(of: finding) ?? milestone else { return "\(account.name)" }
        return "\(account.name) · \(milestone.title)" + planned(milestone)
    }

    private func planned(_ milestone: Milestone) -> Phrase {
        guard let due = milestone.dueOn else { return Phrase() }
        return due < day.today
            ? "" : ", planned for \(words: dates.said(due))"
    }

    /// The milestone that the finding is about.
    private func subject(of finding: Finding) -> Milestone? {
        finding.milestoneID.flatMap { id in account.milestones.first { $0.id == id } }
    }

    /// One or two short sentences.
    /// - Parameter room: Characters that they may take together; the last ones give way, the first never.
    func facts(for finding: Finding, state: Message.Item.State, within room: Int = .max) -> [Phrase] {
        var sentences = sentences(for: finding)
        guard !sentences.isEmpty else { return [] }
        switch state {
        case .still: sentences.insert("Still open.", at: 0)
        case .back: sentences.insert("Open again.", at: 0)
        case .new, .thanks, .rotation: break
        }
        let needed = state == .still || state == .back ? 2 : 1
        while sentences.count > needed, sentences.joined(" ").text.count > room { sentences.removeLast() }
        return [sentences.joined(" ")]
    }

    private func sentences(for finding: Finding) -> [Phrase] {
        switch finding.kind {
        case .stalled: return [sinceLastTouch(finding.days ?? 0), obstacle].compactMap { $0 }
        case .quiet: return [quiet(finding.days ?? 0)]
        case .holdEnded: return [lastTouchBefore, liveThreads].compactMap { $0 }
        case .milestonePassed:
            guard let due = subject(of: finding)?.dueOn else { return [] }
            return ["It was planned for \(words: dates.said(due)).", lastTouch].compactMap { $0 }
        case .milestoneNear: return ["Nothing is logged for it yet.", lastTouch].compactMap { $0 }
        case .nextStepPassed: return [passedStep].compactMap { $0 }
        case .noNextStep:
            if let step = account.nextStep, !step.isEmpty {
                return ["The next step \"\(step.withoutFullStop)\" has no date yet.", lastTouch].compactMap { $0 }
            }
            guard let touch = story.lastTouch else { return ["No next step yet."] }
            return ["No next step since the \(touch.phrase) \(words: dates.on(date(of: touch)))."]
        case .singleThreaded:
            return [liveThreads ?? "Nobody whose role we know has talked with us in the last \(threadDays) days."]
        case .noEconomicBuyer: return [whoWeKnow("decides about money")]
        case .noChampion: return [whoWeKnow("speaks for us when we are not there")]
        case .noMilestones: return [noMilestoneAhead, lastTouch].compactMap { $0 }
        case .noOwnMessage: return [noOwnMessage, lastTouch].compactMap { $0 }
        case .genericMessage: return [likeAnother(finding.percent ?? 0)]
        case .researchGap: return finding.topic.map { [unknown(ResearchTopic($0)), lastTouch].compactMap { $0 } } ?? []
        case .activityMissing, .commitmentOpen, .offList, .listShort, .askOpen, .promiseOpen, .stallUnanswered,
            .highlightDue, .coachingDebtRep,
            .coachingDebtAccount:
            return []
        }
    }

    private var threadDays: Int { day.rep.thresholds.threadDays }

    private func sinceLastTouch(_ days: Int) -> Phrase {
        let count = Phrase(words: workingDaysInWords(days))
        switch start {
        case .touch(let touch): return count + " since the \(touch.phrase)."
        case .hold: return count + " since its hold ended, without a touch."
        case .selection: return count + " on the list without a touch."
        }
    }

    private func quiet(_ days: Int) -> Phrase {
        let count = Phrase(words: "Quiet for \(workingDaysInWords(days))")
        switch start {
        case .touch(let touch): return count + "; the \(touch.phrase) was the last touch."
        case .hold: return count + ", since its hold ended."
        case .selection: return count + ", since it came on the list."
        }
    }

    /// What the idle days are counted from.
    private enum Start {
        case touch(Touch), hold, selection
    }

    private var start: Start {
        let since = Idleness(of: account, on: day).since
        if let touch = story.lastTouch, date(of: touch) == since { return .touch(touch) }
        return account.lastEndedHold(before: day.today)?.until == since ? .hold : .selection
    }

    /// What stands in the way, as far as the store knows: the most telling one.
    private var obstacle: Phrase? {
        let buyers = account.stakeholders.filter { $0.role == .economicBuyer }
        guard let buyer = buyers.first else {
            return account.stakeholders.isEmpty
                ? "Nobody there is on our map yet." : "No economic buyer is among the people we know."
        }
        if buyers.allSatisfy({ $0.lastTwoWayAt == nil }) {
            return "\(buyer.firstName), the economic buyer, has not talked with us yet."
        }
        if let step = account.nextStepOn, step < day.today { return passedStep }
        return account.nextStepOn == nil ? "No next step has a date." : nil
    }

    private var passedStep: Phrase? {
        guard let date = account.nextStepOn else { return nil }
        guard let step = account.nextStep, !step.isEmpty else {
            return "The next step was for \(words: dates.said(date))."
        }
        return "The next step \"\(step.withoutFullStop)\" was for \(words: dates.said(date))."
    }

    private var lastTouch: Phrase? {
        story.lastTouch.map { "Last touch: the \($0.phrase) \(words: dates.on(date(of: $0)))." }
    }

    private var lastTouchBefore: Phrase? {
        guard let touch = story.lastTouch, let hold = account.lastEndedHold(before: day.today),
            date(of: touch) <= hold.from
        else { return lastTouch }
        return "Before it rested: the \(touch.phrase) \(words: dates.on(date(of: touch)))."
    }

    private var liveThreads: Phrase? {
        let live = SingleThreaded.liveStakeholders(of: account, on: day)
        let roles = Set(live.compactMap(\.role)).count
        guard roles > 0 else { return nil }
        let needed = day.rep.thresholds.liveThreads
        let names: Phrase = "In touch in the last \(threadDays) days: " + live.prefix(3).map(\.phrase).listed
        guard roles < needed else { return names + "." }
        let count = rolesInWords(roles, of: needed)
        return names + Phrase(words: ". \(count.prefix(1).uppercased())\(count.dropFirst()).")
    }

    private func whoWeKnow(_ missing: String) -> Phrase {
        let known = account.stakeholders.prefix(3).map(\.phrase)
        guard !known.isEmpty else { return "Nobody there is on our map yet." }
        return "We know " + known.listed + Phrase(words: ", and nobody yet who \(missing).")
    }

    private var noMilestoneAhead: Phrase {
        let done = account.milestones.filter { $0.isDone(on: day.today) }
        switch (account.milestones.count, done.count) {
        case (0, _): return "No milestone is set yet."
        case (_, 0): return "No milestone is ahead."
        case (1, 1): return "Its one milestone, \"\(done[0].title)\", is done; none is ahead."
        default:
            let last = done.max { ($0.doneOn ?? .distantPast, $0.id) < ($1.doneOn ?? .distantPast, $1.id) }
            let words: Phrase =
                done.count == account.milestones.count
                ? "All \(done.count) milestones are done"
                : "\(done.count) of \(account.milestones.count) milestones are done"
            return words + ", \"\(last?.title ?? "")\" last; none is ahead."
        }
    }

    private var noOwnMessage: Phrase {
        guard let insight = account.insight, !account.insight.isBlank else {
            return "Nothing is written yet that is meant for them alone."
        }
        return "We know \"\(insight.withoutFullStop)\", and no message uses it yet."
    }

    private func likeAnother(_ percent: Int) -> Phrase {
        let other: Phrase = story.otherName.map { "the one for \($0)" } ?? "another one on your list"
        return percent == 100
            ? ("Names apart, its message is word for word " + other).asSentence
            : ("Its message is nearly " + other).asSentence
    }

    private func unknown(_ topic: ResearchTopic) -> Phrase {
        let isNeeded = ResearchGap.needed(by: account, on: day).contains(topic)
        guard isNeeded, let milestone else { return topic.unknown.startingSentence + "." }
        return "Before \"\(milestone.title)\": " + topic.unknown + "."
    }

    private func date(of touch: Touch) -> CivilDate { day.rep.zone.date(at: touch.at) }
}

extension ItemText {
    /// The reasons of the bank that fit a finding, the closest first. An account that was never touched is asked about the first contact
    /// instead of one that never was.
    /// - Parameters:
    ///   - finding: Nil where nothing is found.
    ///   - isStuck: Whether the huddle has seen it too often.
    func reasons(for finding: Finding?, isStuck: Bool = false) -> [QuestionReason] {
        let reasons = (isStuck ? [.stuck] : []) + (finding.map(ownReasons) ?? [.healthy])
        guard !isTouched, reasons.contains(where: \.presupposesContact) else { return reasons }
        return [.firstContact] + reasons.filter { !$0.presupposesContact }
    }

    private var isTouched: Bool {
        account.lastTouchAt != nil || story.lastTouch != nil || account.stakeholders.contains { $0.lastTwoWayAt != nil }
    }

    private func ownReasons(of finding: Finding) -> [QuestionReason] {
        switch finding.kind {
        case .holdEnded: return [.holdEnded]
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

    /// The facts that a question about the account may use.
    func placeholders(for finding: Finding, in language: Language) -> [Placeholder: Phrase] {
        let dates = DateWords(today: day.today, in: language)
        var facts: [Placeholder: Phrase] = [.account: "\(account.name)"]
        if let milestone = subject(of: finding) ?? milestone {
            facts[.milestone] = "\(milestone.title)"
            if let due = milestone.dueOn, due > day.today { facts[.due] = Phrase(words: dates.said(due)) }
            if let due = milestone.dueOn, finding.kind == .milestonePassed {
                facts[.due] = Phrase(words: dates.dated(due))
            }
        }
        if let touch = story.lastTouch {
            facts[.lastKind] = Phrase(words: language.noun(of: touch.kind))
            if let person = touch.stakeholder {
                facts[.person] = "\(person.firstName)"
                if let role = person.role { facts[.role] = Phrase(words: language.name(of: role)) }
            }
        }
        if let step = account.nextStep, account.nextStepOn != nil { facts[.nextStep] = "\(step.withoutFullStop)" }
        if let industry = account.industry { facts[.industry] = "\(industry)" }
        if let insight = account.insight { facts[.insight] = "\(insight.withoutFullStop)" }
        let heard = account.stakeholders.filter { $0.lastTwoWayAt != nil }
            .max { ($0.lastTwoWayAt ?? day.now, $0.id) < ($1.lastTwoWayAt ?? day.now, $1.id) }
        if let heard { facts[.heard] = "\(heard.firstName)" }
        var taken = Set(account.stakeholders.filter { $0.lastTwoWayAt != nil }.compactMap(\.role))
        // A question with both is about two people: whoever was written to last is not the one whom it misses.
        if let role = story.lastTouch?.stakeholder?.role { taken.insert(role) }
        if let missing = [StakeholderRole.economicBuyer, .champion, .user].first(where: { !taken.contains($0) }) {
            facts[.missingRole] = Phrase(words: language.people(with: missing))
        }
        return facts
    }
}
