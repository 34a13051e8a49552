import CivilTime
import Coaching
import Diagnostics
import Engine
import Import
import Store

extension Command {
    static let accountAdd = Command(
        "account add", "NAME", "select an account: it joins the rep's 50, with the reason why this one",
        details: """
            One that was dropped, or is nobody's, comes back with all its history. A full list is refused, with the accounts that
            would best give way and the command that swaps.

              coachd account add "Acme Logistics" --rep ana@example.com --fit "audit in May, we did two like it"
            """,
        options: [
            .init("--rep", "EMAIL", "whose; else $COACHD_REP"), .init("--fit", "TEXT", "why this one"),
            .init("--rank", "N", "its place in the list; else the end"),
            .init("--industry", "TEXT", "what they do"), .init("--inner", nil, "one of the few with a deep plan"),
            .init("--selected", "DATE", "since when it counts; else today"),
            .init("--id", "ID", "its external id, by which imported files name it"), .because,
        ] + Option.ofEveryAct, operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let name = try invocation.text(operand: 0, "the name")
        guard let fit = try invocation.text("--fit") else {
            throw UsageError("each of the 50 is selected for a reason: --fit TEXT says why this one")
        }
        let rep = try seller(try repAddress(invocation), act)
        let account = try selected(name, fit: fit, rep, act)
        let rank = try invocation.number("--rank", 1...Schema.accountsPerRep)
        let known = try act.store.accounts(named: name)
        if let taken = known.first(where: { $0.isActive && $0.owner != nil }) {
            throw Failure("\(taken.name) is one of the accounts of \(act.name(taken.owner)) already")
        }
        // Several companies of one name are told apart by their ids.
        let old = known.isEmpty ? nil : try act.account(name)
        let externalID = try freeID(for: old, act)
        let near = known.isEmpty ? nearestName(to: name, in: try act.store.accountNames()) : nil
        let place = try act.perform(because: fit) {
            try checkRoom(for: account, rep, act)
            let id = try join(account, old, at: rank, act)
            if let externalID {
                try act.store.setExternalID(of: id, to: externalID, from: Importer.Options().source)
            }
            return try act.store.rank(of: id) ?? 1
        }
        let size = try act.store.listSize(of: rep.id).accounts
        let words = DateWords(today: act.today(of: rep))
        let since = account.selectedOn == act.today(of: rep) ? "" : ", selected \(words.on(account.selectedOn))"
        let again = old == nil ? "" : "again "
        say("\(old?.name ?? name) is \(again)number \(place) of the \(size) accounts of \(rep.name)\(since): \(fit)")
        if let near {
            say(
                "There is \"\(near)\" too. If that was meant: coachd account drop \(name.quotedForShell) "
                    + "--because \("it is \(near)".quotedForShell)")
        }
        return .done
    }

    static let accountSwap = Command(
        "account swap", "OUT IN", "give an account's place in the list to another, in one step",
        details: """
            IN is an account that was dropped or is nobody's, or a new one with --fit. It takes the place that OUT had.

              coachd account swap Umbra "Acme Logistics" --fit "audit in May" --because "no answer since March"
            """,
        options: [
            .init("--fit", "TEXT", "why this one; a new account needs it"),
            .init("--won", nil, "OUT is a customer now"),
            .init("--lost", nil, "OUT decided for somebody else"), .init("--industry", "TEXT", "what IN does"),
            .init("--inner", nil, "IN is one of the few with a deep plan"),
            .init("--selected", "DATE", "since when IN counts; else today"), .because,
        ] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let status = try closingStatus(invocation)
        let out = try act.account(invocation.operands[0])
        guard out.isActive, let rep = act.member(out.owner)?.rep else {
            throw Failure(
                "\(out.name) is on nobody's list, so it has no place to give: coachd account add brings one in")
        }
        let name = try invocation.text(operand: 1, "the name of IN")
        let known = try act.store.accounts(named: name)
        let old = known.isEmpty ? nil : try act.account(name)
        if let old, old.isActive, old.owner != nil {
            throw Failure("\(old.name) is one of the accounts of \(act.name(old.owner)) already")
        }
        let fit = try invocation.text("--fit")
        guard old != nil || fit != nil else {
            throw UsageError("\(name) is new: --fit TEXT says why this one")
        }
        let account = try selected(old?.name ?? name, fit: fit, rep, act)
        try act.perform(because: "\(out.name) gives its place to \(account.name)") {
            // A list that was imported may have no places yet.
            try act.store.arrange(rep.id)
            let place = try act.store.rank(of: out.id)
            try act.store.closeAccount(out.id, as: status, because: act.reason ?? "gave its place to \(account.name)")
            try checkRoom(for: account, rep, act)
            _ = try join(account, old, at: place, act)
        }
        say(
            "\(account.name) has the place of \(out.name) in the list of \(rep.name). \(out.name) is \(status.rawValue)."
        )
        return .done
    }

