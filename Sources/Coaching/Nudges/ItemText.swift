import CivilTime

/// How one episode reads in a message: the account and where its project stands, a fact that only it has, one question.
struct ItemText {
    let story: AccountStory
    let day: RepDay
    let language: Language

    private var account: Account { story.account }
    private var dates: DateWords { DateWords(today: day.today, in: language) }
    private var milestone: Milestone? { account.openMilestones(on: day.today).first }

    /// "Acme Logistics · CFO met, planned for Thu 26 Nov".
    func heading(for finding: Finding) -> Phrase {
        if finding.kind == .holdEnded, let hold = account.lastEndedHold(before: day.today) {
            return "\(account.name) · "
                + language.say("its hold ended", "die Pause endete")
                + " \(words: dates.on(hold.until)) (\(language.quoted(hold.reason.withoutFullStop)))"
        }
        guard let milestone = subject(of: finding) ?? milestone else { return "\(account.name)" }
        return "\(account.name) · \(milestone.title)" + planned(milestone)
    }

    private func planned(_ milestone: Milestone) -> Phrase {
        guard let due = milestone.dueOn else { return Phrase() }
        return due < day.today
            ? "" : language.say(", planned for ", ", geplant für ") + Phrase(words: dates.said(due))
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
        case .still: sentences.insert(language.say("Still open.", "Noch offen."), at: 0)
        case .back: sentences.insert(language.say("Open again.", "Wieder offen."), at: 0)
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
            let date = dates.said(due)
            let planned = language.say("It was planned for \(words: date).", "Das war für \(words: date) geplant.")
            return [planned, lastTouch].compactMap { $0 }
        case .milestoneNear:
            let nothing = language.say("Nothing is logged for it yet.", "Dafür ist noch nichts eingetragen.")
            return [nothing, lastTouch].compactMap { $0 }
        case .nextStepPassed: return [passedStep].compactMap { $0 }
        case .noNextStep:
            return [noNextStep, account.nextStep.isBlank ? nil : lastTouch].compactMap { $0 }
        case .singleThreaded: return [liveThreads ?? noThreads]
        case .noEconomicBuyer:
            return [whoWeKnow(language.say("who decides about money", "der über das Budget entscheidet"))]
        case .noChampion:
            return [
                whoWeKnow(
                    language.say("who speaks for us when we are not there", "der dort für uns spricht"))
            ]
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
        let count = Phrase(words: language.workingDays(days))
        switch start {
        case .touch(let touch):
            return (count + language.say(" since ", " seit ") + touch.dative(in: language)).asSentence
        case .hold:
            return count
                + language.say(" since its hold ended, without a touch.", " seit dem Ende der Pause, ohne Kontakt.")
        case .selection:
            return count + language.say(" on the list without a touch.", " auf der Liste, ohne Kontakt.")
        }
    }

    private func quiet(_ days: Int) -> Phrase {
        let days = Phrase(words: language.dativeWorkingDays(days))
        let count = language.say("Quiet for \(days)", "Seit \(days) ruhig")
        switch start {
        case .touch(let touch):
            return count + "; " + touch.subject(in: language)
                + language.say(" was the last touch.", " war der letzte Kontakt.")
        case .hold: return count + language.say(", since its hold ended.", ": so lange ist die Pause vorbei.")
        case .selection:
            return count + language.say(", since it came on the list.", ": so lange steht er auf der Liste.")
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
                ? nobodyKnown
                : language.say(
                    "No economic buyer is among the people we know.",
                    "Unter denen, die wir kennen, entscheidet niemand über das Budget.")
        }
        if buyers.allSatisfy({ $0.lastTwoWayAt == nil }) {
            return language.say(
                "\(buyer.firstName), the economic buyer, has not talked with us yet.",
                "\(buyer.name) entscheidet über das Budget und hat noch nicht mit uns gesprochen.")
        }
        if let step = account.nextStepOn, step < day.today { return passedStep }
        return account.nextStepOn == nil
            ? language.say("No next step has a date.", "Kein nächster Schritt hat ein Datum.") : nil
    }

