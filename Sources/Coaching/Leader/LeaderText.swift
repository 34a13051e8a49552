import CivilTime

/// How one matter reads in a leader's own message: whom it is about, the fact, one question or offer.
struct LeaderText {
    let matter: LeaderMatter
    let day: RepDay
    /// The account that it is about, where it is about one.
    let story: AccountStory?
    let language: Language

    private var dates: DateWords { DateWords(today: day.today, in: language) }
    private var finding: Finding { matter.finding }
    private var rep: Phrase { "\(matter.coached?.rep.shortName ?? "")" }
    private var account: Phrase { "\(matter.account?.name ?? "") (\(rep))" }
    /// Nobody but the leader is told "you" of what the leader said and did.
    private var isOwn: Bool { matter.leader.id == day.rep.id }

    var heading: Phrase {
        switch matter.kind {
        case .askOpen: return askHeading
        case .promiseOpen: return matter.promise?.line(dates, of: isOwn ? nil : matter.leader.shortName) ?? rep
        case .stallUnanswered: return stallHeading
        case .coachingDebtRep: return debtHeading
        case .highlightDue:
            return deed + language.say(", and nobody has said so yet.", ", und noch niemand hat es gesagt.")
        default:
            guard let last = matter.account?.lastLookedOn else {
                return account + language.say(": not looked at together yet.", ": noch nicht gemeinsam angesehen.")
            }
            let since = Phrase(words: dates.dated(last))
            return account
                + language.say(
                    ": not looked at together since \(since)\(count).",
                    ": zuletzt am \(since) gemeinsam angesehen\(ago).")
        }
    }

    private var days: Int { finding.days ?? 0 }
    /// ", 20 working days", for the leader: his days stand still for whoever reads it while he is away.
    private var count: Phrase { isOwn ? Phrase(words: ", \(language.workingDays(days))") : Phrase() }
    private var ago: Phrase { isOwn ? Phrase(words: ", vor \(language.dativeWorkingDays(days))") : Phrase() }

    private var askHeading: Phrase {
        guard let ask = matter.ask else { return rep }
        return ask.place(in: language) + ", \(words: ask.since(dates)): " + language.quoted(ask.text)
    }

    private var stallHeading: Phrase {
        guard let episode = matter.unanswered else { return account }
        if let weightier { return account + ": " + reason(of: weightier).asSentence }
        if let reached {
            return account + ": " + (reached + "; " + times(episode)).asSentence
        }
        guard isStalled else { return story == nil ? account : account + ": " + asked(episode) }
        let count = Phrase(words: language.number(episode.mentions))
        let unmoved =
            episode.mentions == 1
            ? language.say("one question did not move it.", "eine Frage hat daran nichts geändert.")
            : language.say("\(count) questions did not move it.", "\(count) Fragen haben daran nichts geändert.")
        let days = Phrase(words: language.dativeWorkingDays(days))
        return account
            + language.say(" has had no touch for \(days), and ", " hat seit \(days) keinen Kontakt; ")
            + unmoved
    }

    /// What weighs most of what is open there; groundwork, of which every account has some, weighs nothing here.
    private var weightiest: Episode? {
        matter.account?.episodes.filter { !$0.finding.kind.isGroundwork }.min { $0.comesBefore($1) }
    }

    /// What has come up since and weighs more than what the rep was asked about without an end.
    private var weightier: Episode? {
        guard story != nil, let episode = matter.unanswered, let weightiest, weightiest.comesBefore(episode) else {
            return nil
        }
        return weightiest
    }

    /// "12 working days without a touch, CFO met was planned for Sun 6 Dec", as the agenda says it.
    private func reason(of episode: Episode) -> Phrase {
        guard let story, let coached = matter.coached else { return Phrase() }
        let candidate = SupportCandidate(story: story, day: coached.day, episodes: [episode])
        return SupportText(candidate: candidate, huddle: day, policy: AgendaPolicy(), language: language).reason
    }

    /// "no economic buyer yet; asked 3 times since Mon 2 Nov."
    private func asked(_ episode: Episode) -> Phrase { (reason(of: episode) + "; " + times(episode)).asSentence }

