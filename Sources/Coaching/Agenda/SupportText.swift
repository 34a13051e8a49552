import CivilTime

/// How an account reads on the agenda: why, where and what to ask, in two lines.
struct SupportText {
    let candidate: SupportCandidate
    let huddle: RepDay
    let policy: AgendaPolicy
    let language: Language
    /// What a line of its own says of many accounts.
    var pattern: FindingKind?

    private var account: Account { candidate.account }
    private var dates: DateWords { DateWords(today: huddle.today, in: language) }

    /// "Acme Logistics · Ana · 12 working days without a touch, CFO met planned for Thu 26 Nov · no economic buyer yet".
    /// - Parameters:
    ///   - question: What is asked about it.
    ///   - bank: Where the question comes from.
    func heading(isRotation: Bool, question: QuestionBank.Choice?, of bank: QuestionBank) -> Phrase {
        let asked = dueToday ?? question.flatMap { clause(for: $0, of: bank) }
        let long = asked.map { start(reason + $0, isRotation) }
        let line = long.flatMap { $0.text.count < Self.longestLine ? $0 : nil } ?? start(reason, isRotation)
        guard let obstacle, line.text.count + obstacle.text.count < Self.longestLine else { return line }
        return line + " · " + obstacle
    }

    private func start(_ reason: Phrase, _ isRotation: Bool) -> Phrase {
        var parts: [Phrase] = ["\(account.name)", "\(candidate.day.rep.shortName)"]
        if isStuck { parts.append(mark) }
        parts.append(isRotation && candidate.first == nil ? reason + ", " + lookedAt : reason)
        if isRotation, candidate.first != nil, !isStuck { parts.append(lookedAt) }
        return parts.joined(" · ")
    }

    /// The how many-th huddle it is. What has moved in between is counted anew, and the words say so.
    private var mark: Phrase {
        let huddle = Self.huddle(candidate.huddles + 1, in: language)
        guard candidate.isCountedAnew else { return huddle }
        return huddle + language.say(" since it last moved", " seit der letzten Bewegung")
    }

    /// "third huddle"
    static func huddle(_ number: Int, in language: Language) -> Phrase {
        let ordinal = Phrase(words: language.ordinal(number))
        return language.say("\(ordinal) huddle", "zum \(ordinal) Mal im Huddle")
    }

    /// Letters of a heading up to which it takes up the milestone and the obstacle as well: an item has 300.
    private static let longestLine = 130

    /// Nothing is called stuck of which the rep was never asked.
    var isStuck: Bool {
        candidate.first != nil && candidate.huddles + 1 >= policy.stuckAfter && candidate.wasAskedAbout
    }

    private var lookedAt: Phrase {
        guard let last = candidate.lookedAtOn else {
            return language.say("not looked at together yet", "noch nicht gemeinsam angesehen")
        }
        return language.say("last looked at together ", "zuletzt gemeinsam angesehen ") + Phrase(words: dates.on(last))
    }

    private var goingWell: Phrase { language.say("going well", "läuft gut") }

    private var milestone: Milestone? {
        account.milestones.first { $0.id == candidate.first?.finding.milestoneID }
            ?? itemText.milestone
    }

    /// ", CFO met planned for Thu 26 Nov"; nil where nothing is planned.
    private var planned: Phrase? {
        guard let milestone = itemText.pressing ?? milestone, let due = milestone.dueOn else { return nil }
        let (title, date) = (language.title(milestone.title), Phrase(words: dates.said(due)))
        return due < huddle.today
            ? language.say(", \(title) was planned for \(date)", ", \(title) war für \(date) geplant")
            : language.say(", \(title) planned for \(date)", ", \(title) geplant für \(date)")
    }

    /// What is due today, whatever the item is about; nil where its reason says so.
    private var dueToday: Phrase? {
        guard let milestone = itemText.pressing, milestone.dueOn == huddle.today, !reason.text.contains(milestone.title)
        else { return nil }
        return planned
    }

    /// The milestone and its date, where the question is about them and the reason does not name them.
    private func clause(for question: QuestionBank.Choice, of bank: QuestionBank) -> Phrase? {
        switch candidate.first?.finding.kind {
        case .stalled, .milestoneNear: return nil
        case .milestonePassed where itemText.pressing == nil: return nil
        default: break
        }
        let ofMilestones: [QuestionReason] = [.milestoneNear, .milestonePassed]
        let isAbout = bank.questions.contains { reason, questions in
            questions.contains { asked in
                asked.template == question.template
                    && (ofMilestones.contains(reason) || asked.placeholders.contains { $0 == .milestone || $0 == .due })
            }
        }
        return isAbout ? planned : nil
    }