    private var passedStep: Phrase? {
        guard let date = account.nextStepOn else { return nil }
        let quoted = account.nextStep.isBlank ? nil : account.nextStep.map { language.quoted($0.withoutFullStop) + " " }
        let (step, day) = (quoted ?? Phrase(), dates.said(date))
        return language.say(
            "The next step \(step)was for \(words: day).", "Der nächste Schritt \(step)war für \(words: day) gedacht.")
    }

    private var noNextStep: Phrase {
        if let step = account.nextStep, !account.nextStep.isBlank {
            let quoted = language.quoted(step.withoutFullStop)
            return language.say(
                "The next step \(quoted) has no date yet.", "Der nächste Schritt \(quoted) hat noch kein Datum.")
        }
        guard let touch = story.lastTouch else {
            return language.say("No next step yet.", "Noch kein nächster Schritt.")
        }
        let since = touch.dative(in: language) + Phrase(words: " " + dates.on(date(of: touch)))
        return language.say("No next step since \(since)", "Kein nächster Schritt seit \(since)").asSentence
    }

    private var lastTouch: Phrase? {
        story.lastTouch.map { told($0, language.say("Last touch: ", "Letzter Kontakt: ")) }
    }

    private var lastTouchBefore: Phrase? {
        guard let touch = story.lastTouch, let hold = account.lastEndedHold(before: day.today),
            date(of: touch) <= hold.from
        else { return lastTouch }
        return told(touch, language.say("Before it rested: ", "Vor der Pause: "))
    }

    private func told(_ touch: Touch, _ lead: Phrase) -> Phrase {
        (lead + touch.subject(in: language) + Phrase(words: " " + dates.on(date(of: touch)))).asSentence
    }

    private var nobodyKnown: Phrase {
        language.say("Nobody there is on our map yet.", "Wir kennen dort noch niemanden.")
    }

    private var noThreads: Phrase {
        language.say(
            "Nobody whose role we know has talked with us in the last \(threadDays) days.",
            "In den letzten \(threadDays) Tagen hat niemand, dessen Rolle wir kennen, mit uns gesprochen.")
    }

    private var liveThreads: Phrase? {
        let live = SingleThreaded.liveStakeholders(of: account, on: day)
        let roles = Set(live.compactMap(\.role)).count
        guard roles > 0 else { return nil }
        let needed = day.rep.thresholds.liveThreads
        let lead = language.say(
            "In touch in the last \(threadDays) days: ", "Im Gespräch in den letzten \(threadDays) Tagen: ")
        let names = lead + live.prefix(3).map { $0.phrase(in: language) }.listed(in: language)
        guard roles < needed else { return names + "." }
        return names + ". " + Phrase(words: language.roles(roles, of: needed)).startingSentence + "."
    }

    /// - Parameter missing: A relative clause.
    private func whoWeKnow(_ missing: Phrase) -> Phrase {
        let known = account.stakeholders.prefix(3).map { $0.phrase(in: language) }
        guard !known.isEmpty else { return nobodyKnown }
        let names = known.listed(in: language)
        return language.say(
            "We know \(names), and nobody yet \(missing).", "Wir kennen \(names), aber noch niemanden, \(missing).")
    }

    private var noMilestoneAhead: Phrase {
        let done = account.milestones.filter { $0.isDone(on: day.today) }
        switch (account.milestones.count, done.count) {
        case (0, _): return language.say("No milestone is set yet.", "Noch ist kein Meilenstein gesetzt.")
        case (_, 0): return language.say("No milestone is ahead.", "Es steht kein Meilenstein an.")
        case (1, 1):
            let title = language.quoted(done[0].title)
            return language.say(
                "Its one milestone, \(title), is done; none is ahead.",
                "Der eine Meilenstein, \(title), ist geschafft; jetzt steht keiner an.")
        case (let all, let done):
            let count =
                switch (done, done == all) {
                case (_, true):
                    language.say("All \(all) milestones are done", "Alle \(all) Meilensteine sind geschafft")
                case (1, _):
                    language.say("1 of \(all) milestones is done", "1 von \(all) Meilensteinen ist geschafft")
                default:
                    language.say(
                        "\(done) of \(all) milestones are done", "\(done) von \(all) Meilensteinen sind geschafft")
                }
            let title = language.quoted(lastDone?.title ?? "")
            return count
                + language.say(", \(title) last; none is ahead.", ", zuletzt \(title); jetzt steht keiner an.")
        }
    }

