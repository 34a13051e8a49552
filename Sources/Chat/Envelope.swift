import CivilTime
import Coaching
import JSON

/// What stands on a message from outside: for whom it is, and by what a repeat is recognised.
package struct Envelope: Sendable, Hashable {
    package struct Recipient: Sendable, Hashable {
        package var name: String
        package var email: String

        package init(name: String, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// The same over all tries; without a full stop, which Standard Webhooks reserves.
    package var id: String
    /// The person; nil for a room.
    package var to: Recipient?
    package var team: String?
    /// The instant of this try.
    package var at: Instant
    /// An earlier try may have arrived, and the platform cannot tell a repeat.
    package var mayBeRepeat: Bool

    package init(id: String, to: Recipient? = nil, team: String? = nil, at: Instant, mayBeRepeat: Bool = false) {
        self.id = id
        self.to = to
        self.team = team
        self.at = at
        self.mayBeRepeat = mayBeRepeat
    }
}

/// An HTTP request as a platform wants it.
package struct OutgoingRequest: Sendable, Hashable {
    package var method = "POST"
    package var url: Secret
    package var headers: [Header]
    package var body: [UInt8]

    package struct Header: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A JSON request.
    init(url: Secret, json: [UInt8], headers: [Header] = []) {
        self.url = url
        self.headers = [Header("Content-Type", "application/json; charset=utf-8")] + headers
        body = json
    }
}

/// A platform's answer.
package struct IncomingResponse: Sendable {
    package var status: Int
    package var body: [UInt8]
    /// The value of `Retry-After`.
    package var retryAfter: String?

    package init(status: Int, body: [UInt8] = [], retryAfter: String? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }

    /// The beginning of the body as one line for the operator.
    var words: String {
        String(decoding: body.prefix(120), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// What an answer means for the message.
package enum Verdict: Sendable, Hashable {
    case delivered
    /// Try again, not before so many seconds where the platform says so.
    case later(seconds: Int?, reason: String)
    /// Never to be tried again as it is.
    case refused(reason: String)
    /// Refused for its size: to be shortened once.
    case tooLong(reason: String)
}
