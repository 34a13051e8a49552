import CivilTime

/// The sections of an agenda, each with its minutes: together they are a quarter of an hour at most.
extension HuddleAgenda {
    func highlightSection(_ minutes: Int) -> Message.Section? {
        let lines = highlights.map { "• " + $0.phrase(in: language) }
        return lines.isEmpty
            ? nil : Message.Section(language.heading("Highlights", "Highlights", minutes: minutes), lines: lines)
    }

    func askSection(_ minutes: Int, _ sittings: inout Sittings) -> Message.Section? {
        var lines: [Phrase] = []
        for ask in briefing.asksInWords {
            let colleague = ask.id.flatMap { colleagues[$0] }
            let huddle = briefing.huddle(of: ask)
            let isTired = briefing.isTired(ask)
            let isStuck = huddle >= briefing.policy.stuckAfter && !isTired
            let marked = isStuck ? ", " + SupportText.huddle(huddle, in: language) : Phrase()
            let line: Phrase =
                "• " + ask.place(in: language) + ", \(words: ask.since(dates))\(marked): " + language.quoted(ask.text)
            let help = isTired ? [stillWanted] : help(for: ask, colleague, isStuck: isStuck, &sittings)
            lines.append(([line] + help).joined(" "))
        }
        let more = briefing.asksToTell.count - lines.count
        if more > 0 { lines.append("• " + language.andMore(more, .words)) }
        return lines.isEmpty
            ? nil : Message.Section(language.heading("Asks", "Bitten", minutes: minutes), lines: lines)
    }

    private func help(
        for ask: Ask, _ colleague: Colleague?, isStuck: Bool, _ sittings: inout Sittings
    ) -> [Phrase] {
        guard isStuck else {
            let isUnmatched = ask.id.map(unmatched.contains) ?? false
            return [colleague?.phrase(dates) ?? (isUnmatched ? whoever : nil)].compactMap { $0 }
        }
        guard !isProposedOften(ask, colleague) else { return [whatCameOfIt(ask, colleague)] }
        return [colleague?.phrase(dates), proposal(for: ask, colleague, &sittings)].compactMap { $0 }
    }

    private var stillWanted: Phrase { language.say("Still wanted?", "Noch gewünscht?") }

    /// Where nobody is known to have what an ask names.
    private var whoever: Phrase { language.say("Who takes it up today?", "Wer nimmt es heute auf?") }

    /// Proposals of the same two from which on they are asked what came of it.
    private static let proposedOften = 3

    /// Whether the same two were proposed again and again: a colleague who is known for it since the ask was stuck, whoever leads from then
    /// on or since the colleague did not help.
    private func isProposedOften(_ ask: Ask, _ colleague: Colleague?) -> Bool {
        let isKnown = ask.id.map { briefing.matched[$0] != nil } ?? false
        guard colleague == nil || isKnown else { return false }
        let first = briefing.policy.stuckAfter * (colleague == nil && isKnown ? 2 : 1)
        return briefing.huddle(of: ask) - first + 1 >= Self.proposedOften
    }

    /// The leader is not named: it may have been proposed to whoever stood in.
    private func whatCameOfIt(_ ask: Ask, _ colleague: Colleague?) -> Phrase {
        guard let colleague else { return language.say("Has anything come of it?", "Ist daraus schon etwas geworden?") }
        let pair = ["\(ask.rep)" as Phrase, "\(colleague.name)"].listed(in: language)
        return language.say("Did \(pair) get to it?", "Sind \(pair) dazu gekommen?")
    }

    func supportSection(_ minutes: Int, _ sittings: inout Sittings) -> Message.Section? {
        var used: Set<String> = []
        let search = ColleagueSearch(candidates: briefing.support, today: today)
        let pattern = briefing.patternToTell?.reason
        let heard = briefing.asked.values.reduce(into: Set()) { $0.formUnion($1) }
        let candidates = choice.needed.map { ($0, false) } + choice.rotating.map { ($0, true) }
        let items = candidates.enumerated().map { offset, entry -> Message.Item in
            let (candidate, isRotation) = entry
            let text = SupportText(
                candidate: candidate, huddle: briefing.day, policy: briefing.policy, language: language,
                pattern: pattern)
            let taken = briefing.asked[candidate.account.id, default: []].union(used)
            let question = briefing.bank.choose(
                for: text.reasons, facts: text.placeholders,
                seed: Int(truncatingIfNeeded: candidate.account.id) &* 17 &+ Int(today.dayNumber),
                isTaken: taken.contains, isWorn: heard.contains)
            if let question { used.insert(question.template) }
            // Where the bank has nothing left that was not asked lately there is an offer.
            var lines = [
                question.map { language.say("Ask: ", "Frage: ") + $0.question.afterColon(in: language) }
                    ?? language.say(
                        "Offer: 20 minutes on it together today.", "Angebot: heute 20 Minuten zu zweit dazu.")
            ]
            let rep = candidate.day.rep
            let proposal =
                text.isStuck
                ? sittings.proposal(for: rep.id, named: rep.shortName, about: candidate.account.id) {
                    search.colleague(for: candidate.account, isFree: $0)
                } : nil
            if let proposal {
                // The owner's own 20 minutes are the better offer.
                if question == nil { lines.removeAll() }
                lines.append(proposal)
            }
            return Message.Item(
                heading: text.heading(isRotation: isRotation, question: question, of: briefing.bank), facts: lines,
                questionKey: question?.template,
                state: isRotation ? .rotation : candidate.first?.state(for: candidate.day.rep) ?? .new,
                kind: candidate.first?.finding.kind, findingID: candidate.first?.id, accountID: candidate.account.id,
                account: candidate.account.name, number: offset + 1)
        }
        return items.isEmpty
            ? nil
            : Message.Section(
                language.heading("Support today", "Unterstützung heute", minutes: minutes) + onlyOneHere, items: items)
    }