    private var lastDone: Milestone? {
        account.milestones.filter { $0.isDone(on: day.today) }
            .max { ($0.doneOn ?? .distantPast, $0.id) < ($1.doneOn ?? .distantPast, $1.id) }
    }

    private var noOwnMessage: Phrase {
        guard let insight = account.insight, !account.insight.isBlank else {
            return language.say(
                "Nothing is written yet that is meant for them alone.", "Noch gibt es keinen Text, der nur ihnen gilt.")
        }
        let quoted = language.quoted(insight.withoutFullStop)
        return language.say(
            "We know \(quoted), and no message uses it yet.", "Wir wissen: \(quoted), und noch kein Text nutzt es.")
    }

    private func likeAnother(_ percent: Int) -> Phrase {
        let other =
            story.otherName.map { language.say("the one for \($0)", "der für \($0)") }
            ?? language.say("another one on your list", "ein anderer von deiner Liste")
        let alike =
            percent == 100
            ? language.say(
                "Names apart, its message is word for word ", "Bis auf die Namen ist der Text Wort für Wort ")
            : language.say("Its message is nearly ", "Der Text ist fast ")
        return (alike + other).asSentence
    }

    private func unknown(_ topic: ResearchTopic) -> Phrase {
        let isNeeded = ResearchGap.needed(by: account, on: day).contains(topic)
        let unknown = topic.unknown(in: language)
        guard isNeeded, let milestone else { return unknown.startingSentence + "." }
        let title = language.quoted(milestone.title)
        return language.say("Before \(title): \(unknown).", "Vor \(title): \(unknown.startingSentence).")
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
    func placeholders(for finding: Finding) -> [Placeholder: Phrase] {
        var facts: [Placeholder: Phrase] = [.account: "\(account.name)"]
        if let milestone = subject(of: finding) ?? milestone {
            facts[.milestone] = "\(milestone.title)"
            if let due = milestone.dueOn, due > day.today { facts[.due] = Phrase(words: dates.said(due)) }
            if let due = milestone.dueOn, finding.kind == .milestonePassed {
                facts[.due] = Phrase(words: dates.dated(due))
            }
        }
        if let touch = story.lastTouch {
            facts[.lastKind] = Phrase(words: language.bareDative(of: touch.kind))
            if let person = touch.stakeholder {
                facts[.person] = "\(person.name(in: language))"
                if let role = person.role { facts[.role] = Phrase(words: language.name(of: role)) }
            }
        }
        if let step = account.nextStep, account.nextStepOn != nil { facts[.nextStep] = "\(step.withoutFullStop)" }
        if let industry = account.industry { facts[.industry] = "\(industry)" }
        if let insight = account.insight { facts[.insight] = "\(insight.withoutFullStop)" }
        let heard = account.stakeholders.filter { $0.lastTwoWayAt != nil }
            .max { ($0.lastTwoWayAt ?? day.now, $0.id) < ($1.lastTwoWayAt ?? day.now, $1.id) }
        if let heard { facts[.heard] = "\(heard.name(in: language))" }
        var taken = Set(account.stakeholders.filter { $0.lastTwoWayAt != nil }.compactMap(\.role))
        // A question with both is about two people: whoever was written to last is not the one whom it misses.
        if let role = story.lastTouch?.stakeholder?.role { taken.insert(role) }
        if let missing = [StakeholderRole.economicBuyer, .champion, .user].first(where: { !taken.contains($0) }) {
            facts[.missingRole] = Phrase(words: language.people(with: missing))
        }
        return facts
    }
}
