import CivilTime
import Coaching
import Engine

/// What the operator reads of deliveries: each trouble once, with what to do.
enum DeliveryWords {
    static func lines(for reports: [DeliveryQueue.Report]) -> [(ErrorLog.Priority, String)] {
        var lines: [(ErrorLog.Priority, String)] = []
        // A long outage ends the time of many at once.
        var expired: [String: Int] = [:]
        for report in reports {
            switch line(for: report) {
            case .one(let priority, let words): lines.append((priority, words))
            case .oneOfMany(let words): expired[words, default: 0] += 1
            }
        }
        return lines + expired.sorted { $0.key < $1.key }.map { (.warning, "\($0.value) \($0.key)") }
    }

    private enum Line {
        case one(ErrorLog.Priority, String)
        /// Counted with those that say the same.
        case oneOfMany(String)
    }

    private static func line(for report: DeliveryQueue.Report) -> Line {
        switch report {
        case .refused(let channel, let message, let reason, let fallback):
            let next =
                fallback.map { "It goes to the fallback \"\($0)\"" }
                ?? "There is no fallback, so it was not delivered"
            return .one(.error, "\"\(channel)\" refused a \(message.rawValue) message: \(reason). \(next)")
        case .failing(let channel, let attempts, let reason, let retryAt, let fallback):
            let next = fallback.map { "the fallback \"\($0)\" takes over" } ?? "next try at \(retryAt)"
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
            return .one(.warning, "\(count) messages that waited for \"\(channel)\" go to the fallback \"\(fallback)\"")
        case .rerouted(let channel, let other, let count):
            let fate =
                other.map { "waited for it and go to \"\($0)\"" }
                ?? "waited for it and are dropped, for no route leads to whom they were for"
            return .one(.warning, "there is no channel \"\(channel)\" any more: \(count) messages \(fate)")
        case .held(let channel, let message, let row):
            return .one(
                .warning,
                "a \(message.rawValue) message through \"\(channel)\" may have arrived and is held: coachd outbox show \(row)"
            )
        case .expired(let channel, let message):
            return .oneOfMany(
                "\(message.rawValue) messages for \"\(channel)\" could not be delivered in their time and are dropped")
        case .damaged(let message, let reason):
            return .one(.error, "message \(message) in the store cannot be read (\(reason)); it is dropped")
        }
    }
}