    /// "asked once, on Wed 25 Nov"
    private func times(_ episode: Episode) -> Phrase {
        let times = Phrase(words: language.times(episode.mentions))
        let since = Phrase(words: dates.dated(episode.firstMentionedOn ?? episode.openedOn))
        return episode.mentions > 1
            ? language.say("asked \(times) since \(since)", "seit \(since) \(times) gefragt")
            : language.say("asked once, on \(since)", "einmal gefragt, am \(since)")
    }

    /// ""CFO met" was done on Fri 20 Nov, and no touch is logged": where something was reached since the rep was asked nobody is to give
    /// the place away.
    private var reached: Phrase? {
        guard isStalled, let story, let coached = matter.coached, let asked = matter.unanswered?.firstMentionedOn else {
            return nil
        }
        let last = (story.lastTouch?.at ?? story.account.lastTouchAt).map(coached.rep.zone.date(at:))
        let done = story.account.milestones.filter { $0.isDone(on: coached.day.today) }
            .compactMap { milestone in milestone.doneOn.map { (title: milestone.title, on: $0) } }
        guard let newest = done.max(by: { $0.on < $1.on }), last.map({ newest.on > $0 && newest.on >= asked }) ?? true
        else { return nil }
        let (title, on) = (language.quoted(newest.title), Phrase(words: dates.on(newest.on)))
        return last == nil
            ? language.say(
                "\(title) was done \(on), and no touch is logged",
                "\(title) war \(on) geschafft, und kein Kontakt ist eingetragen")
            : language.say(
                "\(title) was done \(on), after the last touch that is logged",
                "\(title) war \(on) geschafft, nach dem letzten eingetragenen Kontakt")
    }

    /// Whether nothing happens there at all. Where only something is missing nobody thinks of giving its place away.
    private var isStalled: Bool { matter.unanswered?.finding.kind == .stalled }

    private var debtHeading: Phrase {
        guard let talk = matter.coached?.lastTalk else {
            guard isOwn else {
                return language.say(
                    "No talk with \(rep) is noted yet.", "Es ist noch kein Gespräch mit \(rep) notiert.")
            }
            let days = Phrase(words: language.dativeWorkingDays(days))
            return language.say(
                "No talk with \(rep) is noted yet, in \(days).", "Seit \(days) ist kein Gespräch mit \(rep) notiert.")
        }
        let date = Phrase(words: dates.dated(talk.on))
        return talk.leaderID == day.rep.id
            ? language.say(
                "You and \(rep) last sat down on \(date)", "Du und \(rep) habt zuletzt am \(date) zusammengesessen"
            ).asSentence
            : language.say("The last talk with \(rep) was on \(date)", "Das letzte Gespräch mit \(rep) war am \(date)")
                .asSentence
    }

    /// What was done right: the rarest of it.
    private var deed: Phrase {
        let deeds = matter.coached?.deeds ?? Deeds()
        if let milestone = deeds.milestones.first {
            let title = language.quoted(milestone.what)
            return language.say(
                "\(rep) reached \(title) at \(milestone.account)",
                "\(rep) hat bei \(milestone.account) \(title) erreicht")
        }
        if let reply = deeds.replies.first { return reply.phrase(in: language) }
        let days = Phrase(words: language.number(deeds.days))
        if deeds.fullPlans == deeds.days {
            return language.say(
                "\(rep) did the whole plan \(days) working days running",
                "\(rep) hat \(days) Arbeitstage in Folge den ganzen Plan geschafft")
        }
        let full = deeds.fullPlans
        return language.say(
            "\(rep) did the whole plan on \(words: language.number(full)) of the last \(days) working days",
            "\(rep) hat an \(words: full == 1 ? "einem" : language.number(full)) der letzten \(days) Arbeitstage "
                + "den ganzen Plan geschafft")
    }

