import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let why = Command(
        "why", "ACCOUNT|REP", "explains each finding: the rows, the rule, the threshold, and what would resolve it",
        details: """
            ACCOUNT is a name or an external id, REP an e-mail or a name. For each open finding: the rule, the rows with their
            ids, the days that were counted and those that were not, the threshold and where it comes from, since when it is
            open, what was said about it, what comes next or why nothing does, and what would resolve it. Besides, what is
            nearly found, and the last messages with what became of them.

              coachd why "Acme Logistics"
              coachd why ana@example.com --at 2026-11-24T16:00:00Z
            """,
        options: [.at, .json, .store, .config], operandCount: 1...1
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.read)
        let now = try invocation.instant()
        let roster = try context.roster(store)
        let subject = try subject(named: invocation.operands[0], store, roster)
        try store.database.reading {
            let why =
                switch subject {
                case .account(let account): try WhyReport(account: account, context, roster, store, at: now)
                case .person(let member): try WhyReport(person: member, context, roster, store, at: now)
                }
            if invocation.has("--json") {
                Terminal.writeLine(why.json.text)
            } else {
                Terminal.write(why.text)
            }
        }
        return .done
    }

    private enum Subject {
        case account(Named)
        case person(Roster.Member)
    }

    /// An account goes before a person of the same name.
    private static func subject(named name: String, _ store: Store, _ roster: Roster) throws -> Subject {
        if let member = roster.member(email: name) { return .person(member) }
        if try !store.accounts(named: name).isEmpty { return .account(try Names.account(name, in: store)) }
        let wanted = name.lowercased()
        let people = roster.order.compactMap { roster.members[$0] }
        let named = people.filter { $0.rep.name.lowercased() == wanted }
        let found = named.isEmpty ? people.filter { $0.rep.firstName.lowercased() == wanted } : named
        if found.count == 1, let member = found.first { return .person(member) }
        if found.count > 1 {
            let emails = found.map(\.rep.email).joined(separator: ", ")
            throw Failure("there are several people \"\(name)\": \(emails). Name one by e-mail")
        }
        let near =
            name.contains("@")
            ? nearestEmail(to: name, in: people.map(\.rep.email))
            : nearestName(to: name, in: try store.accountNames() + people.map(\.rep.name))
        throw Failure("there is no account and no person \"\(name)\"\(near.map { "; did you mean \"\($0)\"?" } ?? "")")
    }
}
