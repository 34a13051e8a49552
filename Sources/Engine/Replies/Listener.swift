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
    private var troubles: HearingTroubles
    private var lastTurn = 0
    /// When looks were last asked for, to notice a clock that was set back.
    private var lastAsked: Instant?
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
        troubles = HearingTroubles(store)
    }

    /// The looks that may leave now.
    package func looks(at now: Instant, roster: Roster, channels: [String: Channel]) throws -> [Inquiry] {
        noticeClock(now)
        var listening: [(channel: Channel, platform: any Answerable, keys: [EarKey])] = []
        for channel in channels.values.sorted(by: { $0.name < $1.name }) {
            guard let platform = channel.answerable else { continue }
            let keys = roster.ears(of: channel, platform)
            let room = Secret("\(channel.room.value) \(platform.listener)")
            for key in keys where ears[key]?.room != room {
                let position = try store.position(in: channel.name, of: platform.listener, handle: key.handle)
                var ear = Ear(room: room, position: position)
                ear.follows = try position == nil && store.wasHeard(channel.name, handle: key.handle)
                ears[key] = ear
            }
            listening.append((channel, platform, keys))
        }
        let wanted = Set(listening.flatMap(\.keys))
        ears = ears.filter { wanted.contains($0.key) }
        return listening.flatMap { looks(of: $0.channel, $0.platform, $0.keys, now) }
    }

    /// A clock that was set back must not keep a look waiting for as long.
    private func noticeClock(_ now: Instant) {
        defer { lastAsked = now }
        guard let lastAsked, now < lastAsked else { return }
        paces = [:]
        freeAt = [:]
        for key in ears.keys { ears[key]?.dueAt = now }
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
                    look: Look(handle: key.handle, position: ear.position, isNarrow: ear.isNarrow), leftAt: now))
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
        let outcome = answer.outcome(at: now)
        let reports = try follow(outcome, inquiry, &ear, now, engine)
        ears[inquiry.key] = ear
        if case .words(let words, _, _) = outcome { return (reports, !words.isEmpty) }
        return (reports, false)
    }

    private func follow(
        _ outcome: LookOutcome, _ inquiry: Inquiry, _ ear: inout Ear, _ now: Instant, _ engine: Engine
    ) throws -> [Report] {
        let channel = inquiry.channel.name
        switch outcome {
        case .words(let words, let position, let isMore):
            var reports = try keep(words, inquiry, position, isStep: isMore, &ear, now, engine)
            if ear.follows, !isMore {
                ear.follows = false
                reports.append(.lostPlace(channel: channel, reason: "it listens there as another than before"))
            }
            (ear.failures, ear.isInTrouble, ear.ownTrouble, ear.isNarrow) = (0, false, nil, false)
            ear.dueAt = isMore ? now : nextLook(inquiry, words.isEmpty, now, engine.roster)
            return try reports + endTroubles(behind: inquiry.key, now)
        case .cut:
            ear.isNarrow = true
            ear.dueAt = now
            return []
        case .later(let seconds, let reason):
            let wait = backoff.seconds(after: ear.failures + 1, asked: seconds, random: random)
            ear.dueAt = now.adding(seconds: Int64(wait))
            ear.failures += 1
            guard ear.failures >= Self.patience else { return [] }
            ear.isInTrouble = true
            return try troubles.begin(channel, because: reason, isForGood: false, at: now)
        case .lost(let reason):
            try setPosition(inquiry, to: nil)
            ear.position = nil
            ear.failures += 1
            ear.dueAt = now.adding(seconds: Int64(backoff.seconds(after: ear.failures, asked: nil, random: random)))
            return [.lostPlace(channel: channel, reason: reason)]
        case .refused(let reason, let isForAll):
            ear.dueAt = now.adding(seconds: Int64(backoff.longest))
            guard let handle = inquiry.key.handle, !isForAll else {
                ear.isInTrouble = true
                return try troubles.begin(channel, because: reason, isForGood: true, at: now)
            }
            // The platform answers, so the others are heard.
            (ear.failures, ear.isInTrouble) = (0, false)
            defer { ear.ownTrouble = reason }
            let own: [Report] =
                ear.ownTrouble == nil ? [.deafTo(handle: handle, channel: channel, reason: reason)] : []
            return try own + endTroubles(behind: inquiry.key, now)
        }
    }

    /// A conversation is out of the trouble of its channel; the last one ends it.
    private func endTroubles(behind key: EarKey, _ now: Instant) throws -> [Report] {
        let others = ears.filter { $0.key.channel == key.channel && $0.key != key }
        return try others.values.contains(where: \.isInTrouble) ? [] : troubles.end(key.channel, at: now)
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
            return isSilent ? max(now, min(inquiry.leftAt, now).adding(seconds: Self.shortest)) : now
        }
        let isAtWork = roster.isAnyAtWork(inquiry.key.handle, on: inquiry.platform.typeName, at: now)
        return now.adding(seconds: Int64(inquiry.platform.hearing.pauseSeconds * (isAtWork ? 1 : Self.leisure)))
    }
}
