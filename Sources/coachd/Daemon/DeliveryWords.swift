import CivilTime
import Coaching
import Engine

/// What the operator reads of deliveries: each trouble once, with what to do.
enum DeliveryWords {
    static func lines(for reports: [DeliveryQueue.Report]) -> [(ErrorLog.Priority, String)] {
        var lines: [(ErrorLog.Priority, String)] = []
        // A long outage ends the time of many at once.
        var expired: [Expired: Int] = [:]
        for report in reports {
            switch line(for: report) {
            case .one(let priority, let words): lines.append((priority, words))
            case .oneOfMany(let one): expired[one, default: 0] += 1
            }
        }
        let words = expired.map { one, count in
            count == 1
                ? "1 \(one.kind.rawValue) message for \"\(one.channel)\" could not be delivered in its time and is dropped"
                : "\(count) \(one.kind.rawValue) messages for \"\(one.channel)\" could not be delivered in their time and are dropped"
        }
        return lines + words.sorted().map { (.warning, $0) }
    }

    /// A message whose time was over.
    private struct Expired: Hashable {
        let kind: Message.Kind
        let channel: String
    }

    private enum Line {
        case one(ErrorLog.Priority, String)
        /// Counted with those that say the same.
        case oneOfMany(Expired)
    }

    private static func line(for report: DeliveryQueue.Report) -> Line {
        switch report {
        case .refused(let channel, let message, let reason, let fallback):
            let next =
                fallback.map { "It goes to the fallback \"\($0)\"" }
                ?? "There is no fallback, so it was not delivered"
            return .one(.error, "\"\(channel)\" refused a \(message.rawValue) message: \(reason). \(next)")
        case .failing(let channel, let attempts, let reason, let retryAt, let fallback):
            let next =
                fallback.map { "the fallback \"\($0)\" takes over" } ?? retryAt.map { "next try at \($0)" }
                ?? "it is held and not tried again"
            return .one(attempts == 1 ? .info : .warning, "\"\(channel)\", attempt \(attempts): \(reason); \(next)")
        case .opened(let channel, isDead: true, let reason, let probeAt):
            return .one(
                .error,
                "\"\(channel)\" takes no messages any more: \(reason). Nothing is sent there but one message now and then, first at "
                    + "\(probeAt). Mend it in the configuration or on the platform, then: systemctl reload coachd"
            )
        case .opened(let channel, isDead: false, let reason, let probeAt):
            return .one(
                .error,
                "\"\(channel)\" cannot be reached: \(reason). One message now and then tries it, next at \(probeAt); the others wait "
                    + "or go to their fallback"
            )
        case .closed(let channel, let since):
            return .one(.notice, "\"\(channel)\" takes messages again; it did not since \(since)")
        case .diverted(let channel, let fallback, let count):
            let messages = count == 1 ? "1 message that waited" : "\(count) messages that waited"
            return .one(
                .warning,
                "\(messages) for \"\(channel)\" \(count == 1 ? "goes" : "go") to the fallback \"\(fallback)\"")
        case .rerouted(let channel, let other, let count):
            let isOne = count == 1
            let fate =
                other.map { "\(isOne ? "goes" : "go") to \"\($0)\"" }
                ?? "\(isOne ? "is" : "are") dropped, for no route leads to whom \(isOne ? "it was" : "they were") for"
            return .one(
                .warning,
                "there is no channel \"\(channel)\" any more: \(isOne ? "1 message" : "\(count) messages") waited for it and \(fate)"
            )
        case .held(let channel, let message, let row):
            return .one(
                .warning,
                "a \(message.rawValue) message through \"\(channel)\" may have arrived and is held: coachd outbox show \(row)"
            )
        case .expired(let channel, let message):
            return .oneOfMany(Expired(kind: message, channel: channel))
        case .damaged(let message, let reason):
            return .one(.error, "message \(message) in the store cannot be read (\(reason)); it is dropped")
        }
    }
}
