import CivilTime
import Coaching
import Configuration
import Engine
import Store

/// What a command that changes or shows rows works with: the store, everybody in it, the instant, who acts and why.
struct Act {
    let invocation: Invocation
    let store: Store
    let roster: Roster
    let now: Instant
    /// Who acts, where `--by` or $COACHD_REP names a person of the store.
    let actor: Roster.Member?
    /// The reason that `--because` gives.
    let reason: String?
    private let defaultZone: Zone

    init(_ invocation: Invocation, _ access: Store.Access = .write) throws {
        self.invocation = invocation
        let context = try Context(invocation)
        store = try context.store(access)
        let roster = try context.roster(store)
        self.roster = roster
        now = try invocation.instant()
        let email = invocation.value("--by") ?? Terminal.environment("COACHD_REP")
        actor = try email.map { try Names.person($0, roster) }
        reason = try invocation.text("--because")
        defaultZone = context.configuration.policy.top.zone ?? PolicyDefaults.zone
    }

    /// Who history says it was: the person's address, else the system's user.
    var author: String { actor?.rep.email ?? LoginName.current }

    /// Who reads, where `--by` says so for this once: what is private is shown to nobody by a setting of the shell.
    var namedReader: RowID? { invocation.has("--by") ? actor?.rep.id : nil }

    /// Runs `body` in one transaction, with the author and the reason in history.
    @discardableResult
    func perform<Result>(because otherReason: String? = nil, _ body: () throws -> Result) throws -> Result {
        try store.editing(as: author, because: reason ?? otherReason, at: now, body)
    }

    /// The reason without which the act is refused.
    func requiredReason(_ act: String) throws(UsageError) -> String {
        guard let reason else { throw UsageError("\(act) needs a reason: --because TEXT") }
        return reason
    }

    // MARK: Who and what is meant

    func account(_ name: String) throws -> Named { try Names.account(name, in: store) }

    /// The account that `--account` names.
    func optionalAccount() throws -> Named? { try invocation.value("--account").map(account) }

    func person(_ name: String) throws -> Roster.Member { try Names.person(name, roster) }

    /// The account or the person of a name.
    func subject(_ name: String) throws -> Names.Subject { try Names.subject(name, in: store, roster) }

    func member(_ id: RowID?) -> Roster.Member? { id.flatMap { roster.members[$0] } }

    /// The name that messages use of a person.
    func name(_ id: RowID?) -> String { member(id)?.rep.name ?? "nobody" }

    // MARK: Time where it counts

    func today(of rep: Rep?) -> CivilDate { (rep?.zone ?? actor?.rep.zone ?? defaultZone).date(at: now) }

    /// Today where the account's rep is.
    func today(of account: Named) -> CivilDate { today(of: member(account.owner)?.rep) }

    func zone(of rep: Rep?) -> Zone { rep?.zone ?? actor?.rep.zone ?? defaultZone }
}

extension Command.Option {
    static let by = Command.Option("--by", "EMAIL", "who does it; else $COACHD_REP, else the user who is logged in")
    static let because = Command.Option("--because", "TEXT", "why, for history")

    /// What every act has beside its own options.
    static let ofEveryAct: [Command.Option] = [.by, .at, .store, .config]
}

/// Says what was done, in one line that data cannot break.
func say(_ line: String) { Terminal.writeLine(line.escapingControls) }
