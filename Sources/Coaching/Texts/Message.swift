/// What is said in one message, before any platform gave it a form.
package struct Message: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case huddle, morning, afternoon, weekly, team
        /// The answer to what somebody wrote.
        case reply

        /// Those that come by themselves, each in its slot.
        package static let ofSlots: [Kind] = [.huddle, .morning, .afternoon, .weekly, .team]

        /// A bundle for one person, whose mentions the ladder counts.
        package var isNudge: Bool { self == .morning || self == .afternoon }
    }

    package var kind: Kind
    /// What coachd says in it is said in this language.
    package var language: Language
    package var title: Phrase
    package var sections: [Section]
    /// Said when the slot was missed and is made up for.
    package var lateness: Phrase?
    /// What it answers, where that has a place to answer in.
    package var thread: Thread?

    package init(_ kind: Kind, in language: Language = .english, title: Phrase, sections: [Section] = []) {
        self.kind = kind
        self.language = language
        self.title = title
        self.sections = sections
    }

    package var items: [Item] { sections.flatMap(\.items) }

    /// A letter that is answered, or the message at which a platform hangs answers.
    package struct Thread: Hashable, Sendable {
        /// Its own id, as whoever sent it made it, or its platform.
        package var id: String
        /// A letter's.
        package var subject: String?

        package init(id: String, subject: String? = nil) {
            self.id = id
            self.subject = subject
        }
    }

    /// One part of a message under an optional heading.
    package struct Section: Hashable, Sendable {
        package var heading: Phrase?
        package var lines: [Phrase]
        package var items: [Item]
        /// Whether the lines are a text picture that needs letters of one width.
        package var isPicture: Bool

        package init(_ heading: Phrase? = nil, lines: [Phrase] = [], items: [Item] = [], isPicture: Bool = false) {
            self.heading = heading
            self.lines = lines
            self.items = items
            self.isPicture = isPicture
        }
    }

    /// One thing worth a person's time: an account, a fact, a question.
    package struct Item: Hashable, Sendable {
        package enum State: String, Hashable, Sendable {
            case new, still, back, thanks, rotation
        }

        package var heading: Phrase
        package var facts: [Phrase]
        package var question: Phrase?
        /// The question before its placeholders were filled, by which a repeat is recognised.
        package var questionKey: String?
        package var state: State
        package var kind: FindingKind?
        package var findingID: RowID?
        package var accountID: RowID?
        package var account: String?
        /// Whom a leader's item is about.
        package var personID: RowID?
        /// Which mention of the episode this is, from 1.
        package var rung: Int?
        /// Thanks carry no number.
        package var number: Int?
        /// Several findings that the heading lists, the first of them under `findingID`.
        package private(set) var parts: [Part] = []

        /// One of several findings, with its words in the heading.
        package struct Part: Hashable, Sendable {
            package var findingID: RowID
            package var words: Phrase

            package init(findingID: RowID, words: Phrase) {
                self.findingID = findingID
                self.words = words
            }
        }

        package init(
            heading: Phrase, facts: [Phrase] = [], question: Phrase? = nil, questionKey: String? = nil, state: State,
            kind: FindingKind? = nil, findingID: RowID? = nil, accountID: RowID? = nil, account: String? = nil,
            personID: RowID? = nil, rung: Int? = nil, number: Int? = nil
        ) {
            self.heading = heading
            self.facts = facts
            self.question = question
            self.questionKey = questionKey
            self.state = state
            self.kind = kind
            self.findingID = findingID
            self.accountID = accountID
            self.account = account
            self.personID = personID
            self.rung = rung
            self.number = number
        }

        /// One item about several findings: "Still open: 4 touches, 1 research."
        /// - Parameter lead: What stands before the list.
        package init(
            _ lead: String, _ parts: [Part], question: Phrase? = nil, questionKey: String? = nil, state: State,
            kind: FindingKind? = nil, rung: Int? = nil, number: Int? = nil
        ) {
            self.init(
                heading: Phrase(words: lead), question: question, questionKey: questionKey, state: state, kind: kind,
                rung: rung, number: number)
            list(parts)
        }

        /// Every finding that the item is about.
        package var findingIDs: [RowID] { parts.isEmpty ? [findingID].compactMap { $0 } : parts.map(\.findingID) }

        /// Leaves out of the list what is answered, unless that is all of it.
        mutating func leaveOutParts(_ findings: Set<RowID>) {
            let open = parts.filter { !findings.contains($0.findingID) }
            if !open.isEmpty, open.count < parts.count { list(open) }
        }

        /// The lead is the first run of the heading.
        private mutating func list(_ parts: [Part]) {
            self.parts = parts
            findingID = parts.first?.findingID
            heading = Phrase(runs: Array(heading.runs.prefix(1))) + parts.map(\.words).joined(", ") + "."
        }
    }
}
