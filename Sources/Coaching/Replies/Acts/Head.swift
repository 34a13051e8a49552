import CivilTime

/// The beginning of a line of which every word is understood: who was called, where, when and for what. What follows is the note.
struct Head {
    struct Verb {
        let kind: ActivityKind
        let isPast: Bool
        let isWeak: Bool
        let words: Range<Int>
        /// Whether an account or somebody was named before it.
        let isBehindName: Bool
    }

    /// The word that leads to a name.
    enum Link { case none, with, at, from, to, purpose }

    /// Somebody who took part.
    enum Person {
        /// A stakeholder by name, of whichever account.
        case known([ReplyNames.Entry])
        case unknown(String)
        /// "the buyer at Globex"
        case unnamed

        var isKnown: Bool { if case .known = self { true } else { false } }
    }

    var verbs: [Verb] = []
    /// "spoke with", which leaves the kind open.
    var isSpoken = false
    var isOfPast = false
    var hasHave = false
    var hasGot = false

    /// Those of one name, where it fits several.
    var accounts: [ReplyNames.Entry] = []
    var accountLink = Link.none
    var accountWords = 0..<0
    var person: Person?
    var personLink = Link.none
    /// Those of all who are named: "Omar, Petra and Tom".
    var personWords = 0..<0
    /// Those of each.
    var people: [Range<Int>] = []
    var milestone: NameMatch?
    var moment: MomentReader.Match?
    var momentWords = 0..<0
    /// "for an hour"
    var lengthWords = 0..<0
    /// What makes the line say two things at once.
    var conflict: Unclear?

    /// Behind the last word that is understood.
    var end = 0
    /// Behind the last word that says something.
    var meaningEnd = 0

    /// Takes what stands further behind for its moment, or for the time of its day.
    /// - Returns: whether it did.
    mutating func takesMoment(
        _ match: MomentReader.Match, _ words: Range<Int>, _ line: TypedLine, _ context: ReplyContext
    ) -> Bool {
        guard moment != nil else {
            moment = match
            momentWords = words
            return true
        }
        // "gestern (Heinz von Bosch getroffen) um 10"
        let both = TypedLine("\(line.text(momentWords)) \(line.text(words))")
        let reader = MomentReader(zone: context.zone, now: context.now)
        guard TimeReader.match(line, at: words.lowerBound)?.end == words.upperBound,
            let whole = reader.match(both, at: 0), whole.end == both.count
        else { return false }
        moment = whole
        return true
    }

    var hasVerb: Bool { !verbs.isEmpty || isSpoken }

    /// The kinds that are said; "wrote" gives way to what was written, and to prepare a demo is no demo.
    var kinds: [ActivityKind] {
        let strong = verbs.filter { !$0.isWeak }
        var seen: Set<ActivityKind> = []
        let kinds = (strong.isEmpty ? verbs : strong).map(\.kind).filter { seen.insert($0).inserted }
        return kinds.contains(.internal) ? kinds.filter { !$0.isTouch } : kinds
    }
}
