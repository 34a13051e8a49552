/// How a person's id looks on a platform where a bot writes to each person alone. What has another form reaches nobody, or a room.
package struct HandleForm: Sendable {
    /// What the id is: "a number, …".
    package let words: String
    private let isRight: @Sendable (String) -> Bool

    package func fits(_ id: String) -> Bool { isRight(id) }

    /// By the platform's type name.
    package static let all: [String: HandleForm] = [
        SlackBot.typeName: .init(words: "the member's id, which begins with U or W, as in U012AB3CD") { id in
            // D is the talk of a person with the bot.
            ["U", "W", "D"].contains(id.first) && id.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
        },
        Telegram.typeName: .init(words: "a number, the id of the person's chat with the bot; a group's is below zero") {
            $0.allSatisfy { $0.isASCII && $0.isNumber }
        },
        // The newest rooms have no server in their id.
        Matrix.typeName: .init(words: "the room of the two, not the user: an id as in !abc:example.com") {
            $0.first == "!" && $0.count > 1
        },
        DiscordBot.typeName: .init(
            words: "the direct messages of the two, not the user: the number behind /channels/@me/ in their address"
        ) { $0.allSatisfy { $0.isASCII && $0.isNumber } },
        MattermostBot.typeName: .init(
            words: "the direct messages of the two, not the user: the id of 26 letters and digits that their info shows"
        ) { $0.isMattermostID },
        Nextcloud.typeName: .init(words: "the talk of the two, not the user: the token behind /call/ in its address") {
            $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        },
        Ntfy.typeName: .init(words: "the person's own topic: up to 64 letters, digits, _ and -") { id in
            id.count <= 64 && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        },
        Email.typeName: .init(words: "another address from which the person answers mails") { EmailAddress($0) != nil },
        Line.typeName: .init(words: "the user's id for this bot: U and 32 digits, 0 to 9 and a to f") { id in
            id.first == "U" && id.utf8.count == 33 && id.dropFirst().allSatisfy { "0123456789abcdef".contains($0) }
        },
        Webex.typeName: .init(words: "the person's id, or an e-mail address that is another than here") { !$0.isEmpty },
        Zulip.typeName: .init(words: "the user's number, or an e-mail address that is another than here") { id in
            id.contains("@") || id.allSatisfy { $0.isASCII && $0.isNumber }
        },
    ]
}
