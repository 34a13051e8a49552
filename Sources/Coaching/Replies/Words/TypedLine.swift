/// A line as it was typed, in its words.
struct TypedLine: Sendable {
    struct Word: Sendable {
        let text: Substring
        let folding: Folding
        /// What stands between it and the next word, or the end.
        let gap: Substring
        /// What the gap means.
        fileprivate(set) var pause = Pause.none

        var key: String { folding.key }
        var isDigits: Bool { key.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        /// The number that stands in digits.
        var number: Int? { key.utf8.count <= 4 && isDigits ? Int(key) : nil }
        var isCapital: Bool { text.first?.isUppercase ?? false }
    }

    let text: String
    let words: [Word]

    init(_ text: String) {
        self.text = text
        var words: [Word] = []
        var rest = text[...].drop { !$0.isOfWord }
        while !rest.isEmpty {
            let word = rest.prefixWord
            rest = rest.dropFirst(word.count)
            let gap = rest.prefix { !$0.isOfWord }
            rest = rest.dropFirst(gap.count)
            words.append(Word(text: word, folding: Folding(word), gap: gap))
        }
        for place in words.indices {
            let next = words.indices.contains(place + 1) ? words[place + 1] : nil
            words[place].pause = Pause(after: words[place], before: next)
        }
        self.words = words
    }

    subscript(place: Int) -> Word? { words.indices.contains(place) ? words[place] : nil }

    var count: Int { words.count }

    /// What stands before the first word.
    var lead: Substring { text[..<(words.first?.text.startIndex ?? text.endIndex)] }

    /// The line from a word on, as typed.
    func text(from place: Int) -> String { place < count ? String(text[start(of: place)...]).trimmed : "" }

    /// Some words of the line as typed, without what ends or parts them.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty, let last = self[range.upperBound - 1] else { return "" }
        return String(text[start(of: range.lowerBound)..<last.gap.prefix { $0.closes }.endIndex])
    }

    /// Words at some places, as typed where they stand together.
    func text(runs places: [Int]) -> String {
        var parts: [Range<Int>] = []
        for place in places {
            if let last = parts.last, last.upperBound == place {
                parts[parts.count - 1] = last.lowerBound..<place + 1
            } else {
                parts.append(place..<place + 1)
            }
        }
        return parts.map { text($0) }.joined(separator: " ")
    }

    private func start(of place: Int) -> String.Index {
        var start = words[place].text.startIndex
        while start > text.startIndex, text[text.index(before: start)].opens { start = text.index(before: start) }
        return start
    }

    /// The pause behind a word.
    func pause(after place: Int) -> Pause { self[place]?.pause ?? .sentence }

    /// The strongest pause between the words of a range.
    func pause(in range: Range<Int>) -> Pause { range.dropLast().map(pause).max() ?? .none }

    /// Behind the last word before the next pause of this strength.
    func end(from place: Int, of least: Pause = .sentence) -> Int {
        (place..<max(place, count)).first { words[$0].pause >= least }.map { $0 + 1 } ?? count
    }

    /// Whether a question mark stands behind one of the words.
    func asks(in range: Range<Int>) -> Bool { range.contains { self[$0]?.gap.contains { "?？".contains($0) } ?? false } }
}

extension Character {
    fileprivate var isOfWord: Bool { isLetter || isNumber }
    fileprivate var isApostrophe: Bool { "'’‘ʼ´".contains(self) }
    fileprivate var opens: Bool { "\"'„“”«»‘‚([€$£#@+".contains(self) }
    fileprivate var closes: Bool { "\"'“”«»’)]%€$£?!".contains(self) }
}

extension Substring {
    /// The letters and digits at the beginning, with apostrophes between them.
    fileprivate var prefixWord: Substring {
        var end = startIndex
        while end < endIndex {
            let next = index(after: end)
            let isWithin = self[end].isApostrophe && next < endIndex && self[next].isLetter
            guard self[end].isOfWord || isWithin else { break }
            end = next
        }
        return self[..<end]
    }
}
