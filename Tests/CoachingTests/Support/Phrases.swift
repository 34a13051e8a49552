import Coaching

extension Message {
    /// Every line of the message that is read as a sentence, text pictures left out.
    var phrases: [Phrase] {
        [title] + [lateness].compactMap { $0 } + sections.filter { !$0.isPicture }.flatMap(\.phrases)
    }

    var pictures: [Phrase] { sections.filter(\.isPicture).flatMap(\.lines) }

    /// Items that count: thanks do not.
    var counted: [Item] { items.filter { $0.state != .thanks } }
}

extension Message.Section {
    var phrases: [Phrase] { [heading].compactMap { $0 } + lines + items.flatMap(\.phrases) }
}

extension Message.Item {
    var phrases: [Phrase] { [heading] + facts + [question].compactMap { $0 } }

    /// The item as it stands in a message, without its number.
    var text: String { phrases.map(\.text).joined(separator: "\n") }
}

extension Phrase {
    /// coachd's own words, with `X` where data stands.
    var ownWords: String { mappingData { _ in "X" }.text }
}

/// Words that never stand in a built-in message.
enum Banned {
    static let english = [
        "quota", "target", "attainment", "forecast", "rank", "overdue", "failed", "must", "underperform", "manager",
        "alert",
    ]
    static let german = [
        "quote", "ziel", "zielerreichung", "prognose", "rang", "überfällig", "gescheitert", "versagt", "muss", "musst",
        "müssen", "müsst", "minderleistung", "alarm",
    ]

    /// The banned words that stand in the text, in any form of theirs.
    static func words(_ list: [String], in text: String) -> [String] {
        let words = text.lowercased().split { !$0.isLetter }
        return list.filter { banned in
            words.contains {
                $0 == banned || ($0.hasPrefix(banned) && $0.dropFirst(banned.count).count <= 4 && banned.count > 4)
            }
        }
    }

    /// Nobody's sex is known: a person goes by name or role.
    static let pronouns: Set<Substring> = ["he", "she", "his", "her", "him", "hers", "himself", "herself"]
}
