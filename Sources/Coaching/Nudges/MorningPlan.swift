import CivilTime

extension Message {
    /// A rep's plan of the day; nil when there is nothing worth a message. Thanks alone wait for the next one.
    package static func morning(_ briefing: Briefing) -> Message? {
        let day = briefing.day
        let thanks = briefing.thanks
        let (selection, own) = briefing.selection(besides: thanks)
        var items = briefing.items(for: selection.episodes)
        if let own, var item = briefing.ownItem(for: own, used: Set(items.compactMap(\.questionKey))) {
            item.number = items.count + 1
            items.append(item)
        }
        guard !items.isEmpty else { return nil }
        if items.count == 1 { items[0].number = nil }
        let language = briefing.language
        let date = DateWords(today: day.today, in: language).dated(day.today)
        let greeting = language.say("Good morning \(day.rep.firstName). ", "Guten Morgen, \(day.rep.firstName). ")
        let title = greeting + Phrase(words: date) + Self.count(items, in: language)
        var sections: [Section] = []
        if !thanks.isEmpty { sections.append(Section(items: thanks)) }
        sections.append(Section(items: items))
        let told = Set(selection.episodes.compactMap(\.finding.accountID))
        let back = briefing.alsoBack(besides: told)
        let footer = [
            briefing.stepsLine(besides: thanks), briefing.planLine, briefing.backLine(back), briefing.leaveLine,
            briefing.restLine(left: selection.left - back.count),
        ].compactMap { $0 }
        if !footer.isEmpty { sections.append(Section(lines: footer)) }
        return Message(.morning, in: language, title: title, sections: sections)
    }

    /// The last part of a morning plan's title. A German date has its full stop already.
    static func count(_ items: [Item], in language: Language) -> Phrase {
        let own = items.filter { $0.kind?.subject != .leader }
        guard !own.isEmpty else { return language.say(".", "") }
        let leading = items.count - own.count
        let accounts = own.count { $0.accountID != nil }
        var parts = [Self.accounts(accounts, in: language)].compactMap { $0 }
        if own.count > accounts {
            parts.append(
                accounts > 0
                    ? language.word("one more question", "eine weitere Frage")
                    : language.word("one question", "eine Frage"))
        }
        switch leading {
        case 0: break
        case 1: parts.append(language.word("one thing for the team", "ein Punkt aus dem Team"))
        default:
            let count = language.number(leading)
            parts.append(language.word("\(count) things for the team", "\(count) Punkte aus dem Team"))
        }
        // What an hour does is said where few words stand beside it.
        if accounts > 0, parts.count < 3 {
            parts[0] +=
                accounts == 1
                ? language.word(" where an hour would count", ", bei dem sich eine Stunde lohnt")
                : language.word(" where an hour would count", ", bei denen sich eine Stunde lohnt")
        }
        let and = parts.count < 3 ? language.word(", and ", ", dazu ") : language.word(", and ", " und ")
        let lead = parts.dropLast().joined(separator: ", ")
        return Phrase(words: ": \(lead)\(lead.isEmpty ? "" : and)\(parts[parts.count - 1]).")
    }

    /// "three accounts"; nil for none.
    private static func accounts(_ count: Int, in language: Language) -> String? {
        switch count {
        case ..<1: nil
        case 1: language.word("one account", "ein Account")
        default: language.word("\(language.number(count)) accounts", "\(language.number(count)) Accounts")
        }
    }

    /// Leaves out the items about these findings, thanks apart; the rest is numbered and counted anew.
    package mutating func leaveOut(_ findings: Set<RowID>) {
        let counted = Self.count(countedItems, in: language)
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
        if number == 1 {
            for section in sections.indices {
                for item in sections[section].items.indices { sections[section].items[item].number = nil }
            }
        }
        // Only a plan of accounts tells their number in its title.
        if kind == .morning, title.runs.last == counted.runs.last {
            title = Phrase(runs: title.runs.dropLast()) + Self.count(countedItems, in: language)
        }
    }

    var countedItems: [Item] { items.filter { $0.state != .thanks } }
}

