/// One question of the bank: words with places for facts.
package struct Question: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case words(String)
        case fact(Placeholder)
    }

    /// The question as it stands in the bank; two questions are the same when this is.
    package let template: String
    package let parts: [Part]

    /// - Throws: `QuestionError` naming the place in braces that is not known or not closed.
    package init(_ template: String) throws(QuestionError) {
        var parts: [Part] = []
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else { throw QuestionError.unclosed }
            let name = String(rest[rest.index(after: open)..<close])
            guard let placeholder = Placeholder(rawValue: name) else { throw QuestionError.unknown(placeholder: name) }
            parts.append(.fact(placeholder))
            rest = rest[rest.index(after: close)...]
        }
        if rest.contains("}") { throw QuestionError.unopened }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.template = template
        self.parts = parts
    }

    package var placeholders: [Placeholder] {
        parts.compactMap { if case .fact(let placeholder) = $0 { placeholder } else { nil } }
    }

    /// The question with its facts; nil when one is missing.
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
        return phrase
    }
}

/// Why a line of a bank is no question.
package enum QuestionError: Error, Hashable {
    case unknown(placeholder: String)
    case unclosed
    case unopened
}
