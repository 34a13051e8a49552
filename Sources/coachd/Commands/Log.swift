import CivilTime
import Coaching
import Diagnostics
import Engine
import Store

extension Command {
    static let log = Command(
        "log", "ACCOUNT KIND", "log one activity: a call, a visit, an hour of research",
        details: """
            KIND is one of \(ActivityKind.allCases.map(\.rawValue).joined(separator: ", ")).

              coachd log "Acme Logistics" call --two-way --who Jonas --note "the audit comes first"
              coachd log Globex research --milestone "CFO met" --when 16:20

            TIME is \(TimeWord.forms).
            """,
        options: [
            .init("--two-way", nil, "the customer took part; without it a call, an e-mail and a message only went out"),
            .init("--who", "NAMES", "the stakeholders who took part, by name or the beginning of it: \"Jonas, Petra\""),
            .init("--milestone", "TITLE", "the milestone that it serves, by title or the beginning of it"),
            .init("--note", "TEXT", "what is worth remembering"),
            .init("--when", "TIME", "when it was in the rep's zone; else now"),
            .init("--rep", "EMAIL", "who did it; else $COACHD_REP, else the account's rep"),
            .init("--kept", nil, "it is what was said for the account: the open commitment is kept"),
            .init("--commit", "TEXT", "what comes next on the account, as a commitment"),
            .init("--on", "DATE", "the day of --commit; else the rep's next working day"), .store, .config,
        ], operandCount: 2...2
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.write)
        let now = SystemClock.now
        if invocation.has("--on"), !invocation.has("--commit") { throw UsageError("--on goes with --commit") }
        let (name, kindName) = (invocation.operands[0], invocation.operands[1])
        if ActivityKind(rawValue: name.lowercased()) != nil, ActivityKind(rawValue: kindName.lowercased()) == nil {
            throw UsageError(
                "the account stands before the kind",
                hint: "coachd log \(kindName.quotedForShell) \(name.lowercased())")
        }
        let account = try Names.account(name, in: store)
        guard let kind = ActivityKind(rawValue: kindName.lowercased()) else {
            let names = ActivityKind.allCases.map(\.rawValue)
            let near = nearestName(to: kindName, in: names).map { "did you mean \($0)?" }
            throw UsageError(
                "\"\(kindName)\" is no kind of activity",
                hint: near ?? "the kinds are \(names.joined(separator: ", "))")
        }
        let roster = try context.roster(store)
        let member = try member(invocation, account, roster)
        var activity = LoggedActivity(
            personID: member.rep.id, accountID: account.id, kind: kind, at: try instant(invocation, member.rep, now))
        if kind.isTouch {
            activity.direction = invocation.has("--two-way") || kind.isTogether ? .twoWay : .out
        } else if invocation.has("--two-way") {
            throw UsageError(
                "\(kind.rawValue) is preparation, nobody else takes part in it: --two-way goes with a touch")
        }
        let people = try stakeholders(invocation.value("--who"), of: account, in: store)
        activity.stakeholderID = people.first
        activity.attendeeIDs = Array(people.dropFirst())
        let milestone = try invocation.value("--milestone").map {
            try Names.one($0, of: try store.milestones(of: account.id), "milestone", account.name)
        }
        activity.milestoneID = milestone?.id
        activity.note = invocation.value("--note")
        let kept = try invocation.has("--kept") ? openCommitment(on: account, of: member.rep, at: now, in: store) : nil
        let next = try nextCommitment(invocation, member.rep, now)
        let watcher = account.owner.flatMap { roster.members[$0]?.rep }
        let isFirstTouch = try kind.isTouch && store.firstTouchAt(of: account.id, at: now) == nil
        let before = try kinds(account, watcher, at: now, in: store)
        try store.editing(as: member.rep.email, at: now) {
            try store.log(activity)
            if let kept { try store.keep(kept, at: now) }
            if let next {
                _ = try store.commit(member.rep.id, to: next.text, about: account.id, on: next.date, at: now)
            }
        }
        let after = try kinds(account, watcher, at: now, in: store)
        let serves = milestone.map { ", for \($0.name)" } ?? ""
        let local = member.rep.zone.local(activity.at)
        let words = DateWords(today: member.rep.zone.date(at: now))
        say(
            "Logged: \(kind.noun) with \(account.name)\(serves), \(words.said(local.date)) \(local.time.toTheMinute), by \(member.rep.name)."
        )
        if let kept { say("Kept: \(kept.text)") }
        if let next { say("Said for \(words.said(next.date)): \(next.text)") }
        if isFirstTouch {
            say("It is the first touch of \(account.name).")
        } else if let answer = answered(before.subtracting(after), after, account.name, milestone?.name) {
            say(answer)
        }
        return .done
    }

    /// Those of a list with commas, each once; a comma may also stand in a name.
    private static func stakeholders(_ names: String?, of account: Named, in store: Store) throws -> [RowID] {
        guard let names else { return [] }
        let all = try store.stakeholders(of: account.id)
        let wanted =
            Names.match(names, all).isEmpty
            ? names.split(separator: ",").map { String($0).trimmed } : [names]
        var seen: Set<RowID> = []
        return try wanted.map { try Names.one($0, of: all, "stakeholder", account.name).id }.filter {
            seen.insert($0).inserted
        }
    }

    /// What is found about the account, as its rep would hear it.
    private static func kinds(_ account: Named, _ rep: Rep?, at now: Instant, in store: Store) throws -> Set<
        FindingKind
    > {
        guard let rep, account.isActive else { return [] }
        let states = try Survey(of: rep, at: now, in: store).states[account.id] ?? []
        return Set(states.map(\.kind))
    }

    /// What the activity answered, where one line says it.
    private static func answered(
        _ resolved: Set<FindingKind>, _ left: Set<FindingKind>, _ account: String, _ milestone: String?
    ) -> String? {
        let idle: Set<FindingKind> = [.stalled, .quiet, .holdEnded]
        if !resolved.isDisjoint(with: idle), left.isDisjoint(with: idle) { return "\(account) is moving again." }
        if resolved.contains(.milestoneNear), let milestone { return "\(milestone) is being worked for now." }
        if resolved.contains(.singleThreaded) { return "\(account) has enough roles in the talk now." }
        return nil
    }

    private static func openCommitment(
        on account: Named, of rep: Rep, at now: Instant, in store: Store
    ) throws -> Said {
        let open = try store.openSaid(.commitment, by: rep.id, about: account.id, at: now)
        if open.count == 1, let said = open.first { return said }
        guard !open.isEmpty else { throw Failure("\(rep.name) has said nothing that is open on \(account.name)") }
        let lines = open.map { "\($0.id) \($0.text)" }
        throw Failure(
            "\(rep.name) has said several things on \(account.name): coachd commit keep NUMBER says which",
            hint: lines.joined(separator: "\n"))
    }

    /// What `--commit` says, with its day: a day from now on, tomorrow at the earliest where none is given.
    private static func nextCommitment(
        _ invocation: Invocation, _ rep: Rep, _ now: Instant
    ) throws -> (text: String, date: CivilDate)? {
        guard let text = try invocation.text("--commit") else { return nil }
        let today = rep.zone.date(at: now)
        let date = try invocation.date("--on", today: today) ?? rep.calendar.next(after: today)
        guard let date, date >= today else { throw UsageError("--on is over; a commitment is still to come") }
        return (text, date)
    }

    private static func member(_ invocation: Invocation, _ account: Named, _ roster: Roster) throws -> Roster.Member {
        if let email = invocation.value("--rep") ?? Terminal.environment("COACHD_REP") {
            return try Names.person(email, roster)
        }
        guard let member = account.owner.flatMap({ roster.members[$0] }) else {
            throw Failure("\(account.name) has no rep: say who did it with --rep EMAIL")
        }
        return member
    }

    /// - Parameter now: That of the whole command: a later look at the clock would date the activity after what is asked of it.
    private static func instant(_ invocation: Invocation, _ rep: Rep, _ now: Instant) throws -> Instant {
        guard let text = invocation.value("--when") else { return now }
        guard let instant = TimeWord.instant(text, in: rep.zone, now: now) else {
            throw UsageError("--when: \"\(text)\" is no time", hint: "a time is \(TimeWord.forms)")
        }
        guard instant.secondsSinceEpoch >= 0 else {
            throw UsageError("--when: \(text) is long over", hint: "nothing is kept of before 1970")
        }
        // A minute of grace for clocks that differ.
        guard instant <= now.adding(seconds: 60) else {
            throw UsageError(
                "--when: \(text) is still to come in \(rep.zone)",
                hint: "log what was done; a day stands before its time: \"yesterday 16:20\"")
        }
        return instant
    }
}
