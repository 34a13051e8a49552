import CivilTime

/// An account with what a message tells of it beyond what the rules need.
package struct AccountStory: Hashable, Sendable {
    package var account: Account
    package var lastTouch: Touch?
    /// When it was touched for the first time ever, where that is known.
    package var firstTouchAt: Instant?
    /// The account whose own message its own is like.
    package var otherName: String?

    package init(
        _ account: Account, lastTouch: Touch? = nil, otherName: String? = nil, firstTouchAt: Instant? = nil
    ) {
        self.account = account
        self.lastTouch = lastTouch
        self.firstTouchAt = firstTouchAt
        self.otherName = otherName
    }
}

/// One touch as a sentence needs it.
package struct Touch: Hashable, Sendable {
    package var kind: ActivityKind
    package var at: Instant
    package var stakeholder: Stakeholder?
    package var note: String?

    package init(kind: ActivityKind, at: Instant, stakeholder: Stakeholder? = nil, note: String? = nil) {
        self.kind = kind
        self.at = at
        self.stakeholder = stakeholder
        self.note = note
    }

    /// "call with Jonas (user)", "visit".
    package var phrase: Phrase {
        guard let stakeholder else { return Phrase(words: kind.noun) }
        let joint = kind == .email || kind == .social ? "to" : "with"
        return Phrase(words: "\(kind.noun) \(joint) ") + stakeholder.phrase
    }
}

extension Stakeholder {
    package var firstName: String { name.firstName }

    /// "Jonas (user)".
    package var phrase: Phrase {
        guard let role else { return "\(firstName)" }
        return "\(firstName) (\(words: role.rawValue))"
    }
}
