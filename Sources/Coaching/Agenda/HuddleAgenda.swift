import CivilTime

/// The leader's agenda of the day: 15 minutes, one message, computed from the work done. What it takes up is chosen once.
package struct HuddleAgenda: Sendable {
    package private(set) var briefing: HuddleBriefing
    package private(set) var choice: AgendaPolicy.Choice
    /// The good work that it tells of.
    package let highlights: [Highlight]
    /// By ask, the colleague who is proposed for it.
    package let colleagues: [RowID: Colleague]
    /// Asks that share nothing with what colleagues did.
    let unmatched: Set<RowID>
    private let minutes: AgendaMinutes

    package init(_ briefing: HuddleBriefing) {
        self.briefing = briefing
        highlights = Self.choose(briefing)
        minutes = AgendaMinutes(
            highlights: highlights.count, hasCommitments: briefing.hasCommitments, asks: briefing.asksToTell.count)
        var policy = briefing.policy
        policy.places = min(policy.places, minutes.accounts(rotating: policy.rotation))
        func choose() -> AgendaPolicy.Choice {
            policy.choose(from: briefing.support, placesLately: briefing.placesLately, lastTurns: briefing.lastTurns)
        }
        choice = choose()
        let matching = AskMatching(briefing)
        (colleagues, unmatched) = (matching.colleagues, matching.unmatched)
        if isQuiet {
            policy.rotation = policy.rotationOfQuietDay
            choice = choose()
        }
    }

    /// The accounts whose last touch its questions may speak of.
    package var accountsSpokenOf: [RowID] { choice.all.map(\.account.id) }

    package mutating func tell(_ touches: [RowID: Touch]) {
        for place in choice.needed.indices {
            choice.needed[place].story.lastTouch = touches[choice.needed[place].account.id]
        }
        for place in choice.rotating.indices {
            choice.rotating[place].story.lastTouch = touches[choice.rotating[place].account.id]
        }
    }

    /// The agenda, in the order of domain.md.
    package var message: Message {
        let title: Phrase = "Huddle · \(briefing.team) · \(words: dates.dated(today))"
        let away = briefing.awayLine.map { " · " + $0 } ?? Phrase()
        if isQuiet {
            let state = restingLine.map { " · " + briefing.nothingNew + ". " + $0 } ?? briefing.quietDay
            return Message(
                .huddle, in: language, title: title + away + state,
                sections: [healthySection].compactMap { $0 })
        }
        var sittings = Sittings(of: briefing, language: language)
        // Who asked comes before who did not.
        let asks = askSection(minutes.asks, &sittings)
        let support = supportSection(minutes.support(of: choice.all.count), &sittings)
        let body = [
            highlightSection(minutes.highlights), briefing.commitmentSection(minutes.commitments), asks, support,
            noteSection(besides: support?.items ?? []),
        ]
        return Message(
            .huddle, in: language, title: title + language.say(" · 15 min", " · 15 Min.") + away,
            sections: body.compactMap { $0 } + briefing.pictureSections)
    }

    /// An observer's copy: the aim and what the leader said he will do are between coachd and the leader.
    package var observersMessage: Message {
        var copy = self
        (copy.briefing.aim, copy.briefing.promises) = (nil, [])
        return copy.message
    }

    /// What the team's own room hears: praise, focus, who is away. Nothing that names a gap; nil when there is nothing of it.
    package var roomMessage: Message? {
        var lines: [Phrase] = []
        let praise = highlights.compactMap { $0.publicPhrase(in: language) }
        if !praise.isEmpty { lines.append(praise.joined(" ")) }
        let focus = choice.all.map { Phrase("\($0.account.name)") }
        var closing: [Phrase] = []
        if !focus.isEmpty {
            closing.append((language.say("Together today: ", "Heute gemeinsam: ") + focus.joined(", ")).asSentence)
        }
        if let away = briefing.awayLine { closing.append(away.asSentence) }
        if !closing.isEmpty { lines.append(closing.joined(" ")) }
        guard !lines.isEmpty else { return nil }
        return Message(
            .team, in: language, title: "\(briefing.team) · \(words: dates.dated(briefing.teamDate ?? today))",
            sections: [Message.Section(lines: lines)])
    }

    var today: CivilDate { briefing.day.today }
    var language: Language { briefing.language }
    var dates: DateWords { briefing.dates }

    /// Nothing but a healthy account to speak of.
    private var isQuiet: Bool {
        choice.needed.isEmpty && highlights.isEmpty && briefing.asksToTell.isEmpty && !briefing.hasCommitments
            && briefing.noteLines().isEmpty
    }

    /// At most one a rep first, who heard nothing for longest before the others; told in team order.
    private static func choose(_ briefing: HuddleBriefing) -> [Highlight] {
        let order = Dictionary(
            briefing.members.enumerated().map { ($0.element.rep.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var turns: [RowID: Int] = [:]
        return briefing.highlights.enumerated().map { offset, highlight in
            let turn = turns[highlight.repID, default: 0]
            turns[highlight.repID] = turn + 1
            return (
                key: (turn, briefing.lastPraised[highlight.repID] ?? .distantPast, offset), highlight: highlight
            )
        }
        .sorted { $0.key < $1.key }.prefix(briefing.policy.highlights).map(\.highlight)
        .sorted { order[$0.repID] ?? 0 < order[$1.repID] ?? 0 }
    }
}
