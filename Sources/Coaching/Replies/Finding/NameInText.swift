/// Finds the account that a text is about, where the text is kept as it stands and the account is beside it.
package enum NameInText {
    /// The one whose name stands in the text, else the one whose first word does; nil when there is none, or more than one.
    package static func one(of accounts: [ReplyNames.Entry], in text: String) -> ReplyNames.Entry? {
        let line = TypedLine(text)
        let named = accounts.map(NamedWords.init)
        let found = named.filter { name in
            !name.words.isEmpty
                && line.words.indices.contains {
                    name.shared(with: line, at: $0) == name.words.count && !name.isMereWord(line.words[$0])
                }
        }
        // "Acme Logistics" has "Acme" in it, which is not meant then.
        let longest = found.filter { one in
            !found.contains { $0.entry.name != one.entry.name && $0.words.count > one.words.count && $0.holds(one) }
        }
        guard longest.isEmpty else { return longest.count == 1 ? longest[0].entry : nil }
        let begun = named.filter { name in
            guard let first = name.words.first, !CommonWords.contains(first), !first.isNumber else { return false }
            return line.words.indices.contains {
                line.words[$0].isLike(first) && !CommonWords.isEveryday(line, at: $0)
            }
        }
        return begun.count == 1 ? begun[0].entry : nil
    }
}

extension Folding {
    fileprivate var isNumber: Bool { key.allSatisfy(\.isNumber) }
}

extension NamedWords {
    /// "next" of "Next": what is another word too is a name only with its capital.
    fileprivate func isMereWord(_ word: TypedLine.Word) -> Bool {
        words.count == 1 && CommonWords.contains(word.folding) && !word.isCapital
    }

    fileprivate func holds(_ other: NamedWords) -> Bool {
        words.indices.contains { start in
            start + other.words.count <= words.count
                && other.words.indices.allSatisfy { other.words[$0].isLike(words[start + $0]) }
        }
    }
}
