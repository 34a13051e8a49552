import CivilTime
import Coaching
import JSON

/// Mattermost's incoming webhooks. https://developers.mattermost.com/integrate/webhooks/incoming/
package struct Mattermost: Platform {
    package static let typeName = "mattermost"

    /// Characters of a post; a longer one is split into several.
    static let textLimit = 16_383

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    package var usualRate: Rate? { Rate(count: 5, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit - 200
        let fitting = message.shortened { Self.markdown($0, envelope).unicodeScalars.count <= limit }
        let payload: JSON = ["text": .string(Self.markdown(fitting, envelope))]
        return .request(OutgoingRequest(url, json: payload.utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        if response.isSuccess, response.words != "ok" {
            return .later(seconds: nil, reason: "HTTP \(response.status) without \"ok\": \(response.words)")
        }
        return response.usualVerdict(at: now)
    }

    private static func markdown(_ message: Message, _ envelope: Envelope) -> String {
        var parts = ["**\(words(message.title))**"]
        if let lateness = message.lateness { parts.append("_\(words(lateness))_") }
        if envelope.mayBeRepeat { parts.append("_This may be a repeat._") }
        parts += message.sections.flatMap(markdown)
        return parts.joined(separator: "\n\n")
    }

    private static func markdown(_ section: Message.Section) -> [String] {
        var parts: [String] = []
        if let heading = section.heading { parts.append("**\(words(heading))**") }
        if section.isPicture {
            let picture = section.lines.map { $0.mappingData(escapeInCode).text }
            parts.append("```text\n\(picture.joined(separator: "\n"))\n```")
        } else if !section.lines.isEmpty {
            // Two spaces at its end keep a line a line of its own.
            parts.append(section.lines.map(words).joined(separator: "  \n"))
        }
        parts += section.items.map { item in
            let lead = item.number.map { "**\($0)\\. " } ?? ""
            let heading = lead + words(item.heading) + (lead.isEmpty ? "" : "**")
            let question = item.question.map { "_\(words($0))_" }
            return ([heading] + item.facts.map(words) + [question].compactMap { $0 }).joined(separator: "  \n")
        }
        return parts
    }

    private static func words(_ phrase: Phrase) -> String { phrase.mappingData(escape).text }

    /// Inside a code block only its end and mentions have a meaning.
    private static func escapeInCode(_ data: String) -> String {
        var escaped = ""
        for character in data {
            switch character {
            case "`": escaped.append("ˋ")
            case "@": escaped += "@\u{200B}"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// Markdown signs get a backslash, which does not stop mentions: those, and the signs that Mattermost shares with Slack, are broken
    /// by a zero-width space.
    static func escape(_ data: String) -> String {
        var escaped = ""
        for character in data {
            switch character {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", "~", ">", "$":
                escaped += "\\\(character)"
            case "<": escaped += "\\<\u{200B}"
            case "@": escaped += "@\u{200B}"
            case ":": escaped += ":\u{200B}"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
