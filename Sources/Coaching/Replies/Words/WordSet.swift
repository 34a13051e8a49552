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

/// What phrases of up to four words stand for, met as the words of a `WordSet` are.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private let meanings: [String: Meaning]
    /// The phrases of one word, for guessing at a misspelt one.
    let singleWords: [String]

    /// - Parameter rows: Each meaning with its phrases, with commas between them.
    init(_ rows: [(meaning: Meaning, phrases: String)]) {
        var (meanings, singleWords): ([String: Meaning], [String]) = ([:], [])
        for row in rows {
            for phrase in row.phrases.split(separator: ",") {
                let words = phrase.split(separator: " ")
                for key in Folding(words.joined(separator: " ")).forms { meanings[key] = row.meaning }
                if words.count == 1 { singleWords.append(String(words[0])) }
            }
        }
        self.meanings = meanings
        self.singleWords = singleWords
    }

    /// The longest phrase that begins at the word, with no pause in it.
    func match(_ line: TypedLine, at place: Int) -> (meaning: Meaning, end: Int)? {
        for length in [4, 3, 2, 1] {
            let range = place..<place + length
            guard place >= 0, range.upperBound <= line.count, line.pause(in: range) == .none else { continue }
            let words = line.words[range].map(\.key).joined(separator: " ")
            if let meaning = meanings[words] { return (meaning, range.upperBound) }
        }
        return nil
    }
}
