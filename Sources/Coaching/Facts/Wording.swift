/// A text reduced to what two texts are alike in: its letters and digits without case, spaces, punctuation and the names of those it
/// is for. How alike two of them are is the share of their runs of five letters that both have (Dice's coefficient), which asks for no
/// language: a name or a word that changes costs a few of them, another text has hardly any in common.
struct Wording {
    /// Letters and digits; a letter that stands for a syllable or a word counts twice.
    private let units: [UInt32]
    /// A bit for each run, by its hash: where two differ in a bit, they differ in a run.
    private let signature: SIMD8<UInt64>

    private static let run = 5
    /// Below so many letters every text is like some other.
    private static let shortest = 24

    /// Nil for a text that is too short to be judged.
    init?(_ text: String, without names: [String]) {
        guard text.utf8.count >= Self.shortest else { return nil }
        let units = Self.units(of: text, without: names.flatMap(Self.words))
        guard units.count >= Self.shortest else { return nil }
        var signature = SIMD8<UInt64>()
        for hash in Self.hashes(of: units) {
            signature[Int(hash >> 6) & 7] |= 1 << UInt64(hash & 63)
        }
        self.units = units
        self.signature = signature
    }

    private var count: Int { units.count - Self.run + 1 }

    /// False only where two texts are certainly less alike than so much of 100. It costs a hundredth of the comparison.
    func mayBeAlike(_ other: Wording, atLeast percent: Int) -> Bool {
        let different = Int((signature ^ other.signature).nonzeroBitCount.wrappedSum())
        return different * 100 <= (100 - percent) * (count + other.count)
    }

    /// The text's runs by their hashes, each once, in order.
    var runs: [UInt32] {
        let sorted = Self.hashes(of: units).sorted()
        var runs: [UInt32] = []
        runs.reserveCapacity(sorted.count)
        for hash in sorted where hash != runs.last { runs.append(hash) }
        return runs
    }

    /// How alike two texts are by their runs, of 100.
    static func percent(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var (first, second, shared) = (0, 0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] { shared += 1 }
            let isLess = left[first] <= right[second]
            if right[second] <= left[first] { second += 1 }
            if isLess { first += 1 }
        }
        return 200 * shared / max(1, left.count + right.count)
    }

    private static func hashes(of units: [UInt32]) -> [UInt32] {
        guard units.count >= run else { return [] }
        return (0...(units.count - run)).map { start in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for place in start..<(start + run) { hash = (hash ^ UInt64(units[place])) &* 0x0000_0100_0000_01B3 }
            return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
        }
    }

    // MARK: Letters

    /// The words of a name that tell it from others: "the" and "GmbH & Co" tell nothing, but to leave them out does no harm.
    private static func words(of name: String) -> [[UInt32]] {
        var words: [[UInt32]] = []
        var letters: [UInt32] = []
        letters.reserveCapacity(name.utf8.count)
        var start = 0
        for scalar in name.unicodeScalars where !append(scalar, to: &letters) {
            if letters.count > start { words.append(Array(letters[start...])) }
            start = letters.count
        }
        if letters.count > start { words.append(Array(letters[start...])) }
        return words.count == 1 ? words : words.filter { $0.count > 2 }
    }

    private static func units(of text: String, without names: [[UInt32]]) -> [UInt32] {
        var units: [UInt32] = []
        units.reserveCapacity(text.utf8.count)
        var start = 0
        for scalar in text.unicodeScalars where !append(scalar, to: &units) {
            if units.count > start { leaveOut(names, from: start, of: &units) }
            start = units.count
        }
        if units.count > start { leaveOut(names, from: start, of: &units) }
        return units
    }

    /// Takes the names out of the last word. Where scripts write no spaces or hang particles on, a name is a part of the word.
    private static func leaveOut(_ names: [[UInt32]], from start: Int, of units: inout [UInt32]) {
        for name in names where name.count <= units.count - start {
            if name.count == units.count - start {
                if units[start...].elementsEqual(name) {
                    units.removeSubrange(start...)
                    return
                }
            } else if name[0] >= 0x0590, name.count > 1 {
                var place = start
                while place + name.count <= units.count {
                    if units[place..<(place + name.count)].elementsEqual(name) {
                        units.removeSubrange(place..<(place + name.count))
                    } else {
                        place += 1
                    }
                }
            }
        }
    }

    /// - Returns: whether it is a letter or a digit. Marks that stand on letters are neither, and part no word.
    private static func append(_ scalar: Unicode.Scalar, to units: inout [UInt32]) -> Bool {
        let value = scalar.value
        switch value {
        case 0x30...0x39, 0x61...0x7A: units.append(value)
        case 0x41...0x5A: units.append(value | 0x20)
        case 0..<0x80: return false
        // Letters and digits of full width.
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: units.append(value - 0xFEE0)
        case 0xFF21...0xFF3A: units.append((value - 0xFEE0) | 0x20)
        // Ideographs, kana and Hangul syllables.
        case 0x2E80...0x2FFF, 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            units.append(value)
            units.append(value | 1 << 31)
        default:
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else {
                return properties.generalCategory == .nonspacingMark
            }
            if properties.isUppercase {
                units += properties.lowercaseMapping.unicodeScalars.map(\.value)
            } else {
                units.append(value)
            }
        }
        return true
    }
}
