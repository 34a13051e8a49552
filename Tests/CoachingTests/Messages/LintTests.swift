import CivilTime
import Coaching
import Testing

@Suite("The lint over all that coachd says by itself")
struct LintTests {
    // MARK: The banks

    @Test(
        "no built-in question has a banned word, an order, a shaming turn or a guess at somebody's sex",
        arguments: Language.allCases)
    func banks(language: Language) {
        for question in QuestionBank.builtIn(language).questions.values.joined() {
            let masked = question.parts.map { part in
                if case .words(let words) = part { words } else { "X" }
            }.joined()
            #expect(Lint.flaws(of: masked, in: language) == [], "\(question.template)")
            #expect(masked.count { $0 == "?" } == 1, "\(question.template)")
            if language == .german, question.placeholders.contains(.person) {
                let words = masked.lowercased().split { !$0.isLetter }
                #expect(Banned.germanPronouns.isDisjoint(with: words), "\(question.template)")
            }
        }
    }

    @Test(
        "the lint finds what it is for",
        arguments: [
            ("Missed targets again.", .english), ("You are failing.", .english), ("Please answer X.", .english),
            ("Add a next step.", .english), ("X is quiet. Call today.", .english), ("You should call X.", .english),
            ("You still haven't called X.", .english), ("Great work!", .english), ("Ask X what he needs.", .english),
            ("Planned for 26 Nov.", .english), ("X ( ) is near.", .english), ("Due {due}.", .english),
            ("Wie steht es um die Quote?", .german), ("Die Zielvorgaben stehen.", .german),
            ("Ein überfälliger Schritt.", .german), ("Was müsstest du tun?", .german), ("Bitte ruf an.", .german),
            ("Warum hast du X schon wieder verpasst?", .german), ("Bis 26. Nov. ist Zeit.", .german),
        ] as [(String, Language)])
    func sensitive(words: String, language: Language) {
        #expect(Lint.flaws(of: words, in: language) != [])
    }

    @Test(
        "and leaves what a coach would say",
        arguments: [
            ("X · X, planned for Thu 26 Nov", .english), ("Good morning X. Tue 24 Nov: one account.", .english),
            ("What would X call a good result?", .english), ("Keep it, or let it rest?", .english),
            ("Was macht Do 26. Nov. leichter?", .german), ("Welches Muster siehst du?", .german),
        ] as [(String, Language)])
    func specific(words: String, language: Language) {
        #expect(Lint.flaws(of: words, in: language) == [])
    }

    // MARK: Messages

    /// Some more than five thousand, half of them German. An agenda takes long to compose, so every fourth seed has one.
    private static let samples: [Message] = (UInt64(100_000)..<101_100).flatMap { seed -> [Message] in
        var random = RandomBriefings(seed: seed)
        var briefing = random.morningOrAfternoon()
        var huddle = seed % 4 == 0 ? random.huddle() : nil
        return Language.allCases.flatMap { language -> [Message] in
            briefing.bank = .builtIn(language)
            huddle?.bank = .builtIn(language)
            let nudges = [
                Message.morning(briefing),
                Message.afternoon(briefing, since: briefing.day.now.adding(seconds: -86_400)),
                Message.afternoon(briefing, since: nil),
            ]
            return (nudges + (huddle.map { [Message.huddle($0), Message.team($0)] } ?? [])).compactMap { $0 }
        }
    }

    @Test("five thousand generated messages are free of it")
    func messages() {
        #expect(Self.samples.count >= 5_000)
        var checked: Set<String> = []
        func check(_ phrase: Phrase, _ language: Language) {
            // Sentence by sentence: there are few of them, in very many combinations.
            for words in phrase.ownWords.split(separator: ". ") {
                guard checked.insert("\(language) \(words)").inserted else { continue }
                #expect(Lint.flaws(of: String(words), in: language) == [], "\(phrase.text)")
            }
        }
        for sample in Self.samples {
            for phrase in sample.phrases { check(phrase, sample.language) }
        }
    }

    @Test("an item is at most three lines and 300 characters with its data as it is, and asks at most one question")
    func items() {
        for sample in Self.samples {
            for item in sample.counted {
                #expect(item.phrases.count <= 3, "\(item.text)")
                #expect(item.text.count <= 300, "\(item.text.count): \(item.text)")
                #expect(item.phrases.reduce(0) { $0 + $1.ownWords.count { $0 == "?" } } <= 1, "\(item.text)")
            }
        }
    }

    @Test("in the team's room no name stands beside a gap, a count or a question")
    func room() {
        let gaps: Set<Substring> = [
            "without", "stalled", "stall", "quiet", "no", "not", "nobody", "nothing", "missing", "open", "behind",
            "passed", "few", "late", "left", "since", "still", "ohne", "ruhig", "kein", "keine", "nicht",
            "niemand", "nichts", "fehlt", "offen", "verstrichen", "wenige", "spät", "seit", "noch",
        ]
        for sample in Self.samples where sample.kind == .team {
            #expect(sample.items.isEmpty && sample.pictures.isEmpty)
            for words in sample.phrases.dropFirst().map(\.ownWords) {
                for sentence in words.split(whereSeparator: ".?".contains)
                where !sentence.contains("Away: ") && !sentence.contains("Nicht da: ") && !sentence.isDate {
                    let tokens = sentence.lowercased().split { !$0.isLetter && !$0.isNumber }
                    #expect(gaps.isDisjoint(with: tokens), "\(words)")
                    #expect(!tokens.contains { Int($0) != nil }, "\(words)")
                }
                #expect(!words.contains("?"))
            }
        }
    }
}

extension Substring {
    /// What a German date leaves behind its full stop: " Nov".
    fileprivate var isDate: Bool { count <= 6 && !contains("X") }
}
