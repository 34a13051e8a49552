import CivilTime
import Coaching
import Diagnostics
import Engine
import Store

/// Finds what a person means by a name: the whole name or id first, then a beginning that only one has; else the nearest is offered.
enum Names {
    /// The account of this name or external id, or the only one whose name begins so.
    static func account(_ name: String, in store: Store) throws -> Named {
        var found = try store.accounts(named: name)
        if found.isEmpty { found = try store.accounts(beginning: name) }
        if found.count == 1, let account = found.first { return account }
        if found.isEmpty {
            let near = nearestName(to: name, in: try store.accountNames()).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Failure("there is no account \"\(name)\"\(near)")
        }
        let several = listed(found.map(described))
        if found.allSatisfy({ $0.name.lowercased() == name.lowercased() }) {
            throw Failure("there are several accounts \"\(name)\": \(several). Name one by what stands in brackets")
        }
        throw Failure("\"\(name)\" fits several accounts: \(several)")
    }

    /// One of a rep's accounts, by its name or external id, or by a beginning of its name.
    static func account(_ name: String, of rep: Rep, in list: [Named]) throws -> Named {
        let byID = list.filter { $0.externalID == name }
        let found = byID.isEmpty ? match(name, list) : byID
        if found.count == 1, let account = found.first { return account }
        guard found.isEmpty else { throw Failure("\"\(name)\" fits several accounts: \(listed(found.map(described)))") }
        let near = nearestName(to: name, in: list.map(\.name)).map { "; did you mean \"\($0)\"?" } ?? ""
        throw Failure(
            "\(rep.name) has no account \"\(name)\"\(near)", hint: "coachd account list --rep \(rep.email) shows them")
    }

    /// An account with what it can be named by when its name is not enough.
    static func described(_ account: Named) -> String {
        "\(account.name) (\(account.externalID ?? "row \(account.id)"))"
    }

    /// As many as can be read at a glance.
    static func listed(_ names: [String]) -> String {
        names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
    }

    /// The person of this address, name or first name, or the only one whose name or address begins so.
    static func person(_ name: String, _ roster: Roster) throws -> Roster.Member {
        if let member = roster.member(email: name) { return member }
        let named = people(named: name, roster)
        let found = named.isEmpty ? people(beginning: name, roster) : named
        if found.count == 1, let person = found.first { return person }
        if found.isEmpty {
            let everybody = roster.order.compactMap { roster.members[$0] }
            let near =
                nearestEmail(to: name, in: everybody.map(\.rep.email))
                ?? nearestName(to: name, in: everybody.flatMap { [$0.rep.name, $0.rep.firstName] })
            throw Failure("there is no person \(name)\(near.map { "; did you mean \($0)?" } ?? "")")
        }
        throw Failure("\"\(name)\" fits several people: \(listed(found.map(\.rep.email))). Name one by e-mail")
    }

    /// Those of this name, else those of this first name.
    static func people(named name: String, _ roster: Roster) -> [Roster.Member] {
        let wanted = name.lowercased()
        let everybody = roster.order.compactMap { roster.members[$0] }
        let named = everybody.filter { $0.rep.name.lowercased() == wanted }
        return named.isEmpty ? everybody.filter { $0.rep.firstName.lowercased() == wanted } : named
    }

    /// Those whose name or address begins so.
    static func people(beginning name: String, _ roster: Roster) -> [Roster.Member] {
        let wanted = name.lowercased()
        guard !wanted.isEmpty else { return [] }
        return roster.order.compactMap { roster.members[$0] }.filter {
            $0.rep.name.lowercased().hasPrefix(wanted) || $0.rep.email.lowercased().hasPrefix(wanted)
        }
    }

    /// The team of this name, or the only one of which the name or a word in it begins so: "Team North" is North.
    static func team(_ name: String, _ roster: Roster) throws -> Roster.Team {
        if let team = roster.team(named: name) { return team }
        let wanted = name.lowercased()
        func others(_ team: Roster.Team) -> [String] { team.name.split(separator: " ").dropFirst().map(String.init) }
        let beginning = roster.teams.filter { $0.name.lowercased().hasPrefix(wanted) }
        let within = roster.teams.filter { others($0).contains { $0.lowercased().hasPrefix(wanted) } }
        let found = wanted.isEmpty ? [] : beginning.isEmpty ? within : beginning
        if found.count == 1, let team = found.first { return team }
        guard found.isEmpty else { throw Failure("\"\(name)\" fits several teams: \(listed(found.map(\.name)))") }
        let names = roster.teams.map(\.name)
        let near =
            nearestName(to: name, in: names)
            ?? roster.teams.first { nearestName(to: name, in: others($0)) != nil }?.name
        let hint =
            near.map { "did you mean \"\($0)\"?" }
            ?? (names.isEmpty
                ? "the store has no teams yet" : "the teams are \(names.prefix(20).joined(separator: ", "))")
        throw Failure("there is no team \"\(name)\"; \(hint)")
    }

    /// One of an account's stakeholders or milestones, by its name or the beginning of it.
    static func one(_ name: String, of all: [Named], _ what: String, _ account: String) throws -> Named {
        let found = match(name, all)
        if found.count == 1, let one = found.first { return one }
        if found.isEmpty {
            let names = all.map(\.name).joined(separator: ", ")
            let command = what == "stakeholder" ? "who" : "milestone"
            throw Failure(
                all.isEmpty
                    ? "\(account) has no \(what) yet" : "\(account) has no \(what) \"\(name)\"; it has \(names)",
                hint: "coachd account \(command) \(account.quotedForShell) \(name.quotedForShell) adds it")
        }
        throw Failure("\"\(name)\" fits several: \(found.map(\.name).joined(separator: ", "))")
    }

    /// Those of this name, else those whose name begins so.
    static func match(_ name: String, _ all: [Named]) -> [Named] {
        let wanted = name.lowercased()
        let exact = all.filter { $0.name.lowercased() == wanted }
        return exact.isEmpty ? all.filter { $0.name.lowercased().hasPrefix(wanted) } : exact
    }

    /// The value that a word stands for, of a few that are known.
    static func value(_ name: String, of known: [String], _ what: String) throws(UsageError) -> String {
        let wanted = name.lowercased()
        if known.contains(wanted) { return wanted }
        let near = nearestName(to: name, in: known).map { "did you mean \"\($0)\"?" }
        throw UsageError(
            "\"\(name)\" is no \(what)", hint: near ?? "it is one of \(known.joined(separator: ", "))")
    }

    /// The one account whose name stands in a text, else the one whose first word does; nil when there is none, or more than one.
    static func account(in text: String, of accounts: [Named]) -> Named? {
        let entries = accounts.map { ReplyNames.Entry($0.id, $0.name) }
        let found = NameInText.one(of: entries, in: text)
        return found.flatMap { found in accounts.first { $0.id == found.id } }
    }
}
