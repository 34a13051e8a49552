import Coaching

/// What never stands in coachd's own words. It is given them with `X` in the place of all data.
enum Lint {
    static func flaws(of words: String, in language: Language = .english) -> [String] {
        let tokens = words.lowercased().split { !$0.isLetter && !$0.isNumber }
        return Banned.words(in: tokens, language) + gaps(in: words) + orders(in: words, language)
            + shame(in: tokens, language) + grammar(of: tokens, language) + undated(words, language)
    }

    /// Places that stayed empty, and marks that a person would not have written.
    private static func gaps(in words: String) -> [String] {
        let marks = [
            "{", "}", "nil", "Optional", "!", "  ", " .", " ,", " ?", "..", ",,", "· ·", "::", "()", "( ", " )", "\"\"",
            "„“",
        ]
        return marks.filter(words.contains)
            + (words.hasPrefix(" ") || words.hasSuffix(" ") || words.isEmpty ? ["its ends"] : [])
    }

    // MARK: Orders

    private static let commands: [Language: Set<Substring>] = [
        .english: [
            "add", "answer", "avoid", "book", "bring", "call", "check", "close", "complete", "confirm", "contact",
            "create", "do", "don", "email", "ensure", "enter", "explain", "fill", "find", "finish", "fix", "follow",
            "forget", "get", "give", "go", "improve", "keep", "let", "log", "look", "make", "meet", "never", "note",
            "pick", "plan", "please", "prepare", "prioritise", "prioritize", "push", "remember", "reply", "report",
            "review", "schedule", "send", "set", "start", "stop", "take", "talk", "tell", "try", "update", "use",
            "visit", "work", "write",
        ],
        .german: [
            "bitte", "denk", "denke", "füge", "geh", "gib", "halte", "kläre", "lass", "lies", "mach", "nimm", "prüfe",
            "ruf", "rufe", "schick", "schicke", "schreib", "schreibe", "setz", "setze", "sorge", "such", "suche",
            "trag", "trage", "vereinbare", "vergiss", "versuch", "versuche",
        ],
    ]

    private static let pressure: [Language: [String]] = [
        .english: [
            "you should", "you need to", "you have to", "you ought", "make sure", "don't forget", "do not forget",
            "please", "as soon as possible", "asap", "urgently",
        ],
        .german: [
            "du solltest", "du sollst", "du hast zu ", "denk daran", "vergiss nicht", "sofort",
            "so schnell wie möglich",
            "dringend zu",
        ],
    ]

    /// A sentence that begins like a command, or that presses; a question does neither, and the round is asked to speak.
    private static func orders(in words: String, _ language: Language) -> [String] {
        var flaws = pressure[language, default: []].filter(words.lowercased().contains)
        guard !words.hasSuffix("?"), !words.hasSuffix("?\"") else { return flaws }
        for sentence in words.split(whereSeparator: ".?·".contains) {
            let begun = sentence.drop { !$0.isLetter }.prefix { $0.isLetter }
            if commands[language, default: []].contains(Substring(begun.lowercased())) {
                flaws.append("order: \(begun)")
            }
        }
        return flaws
    }

    // MARK: Shame

    private static let shaming: [Language: [String]] = [
        .english: [
            "still haven t", "still hasn t", "still not", "still no", "still nothing", "yet again", "once again",
            "why did you", "why didn t", "why haven t", "why hasn t", "you didn t", "you haven t", "you never",
            "you forgot", "should have", "too late", "at last", "finally", "excuse", "disappointing", "not good enough",
            "only one contact", "fell short", "your fault", "worse than", "lagging", "unacceptable", "sloppy",
        ],
        .german: [
            "immer noch nicht", "noch immer nicht", "immer noch kein", "schon wieder", "warum hast du", "wieso hast du",
            "du hast nicht", "du hast nie", "du hast vergessen", "du hättest", "zu spät", "endlich", "ausrede",
            "enttäuschend", "deine schuld", "schlechter als", "peinlich", "leider",
        ],
    ]

    private static func shame(in tokens: [Substring], _ language: Language) -> [String] {
        let text = " \(tokens.joined(separator: " ")) "
        return shaming[language, default: []].filter { text.contains(" \($0) ") }
    }

    // MARK: Grammar

    private static func grammar(of tokens: [Substring], _ language: Language) -> [String] {
        guard language == .english else { return [] }
        var flaws = Banned.pronouns.intersection(tokens).map(String.init)
        let many: Set<Substring> = [
            "touches", "accounts", "things", "roles", "minutes", "mails", "days", "stalls", "calls",
        ]
        for (place, token) in tokens.enumerated() where ["1", "one"].contains(token) {
            if tokens.dropFirst(place + 1).prefix(token == "1" ? 2 : 1).contains(where: many.contains) {
                flaws.append("plural")
            }
        }
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if ["two", "three"].contains(token), ["role", "account", "hour"].contains(next) {
                flaws.append("singular")
            }
            if token == "a", let sound = next.first, "aeio".contains(sound) { flaws.append("a \(next)") }
        }
        return flaws
    }

    // MARK: Dates

    private static let months: Set<Substring> = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Okt", "Nov", "Dec", "Dez",
    ]
    private static let weekdays: Set<Substring> = [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So",
    ]

    /// A date without its weekday: nobody knows which day the 26th is.
    private static func undated(_ words: String, _ language: Language) -> [String] {
        let tokens = words.split { !$0.isLetter && !$0.isNumber }
        return tokens.indices.filter { place in
            months.contains(tokens[place]) && place > 0 && Int(tokens[place - 1]) != nil
                && (place < 2 || !weekdays.contains(tokens[place - 2]))
        }.map { "no weekday: \(tokens[$0])" }
    }
}

/// Words that never stand in a built-in message, in any form of theirs.
enum Banned {
    private static let stems: [Language: [String]] = [
        .english: [
            "quota", "target", "attain", "forecast", "rank", "overdue", "fail", "underperform", "underachiev",
            "manager",
            "alert", "leaderboard", "deadline", "laggard", "pipeline",
        ],
        .german: [
            "quote", "zielvorgabe", "zielerreich", "zielquote", "planerfüllung", "prognos", "rangliste", "ranking",
            "überfällig", "gescheitert", "scheiter", "versag", "müss", "minderleist", "alarm", "frist", "rückstand",
            "vorgabe", "verpflicht",
        ],
    ]

    /// Words of which only this very form is meant: a stem of theirs stands in others.
    private static let forms: [Language: Set<Substring>] = [
        .english: ["must", "mustn", "ranks", "kpi", "kpis"],
        .german: [
            "ziel", "ziele", "zielen", "ziels", "muss", "musst", "musste", "rang", "ränge", "sollst",
            "solltest",
        ],
    ]

    static func words(in tokens: [Substring], _ language: Language) -> [String] {
        tokens.filter { token in
            forms[language, default: []].contains(token)
                || stems[language, default: []].contains { stem in
                    token.hasPrefix(stem) && token.count - stem.count <= 5
                }
        }.map(String.init)
    }

    static func words(in text: String, _ language: Language) -> [String] {
        words(in: text.lowercased().split { !$0.isLetter }, language)
    }

    /// Nobody's sex is known: a person goes by name or role.
    static let pronouns: Set<Substring> = ["he", "she", "his", "her", "him", "hers", "himself", "herself"]
    /// The same in German, where things have a sex as well: not beside a person.
    static let germanPronouns: Set<Substring> = [
        "er", "sie", "ihm", "ihn", "ihre", "ihrem", "ihren", "sein", "seine", "seinem", "seinen",
    ]
}
