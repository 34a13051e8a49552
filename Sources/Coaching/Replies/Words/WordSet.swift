/// Words of one use, met in either form of their folding; but "hätte" as typed is no "hatte".
struct WordSet: Sendable {
    private let forms: Set<String>

    /// - Parameter words: With spaces between them.
    init(_ words: String) {
        forms = words.split(separator: " ").reduce(into: []) { $0.formUnion(Folding($1).forms) }
    }

    private init(forms: Set<String>) { self.forms = forms }

    func contains(_ word: Folding) -> Bool { forms.contains(word.key) }
    func contains(_ word: TypedLine.Word) -> Bool { contains(word.folding) }
    func contains(_ word: TypedLine.Word?) -> Bool { word.map(contains) ?? false }

    static func + (left: WordSet, right: WordSet) -> WordSet { WordSet(forms: left.forms.union(right.forms)) }
}

/// What phrases stand for, met as the words of a `WordSet` are.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private let meanings: [String: Meaning]
    /// The phrases of one word, for guessing at a misspelt one.
    let singleWords: [String]
    /// Words of the longest phrase that begins with a word.
    private let longest: [String: Int]

    /// - Parameter rows: Each meaning with its phrases, with commas between them.
    init(_ rows: [(meaning: Meaning, phrases: String)]) {
        var (meanings, singleWords, longest): ([String: Meaning], [String], [String: Int]) = ([:], [], [:])
        for row in rows {
            for phrase in row.phrases.split(separator: ",") {
                let words = phrase.split(separator: " ")
                for key in Folding(words.joined(separator: " ")).forms {
                    meanings[key] = row.meaning
                    let first = String(key.prefix { $0 != " " })
                    longest[first] = max(longest[first] ?? 1, words.count)
                }
                if words.count == 1 { singleWords.append(String(words[0])) }
            }
        }
        self.meanings = meanings
        self.singleWords = singleWords
        self.longest = longest
    }

    /// The longest phrase that begins at the word, with no pause in it.
    func match(_ line: TypedLine, at place: Int) -> (meaning: Meaning, end: Int)? {
        guard let first = line[place]?.key, let longest = longest[first] else { return nil }
        for length in (1...longest).reversed() {
            let range = place..<place + length
            guard range.upperBound <= line.count, line.pause(in: range) == .none else { continue }
            let words = line.words[range].map(\.key).joined(separator: " ")
            if let meaning = meanings[words] { return (meaning, range.upperBound) }
        }
        return nil
    }
}
