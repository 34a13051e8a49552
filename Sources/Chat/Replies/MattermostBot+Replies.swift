import CivilTime
import Coaching
import JSON

/// What a person writes in the direct messages of the person and the bot. The first looks find who the bot is, who the person is, and
/// which post is the newest. https://developers.mattermost.com/api-documentation/#/operations/GetPostsForChannel
extension MattermostBot: AnswerableByRequest {
    package var listener: String { "\(place)/\(token.mark)" }
    /// Of ten a second, which a server that has limits has unless it is set otherwise, for messages as well.
    package var hearing: Hearing { Hearing(isPerPerson: true, pace: Rate(count: 4, seconds: 1)) }

    package func request(for look: Look) -> OutgoingRequest {
        let channel = "channels/\((look.handle ?? "").percentEncoded)"
        return switch Place(look.position) {
        case nil: get("users/me")
        case .bot: get(channel)
        case .talk(_, _, nil): get("\(channel)/posts?per_page=1&skipFetchThreads=true")
        // "after" a post would bring nothing any more once that post was deleted for good.
        case .talk(_, _, let heard?): get("\(channel)/posts?since=\(heard)")
        }
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        let place = Place(look.position)
        // The channel is gone, or another id than a channel's.
        if [403, 404].contains(response.status), place != nil {
            return .refused(reason: response.reason, isForAll: false)
        }
        guard response.isSuccess else {
            return response.usualOutcome(at: now, delay: response.mattermostDelay(at: now))
        }
        let answer = response.json
        switch place {
        case nil:
            guard let bot = answer?["id"]?.string else { return response.unreadable }
            return .words([], position: Place.bot(bot).text, isMore: true)
        case .bot(let bot): return person(answer, bot) ?? response.unreadable
        case .talk(let bot, let person, let heard):
            if response.isCut { return .lost(reason: "more was written than one answer may hold") }
            guard let posts = answer?["posts"], let order = answer?["order"]?.list else { return response.unreadable }
            let written = order.compactMap { $0.string.flatMap { posts[$0] } }.compactMap(Post.init)
                .sorted { $0.created < $1.created }
            // Posts that were changed come again, as do those that were answered.
            let fresh = written.filter { $0.created > heard ?? 0 }
            let newest = Place.talk(bot: bot, person: person, heard: fresh.last?.created ?? heard ?? 0)
            guard heard != nil else { return .words([], position: newest.text) }
            return .words(
                fresh.compactMap { $0.words(of: person, in: look.handle, at: now) }, position: newest.text)
        }
    }

    /// In direct messages there is nobody else: what is written in any other channel might be anybody's.
    private func person(_ channel: JSON?, _ bot: String) -> LookOutcome? {
        guard let type = channel?["type"]?.string, let name = channel?["name"]?.string else { return nil }
        let people = name.replacing("__", with: "/").split(separator: "/").map(String.init)
        guard type == "D", people.count == 2, people.contains(bot), let person = people.first(where: { $0 != bot })
        else {
            return .refused(
                reason: "the channel is not the direct messages of a person and the bot", isForAll: false)
        }
        return .words([], position: Place.talk(bot: bot, person: person, heard: nil).text, isMore: true)
    }

    private func get(_ path: String) -> OutgoingRequest {
        OutgoingRequest(get: Secret("\(server)/api/v4/\(path)"), headers: [.bearer(token)])
    }
}

/// How far the direct messages were heard, in three steps: "bot", "bot/person", "bot/person/1795510700123".
private enum Place {
    case bot(String)
    /// - Parameter heard: When the newest post that was heard was written, in milliseconds since 1970.
    case talk(bot: String, person: String, heard: Int?)

    init?(_ text: String?) {
        let parts = (text ?? "").split(separator: "/").map(String.init)
        switch parts.count {
        case 1: self = .bot(parts[0])
        case 2: self = .talk(bot: parts[0], person: parts[1], heard: nil)
        case 3:
            guard let heard = Int(parts[2]) else { return nil }
            self = .talk(bot: parts[0], person: parts[1], heard: heard)
        default: return nil
        }
    }

    var text: String {
        switch self {
        case .bot(let bot): bot
        case .talk(let bot, let person, nil): "\(bot)/\(person)"
        case .talk(let bot, let person, let heard?): "\(bot)/\(person)/\(heard)"
        }
    }
}

/// A post as the list has it, of whomever.
private struct Post {
    /// In milliseconds since 1970, and the same for good.
    let created: Int
    private let post: JSON

    init?(_ post: JSON) {
        guard let created = post["create_at"]?.integer else { return nil }
        (self.created, self.post) = (created, post)
    }

    /// What the person typed; nil for what the server or a program wrote, also in the person's name, and for what was deleted.
    func words(of person: String, in handle: String?, at now: Instant) -> IncomingWords? {
        guard post["user_id"]?.string == person, post["type"]?.string ?? "" == "",
            post["delete_at"]?.integer ?? 0 == 0,
            !["from_bot", "from_webhook", "from_plugin"].contains(where: { post["props"]?[$0]?.string == "true" })
        else { return nil }
        var words = IncomingWords(
            id: post["id"]?.string, senders: [handle], typed: post["message"]?.string, at: created / 1000, now: now)
        if let root = post["root_id"]?.string, !root.isEmpty { words?.thread = Message.Thread(id: root) }
        return words
    }
}
