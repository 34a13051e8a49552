import CivilTime

/// The names of weekdays and months, English and German, written out and short.
enum WeekdayWords {
    static func weekday(_ word: TypedLine.Word) -> Weekday? { names.first { $0.names.contains(word) }?.day }

    /// Whether the word has another meaning as well, in either language.
    static func isLoose(_ word: TypedLine.Word) -> Bool { loose.contains(word) }

    private static let names: [(day: Weekday, names: WordSet)] = [
        (.monday, WordSet("mon monday mo montag")), (.tuesday, WordSet("tue tues tuesday di dienstag")),
        (.wednesday, WordSet("wed wednesday mi mittwoch")),
        (.thursday, WordSet("thu thur thurs thursday do donnerstag")),
        (.friday, WordSet("fri friday fr freitag")), (.saturday, WordSet("sat saturday sa samstag sonnabend")),
        (.sunday, WordSet("sun sunday so sonntag")),
    ]
    private static let loose = WordSet("mon mo di wed mi do sat sa sun so")
}

enum MonthWords {
    static func month(_ word: TypedLine.Word) -> Int? { names.firstIndex { $0.contains(word) }.map { $0 + 1 } }

    private static let names = [
        "jan january januar jänner", "feb february februar feber", "mar march mär märz mrz", "apr april", "may mai",
        "jun june juni", "jul july juli", "aug august", "sep sept september", "oct october okt oktober", "nov november",
        "dec december dez dezember",
    ].map(WordSet.init)
}

/// "this morning", "gestern Abend": about when that is.
enum PartOfDay: Sendable {
    case morning, noon, afternoon, evening

    init?(_ word: TypedLine.Word) {
        guard let part = Self.words.first(where: { $0.words.contains(word) })?.part else { return nil }
        self = part
    }

    private static let words: [(part: PartOfDay, words: WordSet)] = [
        (.morning, WordSet("morning morgen früh vormittag")), (.noon, WordSet("noon mittag")),
        (.afternoon, WordSet("afternoon nachmittag")), (.evening, WordSet("evening night abend")),
    ]

    /// The hour for which it is taken.
    var hour: Int {
        switch self {
        case .morning: 9
        case .noon: 12
        case .afternoon: 15
        case .evening: 19
        }
    }

    /// The hour from which on it can have been.
    var begins: Int {
        switch self {
        case .morning: 0
        case .noon: 11
        case .afternoon: 12
        case .evening: 17
        }
    }
}
