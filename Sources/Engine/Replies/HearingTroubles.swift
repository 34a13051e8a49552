import CivilTime
import Store

/// Which channels nothing is heard from. Each trouble is told once, however many people are listened to and also over a restart, and
/// stands in the store for as long as it lasts.
struct HearingTroubles {
    private let store: Store
    private var deaf: Set<String>?

    init(_ store: Store) { self.store = store }

    mutating func begin(
        _ channel: String, because reason: String, isForGood: Bool, at now: Instant
    ) throws -> [Listener.Report] {
        var known = try known()
        guard known.insert(channel).inserted else { return [] }
        try store.setDeaf(channel, because: reason, at: now)
        deaf = known
        return [.deaf(channel: channel, reason: reason, isForGood: isForGood)]
    }

    mutating func end(_ channel: String, at now: Instant) throws -> [Listener.Report] {
        var known = try known()
        guard known.remove(channel) != nil else { return [] }
        try store.setDeaf(channel, because: nil, at: now)
        deaf = known
        return [.hears(channel: channel)]
    }

    private func known() throws -> Set<String> { try deaf ?? Set(store.deafChannels().keys) }
}
