import CivilTime

/// Words that answer what coachd asked back, and are nothing besides: an account alone, a day alone, a reason that is no act, no question
/// and no command. All else is a new message, for an act that is completed by the next sentence is one that nobody told.
struct BareAnswer {
    /// Without what leads to the answer, and without a "please" behind it.
    private let line: TypedLine
    private let context: ReplyContext

    init(_ words: String, _ context: ReplyContext) {
        self.context = context
        let typed = TypedLine(words)
        let end = typed.words.lastIndex { !Self.behind.contains($0) }.map { $0 + 1 } ?? 0
        line = end == typed.count ? typed : TypedLine(typed.text(0..<end))
    }

    private static let behind = Courtesy.pleases + WordSet("thanks danke sorry")
    static let leads = WordSet("the one at in with it was is that das der die war bei beim mit im an es und and")

    // MARK: An account

    /// The account's name as it was typed; of one that is not known a name that is nearly another's.
    var account: String? {
        let name = TypedLine(line.droppingLead(Self.leads))
        if isAccount(name) { return name.text }
        // "The One" may be a name as well.
        if isAccount(line) { return line.text }
        let isName =
            (1...3).contains(name.count) && name.words.allSatisfy { $0.number == nil && !isOfMessage($0) }
            && context.accounts.match(name, at: 0, isLed: true) == nil
        return isName && name.pause(in: 0..<name.count) == .none ? name.text : nil
    }

    private func isAccount(_ name: TypedLine) -> Bool {
        name.count > 0 && context.accounts.match(name, at: 0, isLed: true)?.end == name.count
    }

    /// Words that a sentence has, and a name alone has not.
    private func isOfMessage(_ word: TypedLine.Word) -> Bool {
        CommonWords.contains(word.folding) || SmallWords.cancelled.contains(word)
    }

    /// The name of a colleague.
    var colleague: String? {
        let name = TypedLine(line.droppingLead(Self.leads))
        return NameMatch.person(context.people, in: name, at: 0)?.end == name.count ? name.text : nil
    }

    // MARK: A day

    /// The words, where they are a day or a span of days and nothing besides, perhaps with a time; or what looks like one.
    var day: String? {
        let first = line.words.firstIndex { !Self.beforeDay.contains($0) } ?? 0
        guard line.count > 0 else { return nil }
        let ends = [
            DateReader(today: context.today, side: .ahead).match(line, at: first)?.end,
            MomentReader(zone: context.zone, now: context.now).match(line, at: first)?.end,
            DaySpan(line, from: 0, today: context.today).end,
        ]
        let isDay = ends.contains(line.count) || line.words.allSatisfy { Self.ofDays.contains($0) || $0.number != nil }
        return isDay ? line.text : nil
    }

    /// "4 Dec: their new CIO starts"
    var dayWithReason: String? {
        guard let match = DateReader(today: context.today, side: .ahead).match(line, at: 0), match.end < line.count,
            line.pause(after: match.end - 1) >= .note,
            BareAnswer(line.text(from: match.end), context).reason != nil
        else { return nil }
        return line.text
    }

    private static let beforeDay = SmallWords.onWords + WordSet("at um then dann")
    private static let ofDays =
        beforeDay + SmallWords.articles + CommonWords.calendar
        + WordSet("next last this nächste nächsten nächster letzte letzten early mid late anfang mitte ende end of in")

    // MARK: Words of one's own

    /// The words, where by themselves they are no act, no question, no command and no statement about an account.
    var words: String? {
        guard line.words.contains(where: { $0.number == nil }), !isQuestion, !line.text.contains("?"), !isOfAccount,
            !tellsOfAct, !isOwnMessage, Correction(line.text)?.isOne(context) != true,
            !ReplyReader.isNoAnswer(line.text)
        else { return nil }
        return line.text
    }

