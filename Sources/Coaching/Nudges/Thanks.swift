import CivilTime

extension Briefing {
    /// One thank you for each account whose question was answered by an act, at most four: those that wait longest, the weightiest first.
    var thanks: [Message.Item] {
        var seen: Set<RowID?> = []
        let inTurn = answered.sorted { one, other in
            let days = (one.resolvedOn ?? day.today, other.resolvedOn ?? day.today)
            return days.0 == days.1 ? one.comesBefore(other) : days.0 < days.1
        }
        let said = inTurn.filter { seen.insert($0.finding.accountID).inserted }
            .compactMap { episode in self.thanks(for: episode).map { (item: $0, isMovedAgain: isMovedAgain(episode)) } }
            .prefix(4)
        var earned = said.filter { !$0.isMovedAgain }.map(\.item)
        // Once is enough for all of them.
        if let last = earned.indices.last { earned[last].heading += language.say(" Thank you.", " Danke.") }
        return earned + said.filter(\.isMovedAgain).map(\.item)
    }

    /// Whether nothing but a date moved that has moved before: that is told, and no reason for thanks.
    private func isMovedAgain(_ episode: Episode) -> Bool {
        guard let id = episode.finding.milestoneID, episode.resolution == .milestone, movedBefore.contains(id),
            let account = episode.finding.accountID.flatMap({ stories[$0] })?.account,
            let milestone = account.milestones.first(where: { $0.id == id })
        else { return false }
        return milestone.isOpen(on: day.today) && !isBegun(milestone, episode.finding)
    }

    private func isBegun(_ milestone: Milestone, _ finding: Finding) -> Bool {
        finding.kind == .milestoneNear && milestone.firstActivityAt != nil
    }

    private func thanks(for episode: Episode) -> Message.Item? {
        let story = episode.finding.accountID.flatMap { stories[$0] }
        guard let words = story.map({ acknowledgement(of: episode, $0) }) ?? acknowledgementOfOwnWork(episode)
        else { return nil }
        return Message.Item(
            heading: words, state: .thanks, kind: episode.finding.kind,
            findingID: episode.id,
            accountID: story?.account.id, account: story?.account.name)
    }

    private func acknowledgementOfOwnWork(_ episode: Episode) -> Phrase? {
        switch (episode.finding.kind, episode.resolution) {
        case (.commitmentOpen, .activity), (.commitmentOpen, .nextStep):
            guard let commitment = commitment(of: episode) else { return nil }
            guard !commitment.isKept else {
                return (language.say("You said it and did it: ", "Zugesagt und erledigt: ") + commitment.phrase)
                    .asSentence
            }
            guard commitment.dueOn >= day.today else { return nil }
            let date = Phrase(words: dates.said(commitment.dueOn))
            return language.say(
                "\(commitment.phrase) has a day that fits: \(date)",
                "Für \(commitment.phrase) gibt es jetzt einen passenden Tag: \(date)"
            ).asSentence
        case (.listShort, .information):
            return episode.finding.planned.map {
                language.say(
                    "Your list has \($0) accounts or more now.",
                    "Auf deiner Liste stehen jetzt \($0) Accounts oder mehr.")
            }
        default: return nil
        }
    }

    func commitment(of episode: Episode) -> Commitment? {
        commitments.first { $0.id == episode.finding.subjectID }
    }

    /// The act, named: what was done is what is thanked for.
    private func acknowledgement(of episode: Episode, _ story: AccountStory) -> Phrase? {
        let account = story.account
        switch episode.resolution {
        case .touch: return moving(episode, account.name)
        case .nextStep:
            guard let date = account.nextStepOn, date >= day.today else { return nil }
            return nextStep(account, Phrase(words: dates.said(date)))
        case .milestone: return planned(episode, story)
        case .stakeholder: return met(episode.finding, account)
        case .hold:
            guard let hold = account.hold(on: day.today), hold.until > day.today else { return nil }
            let until = Phrase(words: dates.said(hold.until))
            return language.say(
                "\(account.name) rests until \(until), and we know why.",
                "\(account.name) ruht bis \(until), und wir wissen, warum.")
        case .information: return learnt(episode.finding, account)
        case .activity, .coached, .kept, .answered, .praised, .closed, .lapsed, nil: return nil
        }
    }

    private func nextStep(_ account: Account, _ date: Phrase) -> Phrase {
        let step = (account.nextStep ?? "").withoutFullStop
        guard !step.isEmpty else {
            return language.say(
                "\(account.name) has a next step, \(date)", "Bei \(account.name) steht der nächste Schritt: \(date)"
            ).asSentence
        }
        let title = language.quoted(step)
        return language.say(
            "\(account.name) has a next step, \(date): \(title)",
            "Bei \(account.name) steht der nächste Schritt: \(title), \(date)"
        ).asSentence
    }

