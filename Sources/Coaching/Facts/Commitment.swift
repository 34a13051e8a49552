import CivilTime

/// What a rep said he will do, on which account, by when.
package struct Commitment: Hashable, Sendable {
    package var id: RowID
    package var repID: RowID
    package var accountID: RowID?
    package var account: String?
    package var text: String
    package var dueOn: CivilDate
    /// On how many mornings it was carried on to the new day since its rep last gave it one.
    package var moved: Int
    package var isKept: Bool
    /// When, where it is known.
    package var keptAt: Instant?
    /// When it was said, where that is known.
    package var madeAt: Instant?

    package init(
        repID: RowID, account: String? = nil, text: String, dueOn: CivilDate, moved: Int = 0, isKept: Bool = false,
        id: RowID = 0, accountID: RowID? = nil, keptAt: Instant? = nil, madeAt: Instant? = nil
    ) {
        self.id = id
        self.repID = repID
        self.accountID = accountID
        self.account = account
        self.text = text
        self.dueOn = dueOn
        self.moved = moved
        self.isKept = isKept
        self.keptAt = keptAt
        self.madeAt = madeAt
    }

    /// "demo (Hooli)".
    package var phrase: Phrase { phrase(noting: nil) }

    /// "demo (Hooli, moved once)", "pricing (moved twice)".
    package func phraseWithMoves(in language: Language) -> Phrase { phrase(noting: moves(in: language)) }

    private func phrase(noting note: String?) -> Phrase {
        let place = account.flatMap { text.names($0) ? nil : Phrase("\($0)") }
        let notes = [place, note.map(Phrase.init(words:))].compactMap { $0 }
        guard !notes.isEmpty else { return "\(text.withoutFullStop)" }
        return "\(text.withoutFullStop) (" + notes.joined(", ") + ")"
    }

    /// "moved once", "moved twice", "moved 3 times"; nil for what has not moved.
    package func moves(in language: Language) -> String? {
        let times = language.times(moved)
        return moved < 1 ? nil : language.word("moved \(times)", "\(times) verschoben")
    }
}

extension Commitment {
    /// An activity of the rep on the commitment's account, after it was made.
    package struct Act: Hashable, Sendable {
        package var kind: ActivityKind
        package var at: Instant

        package init(kind: ActivityKind, at: Instant) {
            self.kind = kind
            self.at = at
        }
    }

    /// The commitment as it stands on the rep's day. It is kept by the first act, through its day, of a kind that its text names, or of
    /// any where it names none. What its day did not bring moves to the rep's next working day, at the first look of that day: once,
    /// however long nobody looked, and never to a day off.
    /// - Parameter acts: In the order of time.
    package func brought(to day: RepDay, by acts: [Act]) -> Commitment {
        guard !isKept else { return self }
        var commitment = self
        let kinds = namedKinds
        let fitting = acts.filter { kinds.isEmpty || kinds.contains($0.kind) }
        func firstAct(through date: CivilDate) -> Act? { fitting.first { day.rep.zone.date(at: $0.at) <= date } }
        var act = firstAct(through: dueOn)
        if act == nil, dueOn < day.today, day.isWorking {
            commitment.dueOn = day.today
            commitment.moved += 1
            act = firstAct(through: day.today)
        }
        commitment.isKept = act != nil
        commitment.keptAt = act?.at
        return commitment
    }

    /// The kinds of activity that the text names: "demo for the second shift", "call Duff back".
    private var namedKinds: Set<ActivityKind> {
        let words = Set(text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
        var kinds = Set(words.compactMap { Self.kinds[$0] })
        // What is to be sent is often logged as the e-mail that it went with.
        if kinds.contains(.proposal), !words.isDisjoint(with: Self.sending) { kinds.insert(.email) }
        return kinds
    }

    /// English and German, as the banks of questions.
    private static let kinds: [String: ActivityKind] = [
        "call": .call, "calls": .call, "phone": .call, "ring": .call, "anruf": .call, "anrufe": .call,
        "anrufen": .call, "telefonat": .call, "telefonieren": .call, "rückruf": .call, "zurückrufen": .call,
        "email": .email, "emails": .email, "e-mail": .email, "e-mails": .email, "mail": .email, "mailen": .email,
        "meet": .meeting, "meeting": .meeting, "treffen": .meeting,
        "demo": .demo, "demonstration": .demo, "vorführung": .demo, "vorführen": .demo,
        "visit": .visit, "besuch": .visit, "besuche": .visit, "besuchen": .visit,
        "research": .research, "recherche": .research, "recherchieren": .research,
        "proposal": .proposal, "proposals": .proposal, "angebot": .proposal, "angebote": .proposal,
    ]
    private static let sending: Set = ["send", "schicken", "schicke", "senden", "sende", "verschicken"]
}