    /// " · only Ana is here", where all that is supported is one rep's because the others are away.
    private var onlyOneHere: Phrase {
        guard let name = briefing.onlyOneHere?.shortName else { return Phrase() }
        return language.say(" · only \(name) is here", " · nur \(name) ist da")
    }

    /// Who takes it up with whoever asked: the colleague, else the leader.
    private func proposal(for ask: Ask, _ colleague: Colleague?, _ sittings: inout Sittings) -> Phrase {
        guard let owner = ask.repID, owner != sittings.leader.id || colleague != nil else { return whoever }
        return sittings.proposal(for: owner, named: ask.rep, about: ask.accountID) { isFree in
            colleague.flatMap { isFree($0.helperID) ? $0 : nil }
        } ?? whoever
    }

    /// Where all that waits has been looked at again and again and nothing else is there to support, it is decided about instead.
    var restingLine: Phrase? {
        // A decision is asked for once a week.
        guard choice.all.isEmpty, !choice.resting.isEmpty, briefing.isNewWeek else { return nil }
        let resting = choice.resting.map { "\($0.account.name) (\($0.day.rep.shortName))" as Phrase }
        let names = resting.joined(", ", atMost: 3, in: language)
        return language.say(
            "At rest after many huddles: \(names). Keep, hold with a date, or give the place to another?",
            "Nach vielen Huddles in Ruhe: \(names). Behalten, bis zu einem Datum pausieren oder den Platz neu vergeben?"
        )
    }

    /// The aim, near milestones, the pattern, the leader's own promises, the backlog, what is off: a line each.
    func noteSection(besides support: [Message.Item]) -> Message.Section? {
        let lines = [briefing.aimLine, restingLine].compactMap { $0 } + briefing.noteLines(besides: support)
        return lines.isEmpty ? nil : Message.Section(lines: lines)
    }

    /// What there is time for where nothing else is to be spoken of. Items and not only words, so that the rotation remembers them.
    var healthySection: Message.Section? {
        let names = choice.rotating.map { "\($0.account.name) (\($0.day.rep.shortName))" as Phrase }
        guard let only = names.first else { return nil }
        let lead =
            names.count == 1
            ? language.say(
                "A good day to look at one together: \(only).", "Ein guter Tag, einen gemeinsam anzusehen: \(only).")
            : language.say("A good day to look at some together:", "Ein guter Tag, einige gemeinsam anzusehen:")
        let items = zip(choice.rotating, names).map { candidate, name in
            Message.Item(
                heading: names.count == 1 ? lead : name, state: .rotation, kind: candidate.first?.finding.kind,
                findingID: candidate.first?.id, accountID: candidate.account.id, account: candidate.account.name)
        }
        return Message.Section(names.count == 1 ? nil : lead, items: items)
    }
}

extension HuddleBriefing {
    /// " · all 200 accounts are moving; nobody asked for help."
    var quietDay: Phrase {
        let count = members.reduce(0) { $0 + $1.strip.count }
        guard count > 0 else {
            return language.say(
                " · no accounts are selected yet. Each rep's list of at most 50 is where it starts.",
                " · noch ist kein Account ausgewählt. Am Anfang stehen die Listen, höchstens 50 je Person.")
        }
        let state =
            if members.contains(where: { $0.strip.contains { $0 != .moving } }) {
                nothingNew
            } else if count == 1 {
                language.say("the one account is moving", "der eine Account ist in Bewegung")
            } else {
                language.say("all \(count) accounts are moving", "alle \(count) Accounts sind in Bewegung")
            }
        // What was asked long ago is told once a week.
        guard asks.isEmpty else { return " · " + state + "." }
        return " · " + state + language.say("; nobody asked for help.", "; niemand hat um Hilfe gebeten.")
    }

    var nothingNew: Phrase {
        language.say("nothing new waits for the huddle today", "heute wartet nichts Neues auf den Huddle")
    }
}

extension Ask {
    /// "Ana on Acme".
    func place(in language: Language) -> Phrase {
        guard let account else { return "\(rep)" }
        return language.say("\(rep) on \(account)", "\(rep) zu \(account)")
    }

    /// "since Tue 24 Nov".
    func since(_ dates: DateWords) -> String {
        askedOn == dates.today
            ? dates.language.word("asked today", "heute gefragt")
            : "\(dates.language.word("since", "seit")) \(dates.said(askedOn))"
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
