import CivilTime

extension Message {
    /// What the afternoon adds: activity that the plan still waits for and what is new since the morning; nil when there is neither.
    /// - Parameter morning: When today's morning plan was composed; without one all unmentioned episodes are new.
    package static func afternoon(_ briefing: Briefing, since morning: Instant?) -> Message? {
        let day = briefing.day
        let thanks = briefing.thanks
        let fresh = briefing.episodes(besides: thanks).filter { episode in
            episode.finding.accountID != nil && episode.mentions == 0 && !episode.finding.kind.waitsForMorning
                && (morning.map { episode.openedAt > $0 } ?? !episode.isBacklog)
        }
        let behind = briefing.episodes.filter { episode in
            episode.finding.kind == .activityMissing && episode.mentions == 0
                && briefing.idleAfternoons < NudgePolicy.patientAfternoons
        }
        let policy = briefing.policy.leavingPlace(if: !behind.isEmpty)
        let selection = policy.select(
            fresh, accounts: briefing.accounts, lastMention: briefing.lastMention, on: day)
        var items = briefing.items(for: selection.episodes)
        if let item = briefing.activityItem(behind) { items.append(item) }
        guard !items.isEmpty else { return nil }
        for index in items.indices { items[index].number = items.count == 1 ? nil : index + 1 }
        var sections: [Section] = []
        if !thanks.isEmpty { sections.append(Section(items: thanks)) }
        sections.append(Section(items: items))
        return Message(.afternoon, in: briefing.language, title: briefing.afternoonTitle, sections: sections)
    }
}

extension Briefing {
    /// "Ana, 14:30: 2 of 6 touches, research done. Three hours to go."
    fileprivate var afternoonTitle: Phrase {
        let clock = TimeOfDay(hour: day.time.hour, minute: day.time.minute) ?? day.time
        let score = language.score(of: day.rep.plan, done: doneToday).map { ": \($0).\(timeLeft(at: clock))" } ?? "."
        return "\(day.rep.firstName), \(words: clock.description)\(words: language.word("", " Uhr"))\(words: score)"
    }

    /// Half hours that are whole, and whether more than a few minutes are left besides: nobody has three where two and a half are left.
    /// - Parameter clock: The time as the message tells it, to the minute.
    private func timeLeft(at clock: TimeOfDay) -> String {
        let minutes = (day.rep.hours.seconds - day.rep.hours.elapsedSeconds(at: clock)) / 60
        let isMore = minutes % 30 >= 10
        let (a, good) = (isMore ? "A good" : "An", language.word(isMore ? "a good " : "", isMore ? "gut " : ""))
        switch minutes {
        case ..<1: return ""
        case 1: return language.word(" 1 minute to go.", " Noch 1 Minute.")
        case ..<60: return language.word(" \(minutes) minutes to go.", " Noch \(minutes) Minuten.")
        case ..<90: return language.word(" \(a) hour to go.", " Noch \(good)eine Stunde.")
        case ..<120: return language.word(" \(a) hour and a half to go.", " Noch \(good)anderthalb Stunden.")
        default:
            let hours = language.number(minutes / 60)
            let half = minutes % 60 < 30 ? "" : language.word(" and a half", "einhalb")
            let left = good + hours
            return language.word(
                " \(left.prefix(1).uppercased())\(left.dropFirst())\(half) hours to go.",
                " Noch \(left)\(half) Stunden.")
        }
    }

    /// One item for the whole plan: what is open, and one question about the work that fits what the plan waits for.
    fileprivate func activityItem(_ episodes: [Episode]) -> Message.Item? {
        let parts = episodes.sorted { $0.id < $1.id }.compactMap { episode -> Message.Item.Part? in
            guard let kind = episode.finding.activity, let planned = episode.finding.planned,
                let done = episode.finding.done
            else { return nil }
            return Message.Item.Part(
                findingID: episode.id, words: Phrase(words: language.count(planned - done, of: kind)))
        }
        guard !parts.isEmpty else { return nil }
        let behind = Set(episodes.compactMap(\.finding.activity))
        let choice = bank.choose(
            for: behind.contains { $0.counts(.call) } ? [.callsMissing, .activityMissing] : [.activityMissing],
            facts: [:], seed: seed(day.rep.id), isTaken: (asked[nil] ?? []).contains)
        let open = day.rep.plan.count { $0.kind.count(in: doneToday) < $0.count }
        let isLast = idleAfternoons == NudgePolicy.patientAfternoons - 1
        return Message.Item(
            open > parts.count
                ? language.word("Worth a look now: ", "Jetzt dran: ")
                : language.word("Still open: ", "Noch offen: "), parts,
            question: isLast ? farewell : choice?.question,
            questionKey: isLast ? nil : choice?.template, state: .new, kind: .activityMissing, rung: 1)
    }

    /// Nothing goes silent without a line that says so.
    private var farewell: Phrase {
        let afternoons = language.number(NudgePolicy.patientAfternoons)
        return language.say(
            "Does this plan fit your days? After \(words: afternoons) afternoons without an entry it is not asked about "
                + "again until something is logged.",
            "Passt dieser Plan zu deinen Tagen? Nach \(words: afternoons) Nachmittagen ohne Eintrag fragt hier niemand mehr "
                + "danach, bis wieder etwas eingetragen ist.")
    }
}

extension FindingKind {
    /// Whoever finished one thing today is not asked for the next on the same day.
    fileprivate var waitsForMorning: Bool { isGroundwork && self != .genericMessage }
}
