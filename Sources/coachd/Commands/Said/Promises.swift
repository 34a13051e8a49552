import CivilTime
import Coaching
import Engine
import Store

extension Command {
    static let promise = Command(
        "promise", "what a leader promised: add, keep, drop, list",
        [.promiseAdd, .promiseKeep, .promiseDrop, .promiseList])

    static let promiseAdd = Command(
        "promise add", "LEADER TEXT", "note what a leader will do for a rep",
        details: "  coachd promise add mara \"a word with Globex's director\" --for ana --on fri",
        options: [
            .init("--for", "EMAIL", "the rep; else the one of the account"),
            .init("--account", "NAME", "the account; else the one of the rep's whose name stands in the text"),
            .init("--on", "DATE", "by when"), .because,
        ] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let leader = try act.person(invocation.operands[0]).rep
        guard Coaches.isLeader(leader, act) else {
            throw Failure(
                "\(leader.email) leads no team", hint: "what a rep will do is a commitment: coachd commit add")
        }
        let text = try invocation.text(operand: 1, "the text")
        let named = try invocation.value("--for").map { try act.person($0).rep }
        let account = try SaidChoice.account(in: text, of: named, act)
        let rep = named ?? act.member(account?.owner)?.rep
        let today = act.today(of: leader)
        let date = try invocation.date("--on", today: today)
        if let date, date < today { throw UsageError("--on: \(date) is over; a promise is still to come") }
        let id = try act.perform {
            try act.store.promise(text, by: leader.id, for: rep?.id, about: account?.id, on: date, at: act.now)
        }
        let due = date.map { ", \(DateWords(today: today).said($0))" } ?? ""
        say(
            "Promise \(id): \(leader.name)\(rep.map { " for \($0.name)" } ?? "")\(due): \(text) "
                + SaidChoice.about(account))
        return .done
    }

    static let promiseKeep = SaidChoice.keeping(.promise)
    static let promiseDrop = SaidChoice.dropping(.promise)

    static let promiseList = Command(
        "promise list", "[LEADER]", "what leaders said they will do", options: SaidChoice.listOptions,
        operandCount: 0...1
    ) { try SaidChoice.list(.promise, $0) }
}
