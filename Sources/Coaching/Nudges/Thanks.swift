import CivilTime

extension Briefing {
    /// One thank you for each account whose question was answered by an act, at most three, the weightiest first.
    var thanks: [Message.Item] {
        var seen: Set<RowID?> = []
        return answered.sorted { ($0.finding.kind.priority, $0.id) < ($1.finding.kind.priority, $1.id) }
            .filter { seen.insert($0.finding.accountID).inserted }
            .compactMap(thanks(for:))
            .prefix(3).map { $0 }
    }

    private func thanks(for episode: Episode) -> Message.Item? {
        let story = episode.finding.accountID.flatMap { stories[$0] }
        guard let words = story.map({ acknowledgement(of: episode, $0) }) ?? acknowledgementOfOwnWork(episode)
        else { return nil }
        return Message.Item(
            heading: words + " Thank you.", state: .thanks, kind: episode.finding.kind, findingID: episode.id,
            accountID: story?.account.id, account: story?.account.name)
    }

    private func acknowledgementOfOwnWork(_ episode: Episode) -> Phrase? {
        switch (episode.finding.kind, episode.resolution) {
        case (.commitmentOpen, .activity):
            return commitment(of: episode).map { ("You said it and did it: " + $0.phrase).asSentence }
        case (.commitmentOpen, .nextStep):
            return commitment(of: episode).map {
                "\($0.text.withoutFullStop) has a day that fits, \(words: DateWords(today: day.today).said($0.dueOn))."
            }
        case (.listShort, .information):
            return episode.finding.planned.map { "Your list has \($0) accounts or more now." }
        default: return nil
        }
    }

    func commitment(of episode: Episode) -> Commitment? {
        commitments.first { $0.id == episode.finding.subjectID }
    }

    /// The act, named: what was done is what is thanked for.
    private func acknowledgement(of episode: Episode, _ story: AccountStory) -> Phrase? {
        let account = story.account
        let dates = DateWords(today: day.today)
        switch episode.resolution {
        case .touch:
            guard let touch = story.lastTouch else { return "\(account.name) is moving again." }
            let act =
                Phrase(words: "a ") + touch.phrase + Phrase(words: " \(dates.on(day.rep.zone.date(at: touch.at)))")
            if let first = story.firstTouchAt, first >= episode.openedAt {
                return "The first contact with \(account.name) is made: " + act.fixingArticle + "."
            }
            guard let days = episode.finding.days else {
                return "\(account.name) is moving: " + act.fixingArticle + "."
            }
            return "\(account.name) is moving again: " + act.fixingArticle
                + Phrase(words: ", after \(workingDaysInWords(days)) without a touch.")
        case .nextStep:
            guard let date = account.nextStepOn, date >= day.today else { return nil }
            return "\(account.name) has a next step, \(words: dates.said(date))" + quoted(account.nextStep) + "."
        case .milestone:
            if episode.finding.kind == .noMilestones {
                return account.openMilestones(on: day.today).first.map {
                    "\(account.name) has a milestone ahead: \"\($0.title)\"."
                }
            }
            guard let milestone = account.milestones.first(where: { $0.id == episode.finding.milestoneID }) else {
                return nil
            }
            if milestone.isDone(on: day.today) { return "\(account.name): \"\(milestone.title)\" is done." }
            if milestone.isSkipped(on: day.today) {
                return "\(account.name): \"\(milestone.title)\" is skipped with a reason, so the plan is true again."
            }
            guard let due = milestone.dueOn else { return nil }
            return episode.finding.kind == .milestoneNear && milestone.firstActivityAt != nil
                ? "\(account.name): \"\(milestone.title)\" is under way."
                : "\(account.name): \"\(milestone.title)\" has a new date, \(words: dates.said(due))."
        case .stakeholder:
            if episode.finding.kind == .noEconomicBuyer {
                guard let buyer = account.stakeholders.first(where: { $0.role == .economicBuyer }) else { return nil }
                return "\(account.name): with \(buyer.firstName) we know who decides about money."
            }
            if episode.finding.kind == .noChampion {
                guard let champion = account.stakeholders.first(where: { $0.role == .champion }) else { return nil }
                return "\(account.name): with \(champion.firstName) we know who speaks for us inside."
            }
            let roles = SingleThreaded.liveRoles(of: account, on: day).map(\.rawValue).sorted()
            guard roles.count >= day.rep.thresholds.liveThreads else { return nil }
            return "\(account.name): " + roles.map { Phrase(words: $0) }.listed + " are all in the talk now."
        case .hold:
            guard let hold = account.hold(on: day.today) else { return nil }
            return "\(account.name) rests until \(words: dates.said(hold.until)), and we know why."
        case .information: return learnt(episode.finding, account)
        case .activity, .coached, .kept, .answered, .praised, .closed, .lapsed, nil: return nil
        }
    }

    private func learnt(_ finding: Finding, _ account: Account) -> Phrase? {
        switch finding.kind {
        case .noOwnMessage: return "\(account.name) has a message of its own now."
        case .genericMessage: return "\(account.name) has a message now that fits no other account."
        case .researchGap: return finding.topic.map { "\(account.name): " + ResearchTopic($0).known + "." }
        default: return nil
        }
    }

    private func quoted(_ step: String?) -> Phrase {
        guard let step, !step.isEmpty else { return Phrase() }
        return ": \"\(step.withoutFullStop)\""
    }
}

extension Phrase {
    /// "an event", "an e-mail": the article follows the sound of the noun.
    fileprivate var fixingArticle: Phrase {
        guard let first = runs.first, first.text == "a ", runs.count > 1,
            let sound = runs[1].text.first, "aeio".contains(sound)
        else { return self }
        return Phrase(runs: [Run("an ", isData: false)] + runs.dropFirst())
    }
}
