/// Words that complete a line which was asked back: "fri" behind "On which day?".
package struct FollowUp: Sendable {
    private let line: String
    private let unclear: Unclear

    package init(_ line: String, _ unclear: Unclear) {
        self.line = line
        self.unclear = unclear
    }

    private static let agreements: Set<String> = [
        "yes", "y", "yep", "yeah", "sure", "ok", "okay", "right", "ja", "jo", "jep", "jawohl", "genau", "passt", "👍",
    ]

    /// Whether the words agree to what was proposed.
    package static func isAgreement(_ words: String) -> Bool {
        agreements.contains(words.lowercased().filter { !$0.isPunctuation }.trimmed)
    }

    /// The lines that the words may make of the one before, the likeliest first.
    package func lines(with words: String) -> [String] {
        let added = words.trimmed
        guard !added.isEmpty else { return [] }
        switch unclear {
        case .noAccount(let near):
            if Self.isAgreement(added) { return near.map { [inserting("at \($0)"), inserting($0)] } ?? [] }
            return [inserting("at \(added)"), inserting(added)]
        case .dateMissing(.hold): return [inserting("until \(added)"), inserting(added)]
        case .dateMissing, .notADate, .whichDay, .dateOver: return [inserting(added), "\(line) \(added)"]
        case .reasonMissing, .textMissing, .nameMissing: return ["\(line): \(added)"]
        case .milestoneUnknown, .roleUnknown: return ["\(line) \(added)"]
        case .topicUnknown, .personUnknown: return [inserting(added)]
        default: return []
        }
    }

    /// The words stand at the end of what is before a colon.
    private func inserting(_ words: String) -> String {
        guard let colon = line.firstIndex(of: ":") else { return "\(line) \(words)" }
        return "\(line[..<colon].description.trimmed) \(words)\(line[colon...])"
    }
}
