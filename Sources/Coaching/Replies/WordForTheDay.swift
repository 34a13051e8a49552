import CivilTime

/// What is still to be done, as its writer's word for the day: "today: call Globex at 6", "tomorrow: call Globex" of "call Globex
/// tomorrow", "fri: meeting Globex" of "meeting Globex fri".
struct WordForTheDay {
    private let line: TypedLine

    init(_ line: String) { self.line = TypedLine(line) }

    func text(in language: Language) -> String {
        // Which Friday it is matters not for where it stands.
        let reader = DateReader(today: CivilDate(dayNumber: 0), side: .ahead)
        for place in line.words.indices {
            guard let match = reader.match(line, at: place), !match.isLoose || match.end == line.count else { continue }
            let isLed = place > 0 && SmallWords.onWords.contains(line[place - 1])
            let rest = [line.text(0..<(isLed ? place - 1 : place)), line.text(from: match.end)].filter { !$0.isEmpty }
            guard !rest.isEmpty else { break }
            return "\(line.text(place..<match.end)): \(rest.joined(separator: " "))"
        }
        return (language == .english ? "today: " : "heute: ") + line.text
    }
}
