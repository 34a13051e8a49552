/// The number of an item at the beginning of a line: "1 called Jonas", "#2", "3.", "4)".
struct ItemNumber {
    let value: Int
    let end: Int
    /// Whether "#", a full stop or a bracket says that it is one.
    let isMarked: Bool

    init?(_ line: TypedLine, at place: Int) {
        guard let word = line[place], let number = word.number, word.key.count <= 2, place + 1 < line.count else {
            return nil
        }
        let mark = word.gap.first
        let isHash = place == 0 && line.lead.hasSuffix("#")
        guard word.gap.contains(where: \.isWhitespace), !Self.units.contains(line[place + 1]) else { return nil }
        // "4 Dec", "4. Dez." and "16 Uhr" begin with a number too.
        if !isHash, MonthWords.month(line.words[place + 1]) != nil || TimeReader.match(line, at: place) != nil {
            return nil
        }
        value = number
        end = place + 1
        isMarked = isHash || mark.map { ".):".contains($0) } ?? false
    }

    private static let units = WordSet(
        "of von uhr min mins minute minutes minuten h hour hours stunde stunden day days tag tage tagen week weeks woche "
            + "wochen ago k percent "
            + "prozent euro eur usd")
}
