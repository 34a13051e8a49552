extension SlackBlocks {
    /// What was typed, of a text in Slack's markup: an angle that stands for itself is an entity, all others enclose what Slack made of a
    /// link or a mention. https://docs.slack.dev/messaging/formatting-message-text
    static func plain(_ markup: String) -> String {
        markup.replacing(between: "<", and: ">") { piece in
            let parts = piece.split(separator: "|", maxSplits: 1)
            guard let target = parts.first else { return nil }
            let label = parts.count > 1 ? parts[1] : nil
            switch target.first {
            case "@", "#": return "\(target.prefix(1))\(label ?? target.dropFirst())"
            case "!": return label.map(String.init) ?? "@\(target.dropFirst())"
            default: return String(label ?? target)
            }
        }
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
