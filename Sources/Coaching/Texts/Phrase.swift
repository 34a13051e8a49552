import Diagnostics

/// A line of a message that knows which parts are coachd's own words and which are data: names, notes and titles that people wrote.
/// Interpolated strings are data, literals and numbers are words, so `"\(account.name) · no next step"` is right by itself. Channels
/// escape data, and the lint over generated messages masks it.
package struct Phrase: Hashable, Sendable {
    package struct Run: Hashable, Sendable {
        package let text: String
        package let isData: Bool

        package init(_ text: String, isData: Bool) {
            self.text = text
            self.isData = isData
        }
    }

    package private(set) var runs: [Run]

    package init(runs: [Run] = []) { self.runs = runs }

    /// The words as coachd's own.
    package init(words: String) { runs = words.isEmpty ? [] : [Run(words, isData: false)] }

    /// Text that a person wrote: on one line, without control characters, and not longer than a message can bear.
    package init(data: String, limit: Int = Phrase.dataLimit) {
        let tidy = Self.tidy(data, limit: limit)
        runs = tidy.isEmpty ? [] : [Run(tidy, isData: true)]
    }

    package static let dataLimit = 80

    package var text: String {
        var text = ""
        text.reserveCapacity(runs.reduce(0) { $0 + $1.text.utf8.count })
        for run in runs { text += run.text }
        return text
    }
    package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

    package static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(runs: left.runs + right.runs) }
    package static func += (left: inout Phrase, right: Phrase) { left.runs += right.runs }

    /// The phrase with a full stop, unless data brought one: "Together today: Acme, Initech Inc."
    package var asSentence: Phrase { text.last.map(".?!…".contains) ?? true ? self : self + "." }

    /// The phrase with another text of the data, for masking and escaping.
    package func mappingData(_ transform: (String) -> String) -> Phrase {
        Phrase(runs: runs.map { $0.isData ? Run(transform($0.text), isData: true) : $0 })
    }

    private static func tidy(_ data: String, limit: Int) -> String {
        if isPlain(data.utf8, limit) { return data }
        var tidy = ""
        var (count, length) = (0, 0)
        var pendingSpace = false
        for character in data {
            if character.isWhitespace || character.isNewline {
                pendingSpace = !tidy.isEmpty
                continue
            }
            let scalars = character.unicodeScalars.filter { !$0.isLayoutControl }
            if scalars.isEmpty { continue }
            // Twice the limit in UTF-16: letters made of many parts must not fill a platform's message.
            if count + (pendingSpace ? 1 : 0) >= limit || length + character.utf16.count > 2 * limit {
                return tidy + "…"
            }
            if pendingSpace {
                tidy += " "
                count += 1
                pendingSpace = false
            }
            // A letter under a heap of combining marks stays one letter.
            tidy.unicodeScalars.append(contentsOf: scalars.prefix(16))
            count += 1
            length += character.utf16.count
        }
        return tidy
    }
}

extension Phrase {
    /// Most names and notes are short lines of ASCII without a space too many: they are tidy already.
    private static func isPlain(_ text: String.UTF8View, _ limit: Int) -> Bool {
        guard text.count <= limit else { return false }
        var previous = UInt8(ascii: " ")
        for byte in text {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }
}

extension String {
    /// What somebody wrote, to stand within a sentence: "call Duff back." without its full stop.
    package var withoutFullStop: String {
        let tidy = Phrase(data: self).text
        return tidy.hasSuffix(".") && !tidy.hasSuffix("..") ? String(tidy.dropLast()) : tidy
    }

    /// The name that a colleague would use: "Eva" of "Dr. Eva Braun" and of "Braun, Eva". Whose first name is not noted keeps the title:
    /// "Dr. Braun".
    package var firstName: String {
        func isTitle(_ word: Substring) -> Bool { word.hasSuffix(".") || Self.titles.contains(String(word)) }
        let words = split(whereSeparator: \.isWhitespace)
        let names = words.drop(while: isTitle)
        guard words.count == names.count || names.count > 1, let name = names.first ?? words.first else {
            return words.joined(separator: " ")
        }
        guard name.last.map(",;".contains) ?? false else { return String(name) }
        // Directories put the last name first.
        return names.dropFirst().drop(while: isTitle).first.map(String.init) ?? String(name.dropLast())
    }

    /// Those that are written without a full stop.
    private static let titles: Set<String> = [
        "Dr", "Prof", "Mr", "Mrs", "Ms", "Miss", "Mx", "Mme", "Sir", "Dame", "Herr", "Herrn", "Frau", "The", "Der",
        "Die", "(FH)",
    ]
}

extension Unicode.Scalar {
    /// What would disturb the line around the data.
    fileprivate var isLayoutControl: Bool { isControl || value == 0xFEFF }
}

extension Phrase: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(words: value) }
    package init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }

    package struct StringInterpolation: StringInterpolationProtocol {
        var runs: [Run] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            runs.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { runs.append(Run(literal, isData: false)) }
        }

        package mutating func appendInterpolation(_ data: String) { runs += Phrase(data: data).runs }
        package mutating func appendInterpolation(_ phrase: Phrase) { runs += phrase.runs }
        package mutating func appendInterpolation(_ number: Int) { runs.append(Run(String(number), isData: false)) }
        package mutating func appendInterpolation(words: String) { appendLiteral(words) }
    }
}

extension Sequence where Element == Phrase {
    /// The phrases in a row with words between them.
    package func joined(_ separator: Phrase) -> Phrase {
        var joined = Phrase()
        for (offset, phrase) in enumerated() {
            if offset > 0 { joined += separator }
            joined += phrase
        }
        return joined
    }

    /// The first ones in a row, and how many more there are: "Acme, Tyrell and 2 more".
    package func joined(
        _ separator: Phrase, atMost shown: Int, of kind: Language.Counted = .things, in language: Language
    ) -> Phrase {
        let all = Array(self)
        let row = all.prefix(shown).joined(separator)
        return all.count > shown ? row + " " + language.andMore(all.count - shown, kind) : row
    }

    /// "Acme, Tyrell and Duff".
    package func listed(in language: Language) -> Phrase {
        let all = Array(self)
        guard let last = all.last, all.count > 1 else { return all.first ?? Phrase() }
        return all.dropLast().joined(", ") + language.say(" and ", " und ") + last
    }
}

extension Language {
    /// What a row ends with more of, after which a single one bends in German.
    package enum Counted {
        /// Accounts, milestones, steps.
        case things
        /// What was said or asked.
        case words
        case people
    }

    /// "2 more", "1 weiterer".
    func more(_ count: Int, _ kind: Counted = .things) -> Phrase {
        let one =
            switch kind {
            case .things: "1 weiterer"
            case .words: "1 weitere"
            case .people: "eine weitere Person"
            }
        return say("\(count) more", count == 1 ? "\(words: one)" : "\(count) weitere")
    }

    /// "and 2 more", "und 1 weiterer".
    package func andMore(_ count: Int, _ kind: Counted = .things) -> Phrase {
        say("and ", "und ") + more(count, kind)
    }
}