    static let accountDrop = Command(
        "account drop", "ACCOUNT", "take an account off the list, with the reason; what is known of it stays",
        details: "  coachd account drop Umbra --because \"they were bought and buy centrally now\"",
        options: [
            .init("--won", nil, "it is a customer now"), .init("--lost", nil, "it decided for somebody else"), .because,
        ] + Option.ofEveryAct, operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let status = try closingStatus(invocation)
        let account = try act.account(invocation.operands[0])
        let reason = try act.requiredReason("to drop an account")
        guard account.isActive else { throw Failure("\(account.name) is on no list any more") }
        try act.perform {
            try act.store.closeAccount(account.id, as: status, because: reason)
            if let rep = account.owner { try act.store.arrange(rep) }
        }
        let left = try account.owner.map { owner in
            let count = try act.store.listSize(of: owner).accounts
            return " \(act.name(owner)) has \(count) of \(Schema.accountsPerRep)."
        }
        say("\(account.name) is \(status.rawValue): \(reason).\(left ?? "")")
        return .done
    }

    static let accountRank = Command(
        "account rank", "ACCOUNT N", "move an account to a place in its list; the others make room",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let place = try Invocation.number(invocation.operands[1], "the place", 1...Schema.accountsPerRep)
        let account = try act.account(invocation.operands[0])
        let rep = try owner(of: account, act)
        let found = try act.perform { try act.store.move(account.id, in: rep.id, to: place) }
        let size = try act.store.listSize(of: rep.id).accounts
        say("\(account.name) is number \(found ?? place) of the \(size) accounts of \(rep.name).")
        return .done
    }

    static let accountInner = Command(
        "account inner", "ACCOUNT on|off",
        "take an account into the inner circle, the few with a deep plan, or out of it",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let isInner = try Names.value(invocation.operands[1], of: ["on", "off"], "choice") == "on"
        let account = try act.account(invocation.operands[0])
        let rep = try owner(of: account, act)
        let wasInner = try act.store.isInnerCircle(account.id)
        try act.perform {
            if isInner, !wasInner {
                try FullList.checkInnerCircle(try act.store.listSize(of: rep.id).inner, of: rep.name)
            }
            try act.store.setInnerCircle(account.id, isInner)
        }
        let size = try act.store.listSize(of: rep.id).inner
        say(
            "\(account.name) is \(isInner ? "in" : "outside") the inner circle of \(rep.name), which has \(size) now.")
        return .done
    }

    // MARK: What they share

    /// The rep who has the account on his list.
    static func owner(of account: Named, _ act: Act) throws -> Rep {
        guard account.isActive, let rep = act.member(account.owner)?.rep else {
            throw Failure("\(account.name) is on nobody's list", hint: "coachd account add brings it onto one")
        }
        return rep
    }

    /// A person who can have a list: no observer, and still here.
    static func seller(_ name: String, _ act: Act) throws -> Rep {
        let rep = try act.person(name).rep
        guard rep.role != .observer else { throw Failure("\(rep.email) is an observer and has no list") }
        guard !rep.hasLeft(on: act.today(of: rep)) else {
            throw Failure("\(rep.email) has left and has no list any more")
        }
        return rep
    }

    /// Whom `--rep` or $COACHD_REP names.
    static func repAddress(_ invocation: Invocation) throws(UsageError) -> String {
        guard let address = invocation.value("--rep") ?? Terminal.environment("COACHD_REP") else {
            throw UsageError("whose is it: --rep EMAIL, or $COACHD_REP")
        }
        return address
    }

    /// The external id that `--id` gives, where it can be given.
    private static func freeID(for old: Named?, _ act: Act) throws -> String? {
        guard let id = try act.invocation.text("--id"), id != old?.externalID else { return nil }
        if let old, let known = old.externalID { throw Failure("\(old.name) has the external id \(known)") }
        if let other = try act.store.accounts(named: id).first(where: { $0.externalID == id }) {
            throw Failure("\(other.name) has the external id \(id) already")
        }
        return id
    }

    private static func selected(_ name: String, fit: String?, _ rep: Rep, _ act: Act) throws -> SelectedAccount {
        let today = act.today(of: rep)
        return SelectedAccount(
            name: name, repID: rep.id, fitNote: fit, industry: try act.invocation.text("--industry"),
            selectedOn: try act.invocation.date("--selected", today: today) ?? today,
            isInnerCircle: act.invocation.has("--inner"))
    }

    private static func checkRoom(for account: SelectedAccount, _ rep: Rep, _ act: Act) throws {
        let size = try act.store.listSize(of: rep.id)
        guard size.accounts < Schema.accountsPerRep else {
            throw try FullList.refusal(of: account.name, fit: account.fitNote, for: rep, act)
        }
        if account.isInnerCircle { try FullList.checkInnerCircle(size.inner, of: rep.name) }
    }

    private static func join(_ account: SelectedAccount, _ old: Named?, at place: Int?, _ act: Act) throws -> RowID {
        guard let old else { return try act.store.add(account, at: place) }
        try act.store.select(old.id, as: account, at: place)
        return old.id
    }

    private static func closingStatus(_ invocation: Invocation) throws(UsageError) -> AccountStatus {
        try invocation.checkExclusive("--won", "--lost")
        return invocation.has("--won") ? .won : invocation.has("--lost") ? .lost : .dropped
    }
}
