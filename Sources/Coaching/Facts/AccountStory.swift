import CivilTime

/// An account with what a message tells of it beyond what the rules need.
package struct AccountStory: Hashable, Sendable {
    package var account: Account
    package var lastTouch: Touch?
    /// The account whose own message its own is like.
    package var otherName: String?

    package init(_ account: Account, lastTouch: Touch? = nil, otherName: String? = nil) {
        self.account = account
        self.lastTouch = lastTouch
        self.otherName = otherName
    }
}

/// One touch as a sentence needs it.
package struct Touch: Hashable, Sendable {
    package var kind: ActivityKind
    package var at: Instant
    package var stakeholder: Stakeholder?
    /// Who else of the customer was there.
    package var attendees: [Stakeholder]
    package var note: String?
    /// Whether the customer took part.
    package var isTwoWay: Bool
    /// Whether it was logged as going out only, be it of a kind that nobody does alone: who was meant need not have been there.
    package var wentOut: Bool

    package init(
        kind: ActivityKind, at: Instant, stakeholder: Stakeholder? = nil, attendees: [Stakeholder] = [],
        note: String? = nil, isTwoWay: Bool = true, wentOut: Bool? = nil
    ) {
        self.kind = kind
        self.at = at
        self.stakeholder = stakeholder
        self.attendees = attendees
        self.note = note
        self.isTwoWay = isTwoWay
        self.wentOut = wentOut ?? !isTwoWay
    }

    /// All of the customer who are named.
    package var people: [Stakeholder] { [stakeholder].compactMap { $0 } + attendees }

    /// "call with Jonas (user)", "meeting with Omar and Petra (champion)", "visit".
    package func phrase(in language: Language) -> Phrase { phrase(language.noun(of: kind), language) }

    /// "the call with Jonas (user)", "der Anruf mit Jonas".
    func subject(in language: Language) -> Phrase { phrase(language.subject(of: kind), language) }

    /// The same after "since" and "seit".
    func dative(in language: Language) -> Phrase { phrase(language.dative(of: kind), language) }

    private func phrase(_ noun: String, _ language: Language) -> Phrase {
        guard !people.isEmpty else { return Phrase(words: noun) }
        let joint =
            switch kind {
            // Where nobody answered, nobody spoke with us.
            case .call where !isTwoWay: language.word("to", "bei")
            case .email, .social: isTwoWay ? language.word("from", "von") : language.word("to", "an")
            case .proposal: language.word("for", "an")
            case .visit: language.word(wentOut ? "to" : "with", "bei")
            case .meeting, .demo, .event: wentOut ? language.word("for", "für") : language.word("with", "mit")
            default: language.word("with", "mit")
            }
        let names = people.prefix(people.count > 2 ? 1 : 2).map { $0.phrase(in: language) }
        let all =
            people.count > 2 ? names[0] + " " + language.andMore(people.count - 1, .people) : names.listed(in: language)
        return Phrase(words: "\(noun) \(joint) ") + all
    }
}

extension Stakeholder {
    /// The whole name where the first one would leave open who is meant.
    package var firstName: String { hasNamesake ? name : name.firstName }

    /// "Jonas (user)".
    package func phrase(in language: Language) -> Phrase {
        guard let role else { return "\(name(in: language))" }
        return "\(name(in: language)) (\(words: language.label(of: role)))"
    }

    /// As a colleague would call him: in German nobody calls a customer by his first name.
    func name(in language: Language) -> String { language.word(firstName, name) }
}

/// The first names of some people, made once for many accounts.
package struct FirstNames: Sendable {
    private let names: Set<String>

    package init(of people: [String] = []) { names = Set(people.map { $0.firstName.lowercased() }) }

    fileprivate func contains(_ name: String) -> Bool { names.contains(name) }
}

extension [Stakeholder] {
    /// Marks those of an account who share a first name with one another or with somebody else of whom a message may speak.
    /// - Parameter others: Those of the team, and whoever is at the account and not in the list.
    package mutating func markNamesakes(besides others: FirstNames = FirstNames()) {
        let names = map { $0.name.firstName.lowercased() }
        for index in indices {
            let isShared = names.indices.contains { $0 != index && names[$0] == names[index] }
            self[index].hasNamesake = isShared || others.contains(names[index])
        }
    }
}
