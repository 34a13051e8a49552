import Chat
import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

/// How the daemon and its store do, from what can be read: the lock, the rows, the files.
struct StatusReport {
    struct Slot {
        var who: String
        var at: Instant
        var zone: Zone
    }

    struct ChannelReport {
        var health: ChannelHealth
        /// Why it takes nothing; nil while it does.
        var refusal: ChannelFailures?
        /// Why nothing is heard from it; nil where it is, or takes no replies.
        var deafness: (reason: String, since: Instant)?
    }

    let storePath: String
    let holder: InstanceLock.Holder?
    /// Nil where no daemon tells.
    let running: RunningConfiguration?
    let bytes: Int?
    let logBytes: Int?
    let latestActivity: Instant?
    let channels: [ChannelReport]
    let nextHuddle: Slot?
    let nextNudge: Slot?
    /// What somebody has to look at.
    let trouble: [String]

    /// Seconds after its turn for which a message may wait: channels are paced, and small troubles pass.
    private static let patience: Int64 = 3600
    /// Free bytes below which the next writes may fail.
    private static let leastFree = 8 << 20

    init(_ context: Context, at now: Instant) throws {
        let path = StoreFile.resolved(context.storePath)
        let store = try context.store(.read)
        let roster = try context.roster(store)
        storePath = path
        holder = InstanceLock.holder(storePath: path)
        running = holder?.record.map {
            RunningConfiguration(record: $0, ownFile: context.configurationFile.map(Files.absolute))
        }
        bytes = Files.size(path)
        logBytes = Files.size(path + "-wal")
        latestActivity = try store.latestActivity(upTo: now)
        channels = Self.channels(
            try store.channelHealth(), context.configuration.routing, deaf: try store.deafChannels())
        nextHuddle = roster.teams.compactMap { team in
            roster.nextHuddle(of: team, after: now).map { Slot(who: team.name, at: $0.instant, zone: team.zone) }
        }.min { $0.at < $1.at }
        nextNudge = try roster.order.compactMap { roster.members[$0] }.compactMap {
            try Self.nextNudge(of: $0, roster, store, now)
        }.min { $0.at < $1.at }
        var trouble: [String] = []
        if holder == nil { trouble.append("no daemon serves \(path): coachd serve, or systemctl start coachd") }
        if let words = holder?.record?.trouble { trouble.append("the daemon cannot use the store: \(words)") }
        if let free = Files.free(at: path), free < Self.leastFree {
            trouble.append("only \(free >> 10) KiB are free where \(path) lies")
        }
        trouble += running?.trouble ?? []
        if let holder, let slot = roster.overdueSlot(try store.lastSlots(), servedSince: holder.since, at: now) {
            trouble.append(
                "the \(slot.kind.rawValue) of \(slot.who) was due at \(slot.instant) and was not dealt with: the daemon does not get "
                    + "to its work, its log says why (journalctl -u coachd)")
        }
        if roster.order.isEmpty { trouble.append(StatusLine.nobody) }
        trouble += roster.unread
        for channel in channels {
            let health = channel.health
            if let refusal = channel.refusal {
                trouble.append("channel \(health.name) takes nothing since \(refusal.since): \(refusal.reason)")
            }
            if let deafness = channel.deafness {
                trouble.append(
                    "channel \(health.name): what people write there is not heard since \(deafness.since): \(deafness.reason)"
                )
            }
            if let since = health.waitsSince, now.seconds(since: since) > Self.patience {
                trouble.append(
                    "channel \(health.name): a message waits since \(since): coachd outbox list --channel \(health.name)"
                )
            }
        }
        self.trouble = trouble
    }

    /// Those of the configuration, and others for which something waits still.
    private static func channels(
        _ found: [ChannelHealth], _ routing: Routing, deaf: [String: (reason: String, since: Instant)]
    ) -> [ChannelReport] {
        let named = Set(routing.channels.keys).union(routing.saysAllOnConsole ? [Channel.console.name] : [])
        let missing = named.subtracting(found.map(\.name)).map { ChannelHealth(name: $0) }
        return (found.filter { named.contains($0.name) || $0.waiting > 0 } + missing).sorted { $0.name < $1.name }.map {
            ChannelReport(
                health: $0, refusal: $0.failures.flatMap { Circuit.isOpen(after: $0) ? $0 : nil },
                deafness: routing.channels[$0.name]?.answerable == nil ? nil : deaf[$0.name])
        }
    }

