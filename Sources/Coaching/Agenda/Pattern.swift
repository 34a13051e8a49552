import CivilTime

/// The reason that most of a team's stalls share: one question for the whole team instead of one for each account.
struct Pattern: Hashable {
    let reason: FindingKind
    let sharing: Int
    let stalls: Int
    /// Whether others have stalls as well, who do not work today: of theirs nothing is said.
    let isOfSome: Bool

    /// Stalls from which there is a pattern, and how many of 100 share its reason.
    private static let least = (stalls: 5, percent: 60)
    /// In the order that decides between equals.
    private static let reasons: [FindingKind] = [
        .noEconomicBuyer, .noNextStep, .milestonePassed, .singleThreaded, .noOwnMessage,
    ]

    /// Nil where the stalls are few, or share nothing.
    init?(of support: [SupportCandidate]) {
        let all = support.filter { $0.episodes.contains { $0.finding.kind == .stalled } }
        let stalls = all.filter(\.day.isWorking).map { Set($0.episodes.map(\.finding.kind)) }
        let counts = Self.reasons.map { reason in stalls.count { $0.contains(reason) } }
        guard stalls.count >= Self.least.stalls, let most = counts.max(),
            most * 100 >= stalls.count * Self.least.percent, let place = counts.firstIndex(of: most)
        else { return nil }
        (reason, sharing, self.stalls) = (Self.reasons[place], most, stalls.count)
        isOfSome = all.count > stalls.count
    }

    /// "Pattern: 5 of 7 stalls have no economic buyer. Worth ten minutes this week: how do we ask for that introduction?"
    func line(_ dates: DateWords) -> Phrase {
        let language = dates.language
        let lead =
            isOfSome
            ? language.say("Pattern, among those who are here: ", "Muster bei denen, die da sind: ")
            : language.say("Pattern: ", "Muster: ")
        let fact =
            lead
            + language.say(
                "\(sharing) of \(stalls) stalls \(words: inWords(language)).",
                "\(sharing) von \(stalls) Accounts im Stillstand \(words: inWords(language)).")
        let questions = language == .english ? english : german
        // Another one each week.
        let week = (Int(dates.today.dayNumber) + 3) / 7
        return fact
            + language.say(" Worth ten minutes this week: ", " Zehn Minuten in dieser Woche wert: ")
            + Phrase(words: questions[abs(week) % questions.count])
    }

    private func inWords(_ language: Language) -> String {
        switch reason {
        case .noEconomicBuyer:
            language.word("have no economic buyer", "haben noch niemanden, der über das Budget entscheidet")
        case .noNextStep: language.word("have no next step", "haben keinen nächsten Schritt")
        case .milestonePassed:
            language.word("have a milestone whose date has passed", "haben einen Meilenstein, dessen Datum vorbei ist")
        case .noOwnMessage: language.word("have no message of their own", "haben noch keinen eigenen Text")
        default: language.word("hang on few people", "hängen an wenigen Menschen")
        }
    }

    private var english: [String] {
        switch reason {
        case .noEconomicBuyer:
            [
                "how do we ask for that introduction?", "who of us last got to somebody with a budget, and how?",
                "what would somebody with a budget like to hear from us?",
            ]
        case .noNextStep:
            [
                "how do we end a talk with a date?", "which next step is so small that everybody says yes to it?",
                "what do we offer before we hang up?",
            ]
        case .milestonePassed:
            [
                "what do our dates not know when we set them?",
                "which of these dates were ours, and which were theirs?",
                "what would we plan differently if we set them today?",
            ]
        case .noOwnMessage:
            [
                "what do we know about one of them that they do not expect us to know?",
                "which of our messages was answered lately, and what stood in it?",
                "whose message shall we write together, now?",
            ]
        default:
            [
                "who else there would gain from it?", "how do we ask somebody to bring a colleague along?",
                "whom have we met there once and not seen since?",
            ]
        }
    }

    private var german: [String] {
        switch reason {
        case .noEconomicBuyer:
            [
                "Wie bitten wir darum, vorgestellt zu werden?",
                "Wer von uns hat zuletzt jemanden mit Budget erreicht, und wie?",
                "Was hören Menschen mit Budget gern von uns?",
            ]
        case .noNextStep:
            [
                "Wie endet ein Gespräch mit einem Datum?", "Welcher nächste Schritt ist so klein, dass alle Ja sagen?",
                "Was bieten wir an, bevor wir auflegen?",
            ]
        case .milestonePassed:
            [
                "Was wissen wir noch nicht, wenn wir ein Datum setzen?",
                "Welche dieser Termine waren unsere, welche die der Kunden?",
                "Was würden wir anders planen, wenn wir sie heute setzten?",
            ]
        case .noOwnMessage:
            [
                "Was wissen wir über einen davon, womit dort niemand rechnet?",
                "Welcher Text von uns wurde zuletzt beantwortet, und was stand darin?",
                "Wessen Text schreiben wir jetzt gemeinsam?",
            ]
        default:
            [
                "Wer hätte dort noch etwas davon?", "Wie bitten wir darum, dass jemand aus der Firma dazukommt?",
                "Wen haben wir dort einmal getroffen und seitdem nicht gesehen?",
            ]
        }
    }
}
