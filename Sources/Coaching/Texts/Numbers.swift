/// Numbers as they stand in a sentence of each language.
extension Language {
    /// "one" to "ten", digits above. In German one is "ein", which its noun may have to bend.
    package func number(_ number: Int) -> String {
        let words = self == .english ? Self.englishNumbers : Self.germanNumbers
        return words.indices.contains(number) ? words[number] : String(number)
    }

    private static let englishNumbers = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    private static let germanNumbers = [
        "keine", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    ]

    /// "first" to "tenth", "11th", "21st", "22nd" above; in German "3.".
    package func ordinal(_ number: Int) -> String {
        guard self == .english else { return "\(number)." }
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        if words.indices.contains(number - 1) { return words[number - 1] }
        return switch (number % 100, number % 10) {
        case (11...13, _): "\(number)th"
        case (_, 1): "\(number)st"
        case (_, 2): "\(number)nd"
        case (_, 3): "\(number)rd"
        default: "\(number)th"
        }
    }

    /// "1 working day", "12 working days", "12 Arbeitstage".
    package func workingDays(_ count: Int) -> String {
        switch self {
        case .english: count == 1 ? "1 working day" : "\(count) working days"
        case .german: count == 1 ? "1 Arbeitstag" : "\(count) Arbeitstage"
        }
    }

    /// The same after "in", "nach" and "seit": "12 Arbeitstagen".
    package func dativeWorkingDays(_ count: Int) -> String {
        self == .german && count != 1 ? "\(count) Arbeitstagen" : workingDays(count)
    }

    /// "once", "twice", "3 times".
    package func times(_ count: Int) -> String {
        switch count {
        case 1: word("once", "einmal")
        case 2: word("twice", "zweimal")
        default: word("\(count) times", count <= 10 ? "\(number(count))mal" : "\(count)-mal")
        }
    }
}

/// "1 working day", "12 working days": as commands say it.
package func workingDaysInWords(_ count: Int) -> String { Language.english.workingDays(count) }