    var facts: [Phrase] {
        switch matter.kind {
        case .coachingDebtRep:
            let first = accountsToLookAt.map { Phrase("\($0.name)") }
            guard !first.isEmpty else { return [] }
            return [
                first.listed(in: language)
                    + language.say(
                        " would be good to look at first.",
                        first.count == 1 ? " wäre ein guter Anfang." : " wären ein guter Anfang.")
            ]
        case .coachingDebtAccount:
            guard story != nil, let weightiest else { return [] }
            return [reason(of: weightiest).startingSentence.asSentence]
        case .stallUnanswered:
            guard let weightier, let episode = matter.unanswered else { return [] }
            // A stall tells of its milestone's date itself.
            let weighty = reason(of: weightier).text
            let near = episode.finding.kind == .milestoneNear ? episode.finding.milestoneID : nil
            let isTold =
                weighty.contains(reason(of: episode).text)
                || story?.account.milestones.contains { $0.id == near && weighty.contains($0.title) } ?? false
            return [(isTold ? times(episode).asSentence : asked(episode)).startingSentence]
        default: return []
        }
    }

    /// Up to two of the rep's accounts: the weightiest findings, then what was longest not looked at together.
    private var accountsToLookAt: [CoachedAccount] {
        (matter.coached?.accounts ?? []).filter { !$0.isHeld }
            .map { account in
                let weight = account.episodes.map(\.finding.kind.priority).min() ?? .max
                return (
                    key: (weight, account.lastLookedOn ?? .distantPast, account.rank ?? .max, account.id),
                    account: account
                )
            }
            .sorted { $0.key < $1.key }.prefix(2).map(\.account)
    }

    /// Where the bank has the question.
    var questionReasons: [QuestionReason] {
        switch matter.kind {
        case .askOpen: [.askOpen]
        // Nobody else is asked to keep what the leader said.
        case .promiseOpen: isOwn ? [.promiseOpen] : []
        case .stallUnanswered:
            weightier != nil
                ? [.coachingDebtAccount] : reached != nil ? [] : [isStalled ? .stallUnanswered : .gapUnanswered]
        case .coachingDebtRep: [.coachingDebt]
        // The bank of a rep's healthy accounts is for the one who works on them.
        case .coachingDebtAccount: [.coachingDebtAccount]
        default: []
        }
    }

    var placeholders: [Placeholder: Phrase] {
        if let itemText { return itemText.placeholders(for: matter.unanswered?.finding ?? finding) }
        return matter.accountName.map { [.account: "\($0)"] } ?? [:]
    }

    private var itemText: ItemText? {
        guard let story, let coached = matter.coached else { return nil }
        return ItemText(story: story, day: coached.day, language: language)
    }

    /// The question or offer where the bank has none.
    var offer: Phrase? {
        switch matter.kind {
        case .askOpen:
            language.say(
                "Who could answer it today, or knows somebody who can?",
                "Wer könnte das heute beantworten oder kennt jemanden dafür?")
        case .promiseOpen:
            isOwn
                ? language.say(
                    "Today, on another day, or is it no longer needed?",
                    "Heute, an einem anderen Tag, oder braucht es das nicht mehr?") : standIn
        case .stallUnanswered where reached != nil:
            language.say(
                "Who was it with, and what comes next there?", "Mit wem war das, und was kommt dort als Nächstes?")
        case .stallUnanswered:
            isStalled
                ? language.say(
                    "Keep, hold with a date, or give its place to another?",
                    "Behalten, mit Datum pausieren oder den Platz an einen anderen geben?")
                : language.say(
                    "Ten minutes on it together this week?", "Diese Woche zehn Minuten gemeinsam dafür?")
        case .highlightDue:
            language.say(
                "A word today, in the huddle or just between the two of you?",
                "Ein Wort heute, im Huddle oder unter euch beiden?")
        case .coachingDebtRep, .coachingDebtAccount: language.say("Today?", "Heute?")
        default: nil
        }
    }

    /// What the deputy can do about a promise of the leader's.
    private var standIn: Phrase {
        let name = matter.leader.shortName
        return matter.promise?.rep.map { rep in
            language.say(
                "Could you stand in, or tell \(rep) that it waits?",
                "Kannst du einspringen, oder sagst du \(rep), dass es noch dauert?")
        }
            ?? language.say(
                "Could you stand in, or can it wait until \(name) is back?",
                "Kannst du einspringen, oder hat es Zeit, bis \(name) wieder da ist?")
    }
}
