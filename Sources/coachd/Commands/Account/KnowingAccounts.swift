import CivilTime
import Coaching
import Diagnostics
import Store

extension Command {
    static let accountWho = Command(
        "account who", "ACCOUNT NAME",
        "add somebody at the customer who takes part in the decision, or change or remove one",
        details: """
            ROLE is one of \(StakeholderRole.allCases.map(\.rawValue).joined(separator: ", ")).
            What was done with somebody who is removed stays, without the name.

              coachd account who Acme "Jonas Berg" --role user --email jonas@acme.example
              coachd account who Acme Jonas --rename "Jonas Bergh"
              coachd account who Acme Jonas --remove --because "left in May"
            """,
        options: [
            .init("--role", "ROLE", "the part played in the decision"), .init("--email", "EMAIL", "the address"),
            .init("--rename", "NAME", "the right name"), .init("--remove", nil, "nobody there any more, or a mistake"),
            .because,
        ] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        let name = try invocation.text(operand: 1, "the name")
        let role =
            try invocation.value("--role").map { text throws(UsageError) in
                StakeholderRole(rawValue: try Names.value(text, of: StakeholderRole.allCases.map(\.rawValue), "role"))
            } ?? nil
        let email = try invocation.text("--email")
        let newName = try invocation.text("--rename")
        for option in ["--role", "--email", "--rename"] { try invocation.checkExclusive("--remove", option) }
        let all = try act.store.stakeholders(of: account.id)
        let mustBeThere = newName != nil || invocation.has("--remove")
        let known =
            Names.match(name, all).isEmpty && !mustBeThere
            ? nil : try Names.one(name, of: all, "stakeholder", account.name)
        if let known, invocation.has("--remove") {
            try act.perform { try act.store.removeStakeholder(known.id) }
            say("\(account.name): \(known.name) is removed.")
            return .done
        }
        if let newName, all.contains(where: { $0.id != known?.id && $0.name.lowercased() == newName.lowercased() }) {
            throw Failure("\(account.name) has \(newName) already", hint: "a second name tells the two apart")
        }
        try act.perform {
            if let known {
                try act.store.changeStakeholder(known.id, name: newName, role: role, email: email)
            } else {
                try act.store.addStakeholder(name, to: account.id, role: role, email: email)
            }
        }
        let part = role.map { " (\($0.rawValue))" } ?? ""
        let before = newName.flatMap { new in known.map { "\($0.name) is now \(new)" } }
        say("\(account.name): \(known == nil ? "new, " : "")\(before ?? known?.name ?? name)\(part).")
        if known == nil, let near = nearestName(to: name, in: all.map(\.name)) { say("There is \(near) too.") }
        return .done
    }

    static let accountKnow = Command(
        "account know", "ACCOUNT TOPIC TEXT", "note what is known of a topic; - reads the text from standard input",
        details: """
            TOPIC is one of the checklist or the beginning of it, or one of your own. Usually the checklist has
            \(ResearchWords.usual.joined(separator: ", "));
            besides there are insight (what we know that they do not), trigger (why act now), message (our own message to them).

              coachd account know Acme "current solution" "a fleet system of 2011, 40 k a year"
            """,
        options: [.because] + Option.ofEveryAct, operandCount: 3...3
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        let checklist = act.member(account.owner)?.rep.thresholds.research ?? ResearchChecklist()
        let topic = try ResearchWords.topic(invocation.operands[1], of: checklist)
        let text = try answer(invocation, 2)
        if let wording = Store.Wording(rawValue: topic) {
            try write(wording, text, of: account, act)
        } else {
            let before = try act.perform {
                try act.store.setResearch(text, about: topic, of: account.id, on: act.today(of: account))
            }
            say("\(account.name), \(topic): \(text)")
            if let before, before != text { say("Before: \(before)") }
        }
        return .done
    }

    static let accountMessage = Command(
        "account message", "ACCOUNT TEXT", "write the account's own message; - reads it from standard input",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let account = try act.account(invocation.operands[0])
        try write(.message, try answer(invocation, 1), of: account, act)
        return .done
    }

    private static func write(_ wording: Store.Wording, _ text: String, of account: Named, _ act: Act) throws {
        try act.perform { try act.store.write(wording, of: account.id, text) }
        say("\(account.name) has its \(wording == .message ? "own message" : wording.rawValue), \(text.count) letters.")
    }

    /// The operand's text, or what stands on standard input.
    private static func answer(_ invocation: Invocation, _ place: Int) throws -> String {
        guard invocation.operands[place] == "-" else { return try invocation.text(operand: place, "the text") }
        let limit = 65_536
        guard let text = Terminal.readAll(limit: limit) else {
            throw Failure("standard input cannot be read, or is longer than \(limit) bytes")
        }
        guard !text.trimmed.isEmpty else { throw UsageError("standard input is empty") }
        return text.trimmed
    }
}
