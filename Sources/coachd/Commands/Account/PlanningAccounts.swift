import CivilTime
import Coaching
import Diagnostics
import Store

extension Command {
    static let accountNext = Command(
        "account next", "ACCOUNT [TEXT]", "set the agreed next step with its date, or clear it",
        details: "  coachd account next Globex \"send the audit note\" --on fri --owner Petra",
        options: [
            .init("--on", "DATE", "when; a next step has a date"), .init("--owner", "WHO", "who does it"),
            .init("--clear", nil, "nothing is agreed any more"), .because,
        ] + Option.ofEveryAct, operandCount: 1...2
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        try invocation.checkExclusive("--clear", "--on")
        if invocation.has("--clear") {
            guard invocation.operands.count == 1 else { throw UsageError("--clear goes without a text") }
            try act.perform { try act.store.setNextStep(of: account.id, to: nil, on: nil) }
            say("\(account.name) has no next step.")
            return .done
        }
        guard invocation.operands.count == 2 else {
            throw UsageError("what is the next step? \(invocation.command.usage)")
        }
        let step = try invocation.text(operand: 1, "the next step")
        let today = act.today(of: account)
        guard let date = try invocation.date("--on", today: today) else {
            throw UsageError("a next step has a date: --on DATE, such as --on fri")
        }
        guard date >= today else {
            throw UsageError("--on: \(date) is over, and a next step is still to come")
        }
        let owner = try invocation.text("--owner")
        try act.perform { try act.store.setNextStep(of: account.id, to: step, on: date, owner: owner) }
        let who = owner.map { " (\($0))" } ?? ""
        say("\(account.name): \(step)\(who), \(DateWords(today: today).said(date)).")
        return .done
    }

    static let accountHold = Command(
        "account hold", "ACCOUNT", "let an account rest on purpose, until a date and for a reason",
        details: """
            Nothing is found or said about it until then; on the first working day after the date it is the first item of the day.
            One that rests already rests until the new date.

              coachd account hold Initech --until 2026-12-04 --because "their new CIO starts then"
            """,
        options: [
            .init("--until", "DATE", "the last day of the rest"), .init("--from", "DATE", "the first day; else today"),
            .init("--because", "TEXT", "why it rests"),
        ] + Option.ofEveryAct, operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        let today = act.today(of: account)
        let until = try invocation.date("--until", today: today)
        let missing = [
            until == nil ? "a date: --until DATE" : nil, act.reason == nil ? "a reason: --because TEXT" : nil,
        ]
        guard let until, let reason = act.reason else {
            throw UsageError("a hold needs \(missing.compactMap { $0 }.joined(separator: ", and "))")
        }
        let from = try invocation.date("--from", today: today) ?? today
        guard until >= max(from, today) else {
            throw UsageError("--until: \(until) lies before \(until < today ? "today" : "its first day, \(from)")")
        }
        guard account.isActive else { throw Failure("\(account.name) is on no list, so there is nothing to let rest") }
        try act.perform { try act.store.hold(account.id, from: from, until: until, because: reason) }
        let words = DateWords(today: today)
        let start = from == today ? "" : " from \(words.said(from))"
        say("\(account.name) rests\(start) until \(words.said(until)): \(reason)")
        return .done
    }

    static let accountResume = Command(
        "account resume", "ACCOUNT", "end an account's rest before its date",
        details: "The hold ends with yesterday; one that began today is taken back.",
        options: [.because] + Option.ofEveryAct, operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        let today = act.today(of: account)
        let wasHeld = try act.perform { try act.store.endHold(of: account.id, on: today) }
        guard wasHeld else { throw Failure("\(account.name) is not on hold") }
        say("\(account.name) is back in the work of the day.")
        return .done
    }

    static let accountThreshold = Command(
        "account threshold", "ACCOUNT DAYS|none", "set after how many idle working days this account is stalled",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        let word = invocation.operands[1]
        let days = word == "none" ? nil : try Invocation.number(word, "DAYS", 1...1000)
        try act.perform { try act.store.setStallAfter(of: account.id, to: days) }
        say(
            days.map { "\(account.name) is stalled after \($0) working \($0 == 1 ? "day" : "days") without a touch." }
                ?? "\(account.name) has the usual threshold.")
        return .done
    }

