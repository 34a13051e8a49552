import CivilTime
import Coaching
import Store

extension Command {
    static let ask = Command(
        "ask", "requests for help: add, answer, list", [.askAdd, .askAnswer, .askList])

    static let askAdd = Command(
        "ask add", "REP TEXT", "a rep asks for help; it stands in the next huddle",
        details: "  coachd ask add dana \"who has met a CFO in energy?\" --account Tyrell",
        options: [.init("--account", "NAME", "the account; else the one whose name stands in the text"), .because]
            + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let text = try invocation.text(operand: 1, "the text")
        let account = try SaidChoice.account(in: text, of: rep, act)
        let id = try act.perform { try act.store.ask(text, by: rep.id, about: account?.id, at: act.now) }
        say("Ask \(id): \(rep.name): \(text) \(SaidChoice.about(account))")
        return .done
    }

    static let askAnswer = Command(
        "ask answer", "WHICH TEXT", "answer an open ask",
        details: """
            WHICH is its number from the list, the account, or the person who asked. Who answers is --by, else $COACHD_REP.

              coachd ask answer Tyrell "I have, call me at two" --by ben@example.com
            """,
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let text = try invocation.text(operand: 1, "the answer")
        guard let helper = act.actor?.rep else { throw UsageError("who answers? --by EMAIL, or $COACHD_REP") }
        let ask = try SaidChoice.one(.ask, [invocation.operands[0]], act)
        try act.perform { try act.store.answer(ask, text, by: helper.id, at: act.now) }
        say("\(act.name(ask.personID)) asked: \(ask.text)")
        say("\(helper.name) answers: \(text)")
        return .done
    }

    static let askList = Command(
        "ask list", "[REP]", "who asked for what and has no answer yet", options: SaidChoice.listOptions,
        operandCount: 0...1
    ) { try SaidChoice.list(.ask, $0) }
}
