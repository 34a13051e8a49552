import CivilTime

/// What is shown of lists to who asks for them.
extension ReplyText {
    /// The accounts that a phone shows at a glance, each with where it stands and what comes next.
    package func list(_ accounts: [Account], _ states: [RowID: [Finding]], on day: RepDay) -> [Phrase] {
        let heading = language.say("Your list: \(accounts.count)", "Deine Liste: \(accounts.count)")
        // A number would be taken for that of an item.
        let lines = accounts.prefix(Self.listed).map { account in
            "\(account.name) · " + standing(of: account, states, on: day)
        }
        let rest = accounts.count - lines.count
        return [heading] + lines + (rest > 0 ? [language.andMore(rest)] : [])
    }

    private static let listed = 50

    /// What a leader sees of a rep's list.
    package func list(of name: String, _ count: Int, stalled: Int) -> Phrase {
        let rest: Phrase = stalled == 0 ? "" : language.say(", \(stalled) stalled", ", \(stalled) davon stehen")
        let accounts = Phrase(
            words: count == 1
                ? language.word("1 account", "1 Kunde") : language.word("\(count) accounts", "\(count) Kunden"))
        return "\(name): " + accounts + rest
    }

    func standing(of account: Account, _ states: [RowID: [Finding]], on day: RepDay) -> Phrase {
        if let hold = account.hold(on: day.today) {
            return language.say("rests until ", "ruht bis ") + Phrase(words: words.said(hold.until))
        }
        let idle = (states[account.id] ?? []).first { $0.kind == .stalled || $0.kind == .quiet }?.days
        let silence = idle.map { days in
            Phrase(words: language.workingDays(days)) + language.say(" without a touch", " ohne Kontakt")
        }
        let step = account.nextStepOn.map { date in
            Phrase(words: words.said(date)) + (account.nextStep.map { ": \($0)" } ?? "")
        }
        let milestone = account.openMilestones(on: day.today).first.map { milestone in
            language.title(milestone.title) + (milestone.dueOn.map { Phrase(words: " " + words.said($0)) } ?? "")
        }
        return [silence, milestone, step ?? language.say("no next step", "kein nächster Schritt")]
            .compactMap { $0 }.joined(" · ")
    }
}