    var reason: Phrase {
        guard let finding = candidate.first?.finding else { return goingWell }
        switch finding.kind {
        case .stalled: return itemText.idle(finding.days ?? 0) + (planned ?? Phrase())
        case .quiet:
            let days = Phrase(words: language.dativeWorkingDays(finding.days ?? 0))
            return language.say("quiet for \(days)", "seit \(days) ruhig")
        case .holdEnded:
            guard let hold = account.lastEndedHold(before: candidate.day.today) else {
                return language.say("its hold has ended", "die Pause ist zu Ende")
            }
            return language.say("its hold ended ", "die Pause endete ")
                + "\(words: dates.on(hold.until)) (\(language.quoted(hold.reason.withoutFullStop)))"
        case .milestonePassed:
            guard let milestone, let due = milestone.dueOn else {
                return language.say("a milestone wants a new date", "ein Meilenstein braucht ein neues Datum")
            }
            let date = Phrase(words: dates.said(due))
            return language.say(
                "\(milestone.title) was planned for \(date)",
                "\(language.title(milestone.title)) war für \(date) geplant")
        case .milestoneNear:
            guard let milestone, let due = milestone.dueOn else {
                return language.say("a milestone is near", "ein Meilenstein ist nah")
            }
            return language.title(milestone.title) + " \(words: dates.said(due)), "
                + language.say("nothing logged for it yet", "dafür noch nichts eingetragen")
        case .nextStepPassed:
            guard let date = account.nextStepOn.map({ Phrase(words: dates.said($0)) }) else {
                return language.say("its next step has passed", "das Datum des nächsten Schritts ist vorbei")
            }
            return language.say("the next step was for \(date)", "der nächste Schritt war für \(date) gedacht")
        case .noNextStep: return language.say("no next step", "kein nächster Schritt")
        case .singleThreaded: return live(finding.threads ?? 0)
        case .noEconomicBuyer: return noEconomicBuyer
        case .noChampion: return language.say("no champion yet", "noch keine treibende Kraft")
        case .noMilestones: return language.say("no milestone ahead", "kein Meilenstein in Sicht")
        case .noOwnMessage: return language.say("no message of its own yet", "noch kein eigener Text")
        case .researchGap:
            return finding.topic.map { ResearchTopic($0).unknown(in: language) }
                ?? language.say("something to find out", "etwas herauszufinden")
        case .genericMessage, .activityMissing, .commitmentOpen, .offList, .listShort, .askOpen, .promiseOpen,
            .stallUnanswered, .highlightDue, .coachingDebtRep, .coachingDebtAccount:
            return goingWell
        }
    }

    private var noEconomicBuyer: Phrase { language.say("no economic buyer yet", "noch niemand mit Budget") }

    private func live(_ roles: Int) -> Phrase {
        guard roles > 0 else { return language.say("no role live", "noch keine Rolle im Gespräch") }
        let roles = Phrase(words: language.roles(roles, of: candidate.day.rep.thresholds.liveThreads))
        return language.say("\(roles) live", "\(roles) im Gespräch")
    }

    private var obstacle: Phrase? {
        let kinds = Set(candidate.episodes.map(\.finding.kind))
        guard candidate.first?.finding.kind != .noEconomicBuyer else { return nil }
        if candidate.first?.finding.kind == .holdEnded, account.nextStepOn == nil {
            return language.say("no next step", "kein nächster Schritt")
        }
        if kinds.contains(.noEconomicBuyer), pattern != .noEconomicBuyer { return noEconomicBuyer }
        guard candidate.first?.finding.kind != .singleThreaded else { return nil }
        return candidate.episodes.lazy.compactMap(\.finding.threads).first.flatMap { $0 > 0 ? live($0) : nil }
    }

    var reasons: [QuestionReason] {
        itemText.reasons(for: candidate.first?.finding, isStuck: isStuck)
    }

    var placeholders: [Placeholder: Phrase] {
        let finding = candidate.first?.finding ?? Finding(.quiet, of: account)
        var facts = itemText.placeholders(for: finding)
        // A rep knows who that is; the huddle hears the role with the name.
        facts[.role] = nil
        for (place, person) in itemText.people([.person, .heard], for: finding) where facts[place] != nil {
            facts[place] = person.phrase(in: language)
        }
        return facts
    }

    private var itemText: ItemText { ItemText(story: candidate.story, day: candidate.day, language: language) }
}
