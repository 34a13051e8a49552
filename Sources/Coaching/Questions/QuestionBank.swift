import CivilTime

/// The coaching questions by reason, written after GROW (goal, reality, options, will).
package struct QuestionBank: Sendable {
    package private(set) var questions: [QuestionReason: [Question]]
    /// Facts are put into the questions in this language.
    package let language: Language
    /// When whoever reads heard a question last, by its template.
    package var lastHeard: [String: CivilDate] = [:]

    package init(questions: [QuestionReason: [Question]] = [:], in language: Language = .english) {
        self.questions = questions
        self.language = language
    }

    /// The built-in bank of a language.
    package static func builtIn(_ language: Language) -> QuestionBank {
        switch language {
        case .english: english
        case .german: german
        }
    }

    /// The built-in bank as the text that one's own may begin with.
    package static func builtInText(_ language: Language) -> String {
        switch language {
        case .english: englishText
        case .german: germanText
        }
    }

    package var count: Int { questions.values.reduce(0) { $0 + $1.count } }

    /// The bank with another's questions besides its own; what stands in it already is not added again.
    package func adding(_ other: QuestionBank) -> QuestionBank {
        var bank = self
        for (reason, more) in other.questions {
            let known = Set(questions[reason, default: []].map(\.template))
            bank.questions[reason, default: []] += more.filter { !known.contains($0.template) }
        }
        return bank
    }

    /// The bank with another's questions in the place of its own, for each reason that the other has.
    package func replacing(with other: QuestionBank) -> QuestionBank {
        var bank = self
        bank.questions.merge(other.questions) { $1 }
        return bank
    }

    /// Questions of a reason with which none repeats on an account within ten working days, whatever is known of it.
    package static let enough = 12

    /// What keeps the questions of a reason from doing their work; nil when nothing does.
    package func weakness(of reason: QuestionReason) -> String? {
        let asked = questions[reason, default: []]
        let known: Set<Placeholder> = reason.isOfAccount ? [.account] : []
        if !asked.contains(where: { known.isSuperset(of: $0.placeholders) }) {
            return "every question of [\(reason.rawValue)] needs a fact, so where none is known nothing is asked"
        }
        guard asked.count < Self.enough else { return nil }
        return "[\(reason.rawValue)] has \(asked.count) of at least \(Self.enough) questions, so they soon repeat"
    }

    /// The bank for a reader who has heard some of it.
    package func heard(_ dates: [String: CivilDate]) -> QuestionBank {
        var bank = self
        bank.lastHeard = dates
        return bank
    }

    /// What was asked and how it stands in the bank.
    package struct Choice: Hashable, Sendable {
        package let question: Phrase
        package let template: String
        package let placeholders: [Placeholder]
    }

    /// Chooses a question whose facts are all there and that was not asked lately: one with facts of the account before one that only
    /// names it, and a plain one last; where the reader heard all of them lately, the one that he heard longest ago. The same
    /// arguments choose the same question.
    /// - Parameters:
    ///   - reasons: In the order of preference among questions that are equally close to the account.
    ///   - seed: Turns the choice over accounts and days, so that not everybody is asked the same.
    ///   - isTaken: Whether a template was asked for the account within the last days or stands in the message already.
    ///   - isWorn: Whether the reader heard it lately about something else; only where nothing else is left he hears it again.
    package func choose(
        for reasons: [QuestionReason], facts: [Placeholder: Phrase], seed: Int, isTaken: (String) -> Bool,
        isWorn: (String) -> Bool = { _ in false }
    ) -> Choice? {
        // Neighbouring seeds become numbers far from each other, so that no question is out of reach of some of them.
        let mixed = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15
        let turn = mixed ^ (mixed >> 32)
        let possible = reasons.map { reason in
            (questions[reason] ?? []).compactMap { question -> Askable? in
                guard !isTaken(question.template) else { return nil }
                return question.filled(with: facts).map { Askable(question: question, filled: $0) }
            }
        }
        let fresh = possible.map { $0.filter { !isWorn($0.question.template) } }
        for closeness in Question.Closeness.allCases {
            for askable in fresh {
                let close = askable.filter { $0.question.closeness == closeness }
                if let choice = Self.choice(of: close, turn) { return choice }
            }
        }
        for worn in possible {
            let first = worn.map { lastHeard[$0.question.template] ?? .distantPast }.min()
            let longestAgo = worn.filter { lastHeard[$0.question.template] ?? .distantPast == first }
            if let choice = Self.choice(of: longestAgo, turn) { return choice }
        }
        return nil
    }

    private struct Askable {
        let question: Question
        let filled: Phrase
    }

    private static func choice(of askable: [Askable], _ turn: UInt64) -> Choice? {
        guard !askable.isEmpty else { return nil }
        let chosen = askable[Int(turn % UInt64(askable.count))]
        return Choice(
            question: chosen.filled, template: chosen.question.template, placeholders: chosen.question.placeholders)
    }
}
