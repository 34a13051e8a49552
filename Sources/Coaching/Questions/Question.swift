/// One question of the bank: words with places for facts.
package struct Question: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case words(String)
        case fact(Placeholder)
    }

    /// The question as it stands in the bank; two questions are the same when this is.
    package let template: String
    package let parts: [Part]

    /// - Throws: `QuestionError` with every place in braces that is not known or not closed.
    package init(_ template: String) throws(QuestionError) {
        var parts: [Part] = []
        var problems: [QuestionError.Problem] = []
        let letters = Array(template.unicodeScalars)
        var words = String.UnicodeScalarView()
        var place = 0
        func report(_ kind: QuestionError.Kind, length: Int = 1) {
            problems.append(QuestionError.Problem(kind: kind, offset: place, length: length))
        }
        while place < letters.count {
            guard letters[place] == "{" else {
                if letters[place] == "}" { report(.unopened) }
                words.append(letters[place])
                place += 1
                continue
            }
            let inside = letters[(place + 1)...].prefix { $0 != "}" && $0 != "{" }
            guard inside.endIndex < letters.count, letters[inside.endIndex] == "}" else {
                report(.unclosed)
                place += 1
                continue
            }
            var name = String.UnicodeScalarView()
            name.append(contentsOf: inside)
            if let placeholder = Placeholder(rawValue: String(name)) {
                if !words.isEmpty { parts.append(.words(String(words))) }
                words.removeAll()
                parts.append(.fact(placeholder))
            } else {
                report(.unknown(placeholder: String(name)), length: inside.count + 2)
            }
            place = inside.endIndex + 1
        }
        guard problems.isEmpty else { throw QuestionError(problems: problems) }
        if !words.isEmpty { parts.append(.words(String(words))) }
        self.template = template
        self.parts = parts
    }

    package var placeholders: [Placeholder] {
        parts.compactMap { if case .fact(let placeholder) = $0 { placeholder } else { nil } }
    }

    /// How much of one account a question says.
    package enum Closeness: CaseIterable, Hashable, Sendable {
        /// It names a person, a milestone, a step or what we know.
        case specific
        /// It names the account or its trade, as it could any other.
        case named
        case plain
    }

    package var closeness: Closeness {
        let placeholders = placeholders
        if placeholders.contains(where: { $0 != .account && $0 != .industry }) { return .specific }
        return placeholders.isEmpty ? .plain : .named
    }

    /// The question with its facts; nil when one is missing, or ends the question with a mark of its own ("Yahoo!?", "Agreed?"?).
    package func filled(with facts: [Placeholder: Phrase]) -> Phrase? {
        var phrase = Phrase()
        for part in parts {
            switch part {
            case .words(let words): phrase += Phrase(words: words)
            case .fact(let placeholder):
                guard let fact = facts[placeholder], !fact.isEmpty else { return nil }
                phrase += fact
            }
        }
        let ends = phrase.runs.suffix(2).map(\.text)
        let isDoubled =
            ends.count == 2 && ["?", "\"?", "“?"].contains(ends[1]) && ends[0].last.map("!?".contains) ?? false
        return isDoubled ? nil : phrase
    }
}

/// Why a line of a bank is no question.
package struct QuestionError: Error, Hashable {
    package enum Kind: Hashable, Sendable {
        case unknown(placeholder: String)
        case unclosed
        case unopened
    }

    /// One place of the line, counted in Unicode scalars from 0.
    package struct Problem: Hashable, Sendable {
        package let kind: Kind
        package let offset: Int
        package let length: Int
    }

    package let problems: [Problem]
}
