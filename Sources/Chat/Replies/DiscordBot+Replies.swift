import CivilTime
import Coaching
import JSON

/// What a person writes in the direct messages of the person and the bot, whose texts a bot may read without an intent.
/// https://discord.com/developers/docs/resources/message#get-channel-messages
extension DiscordBot: AnswerableByRequest {
    /// Messages of one look, of 100: with embeds of the usual length less than a mebibyte.
    private static let messageLimit = 50

    package var listener: String { "\(place)/\(token.mark)" }
    /// Of fifty a second over all channels, with what is sent.
    package var hearing: Hearing { Hearing(isPerPerson: true, pace: Rate(count: 10, seconds: 1)) }

    package func request(for look: Look) -> OutgoingRequest {
        let channel = "channels/\((look.handle ?? "").percentEncoded)"
        let path = Position(look.position).map {
            "\(channel)/messages?after=\($0.heard.text)&limit=\(limit(of: look))"
        }
        return OutgoingRequest(get: Self.address(path ?? channel), headers: headers)
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        if response.isDiscordsOwnRefusal { return .refused(reason: response.reason, isForAll: false) }
        guard response.isSuccess else {
            return response.usualOutcome(at: now, delay: response.discordDelay(at: now))
        }
        let answer = response.json
        guard var position = Position(look.position) else { return talk(answer) ?? response.unreadable }
        guard let list = answer?.list else { return response.unreadable }
        // Of those behind a message the oldest come, and of these the newest first.
        let messages = list.compactMap(Written.init).filter { $0.id > position.heard }.sorted { $0.id < $1.id }
        if let last = messages.last { position.heard = last.id }
        return .words(
            messages.compactMap { $0.words(of: position.person, in: look.handle, at: now) }, position: position.text,
            isMore: !messages.isEmpty && list.count >= limit(of: look))
    }

    /// In direct messages there is nobody else: what is written in any other channel might be anybody's. What is there already is not for
    /// coachd.
    private func talk(_ channel: JSON?) -> LookOutcome? {
        guard let type = channel?["type"]?.integer else { return nil }
        let people = channel?["recipients"]?.list ?? []
        guard type == 1, people.count == 1, let person = people[0]["id"]?.string.flatMap({ DiscordID($0) }) else {
            return .refused(reason: "the channel is not the direct messages of a person and the bot", isForAll: false)
        }
        let last = channel?["last_message_id"]?.string.flatMap { DiscordID($0) }
        return .words([], position: Position(heard: last ?? .first, person: person).text)
    }

    private func limit(of look: Look) -> Int { look.isNarrow ? 1 : Self.messageLimit }
}

/// The last message that was heard, and who the person is: "1310000000000000001/80351110224678912".
private struct Position {
    var heard: DiscordID
    let person: DiscordID

    var text: String { "\(heard.text)/\(person.text)" }
}

extension Position {
    init?(_ text: String?) {
        let parts = (text ?? "").split(separator: "/").map { DiscordID(String($0)) }
        guard parts.count == 2, let heard = parts[0], let person = parts[1] else { return nil }
        self.init(heard: heard, person: person)
    }
}

/// A message as the list has it, of whomever.
private struct Written {
    // https://discord.com/developers/docs/resources/message#message-object-message-types
    private static let usual = 0
    private static let reply = 19

    let id: DiscordID
    private let message: JSON

    init?(_ message: JSON) {
        guard let id = message["id"]?.string.flatMap({ DiscordID($0) }) else { return nil }
        (self.id, self.message) = (id, message)
    }

    /// What the person typed, as a message or as a reply; nil for what the server or a program wrote.
    func words(of person: DiscordID, in handle: String?, at now: Instant) -> IncomingWords? {
        guard let author = message["author"], author["id"]?.string == person.text, author["bot"]?.bool != true,
            let type = message["type"]?.integer, [Self.usual, Self.reply].contains(type)
        else { return nil }
        var words = IncomingWords(
            id: id.text, senders: [handle], name: author["global_name"]?.string ?? author["username"]?.string,
            typed: typed, at: id.seconds, now: now)
        if type == Self.reply { words?.thread = Message.Thread(id: id.text) }
        return words
    }

    /// A mention stands there by the user's id, a picture of the server's own by its name and id.
    /// https://discord.com/developers/docs/reference#message-formatting
    private var typed: String? {
        message["content"]?.string?.replacing(between: "<", and: ">") { piece in
            if piece.first == "@" {
                let id = piece.dropFirst(piece.hasPrefix("@!") ? 2 : 1)
                let user = message["mentions"]?.list?.first { $0["id"]?.string == String(id) }
                return (user?["global_name"]?.string ?? user?["username"]?.string).map { "@\($0)" }
            }
            let parts = piece.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 3, ["", "a"].contains(parts[0]), !parts[1].isEmpty, DiscordID(String(parts[2])) != nil
            else { return nil }
            return ":\(parts[1]):"
        }
    }
}
