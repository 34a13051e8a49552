import CivilTime

extension Message {
    /// A rep's plan of the day; nil when there is nothing worth a message. Thanks alone wait for the next one.
    package static func morning(_ briefing: Briefing) -> Message? {
        let day = briefing.day
        let thanks = briefing.thanks
        func select(_ policy: NudgePolicy) -> NudgePolicy.Selection {
            policy.select(
                briefing.episodes(besides: thanks), accounts: briefing.accounts, lastMention: briefing.lastMention,
                on: day)
        }
        var selection = select(briefing.policy)
        let own = briefing.ownEpisode(isFull: selection.episodes.count >= briefing.policy.usual)
        if own != nil { selection = select(briefing.policy.leavingPlace(if: true)) }
        var items = briefing.items(for: selection.episodes)
        if let own, var item = briefing.ownItem(for: own, used: Set(items.compactMap(\.questionKey))) {
            item.number = items.count + 1
            items.append(item)
        }
        guard !items.isEmpty else { return nil }
        let date = DateWords(today: day.today).dated(day.today)
        let title: Phrase = "Good morning \(day.rep.firstName). \(words: date)" + Self.count(items)
        var sections: [Section] = []
        if !thanks.isEmpty { sections.append(Section(items: thanks)) }
        sections.append(Section(items: items))
        let footer = [briefing.planLine, briefing.restLine(left: selection.left)].compactMap { $0 }
        if !footer.isEmpty { sections.append(Section(lines: footer)) }
        return Message(.morning, title: title, sections: sections)
    }

    /// The last part of a morning plan's title.
    fileprivate static func count(_ items: [Item]) -> Phrase {
        guard !items.isEmpty else { return "." }
        let accounts = items.count { $0.accountID != nil }
        let more = items.count > accounts
        guard accounts > 0 else { return ": one question." }
        let words = accounts == 1 ? "one account" : "\(numberInWords(accounts)) accounts"
        return Phrase(words: ": \(words) where an hour would count\(more ? ", and one question more" : "").")
    }

    /// Leaves out the items about these findings, thanks apart; the rest is numbered and counted anew.
    package mutating func leaveOut(_ findings: Set<RowID>) {
        let counted = Self.count(ownItems)
        for section in sections.indices {
            for item in sections[section].items.indices { sections[section].items[item].leaveOutParts(findings) }
            sections[section].items.removeAll { item in
                item.state != .thanks && item.findingIDs.allSatisfy(findings.contains) && !item.findingIDs.isEmpty
            }
        }
        sections.removeAll { $0.items.isEmpty && $0.lines.isEmpty }
        var number = 0
        for section in sections.indices {
            for item in sections[section].items.indices where sections[section].items[item].number != nil {
                number += 1
                sections[section].items[item].number = number
            }
        }
        // Only a plan of accounts tells their number in its title.
        if kind == .morning, title.runs.last == counted.runs.last {
            title = Phrase(runs: title.runs.dropLast()) + Self.count(ownItems)
        }
    }

    /// Items of the recipient's own accounts, thanks and a leader's matters apart.
    private var ownItems: [Item] { items.filter { $0.state != .thanks && $0.kind?.subject != .leader } }
}

extension Briefing {
    /// "Today's plan: 6 touches, 1 research. You said for today: demo (Hooli)."
    fileprivate var planLine: Phrase? {
        var sentences: [Phrase] = []
        let plan = day.rep.plan.filter { $0.count > 0 }
        if !plan.isEmpty {
            sentences.append(
                Phrase(words: "Today's plan: " + plan.map { $0.kind.words($0.count) }.joined(separator: ", ") + "."))
        }
        // What has moved more often has a question of its own.
        let open = commitments.filter { $0.dueOn == day.today && !$0.isKept && $0.moved < CommitmentOpen.moves }
        sentences += told("You said for today", open.filter { $0.moved == 0 })
        let carried = Dictionary(grouping: open.filter { $0.moved > 0 }, by: dayItWasSaid)
        for (date, words) in carried.sorted(by: { $0.key ?? .distantPast < $1.key ?? .distantPast }) {
            let from = date.map { " from \(DateWords(today: day.today).said($0))" } ?? ""
            sentences += told("Still open\(from)", words)
        }
        // What a question had asked about is thanked for above.
        let thanked = Set(answered.filter { $0.finding.kind == .commitmentOpen }.map(\.finding.subjectID))
        let kept = commitments.filter { $0.dueOn < day.today && $0.isKept && !thanked.contains($0.id) }
        sentences += told("You said it and did it", kept)
        return sentences.isEmpty ? nil : sentences.joined(" ")
    }

    private func told(_ lead: String, _ words: [Commitment]) -> [Phrase] {
        guard !words.isEmpty else { return [] }
        let phrases = words.map { $0.isKept ? $0.phrase : $0.phraseWithMoves }
        return [(Phrase(words: "\(lead): ") + phrases.joined(", ", atMost: 3)).asSentence]
    }

    /// Nil where the store does not know a day before today.
    private func dayItWasSaid(_ commitment: Commitment) -> CivilDate? {
        commitment.madeAt.map(day.rep.zone.date).flatMap { $0 < day.today ? $0 : nil }
    }

    /// "47 accounts have a next step. 2 more things can wait until tomorrow."
    fileprivate func restLine(left: Int) -> Phrase? {
        var sentences: [Phrase] = []
        if withNextStep == 1 { sentences.append("1 account has a next step.") }
        if withNextStep > 1 { sentences.append("\(withNextStep) accounts have a next step.") }
        if left == 1 { sentences.append("1 more account can wait.") }
        if left > 1 { sentences.append("\(left) more accounts can wait.") }
        return sentences.isEmpty ? nil : sentences.joined(" ")
    }
}
