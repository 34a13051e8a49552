import Coaching

/// A place where coachd speaks, as the configuration names it.
package struct Channel: Sendable, Hashable {
    package var name: String
    package var platform: Platform
    /// The pace that the channel bears; nil is as fast as it goes.
    package var rate: Rate?
    /// A PEM file of authorities to trust instead of the system's.
    package var certificateAuthorityFile: String?
    /// The team wants its members' nudges in this one room.
    package var isShared: Bool
    /// Seconds within which a request has its whole answer.
    package var timeoutSeconds: Int

    /// Receivers of webhooks are given 15 to 30 seconds by Standard Webhooks.
    package static let usualTimeoutSeconds = 30

    package init(
        name: String, platform: Platform, rate: Rate? = nil, certificateAuthorityFile: String? = nil,
        isShared: Bool = false, timeoutSeconds: Int = Channel.usualTimeoutSeconds
    ) {
        self.timeoutSeconds = timeoutSeconds
        self.name = name
        self.platform = platform
        self.rate = rate ?? platform.usualRate
        self.certificateAuthorityFile = certificateAuthorityFile
        self.isShared = isShared
    }
}

/// The platform of a channel with what it needs.
package enum Platform: Sendable, Hashable {
    case console
    case file(path: String)
    case slack(url: Secret)
    case mattermost(url: Secret)
    /// - Parameter signingSecrets: One, or two while a secret is being changed.
    case webhook(url: Secret, signingSecrets: [Secret])

    /// The value of `type` in the configuration.
    package var typeName: String {
        switch self {
        case .console: "console"
        case .file: "file"
        case .slack: "slack"
        case .mattermost: "mattermost"
        case .webhook: "webhook"
        }
    }

    package static let typeNames = ["console", "file", "mattermost", "slack", "webhook"]

    /// Whether one channel reaches each person alone: the recipient stands in the request, or it is the operator's own.
    /// An incoming webhook of a chat platform is one room.
    package var reachesEachPersonAlone: Bool {
        switch self {
        case .console, .file, .webhook: true
        case .slack, .mattermost: false
        }
    }

    /// The platform's own pace.
    fileprivate var usualRate: Rate? {
        switch self {
        case .console, .file, .webhook: nil
        case .slack: Rate(count: 1, seconds: 1)
        case .mattermost: Rate(count: 5, seconds: 1)
        }
    }

    /// Whether the receiver recognises a repeat by the message's id.
    package var isSafeToRepeat: Bool {
        switch self {
        case .console, .file, .webhook: true
        case .slack, .mattermost: false
        }
    }
}

/// So many messages in so many seconds.
package struct Rate: Sendable, Hashable {
    package var count: Int
    package var seconds: Int

    package init(count: Int, seconds: Int) {
        self.count = count
        self.seconds = seconds
    }

    /// Milliseconds between two messages.
    package var intervalMilliseconds: Int { max(1, seconds * 1000 / max(1, count)) }
}

/// A value that never shows itself: not in logs, errors or dumps.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    package let value: String

    package init(_ value: String) { self.value = value }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
