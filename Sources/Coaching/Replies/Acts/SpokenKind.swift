/// On the phone or at a table: the words that say of which kind a talk was.
struct SpokenKind {
    private let line: TypedLine

    init(_ line: TypedLine) { self.line = line }

    /// "spoke with Will on the phone": of a talk, wherever it stands in the sentence.
    var told: ActivityKind? {
        line.words.indices.lazy.compactMap { Self.manners.match(line, at: $0)?.meaning }.first
    }

    /// Behind the words at the place that say how a talk was held.
    static func end(_ line: TypedLine, at place: Int) -> Int? { manners.match(line, at: place)?.end }

    /// The line with the kind that the words say and nothing besides: "call", "it was a meeting", "by phone".
    func lines(with words: String) -> [String] {
        let answer = TypedLine(TypedLine(words).droppingLead(SmallWords.articles + BareAnswer.leads))
        guard let kind = kind(answer),
            let spoken = line.words.indices.lazy.compactMap({ place in
                ReplyVerb.match(line, at: place).flatMap { $0.verb == .spoke ? place..<$0.end : nil }
            }).first
        else { return [] }
        // "spoke to Omar" is "met with Omar".
        let isTo = SmallWords.to.contains(line[spoken.upperBound])
        let verb = Self.pastVerbs[kind] ?? kind.noun
        return [
            line.replacing(
                spoken.lowerBound..<spoken.upperBound + (isTo ? 1 : 0), with: isTo ? "\(verb) with" : verb)
        ]
    }

    private func kind(_ answer: TypedLine) -> ActivityKind? {
        if let manner = Self.manners.match(answer, at: 0) ?? Self.places.match(answer, at: 0),
            manner.end == answer.count
        {
            return manner.meaning
        }
        guard answer.count == 1, case .activity(let kind, _) = ReplyVerb.match(answer, at: 0)?.verb else { return nil }
        return kind
    }

    private static let pastVerbs: [ActivityKind: String] = [
        .call: "called", .meeting: "met", .visit: "visited", .email: "emailed", .social: "messaged",
    ]

    private static let manners = PhraseTable<ActivityKind>([
        (
            .call,
            "on the phone,by phone,over the phone,via phone,on the telephone,by telephone,am telefon,per telefon,"
                + "telefonisch"
        ),
        (
            .meeting,
            "in person,face to face,persönlich,over lunch,over coffee,on zoom,via zoom,on teams,via teams,per video"
        ),
        (.visit, "at their office,at their site,on site,vor ort"),
    ])

    private static let places = PhraseTable<ActivityKind>([
        (.call, "phone,telephone,telefon,phone call"), (.meeting, "video,video call,zoom,teams,lunch,coffee"),
    ])
}
