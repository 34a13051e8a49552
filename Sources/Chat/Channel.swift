import Coaching

/// A place where coachd speaks, as the configuration names it.
package struct Channel: Sendable {
    package var name: String
    package var platform: any Platform
    /// The pace that the channel bears; nil is as fast as it goes.
    package var rate: Rate?
    /// A PEM file of authorities to trust instead of the system's.
    package var certificateAuthorityFile: String?
    /// The team wants its members' nudges in this one room.
    package var isShared: Bool
    /// Seconds within which a request has its whole answer.
    package var timeoutSeconds: Int
    /// What to do with a message that may have arrived, where the platform does not recognise a repeat.
    package var onAmbiguous: OnAmbiguous
    /// Whether what people write there is fetched and answered.
    package var takesReplies: Bool

    /// Receivers of webhooks are given 15 to 30 seconds by Standard Webhooks.
    package static let usualTimeoutSeconds = 30

    package init(
        name: String, platform: any Platform, rate: Rate? = nil, certificateAuthorityFile: String? = nil,
        isShared: Bool = false, timeoutSeconds: Int = Channel.usualTimeoutSeconds, onAmbiguous: OnAmbiguous = .repeat,
        takesReplies: Bool = false
    ) {
        self.onAmbiguous = onAmbiguous
        self.takesReplies = takesReplies
        self.timeoutSeconds = timeoutSeconds
        self.name = name
        self.platform = platform
        self.rate = rate ?? platform.usualRate
        self.certificateAuthorityFile = certificateAuthorityFile
        self.isShared = isShared
    }

    /// The platform, where what people write to it alone is to be fetched.
    package var answerable: (any Answerable)? {
        takesReplies && platform.reachesEachPersonAlone ? platform as? any Answerable : nil
    }

    /// What two channels of one room have in common.
    package var room: Secret { Secret("\(platform.typeName) \(platform.room.value)") }

    /// What is said on the console, where nothing else is configured.
    package static let console = Channel(name: Console.typeName, platform: Console())
}

/// What becomes of a message that may have arrived.
package enum OnAmbiguous: String, CaseIterable, Sendable, Hashable {
    /// It is sent again, marked as a possible repeat.
    case `repeat`
    /// It is set aside until the operator decides.
    case hold
}

/// So many messages in so many seconds.
package struct Rate: Sendable, Hashable {
    package var count: Int
    package var seconds: Int

    package init(count: Int, seconds: Int) {
        self.count = count
        self.seconds = seconds
    }
}

/// A value that never shows itself: not in logs, errors or dumps.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    package let value: String
    /// Whether the value is the secret's own.
    package let isKnown: Bool

    package init(_ value: String) { (self.value, isKnown) = (value, true) }

    /// A secret that cannot be read here. The same place has the same, so that two channels of one room are still known by it.
    package init(unknownAt place: String) { (value, isKnown) = (place, false) }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// The host of an address, which is all of it that may be shown.
    package var host: String {
        guard isKnown else { return "a host that is not known here" }
        let authority = value.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""
        // What stands before an "@" is a password.
        return String(authority.prefix { $0 != "?" && $0 != "#" }.split(separator: "@").last ?? "")
    }

    /// Whether an address leads to the machine that coachd runs on: nobody in between can read along.
    package var isOnThisMachine: Bool {
        if host.first == "[" { return host.prefix { $0 != "]" } == "[::1" }
        let name = host.prefix { $0 != ":" }
        // Digits to the end: 127.example.com is somewhere else.
        return name == "localhost"
            || (name.hasPrefix("127.") && name.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber })
    }
}
