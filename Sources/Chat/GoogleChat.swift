import CivilTime
import Coaching
import JSON

/// A webhook of a Google Chat space. https://developers.google.com/workspace/chat/quickstart/webhooks
package struct GoogleChat: Platform {
    package static let typeName = "googlechat"

    /// Bytes of a message with its cards. https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages
    static let bodyLimit = 32_000
    /// Widgets of a card; what is more is left out unseen. https://developers.google.com/workspace/chat/api/reference/rest/v1/cards
    static let widgetLimit = 100

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    /// Sixty a minute and space, which all apps in it share.
    package var usualRate: Rate? { Rate(count: 30, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.bodyLimit / 2 : Self.bodyLimit
        let fitting = message.shortened { candidate in
            Self.payload(for: candidate, envelope).utf8.count <= limit
                && Self.sections(of: candidate, envelope).reduce(0) { $0 + $1.count } <= Self.widgetLimit
        }
        return .request(
            OutgoingRequest(
                url.adding(query: "messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD"),
                json: Self.payload(for: fitting, envelope).utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        guard response.isSuccess else { return response.usualVerdict(at: now) }
        let answer = response.json
        if let name = answer?["name"]?.string { return .delivered(id: name) }
        return answer?["error"] == nil
            ? response.unclear(without: "a message's name") : .later(seconds: nil, reason: response.reason)
    }

    // Cards take a subset of HTML, whose escapes are documented; the signs of `text` have none.

    private static func payload(for message: Message, _ envelope: Envelope) -> JSON {
        let sections = sections(of: message, envelope).map { widgets -> JSON in
            ["widgets": .array(widgets.map { ["textParagraph": ["text": .string($0)]] })]
        }
        return [
            "cardsV2": [["cardId": "coachd", "card": ["sections": .array(sections)]]],
            "fallbackText": .string(Markup.plain.line(message.title)),
            // A repeat stands below what it repeats.
            "thread": ["threadKey": .string(envelope.id)],
        ]
    }

    /// The paragraphs of each section.
    private static func sections(of message: Message, _ envelope: Envelope) -> [[String]] {
        let head =
            [markup.bold(markup.line(message.title))]
            + envelope.notes(on: message).map { markup.italic(markup.line($0)) }
        return [head] + message.sections.map(markup.paragraphs)
    }

    private static let markup = Markup(
        data: { Markup.inert($0).escapingAngles }, words: \.escapingAngles, bold: { "<b>\($0)</b>" },
        italic: { "<i>\($0)</i>" }, knowsLists: false,
        // No letters of one width.
        picture: Markup.namesLast({ Markup.inert($0).escapingAngles }, lineEnd: "<br>"), lineEnd: "<br>")
}
