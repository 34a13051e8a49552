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
    private var rep: Phrase { "\(matter.coached?.rep.firstName ?? "")" }
    private var account: Phrase { "\(matter.account?.name ?? "") (\(rep))" }
    /// Nobody but the leader is told "you" of what the leader said and did.
    private var isOwn: Bool { matter.leader.id == day.rep.id }

    var heading: Phrase {
        switch matter.kind {
        case .askOpen: return askHeading
        case .promiseOpen: return promiseHeading
        case .stallUnanswered: return stallHeading
        case .coachingDebtRep: return debtHeading
        case .highlightDue:
            return deed + language.say(", and nobody has said so yet.", ", und noch niemand hat es gesagt.")
        default:
            guard let last = matter.account?.lastLookedOn else {
                return account + language.say(": not looked at together yet.", ": noch nicht gemeinsam angesehen.")
            }
            let (since, days) = (Phrase(words: dates.dated(last)), Phrase(words: language.workingDays(days)))
            return account
                + language.say(
                    ": not looked at together since \(since), \(days).",
                    ": seit \(since) nicht gemeinsam angesehen, \(days).")
        }
    }

    private var days: Int { finding.days ?? 0 }

    private var askHeading: Phrase {
        guard let ask = matter.ask else { return rep }
        return ask.place(in: language) + ", \(words: ask.since(dates)): " + language.quoted(ask.text)
    }

    private var promiseHeading: Phrase {
        guard let promise = matter.promise else { return rep }
        let when = promise.dueOn == nil ? promise.madeOn.map { " \(dates.on($0))" } ?? "" : ""
        let name = matter.leader.firstName
        var line =
            isOwn
            ? language.say("You said\(words: when)", "Du hast\(words: when) zugesagt")
            : language.say("\(name) said\(words: when)", "\(name) hat\(words: when) zugesagt")
        line += ": \(promise.text.withoutFullStop)"
        if let rep = promise.rep { line += language.say(" (for \(rep.firstName))", " (für \(rep.firstName))") }
        if let due = promise.dueOn {
            let lead = due < day.today ? language.word("it was for", "das war für") : language.word("for", "für")
            line += ", \(words: lead) \(words: dates.said(due))"
        }
        return line.asSentence
    }

    private var stallHeading: Phrase {
        guard let episode = matter.unanswered else { return account }
        let count = Phrase(words: language.number(episode.mentions))
        let unmoved =
            episode.mentions == 1
            ? language.say("one question did not move it.", "eine Frage hat nichts bewegt.")
            : language.say("\(count) questions did not move it.", "\(count) Fragen haben nichts bewegt.")
        if episode.finding.kind == .stalled {
            let days = Phrase(words: language.dativeWorkingDays(days))
            return account
                + language.say(" has had no touch for \(days), and ", " hatte seit \(days) keinen Kontakt, und ")
                + unmoved
        }
        guard let story, let coached = matter.coached else { return account }
        let candidate = SupportCandidate(story: story, day: coached.day, episodes: [episode])
        let text = SupportText(candidate: candidate, huddle: day, policy: AgendaPolicy(), language: language)
        return account + ": " + text.reason + "; " + unmoved
    }

    private var debtHeading: Phrase {
        guard let talk = matter.coached?.lastTalk else {
            let days = Phrase(words: language.dativeWorkingDays(days))
            return language.say(
                "No talk with \(rep) is noted yet, in \(days).",
                "Noch ist kein Gespräch mit \(rep) notiert, in \(days).")
        }
        let date = Phrase(words: dates.dated(talk.on))
        return talk.leaderID == day.rep.id
            ? language.say(
                "You and \(rep) last sat down on \(date)", "Du und \(rep) habt zuletzt zusammengesessen am \(date)"
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
        if let reply = deeds.replies.first {
            return language.say(
                "\(reply.what) at \(reply.account) answered \(rep)",
                "\(reply.what) von \(reply.account) hat \(rep) geantwortet")
        }
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
        guard matter.kind == .coachingDebtRep else { return [] }
        let first = accountsToLookAt.map { Phrase("\($0.name)") }
        guard !first.isEmpty else { return [] }
        return [
            first.listed(in: language)
                + language.say(
                    " would be good to look at first.",
                    first.count == 1 ? " wäre ein guter Anfang." : " wären ein guter Anfang.")
        ]
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
        case .stallUnanswered: [.stallUnanswered]
        case .coachingDebtRep: [.coachingDebt]
        case .coachingDebtAccount: itemText?.reasons(for: nil) ?? [.healthy]
        default: []
        }
    }

    var placeholders: [Placeholder: Phrase] {
        if let itemText { return itemText.placeholders(for: matter.unanswered?.finding ?? finding) }
        let name = matter.account?.name ?? matter.ask?.account
        return name.map { [.account: "\($0)"] } ?? [:]
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
            language.say(
                "Today, on another day, or is it no longer needed?",
                "Heute, an einem anderen Tag, oder braucht es das nicht mehr?")
        case .stallUnanswered:
            language.say(
                "Keep, hold with a date, or give its place to another?",
                "Behalten, mit Datum pausieren oder den Platz an einen anderen geben?")
        case .highlightDue:
            language.say(
                "A word today, in the huddle or just between the two of you?",
                "Ein Wort heute, im Huddle oder unter euch beiden?")
        case .coachingDebtRep, .coachingDebtAccount: language.say("Today?", "Heute?")
        default: nil
        }
    }
}
