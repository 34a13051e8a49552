import CivilTime
import Coaching
import Engine
import Store

/// Everything that `coachd why` has to say about one account or one person.
struct WhyReport {
    /// One finding with its history and its future.
    struct Part {
        var explanation: Explanation
        /// The account's name, in the report on a person.
        var account: String?
        /// Whom a leader's finding is about.
        var person: String?
        var milestone: String?
        var episode: Episode?
        var said: [Saying] = []
        var next: String
    }

    let heading: String
    /// As a program would name it: the account's name, or the person's e-mail.
    let name: String
    /// What holds for the whole subject: a hold, a day off, no list.
    private(set) var notes: [String] = []
    private(set) var parts: [Part] = []
    /// The other findings of a person's accounts, a line each.
    private(set) var accounts: [String] = []
    private(set) var near: [NearMiss] = []
    private(set) var said: [Saying] = []
    private(set) var slots: [String] = []
    let zone: Zone
    let dates: DateWords

    /// Messages that are listed.
    private static let listed = 5
    /// Times that one finding was spoken of that are listed: more than a ladder has, huddles included.
    private static let spoken = 12

    init(account named: Named, _ context: Context, _ roster: Roster, _ store: Store, at now: Instant) throws {
        name = named.name
        guard let member = named.owner.flatMap({ roster.members[$0] }) else {
            heading = named.name
            zone = .utc
            dates = DateWords(today: Zone.utc.date(at: now))
            notes = ["nobody has it on the list of 50, so nothing is looked for"]
            return
        }
        let survey = try Survey(of: member.rep, at: now, in: store)
        let day = survey.day
        zone = member.rep.zone
        dates = DateWords(today: day.today)
        heading =
            "\(named.name)\(named.externalID.map { " (\($0))" } ?? "") · \(member.rep.name) · \(Self.moment(day))"
        guard let account = survey.accounts.first(where: { $0.id == named.id }) else {
            let status = try store.status(of: named.id)
            notes = [
                "its status is \(status?.status.rawValue ?? "")\(status?.reason.map { " (\"\($0)\")" } ?? ""): only active accounts are looked at"
            ]
            said = try store.sayings(aboutAccount: named.id, at: now, limit: Self.listed)
            return
        }
        let evidence = try Self.evidence(of: account, on: day, in: store)
        if !account.isSelected(on: day.today) {
            notes.append(
                "it comes on the list on \(dates.dated(account.selectedOn)); before that nothing is looked for")
        }
        if let hold = account.hold(on: day.today) {
            notes.append(
                "it rests until \(dates.dated(hold.until)) (\"\(hold.reason)\"): a hold answers all findings and lets none open"
            )
        }
        notes += Self.notes(on: day)
        let origins = ThresholdOrigins(
            context.configuration.policy, email: member.rep.email, team: Self.team(of: member, roster)?.name)
        let findings = (survey.states[account.id] ?? []).sorted { $0.kind.priority < $1.kind.priority }
        let next = try Self.next(for: member, survey, roster, store)
        let open = try store.openEpisodes(.account(account.id)).filter { $0.openedAt <= now }
        let first = open.filter { episode in findings.contains { $0.key == episode.finding.key } }.min {
            $0.comesBefore($1)
        }
        for finding in findings {
            let episode = open.first { $0.finding.key == finding.key }
            parts.append(
                Part(
                    explanation: Explanation(finding, evidence, origins, on: day),
                    milestone: account.milestones.first { $0.id == finding.milestoneID }?.title, episode: episode,
                    said: try episode.map { try store.sayings(aboutFinding: $0.id, at: now, limit: Self.spoken) } ?? [],
                    next: episode.map { next.words(for: $0, first: first) } ?? Self.notRecorded))
        }
        if account.hold(on: day.today) == nil, account.isSelected(on: day.today) {
            near = NearMiss.all(evidence, origins, found: Set(findings.map(\.kind)), on: day)
        }
        said = try store.sayings(aboutAccount: account.id, at: now, limit: Self.listed)
        slots = try Self.slots(of: member, day, store)
    }

    init(person member: Roster.Member, _ context: Context, _ roster: Roster, _ store: Store, at now: Instant) throws {
        let rep = member.rep
        let survey = try Survey(of: rep, at: now, in: store)
        let day = survey.day
        name = rep.email
        zone = rep.zone
        dates = DateWords(today: day.today)
        heading = "\(rep.name) (\(rep.email)), \(rep.role.rawValue) · \(Self.moment(day))"
        notes = Self.notes(on: day) + [member.unreached.map { "no message gets through: \($0)" }].compactMap { $0 }
        let open = try store.openEpisodes(.rep(rep.id)).filter { $0.openedAt <= now }
        let next = try Self.next(for: member, survey, roster, store)
        for finding in survey.dayFindings {
            let episode = open.first { $0.finding.key == finding.key }
            parts.append(
                Part(
                    explanation: Explanation(finding, on: day), episode: episode,
                    said: try episode.map { try store.sayings(aboutFinding: $0.id, at: now, limit: Self.spoken) } ?? [],
                    next: episode.map { next.words(for: $0, first: nil) } ?? Self.notRecorded))
        }
        // A leader's findings depend on what others do: they are those that the daemon keeps.
        for episode in try store.openLeaderEpisodes(of: rep.id) where episode.openedAt <= now {
            let about = episode.finding.personID.flatMap { roster.members[$0]?.rep }
            let quieted = try (about?.teamID ?? rep.teamID).map { try store.quieted(in: $0).map(\.kind) } ?? []
            let next = NextLeaderMention(day: day, unreached: member.unreached, quieted: Set(quieted))
            parts.append(
                Part(
                    explanation: Explanation(episode.finding, on: day),
                    account: try episode.finding.accountID.flatMap {
                        try store.accounts(.account($0), at: now).first?.name
                    },
                    person: about?.name, episode: episode,
                    said: try store.sayings(aboutFinding: episode.id, at: now, limit: Self.spoken),
                    next: next.words(for: episode)))
        }
        for account in survey.accounts {
            if let hold = account.hold(on: day.today) {
                accounts.append("\(account.name): rests until \(dates.dated(hold.until))")
                continue
            }
            let findings = (survey.states[account.id] ?? []).sorted { $0.kind.priority < $1.kind.priority }
            guard let first = findings.first else { continue }
            let kinds = findings.map { finding in
                "\(finding.kind.rawValue)\(finding.days.map { " (\(workingDaysInWords($0)))" } ?? "")"
            }
            let episode = open.first { $0.finding.key == first.key }
            let future = episode.map { next.words(for: $0, first: $0) } ?? Self.notRecorded
            accounts.append("\(account.name): \(kinds.joined(separator: ", ")) · next: \(future)")
        }
        said = try store.sayings(toPerson: rep.id, at: now, limit: Self.listed)
        slots = try Self.slots(of: member, day, store)
    }

    // MARK: Gathering

    private static let notRecorded = "not recorded yet: `coachd serve` opens it at its next look"

    private static func moment(_ day: RepDay) -> String {
        "\(DateWords(today: day.today).dated(day.today)), \(day.time.toTheMinute) (\(day.rep.zone))"
    }

    private static func notes(on day: RepDay) -> [String] {
        let dates = DateWords(today: day.today)
        if let left = day.rep.leftOn, left <= day.today {
            return ["\(day.rep.firstName) left on \(dates.dated(left)): no message goes there any more"]
        }
        return day.isWorking
            ? []
            : ["\(day.rep.firstName) does not work today: nothing opens and nothing is said; an act still resolves"]
    }

    private static func team(of member: Roster.Member, _ roster: Roster) -> Roster.Team? {
        roster.team(member.rep.teamID)
    }

    private static func evidence(of account: Account, on day: RepDay, in store: Store) throws -> Evidence {
        let touch = try store.lastTouchRow(of: account.id, at: day.now)
        return Evidence(
            AccountStory(account, lastTouch: try store.lastTouch(of: account.id, at: day.now)), touchID: touch?.id,
            touchExternalID: touch?.externalID, touchBy: touch?.by, holds: try store.holdIDs(of: account.id),
            dayNames: try store.holidayNames(for: day.rep.id, team: day.rep.teamID))
    }

    /// What the next message would take up, by the very policy that composes it.
    private static func next(
        for member: Roster.Member, _ survey: Survey, _ roster: Roster, _ store: Store
    ) throws -> NextMention {
        let day = survey.day
        var next = NextMention(ladder: member.policy.ladder, day: day)
        next.unreached = member.unreached
        if let team = member.rep.teamID { next.quieted = Set(try store.quieted(in: team).map(\.kind)) }
        next.lastMention = try store.lastMentions(to: member.rep.id, since: day.today.adding(days: -NudgePolicy.memory))
        next.idleAfternoons = try store.idleAfternoons(of: member.rep.id, before: day.today, at: day.now)
        let found = Set(survey.accounts.flatMap { survey.states[$0.id] ?? [] }.map(\.key))
        let open = try store.openEpisodes(.rep(member.rep.id)).filter { episode in
            found.contains(episode.finding.key) && !next.quieted.contains(episode.finding.kind)
        }
        let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
        let selection = member.policy.select(open, accounts: accounts, lastMention: next.lastMention, on: day)
        next.chosen = Set(selection.episodes.map(\.id))
        return next
    }

    /// "morning: sent at 09:00", "afternoon: due at 14:30".
    private static func slots(of member: Roster.Member, _ day: RepDay, _ store: Store) throws -> [String] {
        let run = try store.slots(of: member.rep.id, on: day.today)
        let planned: [(Message.Kind, DailySlot?)] = [(.morning, member.morning), (.afternoon, member.afternoon)]
        return planned.compactMap { kind, slot in
            if let row = run.first(where: { $0.kind == kind }), row.at <= day.now {
                return "\(kind.rawValue): \(row.outcome) at \(day.rep.zone.local(row.at).time.toTheMinute)"
            }
            guard let slot, let instant = slot.instant(on: day.today), day.isWorking else { return nil }
            return instant > day.now
                ? "\(kind.rawValue): due at \(slot.time)"
                : "\(kind.rawValue): was due at \(slot.time), coachd was not running"
        }
    }
}
