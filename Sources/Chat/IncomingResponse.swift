import CivilTime
import JSON

/// A platform's answer.
package struct IncomingResponse: Sendable {
    package var status: Int
    /// Asked of few answers.
    private let headers: @Sendable () -> [HeaderField]
    package var body: [UInt8]

    package init(
        status: Int, headers: @autoclosure @escaping @Sendable () -> [HeaderField] = [], body: [UInt8] = []
    ) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The last value under this name, whose letters may be large or small (RFC 9110, 5.1).
    func header(_ name: String) -> String? {
        headers().last { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body where it is JSON. A long answer arrives cut, and is none then.
    var json: JSON? { try? JSON(parsing: body) }

    /// The beginning of the body as one line for the operator.
    var words: String {
        String(decoding: body.prefix(120), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var isSuccess: Bool { (200..<300).contains(status) }

    /// Seconds that `Retry-After` asks for.
    func retryAfter(at now: Instant) -> Int? { RetryAfter.seconds(header("Retry-After"), at: now) }

    /// "HTTP 404: no_service".
    var reason: String { words.isEmpty ? "HTTP \(status)" : "HTTP \(status): \(words)" }

    /// A 2xx with neither the platform's yes nor its no, or cut before either: something in between may have written it, and the message
    /// may have been posted.
    func unclear(without sign: String) -> Verdict {
        .ambiguous(reason: "\(reason) (no answer of the platform's own, which has \(sign))")
    }

    /// The meaning of a status that the platform gives no meaning of its own.
    /// - Parameter delay: What the platform says of a delay elsewhere than in `Retry-After`, in seconds.
    func usualVerdict(at now: Instant, delay: Int? = nil) -> Verdict {
        switch status {
        case 200..<300: return .delivered()
        case 413: return .tooLong(reason: reason)
        case 300..<400:
            return .refused(
                reason: "\(reason) (redirects are not followed: put the final address into the configuration)",
                isChannelDead: true)
        case 401, 403, 404, 405, 410: return .refused(reason: reason, isChannelDead: true)
        case 400, 422: return .refused(reason: reason, isChannelDead: false)
        // Proxies and gateways have statuses of their own, which say nothing of the message.
        default: return .later(seconds: delay ?? retryAfter(at: now), reason: reason)
        }
    }
}
