import Coaching
import Engine
import Store

extension Command {
    static let saying = Command(
        "say", "PERSON TEXT", "take what a person says, as if it were written to coachd in chat, and print the answer",
        details: """
            One act a line, in English or German. "help" as TEXT lists what can be said. A number stands for the account of that item in
            the last message that the person got. What was understood is done in that person's name.

              coachd say ana "called Acme with Jonas: the audit comes first"
              coachd say ana "next Umbra fri: send the model"
              coachd say ana undo
            """,
        options: [.at, .store, .config], operandCount: 2...2
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.write)
        let engine = try context.engine(store)
        let member = try Names.person(invocation.operands[0], engine.roster)
        let text = try invocation.text(operand: 1, "the text")
        let id = String(UInt64.random(in: 0 ... .max), radix: 16)
        var failures: [String] = []
        let answer = try engine.answer(text, of: member, id: id, at: try invocation.instant()) { failures.append($0) }
        guard let answer else {
            throw Failure("\(member.rep.email) neither sells nor leads, or has left")
        }
        for line in answer { Terminal.writeLine(line.text.escapingControls) }
        for failure in failures { Terminal.error("coachd: \(failure)".escapingControls) }
        return failures.isEmpty ? .done : .negative
    }
}