extension Briefing {
    /// The episodes that a morning takes up, and the one of the rep's own word or list.
    func selection(besides thanks: [Message.Item]) -> (accounts: NudgePolicy.Selection, own: Episode?) {
        var open = episodes(besides: thanks)
        func select(_ policy: NudgePolicy) -> NudgePolicy.Selection {
            policy.select(open, accounts: accounts, lastMention: lastMention, on: day)
        }
        var selection = select(policy)
        let own = ownEpisode(isFull: selection.episodes.count >= policy.usual)
        if let own {
            // One account gives one item, whatever it is about.
            let account = commitment(of: own)?.accountID
            open.removeAll { $0.finding.accountID == account && account != nil }
            selection = select(policy.leavingPlace(if: true))
        } else if selection.episodes.isEmpty {
            // Thanks alone make no message, and must not hide what there is to say.
            open = openEpisodes
            selection = select(policy)
        }
        return (selection, own)
    }

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
            let said = date.map { language.word(", said \(dates.on($0))", ", zugesagt \(dates.on($0))") } ?? ""
            sentences += told(language.say("Still open", "Noch offen") + Phrase(words: said), words)
        }
        // What has a question of its own has its own thanks.
        let thanked = Set(answered.compactMap(\.finding.subjectID))
        let kept = commitments.filter {
            $0.dueOn < day.today && $0.isKept && $0.moved < CommitmentOpen.moves && !thanked.contains($0.id)
        }
        sentences += told(language.say("You said it and did it", "Zugesagt und erledigt"), kept)
        return sentences.isEmpty ? nil : sentences.joined(" ")
    }

    private func told(_ lead: Phrase, _ words: [Commitment]) -> [Phrase] {
        guard !words.isEmpty else { return [] }
        var said: Set<Phrase> = []
        let phrases = words.map { $0.isKept ? $0.phrase : $0.phraseWithMoves(in: language) }
            .filter { said.insert($0).inserted }
        return [(lead + ": " + phrases.joined(", ", atMost: 3, of: .words, in: language)).asSentence]
    }

    /// Nil where the store does not know a day before today.
    private func dayItWasSaid(_ commitment: Commitment) -> CivilDate? {
        commitment.madeAt.map(day.rep.zone.date).flatMap { $0 < day.today ? $0 : nil }
    }

    /// Accounts whose hold ended and that found no place on the one day on which that is said.
    fileprivate func alsoBack(besides told: Set<RowID>) -> [Phrase] {
        episodes.compactMap { episode in
            guard episode.finding.kind == .holdEnded, episode.mentions == 0,
                let account = episode.finding.accountID, !told.contains(account), let story = stories[account]
            else { return nil }
            return "\(story.account.name)"
        }
    }

    /// "Also back from its hold: Duff."
    fileprivate func backLine(_ back: [Phrase]) -> Phrase? {
        guard !back.isEmpty else { return nil }
        let lead =
            back.count == 1
            ? language.say("Also back from its hold: ", "Auch aus der Pause zurück: ")
            : language.say("Also back from their holds: ", "Auch aus der Pause zurück: ")
        return (lead + back.joined(", ", atMost: 10, in: language)).asSentence
    }

    /// "47 accounts have a next step. 2 more accounts can wait." Said where it is good news: a heap that waits helps nobody.
    fileprivate func restLine(left: Int) -> Phrase? {
        var sentences: [Phrase] = []
        switch withNextStep {
        case ..<1: break
        case let some where some * 5 < listed * 4: break
        case 1: sentences.append(language.say("1 account has a next step.", "1 Account hat einen nächsten Schritt."))
        default:
            sentences.append(
                language.say(
                    "\(withNextStep) accounts have a next step.",
                    "\(withNextStep) Accounts haben einen nächsten Schritt."))
        }
        switch left {
        case ..<1: break
        case 1: sentences.append(language.say("1 more account can wait.", "1 weiterer Account kann warten."))
        case 6...: break
        default: sentences.append(language.say("\(left) more accounts can wait.", "\(left) weitere können warten."))
        }
        return sentences.isEmpty ? nil : sentences.joined(" ")
    }
}
