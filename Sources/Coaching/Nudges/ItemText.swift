import CivilTime

/// How one episode reads in a message: the account and where its project stands, a fact that only it has, one question.
struct ItemText {
    let story: AccountStory
    let day: RepDay
    let language: Language

    var account: Account { story.account }
    var dates: DateWords { DateWords(today: day.today, in: language) }
    /// Where the project stands. What has passed hides nothing that today or tomorrow makes possible.
    var milestone: Milestone? { pressing ?? account.openMilestones(on: day.today).first }
    var pressing: Milestone? { account.pressingMilestone(on: day) }
    /// The open milestone whose day went by while another one presses.
    private var passed: Milestone? {
        pressing.flatMap { _ in account.openMilestones(on: day.today).first { $0.dueOn.map { $0 < day.today } ?? false }
        }
    }

    /// "Acme Logistics · CFO met, planned for Thu 26 Nov".
    func heading(for finding: Finding) -> Phrase {
        if finding.kind == .holdEnded, let hold = account.lastEndedHold(before: day.today) {
            return "\(account.name) · "
                + language.say("its hold ended", "die Pause endete")
                + " \(words: dates.on(hold.until)) (\(language.quoted(hold.reason.withoutFullStop)))"
        }
        guard let milestone = self.milestone(for: finding) else { return "\(account.name)" }
        let heading: Phrase = "\(account.name) · " + language.title(milestone.title)
        // When it was planned for is the fact below.
        guard let due = milestone.dueOn, finding.kind != .milestonePassed || pressing != nil else { return heading }
        let date = Phrase(words: dates.said(due))
        guard due >= day.today else {
            return heading + language.say(", was planned for \(date)", ", war für \(date) geplant")
        }
        let planned = heading + language.say(", planned for \(date)", ", geplant für \(date)")
        guard finding.kind != .milestonePassed, let passed, let past = passed.dueOn else { return planned }
        let (title, pastDate) = (language.title(passed.title), Phrase(words: dates.said(past)))
        return planned + language.say("; \(title) was for \(pastDate)", "; \(title) war für \(pastDate)")
    }

    /// The milestone that its item is about: the finding's own, unless that has passed and another one presses.
    func milestone(for finding: Finding) -> Milestone? {
        let isHidden = finding.kind == .milestonePassed && pressing != nil
        return (isHidden ? nil : subject(of: finding)) ?? milestone
    }

    /// The milestone that the finding is about.
    func subject(of finding: Finding) -> Milestone? {
        finding.milestoneID.flatMap { id in account.milestones.first { $0.id == id } }
    }

    /// One or two short sentences.
    /// - Parameters:
    ///   - room: Characters that they may take together; the last ones give way, the first never.
    ///   - said: Sentences that stand in the message already; only the first one says something again.
    ///   - asked: The places of the question below: whom it names is told of above it.
    ///   - asksAboutTouch: Whether the question below tells of the last touch itself.
    func facts(
        for finding: Finding, state: Message.Item.State, within room: Int = .max, besides said: Set<Phrase> = [],
        asking asked: [Placeholder] = [], asksAboutTouch: Bool = false
    ) -> [Phrase] {
        var facts = sentences(for: finding, state, asked, asksAboutTouch: asksAboutTouch)
        guard let first = facts.first else { return [] }
        facts = [first] + facts.dropFirst().filter { !said.contains($0) }
        facts.insert(contentsOf: introductions(of: asked, for: finding, besides: facts), at: 1)
        let lead = [again(finding.kind, state)].compactMap { $0 }
        while facts.count > 1, (lead + facts).joined(" ").text.count > room { facts.removeLast() }
        return lead + facts
    }

    /// That it was mentioned before. What has a date of its own and is back is another date; quiet, and what is still stalled, say so in
    /// their own sentence.
    private func again(_ kind: FindingKind, _ state: Message.Item.State) -> Phrase? {
        switch (state, kind) {
        // Where something was reached it was not quiet, whatever is logged.
        case (.still, .stalled) where reachedUnlogged == nil: nil
        case (.still, _): language.say("Still open.", "Noch offen.")
        case (.back, .stalled) where reachedUnlogged == nil: language.say("Quiet again.", "Wieder ruhig.")
        case (.back, .quiet), (.back, .nextStepPassed), (.back, .milestonePassed), (.back, .milestoneNear): nil
        case (.back, _): language.say("Open again.", "Wieder offen.")
        case (.new, _), (.thanks, _), (.rotation, _): nil
        }
    }

