import CivilTime
import Coaching
import Engine
import JSON
import Store

/// Finds which of the things said is meant, and shows them.
enum SaidChoice {
    static let details = """
        WHICH is its number from the list, an account, or the person it is of; after a person or an account a word of its text
        tells several apart.
        """

    /// The open one that the operands mean.
    /// - Parameter operands: A number, or a person or account, then perhaps a word of the text.
    static func one(_ kind: Said.Kind, _ operands: [String], _ act: Act) throws -> Said {
        let noun = kind.rawValue
        if operands.count == 1, let id = RowID(operands[0]) {
            guard let said = try act.store.said(kind, id) else {
                throw Failure("there is no \(noun) \(id)", hint: "coachd \(kind.command) list shows them")
            }
            guard said.isOpen else { throw Failure("\(noun) \(id) has come to its end already: \(said.text)") }
            return said
        }
        var (found, whose) = try open(kind, of: operands[0], act)
        if operands.count > 1 {
            let word = operands[1].lowercased()
            let (all, ofWhom) = (found, whose)
            found = all.filter { holds($0.text.lowercased(), word) || holds($0.account?.lowercased() ?? "", word) }
            whose = "\(ofWhom) with \"\(operands[1])\" in it"
        }
        if found.count == 1, let said = found.first { return said }
        guard !found.isEmpty else { throw Failure("there is no open \(noun) of \(whose)") }
        throw Failure(
            "there are \(found.count) open of \(whose): name one by its number",
            hint: found.prefix(10).map { line($0, act) }.joined(separator: "\n"))
    }

    /// What is open of a person or about an account.
    private static func open(_ kind: Said.Kind, of name: String, _ act: Act) throws -> ([Said], String) {
        switch try act.subject(name) {
        case .person(let member):
            (try act.store.openSaid(kind, by: member.rep.id, at: act.now), member.rep.name)
        case .account(let account):
            (try act.store.openSaid(kind, about: account.id, at: act.now), account.name)
        }
    }

    /// Whether a text has another in it.
    private static func holds(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard !part.isEmpty, part.count <= text.count else { return part.isEmpty }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }

    /// The account that `--account` names, else the one of the person's accounts that the text names.
    static func account(in text: String, of person: Rep?, _ act: Act) throws -> Named? {
        if let named = try act.optionalAccount() { return named }
        guard let person else { return nil }
        return Names.account(in: text, of: try act.store.list(of: person.id))
    }

    /// What the answer says of the account.
    static func about(_ account: Named?) -> String {
        account.map { "(\($0.name))" } ?? "(on no account; --account NAME says which)"
    }

    // MARK: Its end

    static func keeping(_ kind: Said.Kind) -> Command {
        ending(kind, "keep", "it was done", "Kept") { act, said in try act.store.keep(said, at: act.now) }
    }

    static func dropping(_ kind: Said.Kind) -> Command {
        ending(kind, "drop", "it is not to be done any more", "Dropped") { act, said in
            try act.store.drop(said, at: act.now)
        }
    }

    private static func ending(
        _ kind: Said.Kind, _ verb: String, _ summary: String, _ answer: String,
        _ end: @escaping @Sendable (Act, Said) throws -> Void
    ) -> Command {
        Command(
            "\(kind.command) \(verb)", "WHICH [WORD]", summary, details: details,
            options: [.because] + Command.Option.ofEveryAct, operandCount: 1...2
        ) { invocation in
            let act = try Act(invocation)
            let said = try one(kind, invocation.operands, act)
            try act.perform { try end(act, said) }
            say("\(answer): \(said.text) (\(act.name(said.personID)))")
            return .done
        }
    }

    // MARK: Showing

    static func line(_ said: Said, _ act: Act) -> String {
        let rep = act.member(said.personID)?.rep
        let words = DateWords(today: act.today(of: rep))
        let about = said.account.map { " (\($0))" } ?? ""
        let receiver = said.forID.map { " for \(act.name($0))" } ?? ""
        let due = said.dueOn.map { ", \(words.said($0))" } ?? ""
        let asked = said.kind == .ask ? ", since \(words.said(act.zone(of: rep).date(at: said.at)))" : ""
        let moved = said.moved > 0 ? ", moved \(Language.english.times(said.moved))" : ""
        let end: String
        if let answer = said.answer {
            end = ", answered by \(act.name(said.answeredBy)): \(answer)"
        } else if said.doneAt != nil {
            end = ", kept"
        } else {
            end = said.droppedAt == nil ? "" : ", dropped"
        }
        return "\(said.id) \(act.name(said.personID))\(receiver): \(said.text)\(about)\(due)\(asked)\(moved)\(end)"
    }

    /// What is open, and with `--all` what came to its end within 14 days.
    static func list(_ kind: Said.Kind, _ invocation: Invocation) throws -> ExitCode {
        let act = try Act(invocation, .read)
        let person = try invocation.operands.first.map { try act.person($0).rep.id }
        var all = try act.store.openSaid(kind, by: person, at: act.now)
        if invocation.has("--all") {
            all += try act.store.endedSaid(
                kind, by: person, from: act.now.adding(seconds: -14 * 86_400), through: act.now)
        }
        for said in all {
            if invocation.has("--json") { Terminal.writeLine(JSON(said, act).text) } else { say(line(said, act)) }
        }
        if all.isEmpty, !invocation.has("--json") { say("Nothing is open.") }
        return .done
    }

    static let listOptions: [Command.Option] = [
        .init("--all", nil, "also what came to its end within 14 days"), .json, .at, .store, .config,
    ]
}

extension Said.Kind {
    /// The command that works with it.
    fileprivate var command: String { self == .commitment ? "commit" : rawValue }
}
