import CivilTime
import Coaching
import Engine
import JSON
import Store

extension Command {
    static let why = Command(
        "why", "ACCOUNT|REP", "explains each finding: the rows, the rule, the threshold, and what would resolve it",
        details: """
            ACCOUNT is a name or an external id, REP an e-mail or a name; the beginning of a name is enough. For each open
            finding: the rule, the rows with their ids, the days that were counted and those that were not, the threshold and
            where it comes from, since when it is open, what was said about it, what comes next or why nothing does, and what
            would resolve it. Besides, what is nearly found, and the last messages with what became of them.

              coachd why "Acme Logistics"
              coachd why ana@example.com --at 2026-11-24T16:00:00Z
            """,
        options: [.at, .json, .store, .config], operandCount: 1...1
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.read)
        let now = try invocation.instant()
        let roster = try context.roster(store)
        let subject = try Names.subject(invocation.operands[0], in: store, roster)
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
}
