import CivilTime
import Coaching

/// Where a channel leads, with what it needs: one conforming type a file, at the top of it the platform's limits with their source, then
/// its payload, its verdict and its escaping.
package protocol Platform: Sendable {
    /// The value of `type` in the configuration.
    static var typeName: String { get }

    /// Whether one channel reaches each person alone: the recipient stands in the request, or it is the operator's own. An incoming webhook
    /// of a chat platform is one room.
    var reachesEachPersonAlone: Bool { get }

    /// The platform's own pace; nil is as fast as it goes.
    var usualRate: Rate? { get }

    /// Whether the receiver knows a repeat by the message's id.
    var repeats: RepeatSafety { get }

    /// The address, by which two channels of one room are recognised. Never shown.
    var room: Secret { get }

    /// Where the channel leads, in words that hide what is secret: a host or a path; empty where there is nothing to say.
    var place: String { get }

    /// What is to leave so that a message is delivered.
    /// - Parameter isShort: The platform refused the usual length.
    func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing

    /// What the platform's answer means. Asked only where a request or a mail left; of a mail, the status is the code of the server's last
    /// reply and the body its text.
    func verdict(of response: IncomingResponse, at now: Instant) -> Verdict
}

extension Platform {
    package var typeName: String { Self.typeName }
    package var place: String { "\(room.host) (address hidden)" }

    /// Whether it is served by whoever delivers, without the network.
    package var isLocal: Bool { self is Console || self is File }

    /// In the usual length.
    package func delivery(of message: Message, in envelope: Envelope) -> Outgoing {
        delivery(of: message, in: envelope, isShort: false)
    }
}

/// How long a receiver recognises a repeat.
package enum RepeatSafety: Sendable, Hashable {
    case never
    case always
    case within(seconds: Int)

    /// Whether a repeat of a message that was first sent so many seconds ago does no harm.
    package func holds(after seconds: Int64) -> Bool {
        switch self {
        case .never: false
        case .always: true
        case .within(let limit): seconds < Int64(limit)
        }
    }
}

/// What is to leave for a message.
package enum Outgoing: Sendable, Hashable {
    case request(OutgoingRequest)
    case mail(OutgoingMail)
    /// Nothing that needs the network: the console and files are served by whoever delivers.
    case local
    /// The message has nowhere to go; the reason says what to set.
    case impossible(reason: String)
}
