import Coaching
import JSON

/// A message as Slack's Block Kit shows it, the same for webhooks and bots. https://docs.slack.dev/reference/block-kit
enum SlackBlocks {
    /// Characters of a header block.
    static let headerLimit = 150
    /// Blocks of a message.
    static let blockLimit = 50
    /// Characters of text over all blocks; Slack accepted 9,597 and rejected 11,341.
    static let textLimit = 9_000
    /// `text`, which notifications show, has fewer characters than these; 4,000 are advised.
    static let fallbackLimit = 3_000

    /// The members of the payload that show the message.
    static func payload(for message: Message, in envelope: Envelope, isShort: Bool) -> [JSON.Member] {
        let limit = isShort ? textLimit / 2 : textLimit
        let fitting = message.shortened { candidate in
            candidate.plainText.utf16.count <= limit && blocks(for: candidate, envelope).count <= blockLimit
        }
        return [
            .init(name: "text", value: .string(fallback(fitting.plainText))),
            .init(name: "blocks", value: .array(blocks(for: fitting, envelope))),
            .init(name: "unfurl_links", value: false), .init(name: "unfurl_media", value: false),
        ]
    }

    // Data goes into the text elements of rich_text, which know no markup; only our own structure is styled.

    private static func blocks(for message: Message, _ envelope: Envelope) -> [JSON] {
        var blocks: [JSON] = []
        let title = message.title.text
        if title.utf16.count <= headerLimit {
            blocks.append(["type": "header", "text": ["type": "plain_text", "text": .string(title), "emoji": false]])
        } else {
            blocks.append(richText([section([text(title, bold: true)])]))
        }
        let notes = [message.lateness?.text, envelope.mayBeRepeat ? Envelope.repeatNote(in: message.language) : nil]
            .compactMap { $0 }
        if !notes.isEmpty { blocks.append(richText([section([text(notes.joined(separator: " "), italic: true)])])) }
        return blocks + message.sections.map(block)
    }

    private static func block(for section: Message.Section) -> JSON {
        var elements: [JSON] = []
        if let heading = section.heading { elements.append(Self.section([text(heading.text, bold: true)])) }
        if section.isPicture {
            let picture = section.lines.map(\.text).joined(separator: "\n")
            elements.append(["type": "rich_text_preformatted", "elements": [text(picture)]])
        } else if !section.lines.isEmpty {
            elements.append(Self.section([text(section.lines.map(\.text).joined(separator: "\n"))]))
        }
        for (offset, item) in section.items.enumerated() {
            let lead = item.number.map { "\($0). " } ?? ""
            var parts = [text(lead + item.heading.text, bold: item.number != nil)]
            let facts = item.facts.map(\.text).joined(separator: "\n")
            if !facts.isEmpty { parts.append(text("\n" + facts)) }
            if let question = item.question { parts.append(text("\n" + question.text, italic: true)) }
            let isLast = offset == section.items.count - 1
            if !isLast { parts.append(text(section.heading == nil ? "\n\n" : "\n")) }
            elements.append(Self.section(parts))
        }
        return richText(elements)
    }

    private static func richText(_ elements: [JSON]) -> JSON { ["type": "rich_text", "elements": .array(elements)] }

    private static func section(_ elements: [JSON]) -> JSON {
        ["type": "rich_text_section", "elements": .array(elements)]
    }

    private static func text(_ text: String, bold: Bool = false, italic: Bool = false) -> JSON {
        guard bold || italic else { return ["type": "text", "text": .string(text)] }
        return ["type": "text", "text": .string(text), "style": bold ? ["bold": true] : ["italic": true]]
    }

    /// So much of the text as fits with its entities, in which no `<!channel>` or link can form.
    private static func fallback(_ text: String) -> String {
        var (escaped, length) = ("", 0)
        for character in text {
            let piece = String(character).escapingAngles
            length += piece.utf16.count
            // The sign that stands for the rest is one more.
            if length + 1 >= fallbackLimit { return escaped + "…" }
            escaped += piece
        }
        return escaped
    }
}
