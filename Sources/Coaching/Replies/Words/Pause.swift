extension TypedLine {
    /// How much a speaker would stop between two words.
    enum Pause: Comparable, Sendable {
        case none, comma
        /// A colon or a dash, behind which a note begins.
        case note
        case sentence
    }
}

extension TypedLine.Pause {
    init(after word: TypedLine.Word, before next: TypedLine.Word?) {
        let gap = word.gap
        guard let next else {
            self = .sentence
            return
        }
        let isWithinNumber = word.text.last?.isNumber ?? false && next.text.first?.isNumber ?? false && gap.count == 1
        if isWithinNumber || gap.allSatisfy(\.isWhitespace) {
            self = .none
        } else if gap.contains(where: { "!?…".contains($0) }) || gap.contains("...") {
            self = .sentence
        } else if gap.isColon || gap.contains(where: { ";—→".contains($0) }) || gap.isDash {
            self = .note
        } else if gap.first == ".", gap.dropFirst().first?.isWhitespace ?? false, !word.isAbbreviated {
            self = .sentence
        } else {
            self = gap.contains(",") ? .comma : .none
        }
    }
}

extension Substring {
    /// A colon that is no part of a smiley.
    fileprivate var isColon: Bool {
        guard let place = firstIndex(of: ":") else { return false }
        let next = self[index(after: place)...].first
        return next?.isWhitespace ?? true
    }

    /// A dash with room on one side at least, which a hyphen has not.
    fileprivate var isDash: Bool { contains { "-–".contains($0) } && contains(where: \.isWhitespace) }
}

extension TypedLine.Word {
    /// Whether a full stop behind it ends no sentence.
    fileprivate var isAbbreviated: Bool { number != nil || key.count == 1 || Self.abbreviations.contains(self) }

    private static let abbreviations = WordSet(
        "dr prof mr mrs ms hr st nr ca inc ltd co corp jan feb mär mrz apr jun jul aug sep sept okt oct nov dez dec "
            + "mo di mi do fr sa so mon tue wed thu fri sat sun tel ing dipl med etc bzw inkl incl vs no")
}
