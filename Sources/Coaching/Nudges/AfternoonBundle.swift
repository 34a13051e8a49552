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
        let behind = briefing.episodes.filter { $0.finding.kind == .activityMissing && $0.mentions == 0 }
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
        return Message(.afternoon, title: briefing.afternoonTitle, sections: sections)
    }
}

extension Briefing {
    /// "Ana, 14:30: 2 of 6 touches, research done. Three hours to go."
    fileprivate var afternoonTitle: Phrase {
        let counts = day.rep.plan.filter { $0.count > 0 }.map { line -> String in
            let done = line.kind.count(in: doneToday)
            return done >= line.count
                ? "\(line.count == 1 ? line.kind.noun : line.kind.nounOfMany) done"
                : "\(done) of \(line.kind.words(line.count))"
        }
        let clock = TimeOfDay(hour: day.time.hour, minute: day.time.minute) ?? day.time
        let score = counts.isEmpty ? "" : ": \(counts.joined(separator: ", ")).\(timeLeft(at: clock))"
        return "\(day.rep.firstName), \(words: clock.description)\(words: score.isEmpty ? "." : score)"
    }

    /// Half hours that are whole: nobody has three where two and a half are left.
    /// - Parameter clock: The time as the message tells it, to the minute.
    private func timeLeft(at clock: TimeOfDay) -> String {
        let minutes = (day.rep.hours.seconds - day.rep.hours.elapsedSeconds(at: clock)) / 60
        switch minutes {
        case ..<1: return ""
        case 1: return " 1 minute to go."
        case ..<60: return " \(minutes) minutes to go."
        case ..<90: return " An hour to go."
        case ..<120: return " An hour and a half to go."
        default:
            let hours = numberInWords(minutes / 60)
            let half = minutes % 60 < 30 ? "" : " and a half"
            return " \(hours.prefix(1).uppercased())\(hours.dropFirst())\(half) hours to go."
        }
    }

    /// One item for the whole plan: what is open, and one question about the work that fits what the plan waits for.
    fileprivate func activityItem(_ episodes: [Episode]) -> Message.Item? {
        let parts = episodes.sorted { $0.id < $1.id }.compactMap { episode -> Message.Item.Part? in
            guard let kind = episode.finding.activity, let planned = episode.finding.planned,
                let done = episode.finding.done
            else { return nil }
            return Message.Item.Part(findingID: episode.id, words: Phrase(words: kind.words(planned - done)))
        }
        guard !parts.isEmpty else { return nil }
        let behind = Set(episodes.compactMap(\.finding.activity))
        let choice = bank.choose(
            for: behind.contains { $0.counts(.call) } ? [.callsMissing, .activityMissing] : [.activityMissing],
            facts: [:], seed: seed(day.rep.id), isTaken: (asked[nil] ?? []).contains)
        return Message.Item(
            "Still open in today's plan\(besides(behind)): ", parts, question: choice?.question,
            questionKey: choice?.template, state: .new, kind: .activityMissing, rung: 1)
    }

    /// ", besides 1 touch and 1 meeting": what is open as well and has the rest of the day for it.
    private func besides(_ behind: Set<PlanKind>) -> String {
        let open = day.rep.plan.filter { !behind.contains($0.kind) }.compactMap { line -> Phrase? in
            let left = line.count - line.kind.count(in: doneToday)
            return left > 0 ? Phrase(words: line.kind.words(left)) : nil
        }
        return open.isEmpty ? "" : ", besides \(open.listed.text)"
    }
}

extension FindingKind {
    /// Whoever finished one thing today is not asked for the next on the same day.
    fileprivate var waitsForMorning: Bool { isGroundwork && self != .genericMessage }
}
