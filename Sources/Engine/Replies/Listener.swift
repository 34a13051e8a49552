import Chat
import CivilTime
import HTTP
import Store

/// Fetches what people write to coachd, by looks that leave again and again: one for each channel that hears all at once, else one for
/// each person. What a look brings is taken and answered in one write with the place where it ended, so nothing is taken twice and
/// nothing is lost. Not Sendable: it stays with the store; only the looks travel.
package final class Listener {
    private let store: Store
    private let backoff = Backoff(first: 5, longest: 600)
    private let random: (ClosedRange<Int>) -> Int
    private var ears: [EarKey: Ear] = [:]
    private var paces: [String: Pace] = [:]
    /// When the pace of a channel allows another look.
    private var freeAt: [String: Instant] = [:]
    /// The channels that the store says nothing is heard from.
    private var deafChannels: Set<String>?
    private var lastTurn = 0
    private var toldOf: Set<String> = []

    /// The pause between two looks is so many times as long outside a person's working hours.
    private static let leisure = 6
    /// Seconds that a look of a server is apart from the next which should have held it, and did not.
    private static let shortest: Int64 = 2
    /// Looks of a channel on their way at once.
    private static let atOnce = 4
    /// Seconds after which a place is written down though nothing was heard.
    private static let savedEvery: Int64 = 3600
    /// Looks in vain before the operator is told: servers are restarted.
    private static let patience = 3
    /// Strangers that are remembered as told.
    private static let mostStrangers = 1000

    package init(store: Store, random: @escaping (ClosedRange<Int>) -> Int = { Int.random(in: $0) }) {
        self.store = store
        self.random = random
    }

    /// The looks that may leave now.
    package func looks(at now: Instant, roster: Roster, channels: [String: Channel]) throws -> [Inquiry] {
        var listening: [(channel: Channel, platform: any Answerable, keys: [EarKey])] = []
        for channel in channels.values.sorted(by: { $0.name < $1.name }) {
            guard let platform = channel.answerable else { continue }
            let keys = roster.ears(of: channel, platform)
            let room = Secret("\(channel.room.value) \(platform.listener)")
            for key in keys where ears[key]?.room != room {
                let position = try store.position(in: channel.name, of: platform.listener, handle: key.handle)
                ears[key] = Ear(room: room, position: position)
            }
            listening.append((channel, platform, keys))
        }
        let wanted = Set(listening.flatMap(\.keys))
        ears = ears.filter { wanted.contains($0.key) }
        return listening.flatMap { looks(of: $0.channel, $0.platform, $0.keys, now) }
    }

    private func looks(
        of channel: Channel, _ platform: any Answerable, _ keys: [EarKey], _ now: Instant
    ) -> [Inquiry] {
        var leaving: [Inquiry] = []
        var pace = paces[channel.name] ?? Pace()
        let hearing = platform.hearing
        let due = keys.compactMap { key in ears[key].map { (key, $0) } }
            .filter { !$0.1.isOut && $0.1.dueAt <= now }.sorted { $0.1.dueAt < $1.1.dueAt }
        let isOut = keys.count { ears[$0]?.isOut ?? false }
        let room = min(Self.atOnce - isOut, pace.allowance(of: hearing.pace, at: now))
        for (key, ear) in due.prefix(max(0, room)) {
            lastTurn += 1
            ears[key]?.isOut = true
            ears[key]?.turn = lastTurn
            freeAt[channel.name] = pace.spend(hearing.pace, at: now)
            leaving.append(
                Inquiry(
                    key: key, turn: lastTurn, channel: channel, platform: platform,
                    look: Look(handle: key.handle, position: ear.position), leftAt: now))
        }
        paces[channel.name] = pace
        return leaving
    }

    /// When the next look wants to leave; nil when nothing is listened to.
    package func next(after now: Instant) -> Instant? {
        ears.compactMap { key, ear in
            ear.isOut ? nil : max(ear.dueAt, freeAt[key.channel] ?? ear.dueAt)
        }.min()
    }

    /// Takes what a look brought. When it throws nothing was taken, and the look leaves again.
    /// - Returns: what the operator should hear, and whether anybody wrote.
    package func take(
        _ answer: Answer, at now: Instant, by engine: Engine
    ) throws -> (reports: [Report], hasWords: Bool) {
        let inquiry = answer.inquiry
        // The channel leads elsewhere by now, or nobody is listened to there any more.
        guard var ear = ears[inquiry.key], ear.isOut, ear.turn == inquiry.turn else { return ([], false) }
        // Unless it is taken the look leaves again.
        (ear.isOut, ear.dueAt) = (false, now.adding(seconds: Self.shortest))
        ears[inquiry.key] = ear
        var reports: [Report] = []
        var hasWords = false
        switch answer.outcome(at: now) {
        case .words(let words, let position, let isMore):
            reports += try keep(words, inquiry, position, isStep: isMore, &ear, now, engine)
            hasWords = !words.isEmpty
            let wasInTrouble = ear.trouble != nil
            (ear.failures, ear.trouble) = (0, nil)
            ears[inquiry.key] = ear
            if wasInTrouble, troubles(of: inquiry.channel).isEmpty {
                reports.append(.hears(channel: inquiry.channel.name))
            }
            ear.dueAt = isMore ? now : nextLook(inquiry, words.isEmpty, now, engine.roster)
        case .later(let seconds, let reason):
            ear.failures += 1
            let wait = backoff.seconds(after: ear.failures, asked: seconds, random: random)
            ear.dueAt = now.adding(seconds: Int64(wait))
            if ear.failures >= Self.patience, ear.trouble == nil {
                ear.trouble = reason
                reports += deaf(inquiry.channel, reason, isForGood: false)
            }
        case .lost(let reason):
            try setPosition(inquiry, to: nil)
            ear.position = nil
            ear.failures += 1
            ear.dueAt = now.adding(seconds: Int64(backoff.seconds(after: ear.failures, asked: nil, random: random)))
            reports.append(.lostPlace(channel: inquiry.channel.name, reason: reason))
        case .refused(let reason, let isForAll):
            ear.dueAt = now.adding(seconds: Int64(backoff.longest))
            if let handle = inquiry.key.handle, !isForAll {
                if ear.trouble == nil {
                    reports.append(.deafTo(handle: handle, channel: inquiry.channel.name, reason: reason))
                }
                ear.trouble = "\(handle): \(reason)"
            } else {
                ear.trouble = reason
                reports += deaf(inquiry.channel, reason, isForGood: true)
            }
        }
        ears[inquiry.key] = ear
        try note(reports, of: inquiry.channel, hears: ear.trouble == nil, now)
        return (reports, hasWords)
    }

    /// Keeps in the store whether a channel is heard, for who looks after the daemon.
    private func note(_ reports: [Report], of channel: Channel, hears: Bool, _ now: Instant) throws {
        var known = try deafChannels ?? Set(store.deafChannels().keys)
        defer { deafChannels = known }
        for case .deaf(_, let reason, _) in reports {
            try store.setDeaf(channel.name, because: reason, at: now)
            known.insert(channel.name)
        }
        if hears, known.contains(channel.name), troubles(of: channel).isEmpty {
            try store.setDeaf(channel.name, because: nil, at: now)
            known.remove(channel.name)
        }
    }

    /// What is told once, however many people are listened to.
    private func deaf(_ channel: Channel, _ reason: String, isForGood: Bool) -> [Report] {
        troubles(of: channel).contains(reason)
            ? [] : [.deaf(channel: channel.name, reason: reason, isForGood: isForGood)]
    }

    private func troubles(of channel: Channel) -> Set<String> {
        Set(ears.lazy.filter { $0.key.channel == channel.name }.compactMap(\.value.trouble))
    }

    private func keep(
        _ words: [IncomingWords], _ inquiry: Inquiry, _ position: String, isStep: Bool, _ ear: inout Ear,
        _ now: Instant, _ engine: Engine
    ) throws -> [Report] {
        let isDue = !ear.isPlaced || now.seconds(since: ear.savedAt) >= Self.savedEvery
        let isMoved = position != ear.position
        ear.position = position
        guard !words.isEmpty || isMoved && isDue else { return [] }
        var reports: [Report] = []
        try store.durably {
            for some in words { reports += try engine.hear(some, through: inquiry.channel, at: now) }
            try setPosition(inquiry, to: position)
        }
        ear.savedAt = now
        if !isStep { ear.isPlaced = true }
        return reports.filter(isNews)
    }

    private func setPosition(_ inquiry: Inquiry, to position: String?) throws {
        try store.setPosition(
            in: inquiry.channel.name, of: inquiry.platform.listener, handle: inquiry.key.handle, to: position)
    }

    /// Whether the operator has not heard of it.
    private func isNews(_ report: Report) -> Bool {
        guard case .stranger(let channel, _, let id, _) = report else { return true }
        return toldOf.count < Self.mostStrangers && toldOf.insert("\(channel) \(id)").inserted
    }

    private func nextLook(_ inquiry: Inquiry, _ isSilent: Bool, _ now: Instant, _ roster: Roster) -> Instant {
        guard inquiry.platform.hearing.holdSeconds == 0 else {
            return isSilent ? max(now, inquiry.leftAt.adding(seconds: Self.shortest)) : now
        }
        let isAtWork = roster.isAnyAtWork(inquiry.key.handle, on: inquiry.platform.typeName, at: now)
        return now.adding(seconds: Int64(inquiry.platform.hearing.pauseSeconds * (isAtWork ? 1 : Self.leisure)))
    }
}

/// A conversation that is listened to, or all of a channel.
struct EarKey: Hashable, Sendable {
    let channel: String
    let handle: String?
}

/// How the looks for one of them stand.
private struct Ear {
    /// Where the channel leads, and who listens there.
    let room: Secret
    /// Where the last look ended.
    var position: String?
    /// From where what is written is heard is known, here and in the store.
    var isPlaced = false
    var savedAt = Instant(secondsSinceEpoch: 0)
    var isOut = false
    /// The number of the look that is out.
    var turn = 0
    var dueAt = Instant(secondsSinceEpoch: 0)
    var failures = 0
    /// What the operator was told.
    var trouble: String?

    init(room: Secret, position: String?) {
        self.room = room
        self.position = position
    }
}
