import CivilTime
import JSON

/// What the answer to a look means where the platform gives it no meaning of its own.
extension IncomingResponse {
    /// - Parameter delay: What the platform says of a delay elsewhere than in `Retry-After`, in seconds.
    func usualOutcome(at now: Instant, delay: Int? = nil) -> LookOutcome {
        switch usualVerdict(at: now, delay: delay) {
        case .refused(let reason, let isChannelDead): .refused(reason: reason, isForAll: isChannelDead)
        case .later(let seconds, let reason, _): .later(seconds: seconds, reason: reason)
        case .delivered, .ambiguous, .moved, .tooLong: .later(seconds: nil, reason: reason)
        }
    }

    /// A 2xx without what was asked for. Its beginning is not shown: people may have written it.
    var unreadable: LookOutcome {
        .later(seconds: nil, reason: "HTTP \(status) with \(header("Content-Type") ?? "something") that cannot be read")
    }

    /// A 2xx that begins as JSON and does not end as such: only the first mebibyte of an answer is read. Waiting makes it no shorter.
    var isCut: Bool { isSuccess && body.first == UInt8(ascii: "{") && json == nil }
}

extension Look {
    /// The position where the platform's own terms are a number.
    var number: Int? { position.flatMap(Int.init) }
}

extension JSON {
    /// The elements of an array; nil for anything else, which is another thing than an array without any.
    var list: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
}