    private static func nextNudge(
        of member: Roster.Member, _ roster: Roster, _ store: Store, _ now: Instant
    ) throws -> Slot? {
        let rep = member.rep
        return try Timetable.slots(of: member, in: roster, store).compactMap { $0.slot.next(after: now) }.filter {
            !rep.hasLeft(on: $0.date)
        }
        .map { Slot(who: rep.name, at: $0.instant, zone: rep.zone) }.min { $0.at < $1.at }
    }

    // MARK: As text and as JSON

    var lines: [String] {
        let daemon = holder.map { "process \($0.pid.map(String.init) ?? "?") serves since \($0.since)" } ?? "none"
        let configuration = running.map { ", by \($0.file ?? "no configuration file")" } ?? ""
        let activity = latestActivity.map { "the latest activity \($0)" } ?? "no activity yet"
        var lines = [
            "daemon: \(daemon)\(configuration)",
            "store: \(storePath), \(Self.size(bytes)), write-ahead log \(Self.size(logBytes)), \(activity)",
        ]
        for (name, slot) in [("huddle", nextHuddle), ("nudge", nextNudge)] {
            lines.append("next \(name): \(slot.map { "\(Self.local($0)), \($0.who)" } ?? "none")")
        }
        lines += channels.map(Self.line)
        return (lines + trouble.map { "trouble: \($0)" }).map(\.escapingControls)
    }

    private static func local(_ slot: Slot) -> String {
        let local = slot.zone.local(slot.at)
        return "\(local.date.weekday.name) \(local.date.iso) \(local.time) (\(slot.zone))"
    }

    private static func line(_ channel: ChannelReport) -> String {
        let health = channel.health
        let last = health.lastDelivery.map { "last delivery \($0)" } ?? "no delivery yet"
        let wait =
            health.waitsSince.map {
                "\(health.waiting) \(health.waiting == 1 ? "message waits" : "messages wait"), the first since \($0)"
            } ?? "nothing waits"
        let failing = channel.refusal == nil ? health.failures.map { ", the last try failed: \($0.reason)" } ?? "" : ""
        return "channel \(health.name): \(channel.refusal == nil ? "" : "takes nothing, ")\(last), \(wait)\(failing)"
    }

    private static func size(_ bytes: Int?) -> String {
        guard let bytes else { return "none" }
        return bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KiB" : "\(bytes >> 20) MiB"
    }

    /// Where the store cannot even be read.
    static func json(of error: some CustomStringConvertible, _ path: String) -> JSON {
        ["ok": false, "store": .string(path), "trouble": [.string(error.description)]]
    }

    var json: JSON {
        func slot(_ slot: Slot?) -> JSON {
            slot.map { ["at": .string($0.at.rfc3339), "who": .string($0.who), "zone": .string($0.zone.identifier)] }
                ?? .null
        }
        return [
            "ok": .bool(trouble.isEmpty), "store": .string(storePath), "pid": JSON(holder?.pid),
            "since": JSON(holder?.since.rfc3339), "configuration": JSON(running?.file), "store_bytes": JSON(bytes),
            "wal_bytes": JSON(logBytes),
            "latest_activity_at": JSON(latestActivity?.rfc3339), "next_huddle": slot(nextHuddle),
            "next_nudge": slot(nextNudge), "channels": .array(channels.map(Self.json)),
            "trouble": .array(trouble.map(JSON.string)),
        ]
    }

    private static func json(_ channel: ChannelReport) -> JSON {
        [
            "name": .string(channel.health.name), "takes": .bool(channel.refusal == nil),
            "last_delivery_at": JSON(channel.health.lastDelivery?.rfc3339), "waiting": .integer(channel.health.waiting),
            "waits_since": JSON(channel.health.waitsSince?.rfc3339),
            "failures": .integer(channel.health.failures?.count ?? 0),
            "reason": JSON(channel.health.failures?.reason), "not_heard": JSON(channel.deafness?.reason),
        ]
    }
}
