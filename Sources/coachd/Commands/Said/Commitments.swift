import CivilTime
import Coaching
import Store

extension Command {
    static let commit = Command(
        "commit", "what a rep gave the word for: add, keep, move, drop, list",
        details: "It is asked about the day after in the huddle, and never held against anybody.",
        [.commitAdd, .commitKeep, .commitMove, .commitDrop, .commitList])

    static let commitAdd = Command(
        "commit add", "REP TEXT", "note what a rep will do, for today or the next working day",
        details: """
            The account is the one of the rep's 50 whose name, or whose name's first word, stands in the text; or --account.

              coachd commit add ana "Hooli demo"
              coachd commit add ana "send the model" --account Umbra --on fri
            """,
        options: [
            .init("--account", "NAME", "the account it is about"),
            .init("--on", "DATE", "when; else today, or the next working day when today is over"), .because,
        ] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let text = try invocation.text(operand: 1, "the text")
        let account = try SaidChoice.account(in: text, of: rep, act)
        let date = try commitmentDate("--on", rep, act)
        let id = try act.perform {
            try act.store.commit(rep.id, to: text, about: account?.id, on: date, at: act.now)
        }
        say(
            "Commitment \(id): \(rep.name), \(DateWords(today: act.today(of: rep)).said(date)): \(text) "
                + SaidChoice.about(account))
        return .done
    }

    static let commitKeep = SaidChoice.keeping(.commitment)
    static let commitDrop = SaidChoice.dropping(.commitment)

    static let commitMove = Command(
        "commit move", "WHICH [WORD]", "it moves to another day", details: SaidChoice.details,
        options: [.init("--to", "DATE", "the new day; else the rep's next working day"), .because]
            + Option.ofEveryAct, operandCount: 1...2
    ) { invocation in
        let act = try Act(invocation)
        let said = try SaidChoice.one(.commitment, invocation.operands, act)
        guard let rep = act.member(said.personID)?.rep else { throw Failure("nobody has said it") }
        let today = act.today(of: rep)
        let next = rep.calendar.next(after: max(today, said.dueOn ?? today)) ?? today.adding(days: 1)
        let date = try commitmentDate("--to", rep, act, else: next)
        try act.perform { try act.store.move(said, to: date) }
        say("Moved to \(DateWords(today: today).said(date)): \(said.text) (\(rep.name))")
        return .done
    }

    static let commitList = Command(
        "commit list", "[REP]", "what was said and is open", options: SaidChoice.listOptions, operandCount: 0...1
    ) { try SaidChoice.list(.commitment, $0) }

    /// The day of a commitment: what the option says, else `next`, or the next on which the rep can do it.
    static func commitmentDate(
        _ option: String, _ rep: Rep, _ act: Act, else next: CivilDate? = nil
    ) throws -> CivilDate {
        let today = act.today(of: rep)
        let date = try act.invocation.date(option, today: today) ?? next ?? rep.nextChance(at: act.now)
        guard date >= today else { throw UsageError("\(option): \(date) is over; a commitment is still to come") }
        guard !rep.hasLeft(on: date) else { throw Failure("\(rep.name) has left by then") }
        guard rep.calendar.isWorking(date) else {
            let next = rep.calendar.next(after: date).map {
                "the next working day is \(DateWords(today: today).dated($0))"
            }
            throw UsageError(
                "\(option): \(DateWords(today: today).dated(date)) is a day off for \(rep.name)", hint: next)
        }
        return date
    }
}