    static let accountMilestone = Command(
        "account milestone", "ACCOUNT TITLE", "add a milestone, or date, finish, skip, reopen or remove one",
        details: """
            Without an option, and with --due, it is added where it is not there. --done, --skip, --reopen and --remove are for one
            that is there, and know it also by the beginning of its title.

              coachd account milestone Acme "CFO met" --due 2026-12-04
              coachd account milestone Acme CFO --done yesterday
            """,
        options: [
            .init("--due", "DATE", "when it is planned for"),
            .init("--done", "DATE", "it is reached; today, or on the date", mayBe: DateWord.isOne),
            .init("--skip", nil, "the project does without it; needs --because"),
            .init("--reopen", nil, "it is to be done again"), .init("--remove", nil, "it was a mistake"), .because,
        ] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        try invocation.checkExclusive("--done", "--skip", "--reopen", "--remove")
        for option in ["--done", "--skip", "--remove"] { try invocation.checkExclusive("--due", option) }
        let account = try act.account(invocation.operands[0])
        let title = try invocation.text(operand: 1, "the title")
        try changeMilestone(title, of: account, act)
        return .done
    }

    private static func changeMilestone(_ title: String, of account: Named, _ act: Act) throws {
        let invocation = act.invocation
        let today = act.today(of: account)
        let words = DateWords(today: today)
        let all = try act.store.milestones(of: account.id)
        let due = try invocation.date("--due", today: today)
        if invocation.has("--skip") || invocation.has("--reopen") || invocation.has("--remove") {
            let milestone = try existing(title, all, account)
            if invocation.has("--skip") {
                let reason = try act.requiredReason("to skip a milestone")
                try act.perform { try act.store.leaveOutMilestone(milestone.id, on: today, because: reason) }
                say("\(account.name) does without \"\(milestone.name)\": \(reason)")
            } else if invocation.has("--remove") {
                try act.perform { try act.store.removeMilestone(milestone.id) }
                say("\(account.name) has no milestone \"\(milestone.name)\" any more.")
            } else {
                try act.perform {
                    try act.store.reopenMilestone(milestone.id)
                    if let due { try act.store.setDue(ofMilestone: milestone.id, on: due) }
                }
                say(
                    "\(account.name): \"\(milestone.name)\" is open again\(due.map { ", for \(words.said($0))" } ?? "")."
                )
            }
            return
        }
        let done = try doneDate(invocation, today)
        // A date is for the milestone of exactly this title: the beginning of another may be one of its own.
        let exact = all.filter { $0.name.lowercased() == title.lowercased() }
        let found = done != nil ? [try existing(title, all, account)] : exact
        guard found.count <= 1 else {
            _ = try Names.one(title, of: all, "milestone", account.name)
            return
        }
        let milestone = found.first
        try act.perform {
            let id = try milestone?.id ?? act.store.addMilestone(title, to: account.id, due: due)
            if let due, milestone != nil { try act.store.setDue(ofMilestone: id, on: due) }
            if let done { try act.store.finishMilestone(id, on: done) }
        }
        let name = milestone?.name ?? title
        let state =
            done.map { "done \(words.on($0))" } ?? due.map { "planned for \(words.said($0))" }
            ?? (milestone == nil ? "without a date" : "as it was")
        say("\(account.name): \(milestone == nil ? "new milestone " : "")\"\(name)\", \(state).")
        if milestone == nil, let near = nearestName(to: title, in: all.map(\.name)) {
            say(
                "There is \"\(near)\" too. If that was meant: coachd account milestone \(account.name.quotedForShell) "
                    + "\(title.quotedForShell) --remove")
        }
    }

    private static func existing(_ title: String, _ all: [Named], _ account: Named) throws -> Named {
        if Names.match(title, all).isEmpty, let near = nearestName(to: title, in: all.map(\.name)) {
            throw Failure("\(account.name) has no milestone \"\(title)\"; did you mean \"\(near)\"?")
        }
        return try Names.one(title, of: all, "milestone", account.name)
    }

    /// What is done was done today or before.
    private static func doneDate(_ invocation: Invocation, _ today: CivilDate) throws(UsageError) -> CivilDate? {
        guard let text = invocation.value("--done") else { return nil }
        guard !text.isEmpty, let date = try invocation.date("--done", today: today, .behind) else { return today }
        guard date <= today else { throw UsageError("--done: \(date) is still to come; --due DATE plans for it") }
        return date
    }
}
