import CivilTime

extension Message {
    /// The leader's agenda of the day: 15 minutes, one message, computed from the work done.
    package static func huddle(_ briefing: HuddleBriefing) -> Message {
        let today = briefing.day.today
        let date = DateWords(today: today).dated(today)
        let choice = briefing.policy.choose(from: briefing.support)
        let title: Phrase = "Huddle · \(briefing.team) · \(words: date)"
        let body = [
            briefing.highlightSection, briefing.commitmentSection, briefing.askSection, briefing.supportSection(choice),
            briefing.noteSection,
        ].compactMap { $0 }
        let away = briefing.awayLine.map { " · " + $0 } ?? Phrase()
        if briefing.isQuiet(choice) {
            let healthy = choice.rotating.prefix(1).map(briefing.healthyItem)
            return Message(
                .huddle, title: title + away + briefing.quietDay,
                sections: healthy.isEmpty ? [] : [Section(items: healthy)])
        }
        return Message(.huddle, title: title + " · 15 min" + away, sections: body + briefing.pictureSections)
    }

    /// What the team's own room hears: praise, focus, who is away. Nothing that names a gap; nil when there is nothing of it.
    package static func team(_ briefing: HuddleBriefing) -> Message? {
        let choice = briefing.policy.choose(from: briefing.support)
        var lines: [Phrase] = []
        let praise = briefing.chosenHighlights.map { $0.phrase(isPublic: true) }
        if !praise.isEmpty { lines.append(praise.joined(" ")) }
        let together = briefing.isQuiet(choice) ? Array(choice.rotating.prefix(1)) : choice.needed + choice.rotating
        let focus = together.map { Phrase("\($0.account.name)") }
        var closing: [Phrase] = []
        if !focus.isEmpty { closing.append(("Together today: " + focus.joined(", ")).asSentence) }
        if let away = briefing.awayLine { closing.append(away + ".") }
        if !closing.isEmpty { lines.append(closing.joined(" ")) }
        guard !lines.isEmpty else { return nil }
        let date = DateWords(today: briefing.day.today).dated(briefing.day.today)
        return Message(.team, title: "\(briefing.team) · \(words: date)", sections: [Section(lines: lines)])
    }
}

extension HuddleBriefing {
    fileprivate var dates: DateWords { DateWords(today: day.today) }

    fileprivate func isQuiet(_ choice: AgendaPolicy.Choice) -> Bool {
        choice.needed.isEmpty && highlights.isEmpty && asks.isEmpty && saidCommitments.isEmpty && noteSection == nil
    }

    /// " · all 200 accounts are moving; nobody asked for help."
    fileprivate var quietDay: Phrase {
        let count = members.reduce(0) { $0 + $1.strip.count }
        guard count > 0 else {
            return " · no accounts are selected yet. Each rep's list of at most 50 is where it starts."
        }
        if members.contains(where: { $0.strip.contains { $0 != .moving } }) {
            return " · nothing waits for the huddle today; nobody asked for help."
        }
        return count == 1
            ? " · the one account is moving; nobody asked for help."
            : " · all \(count) accounts are moving; nobody asked for help."
    }

    /// An item and not only words, so that the rotation remembers it.
    fileprivate func healthyItem(_ candidate: SupportCandidate) -> Message.Item {
        Message.Item(
            heading: "A good day to look at one together: \(candidate.account.name) (\(candidate.day.rep.firstName)).",
            state: .rotation, kind: candidate.first?.finding.kind, findingID: candidate.first?.id,
            accountID: candidate.account.id, account: candidate.account.name)
    }

    /// "Away: Chidi, back Fri 27 Nov".
    fileprivate var awayLine: Phrase? {
        let away = members.compactMap { member in member.backOn.map { (name: member.rep.firstName, back: $0) } }
        guard !away.isEmpty else { return nil }
        let byDate = Dictionary(grouping: away, by: \.back).sorted { $0.key < $1.key }
        return "Away: "
            + byDate.map { back, people in
                people.map { Phrase("\($0.name)") }.listed + Phrase(words: ", back \(dates.dated(back))")
            }.joined("; ")
    }