    private func moving(_ episode: Episode, _ name: String) -> Phrase {
        guard let end = episode.movingAgain else {
            return language.say("\(name) is moving again.", "\(name) ist wieder in Bewegung.")
        }
        let act = named(end.touch)
        // After a hold nothing but its end was counted.
        let days = episode.finding.kind == .holdEnded || end.idleDays < 1 ? nil : end.idleDays
        if end.isFirst, end.isKnown {
            // Nothing was reached there without a contact: it is the first one in the store.
            return language.say(
                "The first touch at \(name) is logged: \(act)", "Der erste Kontakt bei \(name) ist eingetragen: \(act)"
            ).asSentence
        }
        guard end.touch.isTwoWay else { return heard(from: act, at: name, isFirst: end.isFirst, after: days) }
        if end.isFirst {
            return language.say(
                "The first contact with \(name) is made: \(act)", "Der erste Kontakt mit \(name) ist da: \(act)"
            ).asSentence
        }
        guard let days else {
            return language.say("\(name) is moving: \(act)", "\(name) ist in Bewegung: \(act)").asSentence
        }
        let gap = Phrase(words: language.dativeWorkingDays(days))
        return language.say(
            "\(name) is moving again: \(act), after \(gap) of quiet.",
            "\(name) ist wieder in Bewegung: \(act), nach \(gap) Ruhe.")
    }

    /// "a call with Jonas (user) yesterday"
    private func named(_ touch: Touch) -> Phrase {
        let article = language.word("aeio".contains(touch.kind.noun.prefix(1)) ? "an " : "a ", "")
        return Phrase(words: article) + touch.phrase(in: language)
            + Phrase(words: " \(dates.on(date(of: touch)))")
    }

    private func date(of touch: Touch) -> CivilDate { day.rep.zone.date(at: touch.at) }

    /// What only went out moves nothing yet, and is worth a word all the same.
    private func heard(from act: Phrase, at name: String, isFirst: Bool, after days: Int?) -> Phrase {
        if isFirst {
            return language.say(
                "\(name) has heard from us for the first time: \(act)",
                "\(name) hat zum ersten Mal von uns gehört: \(act)"
            ).asSentence
        }
        let news = language.say("\(name) has heard from us again: \(act)", "\(name) hat wieder von uns gehört: \(act)")
        guard let days else { return news.asSentence }
        let gap = Phrase(words: language.dativeWorkingDays(days))
        return language.say("\(news), after \(gap) of quiet.", "\(news), nach \(gap) Ruhe.")
    }

    private func planned(_ episode: Episode, _ story: AccountStory) -> Phrase? {
        let (finding, account) = (episode.finding, story.account)
        if finding.kind == .noMilestones {
            return account.openMilestones(on: day.today).first.map {
                let title = language.quoted($0.title)
                return language.say(
                    "\(account.name) has a milestone ahead: \(title).",
                    "\(account.name) hat einen Meilenstein vor sich: \(title).")
            }
        }
        guard let milestone = account.milestones.first(where: { $0.id == finding.milestoneID }) else { return nil }
        let subject: Phrase = "\(account.name): " + language.quoted(milestone.title)
        if milestone.isDone(on: day.today) { return subject + language.say(" is done.", " ist geschafft.") }
        if milestone.isSkipped(on: day.today) {
            return subject
                + language.say(
                    " is off the plan, and we know why.", " steht nicht mehr im Plan; der Grund ist notiert.")
        }
        guard let due = milestone.dueOn else { return nil }
        if finding.kind == .milestoneNear, let begun = milestone.firstActivityAt {
            guard let touch = story.lastTouch, touch.at == begun else {
                return subject + language.say(" is under way.", " ist in Arbeit.")
            }
            let act = named(touch)
            return language.say("\(subject) is under way: \(act)", "\(subject) ist in Arbeit: \(act)").asSentence
        }
        let lead =
            isMovedAgain(episode)
            ? language.say(" has moved again, to ", " ist noch einmal verschoben, auf ")
            : language.say(" has a new date, ", " hat ein neues Datum, ")
        return (subject + lead + Phrase(words: dates.said(due))).asSentence
    }

    private func met(_ finding: Finding, _ account: Account) -> Phrase? {
        func first(_ role: StakeholderRole) -> String? {
            account.stakeholders.first { $0.role == role }?.name(in: language)
        }
        switch finding.kind {
        case .noEconomicBuyer:
            return first(.economicBuyer).map {
                language.say(
                    "\(account.name): with \($0) we know who decides about money.",
                    "\(account.name): Mit \($0) wissen wir, wer über das Budget entscheidet.")
            }
        case .noChampion:
            return first(.champion).map {
                language.say(
                    "\(account.name): with \($0) we know who speaks for us inside.",
                    "\(account.name): Mit \($0) wissen wir, wer dort für uns spricht.")
            }
        default:
            let roles = SingleThreaded.liveRoles(of: account, on: day).sorted { $0.rawValue < $1.rawValue }
            guard roles.count >= day.rep.thresholds.liveThreads else { return nil }
            let names = roles.map { Phrase(words: language.name(of: $0)) }.listed(in: language)
            return language.say(
                "\(account.name): \(names) are all talking with us now.",
                "\(account.name): Jetzt sind \(words: language.number(roles.count)) Rollen im Gespräch.")
        }
    }

    private func learnt(_ finding: Finding, _ account: Account) -> Phrase? {
        switch finding.kind {
        case .noOwnMessage:
            return language.say(
                "\(account.name) has a message of its own now.", "\(account.name) hat jetzt einen eigenen Text.")
        case .genericMessage:
            return language.say(
                "\(account.name) has a message now that fits no other account.",
                "\(account.name) hat jetzt einen Text, der zu keinem anderen Account passt.")
        case .researchGap:
            return finding.topic.map {
                let known = ResearchTopic($0).known(in: language)
                return "\(account.name): " + (language == .german ? known.startingSentence : known) + "."
            }
        default: return nil
        }
    }
}
