import JSON

extension Judge {
    private static let banned: Set = [
        "quota", "quotas", "target", "targets", "attainment", "forecast", "forecasts", "rank", "ranks", "ranking",
        "overdue",
        "failed", "must", "underperform",
    ]
    /// coachd's own words, without names and notes from the data, are none of those that are banned.
    mutating func judgeWords() {
        var checked: Set<String> = []
        for message in record.messages {
            guard let body = try? JSON(parsing: message.body.utf8) else {
                accuse("a message can be read", message.day, "\(message.kind) \(message.id)")
                continue
            }
            var words: [String] = []
            Self.collect(body, into: &words)
            for text in words where checked.insert(text).inserted {
                let tokens = text.lowercased().split { !$0.isLetter }.map(String.init)
                if text.contains("!") || !Self.banned.isDisjoint(with: tokens) { accuse("words", message.day, text) }
            }
        }
    }

    private static func collect(_ json: JSON, into words: inout [String]) {
        switch json {
        case .array(let elements): for element in elements { collect(element, into: &words) }
        case .object(let members):
            for member in members {
                switch member.name {
                case "title", "lateness", "heading", "question": words += ownWords(of: member.value)
                case "facts", "lines": words += member.value.elements.flatMap(ownWords)
                default: collect(member.value, into: &words)
                }
            }
        default: break
        }
    }

    /// In a phrase words stand as they are, data in a list of one.
    private static func ownWords(of phrase: JSON) -> [String] { phrase.elements.compactMap(\.string) }
}