    /// The words, where they may tell why. "Yes", "not Duff", "no, wait", "Friday" and "email Lena tomorrow" do not.
    var reason: String? {
        // "Yes, they chose SAP"
        let first = FollowUp.isAgreement(line.text(0..<1)) && line.pause(after: 0) > .none ? 1 : 0
        if first > 0 { return BareAnswer(line.text(from: first), context).reason }
        guard let words, day == nil, !takesBack, !isPlan, !hasSecondThoughts,
            line.words.contains(where: { $0.key.count > 2 })
        else {
            return nil
        }
        return words
    }

    /// "No, we won", "not Duff, Delta"; but "no budget" and "not enough people" are reasons.
    private var takesBack: Bool {
        if Self.outcomes.contains(line[line.count - 1]), line.count <= 2 { return true }
        guard let end = FollowUp.refusalEnd(line) else { return false }
        return end >= line.count || line.pause(after: end - 1) > .none || FollowUp.refusalEnd(line, from: end) != nil
            || context.accounts.match(line, at: end, isLed: true) != nil
    }

    /// What is to be done, with a day or with somebody known.
    private var isPlan: Bool {
        let reader = DateReader(today: context.today, side: .ahead)
        return (isToDo || line.words.contains(where: LineReader.toDo.contains))
            && line.words.indices.contains { place in
                reader.match(line, at: place).map { !$0.isLoose } ?? false
                    || NameMatch.person(context.everybody, in: line, at: place, byBeginning: false) != nil
            }
    }

    /// "I didn't mean that", "actually keep it", "not sure yet": of what is closed by it the writer must be sure.
    private var hasSecondThoughts: Bool {
        line.words.contains(where: Self.secondThoughts.contains)
            || ["don't", "dont"].contains(line[0]?.key)
            || line.words.contains(where: SmallWords.negations.contains)
                && line.words.contains(where: Self.outcomes.contains)
    }

    private static let secondThoughts = WordSet(
        "mean meant wrong kidding joke typo keep idk dunno sure maybe later think oops sorry please remind gemeint sicher scherz "
            + "spaß tippfehler ahnung später vielleicht versehen behalten doch")

    /// "not lost", "won"
    private static let outcomes = WordSet("won lost dropped gewonnen verloren")

    /// Where the reason is said to stand.
    static let elsewhere = PhraseTable<Bool>([
        (
            true,
            "see above,as above,same,same as above,ditto,see my mail,see mail,as i said,told you,i told you,hold on,hm,hmm,"
                + "siehe oben,wie oben,dito,siehe mail,wie gesagt,you know why,weißt du doch"
        )
    ])

    private var isQuestion: Bool {
        if LineReader.openQuestions.contains(line[0]) { return true }
        return SmallWords.questionWords.contains(line[0]) && SmallWords.pronouns.contains(line[1])
    }

    /// "Duff signed", "1. sent it"
    private var isOfAccount: Bool {
        let isNamed = context.accounts.match(line, at: 0).map { $0.end < line.count || !isToDo } ?? false
        return isNamed || ItemNumber(line, at: 0) != nil
    }

    /// "Bruce called me"; but "they called it off" is a reason.
    private var tellsOfAct: Bool {
        !Self.theirs.contains(line[0]) && line.words.indices.contains { ReplyVerb.isDone(line, at: $0) }
    }

    /// "call Ty", "offer too expensive": an act only where it was done.
    private var isToDo: Bool {
        if case .activity(_, isPast: false) = ReplyVerb.match(line, at: 0)?.verb { true } else { false }
    }

    private var isOwnMessage: Bool {
        switch LineReader(line.text, context).reply() {
        case nil: false
        case .unclear(.noVerb, _): false
        case .unclear: !isToDo && !Self.theirs.contains(line[0]) && !SmallWords.negations.contains(line[0])
        default: true
        }
    }

    private static let theirs = SmallWords.because + WordSet("they he she it their his her sie er es ihr ihre ihren")

    // MARK: One of a few words

    /// Whether all of the words are of the set, or small.
    func isOnly(_ words: WordSet) -> Bool {
        line.count > 0 && line.words.contains(where: words.contains)
            && line.words.allSatisfy { words.contains($0) || Self.around.contains($0) }
    }

    private static let around =
        leads + SmallWords.articles + WordSet("yes ja i i've ich it's is has been wurde wir we habe hab please so")
}
