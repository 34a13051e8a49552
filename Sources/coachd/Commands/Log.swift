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
            """,
        options: [
            .init("--two-way", nil, "the customer took part; without it a touch only went out"),
            .init("--who", "NAME", "the stakeholder, by name or the beginning of it"),
            .init("--milestone", "TITLE", "the milestone that it serves, by title or the beginning of it"),
            .init("--note", "TEXT", "what is worth remembering"),
            .init("--when", "TIME", "an instant (RFC 3339), or HH:MM today in the rep's zone; else now"),
            .init("--rep", "EMAIL", "who did it; else $COACHD_REP, else the account's rep"), .store, .config,
        ], operandCount: 2...2
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.write)
        let account = try account(named: invocation.operands[0], in: store)
        guard let kind = ActivityKind(rawValue: invocation.operands[1]) else {
            let names = ActivityKind.allCases.map(\.rawValue)
            let near = nearestName(to: invocation.operands[1], in: names).map { "did you mean \($0)?" }
            throw UsageError(
                "\"\(invocation.operands[1])\" is no kind of activity",
                hint: near ?? "the kinds are \(names.joined(separator: ", "))")
        }
        let roster = try context.roster(store)
        let member = try member(invocation, account, roster)
        var activity = LoggedActivity(
            personID: member.rep.id, accountID: account.id, kind: kind, at: try instant(invocation, member.rep))
        if kind.isTouch {
            activity.direction = invocation.has("--two-way") ? .twoWay : .out
        } else if invocation.has("--two-way") {
            throw UsageError(
                "\(kind.rawValue) is preparation, nobody else takes part in it: --two-way goes with a touch")
        }
        activity.stakeholderID = try one(
            invocation.value("--who"), of: try store.stakeholders(of: account.id), "stakeholder", account.name)?.id
        let milestone = try one(
            invocation.value("--milestone"), of: try store.milestones(of: account.id), "milestone", account.name)
        activity.milestoneID = milestone?.id
        activity.note = invocation.value("--note")
        try store.editing(as: member.rep.email, at: SystemClock.now) { try store.log(activity) }
        let serves = milestone.map { ", for \($0.name)" } ?? ""
        let local = member.rep.zone.local(activity.at)
        let date = DateWords(today: member.rep.zone.date(at: SystemClock.now)).said(local.date)
        Terminal.writeLine(
            "Logged: \(kind.noun) with \(account.name)\(serves), \(date) \(local.time.toTheMinute), by \(member.rep.name)."
                .escapingControls)
        return .done
    }

    /// The one account of this name or external id.
    static func account(named name: String, in store: Store) throws -> Named {
        let found = try store.accounts(named: name)
        if found.count == 1, let account = found.first { return account }
        if found.isEmpty {
            let near = nearestName(to: name, in: try store.accountNames()).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Failure("there is no account \"\(name)\"\(near)")
        }
        let ids = found.map { "\($0.name) (\($0.externalID ?? "row \($0.id)"))" }.joined(separator: ", ")
        throw Failure("there are several accounts \"\(name)\": \(ids). Name one by its external id")
    }

    private static func member(_ invocation: Invocation, _ account: Named, _ roster: Roster) throws -> Roster.Member {
        if let email = invocation.value("--rep") ?? Terminal.environment("COACHD_REP") {
            if let member = roster.member(email: email) { return member }
            let near =
                nearestEmail(to: email, in: roster.members.values.map(\.rep.email)).map { "; did you mean \($0)?" }
                ?? ""
            throw Failure("there is no person \(email)\(near)")
        }
        guard let member = account.owner.flatMap({ roster.members[$0] }) else {
            throw Failure("\(account.name) has no rep: say who did it with --rep EMAIL")
        }
        return member
    }

    /// The one that is named so, or whose name begins so.
    private static func one(_ name: String?, of all: [Named], _ what: String, _ account: String) throws -> Named? {
        guard let name else { return nil }
        let wanted = name.lowercased()
        let exact = all.filter { $0.name.lowercased() == wanted }
        let found = exact.isEmpty ? all.filter { $0.name.lowercased().hasPrefix(wanted) } : exact
        if found.count == 1 { return found.first }
        let names = (found.isEmpty ? all : found).map(\.name).joined(separator: ", ")
        if found.isEmpty {
            throw Failure(
                all.isEmpty ? "\(account) has no \(what) yet" : "\(account) has no \(what) \"\(name)\"; it has \(names)"
            )
        }
        throw Failure("\"\(name)\" fits several: \(names)")
    }

    private static func instant(_ invocation: Invocation, _ rep: Rep) throws -> Instant {
        guard let text = invocation.value("--when") else { return SystemClock.now }
        let now = SystemClock.now
        let instant: Instant
        if let time = try? TimeOfDay(parsing: text) {
            instant = rep.zone.instant(of: CivilDateTime(date: rep.zone.date(at: now), time: time))
        } else {
            do throws(TimeFormatError) {
                instant = try Instant(rfc3339: text)
            } catch {
                throw UsageError("--when: \(error)", hint: "or a time of today, such as 16:20")
            }
        }
        // A minute of grace for clocks that differ.
        guard instant <= now.adding(seconds: 60) else {
            throw UsageError(
                "--when: \(text) is still to come in \(rep.zone)",
                hint: "log what was done; another day is written as 2026-11-24T16:20:00Z")
        }
        return instant
    }
}
