import Chat
import CivilTime
import Coaching
import Store

/// The one engine: does all that is due at an instant and says when it wants to be called again. The daemon calls it from a timer; the
/// demo and the tests call it with a virtual clock. Not Sendable: it stays with the store on one actor or thread.
package final class Engine {
    package let store: Store
    package private(set) var policy: PolicySettings
    package private(set) var routing: Routing
    package private(set) var roster: Roster
    private let zones: ZoneDatabase
    /// When each person's or team's next slot or midnight comes.
    private var due: [SlotOwner: Instant] = [:]
    var lastSlots: [SlotKey: CivilDate]
    /// The local date that a person's findings stand for; a person who is missing was not looked at since the start.
    var evaluated: [RowID: CivilDate] = [:]
    /// When a person's findings change without a mark: activity that was written ahead of its time comes true.
    var ripens: [RowID: Instant] = [:]
    var known: Set<RowID>
    private var lists = KnownLists()
    private var lastStep: Instant?

    /// More than so many a day nobody is told, whatever happens.
    private static let messagesADay = 3
    /// Marks that are looked at in one transaction, a second's work on a slow machine. Others may write before the next one, however much
    /// was imported anew; they wait for 10 seconds at most. A day costs as much as ten accounts.
    static let marksAtOnce = (accounts: 2_000, days: 200)
    /// People and teams whose slots run in one step, about a second's work: others may write before the next one, and the watchdog is told.
    static let (peopleAtOnce, teamsAtOnce, leadersAtOnce) = (400, 40, 40)

    package init(store: Store, policy: PolicySettings, routing: Routing, zones: ZoneDatabase) throws {
        self.store = store
        self.policy = policy
        self.routing = routing
        self.zones = zones
        roster = try Roster(store, policy: policy, routing: routing, zones: zones)
        lastSlots = try store.lastSlots()
        known = Set(try store.evaluations().keys)
    }

    /// Does what fell due: looks again at what changed and at whoever has a new day, then runs the slots.
    /// - Returns: when the next slot or local midnight comes; changes of the store want a step of their own. It is `now` while more has
    ///   changed or fallen due than is done at once: the next step is wanted at once.
    @discardableResult
    package func step(at now: Instant) throws -> Instant {
        // A clock that was set back, perhaps while coachd was down: what is due is counted anew. Slots that have a row never come
        // twice; those that were only skipped because the clock was ahead are still to come.
        if lastStep.map({ now < $0 }) ?? true {
            due.removeAll()
            evaluated.removeAll()
            lists = KnownLists()
            try store.database.transaction { try store.forgetSkipped(after: now) }
            lastSlots = try store.lastSlots()
        }
        lastStep = now
        guard try lookAtChanges(now) else { return now }
        // A leader's own messages come after his agenda.
        let isAll =
            try run(roster.order.filter { !roster.isLeaderOrDeputy($0) }, Self.peopleAtOnce, now)
            && run(roster.teams, now)
            && run(roster.order.filter { roster.isLeaderOrDeputy($0) }, Self.leadersAtOnce, now)
        return isAll ? due.values.min() ?? now.adding(seconds: 86_400) : now
    }

    /// Runs the slots of those for whom something is due.
    /// - Returns: whether those were all.
    private func run(_ people: [RowID], _ limit: Int, _ now: Instant) throws -> Bool {
        let waiting = people.filter { (due[.person($0)] ?? now) <= now }
        for id in waiting.prefix(limit) { try dayOf(person: id, now) }
        return waiting.count <= limit
    }

    private func run(_ teams: [Roster.Team], _ now: Instant) throws -> Bool {
        let waiting = teams.filter { (due[.team($0.id)] ?? now) <= now }
        for team in waiting.prefix(Self.teamsAtOnce) { try dayOf(team: team, now) }
        return waiting.count <= Self.teamsAtOnce
    }

    /// Steps until all that changed was looked at and all that fell due was run: for who has no others to let write in between.
    package func settle(at now: Instant) throws -> Instant {
        var next = try step(at: now)
        while next == now { next = try step(at: now) }
        return next
    }

    /// Takes over other settings: a changed threshold or zone takes effect at the next step, for all. When it throws, all stays as it was.
    package func reconfigure(policy: PolicySettings, routing: Routing) throws {
        let roster = try Roster(store, policy: policy, routing: routing, zones: zones)
        (self.policy, self.routing, self.roster) = (policy, routing, roster)
        due.removeAll()
        evaluated.removeAll()
        lists = KnownLists()
    }

    // MARK: What changed

    /// - Returns: whether that was all.
    private func lookAtChanges(_ now: Instant) throws -> Bool {
        guard try store.isAnythingMarked() else { return true }
        return try store.database.transaction {
            let changes = try store.changes(accounts: Self.marksAtOnce.accounts, days: Self.marksAtOnce.days)
            try store.clear(changes)
            let isAll = try !store.isAnythingMarked()
            // What is still marked is remembered as it was.
            if !isAll { lists = KnownLists() }
            if !changes.people.isEmpty {
                try rebuild()
                // Their findings may all have changed; the slots below count anew as well.
                for id in changes.people {
                    evaluated[id] = nil
                    lists.forget(id)
                }
            }
            // All are known anew before any is looked at: its message may be like that of another which changed with it.
            var accounts: [(id: RowID, found: Account?)] = []
            for id in changes.accounts {
                accounts.append((id, try store.accounts(.account(id), at: now, areNamed: false).first))
                lists.renew(id, accounts.last?.found)
            }
            var keeper = EpisodeKeeper(store: store)
            for (id, found) in accounts {
                if let found, let next = try store.nextActivity(of: .account(id), after: now) {
                    ripens[found.repID] = min(next, ripens[found.repID] ?? next)
                    due[.person(found.repID)] = due[.person(found.repID)].map { min($0, next) }
                }
                // Of whom nothing was looked at yet a first look is to come: what it finds is a backlog.
                let account = found.flatMap { known.contains($0.repID) ? $0 : nil }
                let open = try keeper.openEpisodes(.account(id))
                let reps = Set(open.values.map(\.finding.repID)).union([account?.repID].compactMap { $0 })
                let days = Dictionary(
                    uniqueKeysWithValues: reps.compactMap { roster.members[$0] }
                        .map { ($0.rep.id, RepDay($0.rep, at: now)) })
                let likeness = account.flatMap { account in
                    days[account.repID].flatMap { day in lists.with(account.repID) { $0.likeness(on: day) } }
                }
                try keeper.update(account: account, open: open, days: days, likeness: likeness)
            }
            for id in changes.days where !changes.people.contains(id) {
                guard let member = roster.members[id] else { continue }
                try keeper.update(dayOf: RepDay(member.rep, at: now))
            }
            try answerLeaders(changes, now)
            return isAll
        }
    }

    private func rebuild() throws {
        roster = try Roster(store, policy: policy, routing: routing, zones: zones)
        due.removeAll()
    }

    /// A write transaction. What is remembered of surveys is forgotten with it when it fails.
    func inTransaction(_ body: () throws -> Void) throws {
        let remembered = (evaluated, known, ripens)
        do {
            try store.database.transaction(body)
        } catch {
            (evaluated, known, ripens) = remembered
            throw error
        }
    }

    // MARK: A person's day

    private func dayOf(person id: RowID, _ now: Instant) throws {
        guard let member = roster.members[id], member.rep.role != .observer else {
            due[.person(id)] = .distantFuture
            return
        }
        let today = member.rep.zone.date(at: now)
        if evaluated[id] != today || ripens[id].map({ $0 <= now }) ?? false {
            try inTransaction { _ = try survey(member, now) }
        }
        let slots: [(Message.Kind, DailySlot?)] = [(.morning, member.morning), (.afternoon, member.afternoon)]
        for (kind, slot) in slots {
            guard let slot else { continue }
            let huddle = kind == .morning ? huddleToCome(for: member, before: slot, now) : nil
            if let huddle, huddle > now { continue }
            try run(SlotKey(kind: kind, owner: .person(id)), slot, from: huddle, now) { occurrence, isLate in
                try nudge(member, kind, occurrence, isLate: isLate, now)
            }
        }
        let midnight = member.rep.zone.startOfDay(today.adding(days: 1))
        let huddle = huddleToCome(for: member, before: member.morning, now).flatMap { $0 > now ? $0 : nil }
        due[.person(id)] =
            (slots.compactMap { $0.1?.next(after: now)?.instant } + [huddle, ripens[id]].compactMap { $0 })
            .reduce(midnight, min)
    }

    /// Looks at a person anew and brings the episodes up to date. Call it in a transaction.
    func survey(_ member: Roster.Member, _ now: Instant) throws -> Survey {
        let id = member.rep.id
        let isRipe = ripens[id].map { $0 <= now } ?? false
        if isRipe { lists.forget(id) }
        let isKnown = lists[id] != nil
        let keeper = EpisodeKeeper(store: store)
        // What changed has its mark and was looked at; only the plan of the day moves with the clock.
        if evaluated[id] == member.rep.zone.date(at: now), !isRipe {
            let open = try keeper.openEpisodes(.day(of: id))
            let survey = try read(member.rep, now, countsSpread: keeper.hasSpread(open))
            try keeper.update(dayOf: survey, open: open)
            return survey
        }
        let survey = try read(member.rep, now, countsSpread: true)
        try keeper.update(survey, isFirstLook: !known.contains(id))
        if !isKnown { ripens[id] = try store.nextActivity(of: .rep(id), after: now) }
        // On a day off nothing opens, so the first look is still to come.
        if evaluated[id] != survey.day.today, known.contains(id) || survey.day.isWorking {
            try store.setEvaluation(of: id, on: survey.day.today)
            known.insert(id)
        }
        evaluated[id] = survey.day.today
        return survey
    }

    private func read(_ rep: Rep, _ now: Instant, countsSpread: Bool) throws -> Survey {
        func survey(_ list: inout RepList) throws -> Survey {
            try Survey(of: rep, at: now, &list, in: store, countsSpread: countsSpread)
        }
        // Somebody may have written since the step began; his marks are for the next one.
        let isCurrent = try !store.isAnythingMarked()
        if isCurrent, let survey = try lists.with(rep.id, survey) { return survey }
        var list = RepList(try store.accounts(.rep(rep.id), at: now))
        let survey = try survey(&list)
        if isCurrent { lists[rep.id] = list }
        return survey
    }

    private func nudge(
        _ member: Roster.Member, _ kind: Message.Kind, _ occurrence: Occurrence, isLate: Bool, _ now: Instant
    ) throws -> [Composed] {
        guard !member.rep.hasLeft(on: occurrence.date) else { return [] }
        let survey = try survey(member, now)
        guard try hasRoom(for: kind, to: member.rep.id, on: occurrence.date),
            let message = try composed(kind, for: member, survey, on: occurrence.date)
        else { return [] }
        return [
            Composed(
                message: message, team: nil, person: member.rep.id, channel: member.channel,
                expires: member.rep.zone.instant(of: CivilDateTime(date: occurrence.date, time: member.rep.hours.end)))
        ]
    }

    func composed(
        _ kind: Message.Kind, for member: Roster.Member, _ survey: Survey, on date: CivilDate
    ) throws -> Message? {
        let briefings = Briefings(store: store, bank: member.bank)
        guard kind == .afternoon else {
            let briefing = try briefings.briefing(for: member, survey)
            let leading = try leaderBriefing(for: member, survey.day)
            let message = leading.map { Message.morning(briefing, leading: $0) } ?? .morning(briefing)
            return try message.map { try inviting(telling($0, member, survey.day.now), member, on: date) }
        }
        if hasWeekly(member, on: date) { return nil }
        let morning = try store.composed(.morning, for: member.rep.id, on: date)
        // Most afternoons bring nothing new: then nothing is gathered either.
        if let morning, try !store.hasNews(for: member.rep.id, since: morning) { return nil }
        let message = Message.afternoon(try briefings.briefing(for: member, survey), since: morning)
        return try message.map { try telling($0, member, survey.day.now) }
    }

    /// The message with what its leader praised and what colleagues answered to its reader.
    private func telling(_ message: Message, _ member: Roster.Member, _ now: Instant) throws -> Message {
        message.telling(try store.answersToTell(to: member.rep.id, at: now))
            .telling(try store.praiseToTell(to: member.rep.id, at: now))
    }

    /// Whether a person may be told one more thing. Agendas are never left out, nor is what he owes his teams for having several: beside
    /// his morning and the line of the week they count as one. His afternoon can wait.
    func hasRoom(for kind: Message.Kind, to person: RowID, on date: CivilDate) throws -> Bool {
        let (agendas, others) = try store.messages(to: person, on: date)
        return (kind == .afternoon ? agendas : min(1, agendas)) + others < Self.messagesADay
    }

    // MARK: A team's day

    private func dayOf(team: Roster.Team, _ now: Instant) throws {
        let leads = roster.huddleSlots(of: team, at: now)
        for (member, slot) in leads {
            guard let latest = slot.latest(atOrBefore: now), roster.leads(member, team, at: latest.instant) else {
                continue
            }
            try run(SlotKey(kind: .huddle, owner: .team(team.id)), slot, now) { occurrence, _ in
                try huddle(team, leader: member, occurrence, now)
            }
        }
        let weekly = roster.weeklySlot(of: team, at: now)
        let awaited = weekly.flatMap { huddleToCome(for: $0.leader, before: $0.slot, now) }
        if let (leader, slot) = weekly, awaited.map({ $0 <= now }) ?? true {
            try run(SlotKey(kind: .weekly, owner: .team(team.id)), slot, from: awaited, now) { occurrence, _ in
                try self.weekly(team, leader: leader, occurrence, now)
            }
        }
        let midnight = team.zone.startOfDay(team.zone.date(at: now).adding(days: 1))
        due[.team(team.id)] = (leads.map(\.slot) + [weekly?.slot].compactMap { $0 })
            .compactMap { $0.next(after: now)?.instant }
            .reduce(awaited.map { $0 > now ? min($0, midnight) : midnight } ?? midnight, min)
    }
}

extension Instant {
    /// After everything that a daemon lives to see.
    static let distantFuture = Instant(secondsSinceEpoch: 253_402_300_799)
}
