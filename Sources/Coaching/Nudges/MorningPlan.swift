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
        let language = briefing.language
        let date = DateWords(today: day.today, in: language).dated(day.today)
        let greeting = language.say("Good morning \(day.rep.firstName). ", "Guten Morgen, \(day.rep.firstName). ")
        let title = greeting + Phrase(words: date) + Self.count(items, in: language)
        var sections: [Section] = []
        if !thanks.isEmpty { sections.append(Section(items: thanks)) }
        sections.append(Section(items: items))
        let footer = [briefing.planLine, briefing.restLine(left: selection.left)].compactMap { $0 }
        if !footer.isEmpty { sections.append(Section(lines: footer)) }
        return Message(.morning, in: language, title: title, sections: sections)
    }

    /// The last part of a morning plan's title. A German date has its full stop already.
    private static func count(_ items: [Item], in language: Language) -> Phrase {
        guard !items.isEmpty else { return language.say(".", "") }
        let accounts = items.count { $0.accountID != nil }
        guard accounts > 0 else { return language.say(": one question.", ": eine Frage.") }
        let count = language.number(accounts)
        let places =
            accounts == 1
            ? language.word("one account where", "ein Account, bei dem sich")
            : language.word("\(count) accounts where", "\(count) Accounts, bei denen sich")
        let more = items.count > accounts ? language.word(", and one question more", ", und eine Frage mehr") : ""
        return Phrase(words: ": \(places) \(language.word("an hour would count", "eine Stunde lohnt"))\(more).")
    }

    /// Leaves out the items about these findings, thanks apart; the rest is numbered and counted anew.
    package mutating func leaveOut(_ findings: Set<RowID>) {
        let counted = Self.count(ownItems, in: language)
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
            title = Phrase(runs: title.runs.dropLast()) + Self.count(ownItems, in: language)
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
            let counts = plan.map { language.count($0.count, of: $0.kind) }.joined(separator: ", ")
            sentences.append(
                language.say("Today's plan: \(words: counts).", "Plan für heute: \(words: counts)."))
        }
        // What has moved more often has a question of its own.
        let open = commitments.filter { $0.dueOn == day.today && !$0.isKept && $0.moved < CommitmentOpen.moves }
        sentences += told(language.say("You said for today", "Für heute zugesagt"), open.filter { $0.moved == 0 })
        let carried = Dictionary(grouping: open.filter { $0.moved > 0 }, by: dayItWasSaid)
        for (date, words) in carried.sorted(by: { $0.key ?? .distantPast < $1.key ?? .distantPast }) {
            let from = date.map { " \(language.word("from", "seit")) \(dates.said($0))" } ?? ""
            sentences += told(language.say("Still open", "Noch offen") + Phrase(words: from), words)
        }
        // What a question had asked about is thanked for above.
        let thanked = Set(answered.filter { $0.finding.kind == .commitmentOpen }.map(\.finding.subjectID))
        let kept = commitments.filter { $0.dueOn < day.today && $0.isKept && !thanked.contains($0.id) }
        sentences += told(language.say("You said it and did it", "Zugesagt und getan"), kept)
        return sentences.isEmpty ? nil : sentences.joined(" ")
    }

    private func told(_ lead: Phrase, _ words: [Commitment]) -> [Phrase] {
        guard !words.isEmpty else { return [] }
        let phrases = words.map { $0.isKept ? $0.phrase : $0.phraseWithMoves(in: language) }
        return [(lead + ": " + phrases.joined(", ", atMost: 3, in: language)).asSentence]
    }

    /// Nil where the store does not know a day before today.
    private func dayItWasSaid(_ commitment: Commitment) -> CivilDate? {
        commitment.madeAt.map(day.rep.zone.date).flatMap { $0 < day.today ? $0 : nil }
    }

    /// "47 accounts have a next step. 2 more things can wait until tomorrow."
    fileprivate func restLine(left: Int) -> Phrase? {
        var sentences: [Phrase] = []
        switch withNextStep {
        case ..<1: break
        case 1: sentences.append(language.say("1 account has a next step.", "1 Account hat einen nächsten Schritt."))
        default:
            sentences.append(
                language.say(
                    "\(withNextStep) accounts have a next step.",
                    "\(withNextStep) Accounts haben einen nächsten Schritt."))
        }
        switch left {
        case ..<1: break
        case 1: sentences.append(language.say("1 more account can wait.", "1 weiterer kann warten."))
        default: sentences.append(language.say("\(left) more accounts can wait.", "\(left) weitere können warten."))
        }
        return sentences.isEmpty ? nil : sentences.joined(" ")
    }
}
