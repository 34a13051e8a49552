import CivilTime
import Coaching
import JSON

/// A webhook of Microsoft Teams' Workflows app, which posts an Adaptive Card. The query of the address is its key.
/// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
package struct Teams: Platform {
    package static let typeName = "teams"

    /// Bytes of a request. Teams allows 28 kB as it counts, which was up to a fifth more than was sent, and drops what is larger unseen.
    static let bodyLimit = 20_000

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    package var usualRate: Rate? { Rate(count: 1, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.bodyLimit / 2 : Self.bodyLimit
        let fitting = message.shortened { Self.payload(for: $0, envelope).utf8.count <= limit }
        return .request(OutgoingRequest(url, json: Self.payload(for: fitting, envelope).utf8))
    }

    /// A 2xx says that the flow was started, which is all that is told, unless the old connectors tell an error within it.
    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        if response.isSuccess, response.words.hasPrefix("Webhook message delivery failed") {
            return connectorVerdict(response)
        }
        // The flow was deleted or switched off.
        if response.status == 400, response.json?["error"]?["code"]?.string == "WorkflowTriggerIsNotEnabled" {
            return .refused(reason: response.reason, isChannelDead: true)
        }
        return response.usualVerdict(at: now)
    }

    /// "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId …"
    private func connectorVerdict(_ response: IncomingResponse) -> Verdict {
        switch response.words.split(separator: " ").lazy.compactMap({ Int($0) }).first ?? 0 {
        case 413: .tooLong(reason: response.reason)
        case 429, 500...: .later(seconds: nil, reason: response.reason)
        default: .refused(reason: response.reason, isChannelDead: false)
        }
    }

    private static func payload(for message: Message, _ envelope: Envelope) -> JSON {
        let card: JSON = [
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
            "msteams": ["width": "Full"], "fallbackText": .string(Markup.plain.line(message.title)),
            "body": .array(body(of: message, envelope)),
        ]
        return [
            "type": "message",
            "attachments": [["contentType": "application/vnd.microsoft.card.adaptive", "content": card]],
        ]
    }

    // Data goes into the text runs of rich text blocks, which know no Markdown. A line is a block of its own.

    private static func body(of message: Message, _ envelope: Envelope) -> [JSON] {
        var blocks = [block(message.title, ["weight": "Bolder", "size": "Medium"])]
        blocks += envelope.notes(on: message).map { block($0, ["italic": true]) }
        for section in message.sections {
            if let heading = section.heading { blocks.append(block(heading, ["weight": "Bolder"], spacing: "Medium")) }
            for (offset, line) in section.lines.enumerated() {
                let spacing = offset == 0 ? (section.heading == nil ? "Medium" : "Small") : "None"
                blocks.append(
                    section.isPicture ? picture(line, spacing: spacing) : block(line, [:], spacing: spacing))
            }
            blocks += section.items.flatMap(Self.blocks)
        }
        return blocks
    }

    private static func blocks(for item: Message.Item) -> [JSON] {
        let heading = item.number.map { "\($0). " + item.heading } ?? item.heading
        return [block(heading, item.number == nil ? [:] : ["weight": "Bolder"])]
            + item.facts.map { block($0, [:], spacing: "None") }
            + [item.question].compactMap { $0 }.map { block($0, ["italic": true], spacing: "None") }
    }

    private static func block(_ phrase: Phrase, _ style: KeyValuePairs<String, JSON>, spacing: String = "Default")
        -> JSON
    {
        block(text: Markup.plain.line(phrase), style, spacing: spacing)
    }

    /// Spaces in a row would be drawn as one.
    private static func picture(_ line: Phrase, spacing: String) -> JSON {
        let text = Markup.plain.line(line).mapping { $0 == " " ? "\u{A0}" : nil }
        return block(text: text, ["fontType": "Monospace"], spacing: spacing)
    }

    private static func block(text: String, _ style: KeyValuePairs<String, JSON>, spacing: String) -> JSON {
        let run: JSON = .object(
            [.init(name: "type", value: "TextRun"), .init(name: "text", value: .string(text))]
                + style.map { .init(name: $0, value: $1) })
        return ["type": "RichTextBlock", "spacing": .string(spacing), "inlines": [run]]
    }
}
