import CivilTime
import Coaching
import JSON

/// A webhook of a Discord channel. https://discord.com/developers/docs/resources/webhook#execute-webhook
package struct Discord: Platform {
    package static let typeName = "discord"

    // https://discord.com/developers/docs/resources/message#embed-object-embed-limits, counted here in UTF-16: never too few.
    /// Characters of an embed's title.
    static let titleLimit = 256
    /// Characters of an embed's description.
    static let descriptionLimit = 4_096
    /// Characters over all embeds of a message.
    static let totalLimit = 6_000
    static let embedLimit = 10

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    /// Thirty a minute and channel, a limit that stands in no header.
    package var usualRate: Rate? { Rate(count: 30, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let payload = JSON.object(Self.payload(for: message, in: envelope, isShort: isShort))
        return .request(
            OutgoingRequest(url.adding(query: "wait=true"), json: payload.utf8, headers: [Self.agent]))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        Self.verdict(of: response, at: now)
    }

    /// Other agents are turned away.
    static let agent = HeaderField("User-Agent", "DiscordBot (https://coachd.invalid, 0.1)")

    /// The embeds of a message, within the limits, which mention nobody.
    static func payload(for message: Message, in envelope: Envelope, isShort: Bool) -> [JSON.Member] {
        let limit = isShort ? totalLimit / 2 : totalLimit
        let fitting = message.shortened { fits(Self.embeds(for: $0, envelope), limit) }
        let embeds = Self.embeds(for: fitting, envelope).map { embed -> JSON in
            let title = embed.title.map { [JSON.Member(name: "title", value: .string($0))] } ?? []
            let text =
                embed.description.isEmpty ? [] : [JSON.Member(name: "description", value: .string(embed.description))]
            return .object(title + text)
        }
        return [
            .init(name: "embeds", value: .array(embeds)), .init(name: "allowed_mentions", value: ["parse": []]),
        ]
    }

    /// What an answer means where it does not depend on who asked.
    static func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        switch response.status {
        case 200..<300:
            // Discord answers with the message that it saved, a webhook where it was asked to wait.
            if let id = answer?["id"]?.string { return .delivered(id: id) }
            return answer?["code"] == nil
                ? response.unclear(without: "a message's id") : .later(seconds: nil, reason: response.reason)
        case 400 where response.namesLength:
            return .tooLong(reason: response.reason)
        default:
            return response.usualVerdict(at: now, delay: response.discordDelay(at: now))
        }
    }

    private struct Embed {
        var title: String?
        var description: String
        var length: Int { (title?.utf16.count ?? 0) + description.utf16.count }
    }

    private static func fits(_ embeds: [Embed], _ limit: Int) -> Bool {
        embeds.count <= embedLimit && embeds.allSatisfy { $0.description.utf16.count <= descriptionLimit }
            && embeds.reduce(0) { $0 + $1.length } <= limit
    }

    /// The title above one embed, or several where the text is longer than one may be.
    private static func embeds(for message: Message, _ envelope: Envelope) -> [Embed] {
        let title = markup.line(message.title)
        let isTitle = title.utf16.count <= titleLimit
        var embeds = [Embed(title: isTitle ? title : nil, description: "")]
        for paragraph in (isTitle ? [] : [markup.bold(title)]) + markup.body(message, envelope) {
            let last = embeds.count - 1
            let longer = embeds[last].description.isEmpty ? paragraph : embeds[last].description + "\n\n" + paragraph
            if longer.utf16.count <= descriptionLimit || embeds[last].description.isEmpty {
                embeds[last].description = longer
            } else {
                embeds.append(Embed(description: paragraph))
            }
        }
        return embeds
    }

    private static let markup = Markup(
        data: { data in
            data.breakingLinks
                .backslashed(["\\", "*", "_", "~", "`", "|", ">", "[", "]", "(", ")", "#", "-", "+", "<"])
                .breakingMentions
        },
        bold: { "**\($0)**" }, italic: { "*\($0)*" }, picture: Markup.fencedPicture)
}

extension IncomingResponse {
    /// Seconds from now, in the body or a header.
    func discordDelay(at now: Instant) -> Int? {
        json?["retry_after"]?.seconds ?? RetryAfter.seconds(header("X-RateLimit-Reset-After"), at: now)
    }

    /// Whether Discord itself has no such channel, or does not let the bot into it; the same status without a code is one of whatever
    /// stands before it, as for an address that it has shut out.
    var isDiscordsOwnRefusal: Bool { [403, 404].contains(status) && json?["code"]?.integer != nil }

    /// Discord names the rule that a field broke, deep in its answer.
    fileprivate var namesLength: Bool {
        let rule = Array("MAX_LENGTH".utf8)
        return body.indices.contains { body[$0...].starts(with: rule) }
    }
}
