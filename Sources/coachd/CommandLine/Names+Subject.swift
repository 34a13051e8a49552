import Diagnostics
import Engine
import Store

extension Names {
    /// What a command is about that takes either.
    enum Subject {
        case account(Named)
        case person(Roster.Member)
    }

    /// The account or person that is meant. Whole names go before beginnings, and an account before a person of the same name.
    static func subject(_ name: String, in store: Store, _ roster: Roster) throws -> Subject {
        if let member = roster.member(email: name) { return .person(member) }
        if try !store.accounts(named: name).isEmpty { return .account(try account(name, in: store)) }
        if !people(named: name, roster).isEmpty { return .person(try person(name, roster)) }
        let (accounts, people) = (try store.accounts(beginning: name), people(beginning: name, roster))
        switch (accounts.count, people.count) {
        case (1, 0): return .account(accounts[0])
        case (0, 1): return .person(people[0])
        case (0, 0):
            let everybody = roster.members.values.map(\.rep)
            let near =
                name.contains("@")
                ? nearestEmail(to: name, in: everybody.map(\.email).sorted())
                : nearestName(
                    to: name,
                    in: try store.accountNames() + everybody.flatMap { [$0.name, $0.firstName] }.sorted())
            throw Failure(
                "there is no account and no person \"\(name)\"\(near.map { "; did you mean \"\($0)\"?" } ?? "")")
        default:
            let all = accounts.map(described) + people.map { "\($0.rep.name) (\($0.rep.email))" }
            throw Failure("\"\(name)\" fits several: \(listed(all))")
        }
    }
}