    /// The weightiest, at most one a rep first, in team order.
    fileprivate var chosenHighlights: [Highlight] {
        let order = Dictionary(
            members.enumerated().map { ($0.element.rep.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var turns: [RowID: Int] = [:]
        return highlights.map { highlight -> (Int, Highlight) in
            defer { turns[highlight.repID, default: 0] += 1 }
            return (turns[highlight.repID, default: 0], highlight)
        }
        .sorted { $0.0 < $1.0 }.prefix(policy.highlights).map(\.1)
        .sorted { order[$0.repID] ?? 0 < order[$1.repID] ?? 0 }
    }

    fileprivate var highlightSection: Message.Section? {
        let lines = chosenHighlights.map { "• " + $0.phrase() }
        return lines.isEmpty ? nil : Message.Section("Highlights (2 min)", lines: lines)
    }

    fileprivate var saidCommitments: [(member: TeamMember, commitments: [Commitment])] {
        members.compactMap { member in
            member.commitments.isEmpty ? nil : (member, member.commitments)
        }
    }

    /// "Ana: Hooli demo, kept · Ben: Duff call, moved once · Dana: nothing said".
    fileprivate var commitmentSection: Message.Section? {
        let said = saidCommitments
        guard !said.isEmpty else { return nil }
        let earlier = said.map { member, commitments in
            "\(member.rep.firstName): "
                + commitments.prefix(4).map { commitment in
                    commitment.phrase + Phrase(words: ", \(outcome(of: commitment))")
                }.joined("; ")
        }
        let line = earlier.joined(" · ")
        return Message.Section("Said yesterday and for today (2 min)", lines: [line, "Say today's in the round."])
    }

    private func outcome(of commitment: Commitment) -> String {
        if commitment.isKept { return "kept" }
        switch commitment.moved {
        case 0: return commitment.dueOn >= day.today ? "for \(dates.said(commitment.dueOn))" : "open"
        case 1: return "moved once"
        case 2: return "moved twice"
        default: return "moved \(commitment.moved) times"
        }
    }

    fileprivate var askSection: Message.Section? {
        let shown = 5
        var lines = asks.prefix(shown).map { ask -> Phrase in
            let place = ask.account.map { account in Phrase(" on \(account)") } ?? ""
            let since = ask.askedOn == day.today ? "asked today" : "since \(dates.said(ask.askedOn))"
            return "• \(ask.rep)" + place + ", \(words: since): \"\(ask.text)\""
        }
        if asks.count > shown { lines.append("• and \(asks.count - shown) more") }
        return lines.isEmpty ? nil : Message.Section("Asks (3 min)", lines: lines)
    }

    fileprivate func supportSection(_ choice: AgendaPolicy.Choice) -> Message.Section? {
        var used: Set<String> = []
        let candidates = choice.needed.map { ($0, false) } + choice.rotating.map { ($0, true) }
        let items = candidates.enumerated().map { offset, entry -> Message.Item in
            let (candidate, isRotation) = entry
            let text = SupportText(candidate: candidate, huddle: day, policy: policy)
            let taken = asked[candidate.account.id, default: []].union(used)
            let question = bank.choose(
                for: text.reasons, facts: text.placeholders(in: bank.language),
                seed: Int(truncatingIfNeeded: candidate.account.id) &* 17 &+ Int(day.today.dayNumber),
                isTaken: taken.contains)
            if let question { used.insert(question.template) }
            var lines = [question.map { "Ask: " + $0.question.afterColon(in: bank.language) }].compactMap { $0 }
            if text.isStuck {
                lines.append(
                    candidate.day.rep.id == day.rep.id
                        ? "Proposed: 20 minutes today with a colleague who stood at the same point."
                        : "Proposed: \(candidate.day.rep.firstName) and \(day.rep.firstName), 20 minutes today.")
            }
            return Message.Item(
                heading: text.heading(isRotation: isRotation), facts: lines, questionKey: question?.template,
                state: isRotation ? .rotation : candidate.first?.state(for: candidate.day.rep) ?? .new,
                kind: candidate.first?.finding.kind, findingID: candidate.first?.id, accountID: candidate.account.id,
                account: candidate.account.name, number: offset + 1)
        }
        return items.isEmpty ? nil : Message.Section("Support today (6 min)", items: items)
    }

    /// Near milestones, the pattern, the leader's own promises, the backlog: a line each.
    fileprivate var noteSection: Message.Section? {
        let lines =
            [nearLine, patternLine].compactMap { $0 } + promises.prefix(3).map(promiseLine)
            + [backlogLine].compactMap { $0 }
        return lines.isEmpty ? nil : Message.Section(lines: lines)
    }

    private var nearLine: Phrase? {
        let near = support.flatMap { candidate in
            candidate.account.openMilestones(on: candidate.day.today).compactMap { milestone -> (CivilDate, Phrase)? in
                guard candidate.day.isWorking, let due = milestone.dueOn, due >= candidate.day.today,
                    candidate.day.workingDays(after: candidate.day.today, before: due)
                        < candidate.day.rep.thresholds.milestoneNear
                else { return nil }
                return (
                    due,
                    "\(candidate.account.name), \(milestone.title), \(words: dates.said(due)) (\(candidate.day.rep.firstName))"
                )
            }
        }.sorted { $0.0 < $1.0 }
        guard !near.isEmpty else { return nil }
        let rest: Phrase = near.count > 4 ? " · and \(near.count - 4) more" : ""
        return "Near: " + near.prefix(4).map(\.1).joined(" · ") + rest
    }

    /// Said only with at least 5 stalls of which 60 % share a reason.
    private var patternLine: Phrase? {
        let stalls = support.filter { $0.episodes.contains { $0.finding.kind == .stalled } }
        guard stalls.count >= 5 else { return nil }
        let reasons: [(FindingKind, String, String)] = [
            (.noEconomicBuyer, "have no economic buyer", "how do we ask for that introduction?"),
            (.noNextStep, "have no next step", "how do we end a talk with a date?"),
            (
                .milestonePassed, "have a milestone whose date has passed",
                "what do our dates not know when we set them?"
            ),
            (.singleThreaded, "hang on few people", "who else there would gain from it?"),
        ]
        for (kind, words, question) in reasons {
            let sharing = stalls.count { $0.episodes.contains { $0.finding.kind == kind } }
            if sharing * 100 >= stalls.count * 60 {
                return Phrase(
                    words: "Pattern: \(sharing) of \(stalls.count) stalls \(words). Worth ten minutes: \(question)")
            }
        }
        return nil
    }

    private func promiseLine(_ promise: Promise) -> Phrase {
        var line: Phrase = "You said: \(promise.text.withoutFullStop)"
        if let rep = promise.rep { line += " (for \(rep))" }
        if let due = promise.dueOn {
            line += ", \(words: due < day.today ? "it was for" : "by") \(words: dates.said(due))"
        }
        return line.asSentence
    }

    private var backlogLine: Phrase? {
        guard backlog > 0 else { return nil }
        return backlog == 1
            ? "1 thing that was open on the first day waits for its turn."
            : "\(backlog) things that were open on the first day wait for their turn, a few a day."
    }

    fileprivate var pictureSections: [Message.Section] {
        let width = min(12, members.map(\.rep.firstName.count).max() ?? 0)
        func name(_ member: TeamMember) -> Phrase {
            // A name that is cut ends with an ellipsis, within the width.
            let first = member.rep.firstName
            let name = Phrase(data: first, limit: first.count > width ? width - 1 : width)
            return name + Phrase(words: String(repeating: " ", count: max(0, width - name.text.count) + 2))
        }
        let bars = members.filter { $0.bar.contains { ($0.planned ?? 0) > 0 } }.map { member in
            let done = member.bar.reduce(0) { $0 + $1.done }
            let planned = member.bar.reduce(0) { $0 + ($1.planned ?? 0) }
            return name(member) + Phrase(words: "\(Pictures.activityBar(member.bar))  \(done) of \(planned)")
        }
        let strips = members.filter { !$0.strip.isEmpty }.map { member in
            let counts = Pictures.AccountState.allCases.map { state in String(member.strip.count { $0 == state }) }
            return name(member) + Phrase(words: "\(Pictures.strip(member.strip))  \(counts.joined(separator: ", "))")
        }
        return [
            bars.isEmpty
                ? nil : Message.Section("Last five days, touches done of planned", lines: bars, isPicture: true),
            strips.isEmpty
                ? nil
                : Message.Section("The 50s (■ moving, ▪ quiet, □ stalled, · resting)", lines: strips, isPicture: true),
        ].compactMap { $0 }
    }
}

extension Phrase {
    /// The question after "Ask:", in small letters unless it begins with data. In German a sentence keeps its capital there.
    fileprivate func afterColon(in language: Language) -> Phrase {
        guard language == .english, let first = runs.first, !first.isData, let letter = first.text.first,
            !first.text.hasPrefix("I "), !first.text.hasPrefix("I'")
        else { return self }
        return Phrase(
            runs: [Run(letter.lowercased() + first.text.dropFirst(), isData: false)] + runs.dropFirst())
    }
}
