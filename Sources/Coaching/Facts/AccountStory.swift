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

    /// "call with Jonas (user)", "meeting with Omar and Petra (champion)", "demo with Omar, Petra and Ruth", "visit".
    package func phrase(in language: Language) -> Phrase { phrase(language.noun(of: kind), language) }

    /// "the call with Jonas (user)", "der Anruf mit Jonas".
    func subject(in language: Language) -> Phrase { phrase(language.subject(of: kind), language) }

    /// The same after "since" and "seit".
    func dative(in language: Language) -> Phrase { phrase(language.dative(of: kind), language) }

    private func phrase(_ noun: String, _ language: Language) -> Phrase {
        guard !people.isEmpty else { return Phrase(words: noun) }
        // Who was asked to come need not have been there.
        let isInvitation = wentOut && [.meeting, .demo, .event].contains(kind)
        let (english, german, takesAccusative): (String, String, Bool) =
            switch kind {
            case _ where isInvitation: ("to which", "mit Einladung an", true)
            // Where nobody answered, nobody spoke with us.
            case .call where !isTwoWay: ("to", "bei", false)
            case .email, .social: isTwoWay ? ("from", "von", false) : ("to", "an", true)
            case .proposal: ("for", "an", true)
            case .visit: (wentOut ? "to" : "with", "bei", false)
            default: ("with", "mit", false)
            }
        let clause = isInvitation ? language.word(people.count > 1 ? " were invited" : " was invited", "") : ""
        return Phrase(words: "\(noun) \(language.word(english, german)) ")
            + names(in: language, accusative: takesAccusative) + Phrase(words: clause)
    }

    /// Letters that names may take where an item has 300 for all that it says.
    private static let longestNames = 56

    /// All of them with their roles, else without, else the first one and how many others.
    /// - Parameter accusative: Whether the German word before asks for it: "an Omar und zwei weitere", "mit Omar und zwei weiteren".
    private func names(in language: Language, accusative: Bool) -> Phrase {
        let known = people.map { $0.phrase(in: language) }
        guard people.count > 1 else { return known.listed(in: language) }
        let whole = known.listed(in: language)
        if people.count == 2, whole.text.count <= Self.longestNames { return whole }
        let bare = people.map { "\($0.name(in: language))" as Phrase }.listed(in: language)
        if people.count <= 3, bare.text.count <= Self.longestNames { return bare }
        let others = people.count - 1
        let (one, many) = accusative ? ("eine weitere", "weitere") : ("einer weiteren", "weiteren")
        return known[0]
            + Phrase(
                words: others == 1
                    ? language.word(" and one other", " und \(one) Person")
                    : language.word(
                        " and \(language.number(others)) others", " und \(language.number(others)) \(many)"))
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

    package init(of people: [String]) { names = Set(people.map { $0.firstName.lowercased() }) }

    fileprivate func contains(_ name: String) -> Bool { names.contains(name) }
}

extension [Stakeholder] {
    /// Marks those of an account who share a first name with one another or with somebody else of whom a message may speak.
    /// - Parameter others: Those of the team, and whoever is at the account and not in the list.
    package mutating func markNamesakes(besides others: [FirstNames] = []) {
        let names = map { $0.name.firstName.lowercased() }
        for index in indices {
            let isShared = names.indices.contains { $0 != index && names[$0] == names[index] }
            self[index].hasNamesake = isShared || others.contains { $0.contains(names[index]) }
        }
    }
}