    private func sentences(
        for finding: Finding, _ state: Message.Item.State, _ asked: [Placeholder], asksAboutTouch: Bool
    ) -> [Phrase] {
        func inTurn(_ people: [Stakeholder]) -> [Stakeholder] { askedFirst(people, asked, for: finding) }
        switch finding.kind {
        case .stalled:
            return [sinceLastTouch(finding.days ?? 0, isStill: state == .still), obstacle].compactMap { $0 }
        case .quiet: return [quiet(finding.days ?? 0, isAgain: state == .back)]
        case .holdEnded: return [lastTouchBefore, liveThreads(inTurn), milestoneAhead].compactMap { $0 }
        case .milestonePassed:
            guard let milestone = subject(of: finding), let due = milestone.dueOn else { return [] }
            let date = Phrase(words: dates.said(due))
            let what =
                pressing == nil ? language.say("It", "Das") : language.quoted(milestone.title)
            let planned = language.say("\(what) was planned for \(date).", "\(what) war für \(date) geplant.")
            return [planned, lastTouch].compactMap { $0 }
        case .milestoneNear:
            let nothing = language.say("Nothing is logged for it yet.", "Dafür ist noch nichts eingetragen.")
            // The question names the touch itself.
            return asksAboutTouch ? [nothing] : [nothing, leaveBefore(finding), lastTouch].compactMap { $0 }
        case .nextStepPassed: return [passedStep].compactMap { $0 }
        case .noNextStep:
            return [noNextStep, account.nextStep.isBlank ? nil : lastTouch].compactMap { $0 }
        case .singleThreaded: return [liveThreads(inTurn) ?? noThreads]
        case .noEconomicBuyer:
            return [
                whoWeKnow(
                    inTurn(account.stakeholders),
                    language.say("who decides about money", "der über das Budget entscheidet"))
            ]
        case .noChampion:
            return [
                whoWeKnow(
                    inTurn(account.stakeholders),
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

    var passedStep: Phrase? {
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
            return language.say("No next step yet.", "Es gibt noch keinen nächsten Schritt.")
        }
        let since = touch.dative(in: language) + Phrase(words: " " + dates.on(date(of: touch)))
        return language.say("No next step since \(since)", "Kein nächster Schritt seit \(since)").asSentence
    }

    var lastTouch: Phrase? {
        story.lastTouch.map { told($0, language.say("Last touch: ", "Letzter Kontakt: ")) }
    }

    private var lastTouchBefore: Phrase? {
        guard let touch = story.lastTouch, let hold = account.lastEndedHold(before: day.today),
            date(of: touch) <= hold.from
        else { return lastTouch }
        return told(touch, language.say("Before it rested: ", "Vor der Pause: "))
    }

    private var milestoneAhead: Phrase? {
        guard let milestone else { return nil }
        let title = language.quoted(milestone.title)
        let lead = language.say("Its next milestone: \(title)", "Der nächste Meilenstein: \(title)")
        guard let due = milestone.dueOn else { return lead.asSentence }
        let date = Phrase(words: dates.said(due))
        return due < day.today
            ? language.say(
                "Its next milestone, \(title), was planned for \(date).",
                "Der nächste Meilenstein, \(title), war für \(date) geplant.")
            : (lead + ", " + date).asSentence
    }

    private func told(_ touch: Touch, _ lead: Phrase) -> Phrase {
        (lead + touch.subject(in: language) + Phrase(words: " " + dates.on(date(of: touch)))).asSentence
    }

    private var noMilestoneAhead: Phrase {
        let done = account.milestones.filter { $0.isDone(on: day.today) }
        let last = done.max { ($0.doneOn ?? .distantPast, $0.id) < ($1.doneOn ?? .distantPast, $1.id) }
        let title = language.quoted(last?.title ?? "")
        switch (account.milestones.count, done.count) {
        case (0, _): return language.say("No milestone is set yet.", "Es ist noch kein Meilenstein gesetzt.")
        case (_, 0): return language.say("No milestone is ahead.", "Es steht kein Meilenstein an.")
        case (1, 1):
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
            return count
                + language.say(", \(title) last; none is ahead.", ", zuletzt \(title); jetzt steht keiner an.")
        }
    }

    private var noOwnMessage: Phrase {
        guard let insight = account.insight, !account.insight.isBlank else {
            return language.say(
                "No message of their own yet.", "Es gibt noch keinen Text nur für diesen Account.")
        }
        let quoted = language.quoted(insight.withoutFullStop)
        return language.say(
            "We know \(quoted), and no message uses it yet.", "Wir wissen: \(quoted). Bisher nutzt es kein Text.")
    }

    private func likeAnother(_ percent: Int) -> Phrase {
        let other =
            story.otherName.map { language.say("the one for \($0)", "dem für \($0)") }
            ?? language.say("another one on your list", "einem anderen von deiner Liste")
        let alike =
            percent == 100
            ? language.say(
                "Names apart, its message is word for word ", "Bis auf die Namen gleicht der Text Wort für Wort ")
            : language.say("Its message is nearly ", "Der Text gleicht fast ganz ")
        return (alike + other).asSentence
    }

    private func unknown(_ topic: ResearchTopic) -> Phrase {
        let isNeeded = ResearchGap.needed(by: account, on: day).contains(topic)
        let unknown = topic.unknown(in: language)
        guard isNeeded, let milestone = account.openMilestones(on: day.today).first else {
            return unknown.startingSentence + "."
        }
        let title = language.quoted(milestone.title)
        return language.say("Before \(title): \(unknown).", "Vor \(title): \(unknown.startingSentence).")
    }

    func date(of touch: Touch) -> CivilDate { day.rep.zone.date(at: touch.at) }
}
