import Chat
import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let findings = Command(
        "findings", "", "what the rules see in the store: stalled accounts, missing activity and more",
        details: """
            Computed for the instant from the rows as they were known then; nothing is kept or sent.
            With --json one object a line: kind, rep (e-mail), account and milestone (external ids), activity (the planned kind),
            days, planned, due, done, threads, topic (of research), percent, other (the account whose message is alike),
            commitment (its words), each where the kind has it. Of a leader: kind, leader and person (e-mails),
            account, days.
            """,
        options: [
            .at, .json, .init("--team", "NAME", "one team only"), .init("--rep", "EMAIL", "one rep only"), .store,
            .config,
        ]
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.read)
        let now = try invocation.instant()
        let roster = try context.roster(store)
        let chosen = try chosenMembers(invocation, roster)
        let isJSON = invocation.has("--json")
        var isFirst = true
        try store.database.reading {
            var reps = chosen.map(\.rep).filter { $0.role != .observer }[...]
            while !reps.isEmpty {
                let rows = try reps.prefix(repsAtOnce).map { try Survey.Rows(of: $0, at: now, in: store) }
                reps = reps.dropFirst(repsAtOnce)
                let texts = concurrently(rows) { rows -> String in
                    let survey = Survey(rows)
                    return survey.findings.isEmpty ? "" : isJSON ? lines(of: survey) : table(of: survey)
                }
                for text in texts where !text.isEmpty {
                    if !isJSON, !isFirst { Terminal.writeLine() }
                    isFirst = false
                    Terminal.write(text)
                }
            }
            for survey in try leaderSurveys(invocation, roster, chosen, at: now, store) {
                if isJSON {
                    for finding in survey.findings { Terminal.writeLine(JSON(finding, survey).text) }
                } else {
                    if !isFirst { Terminal.writeLine() }
                    isFirst = false
                    Terminal.write(table(of: survey))
                }
            }
        }
        if !isJSON, isFirst { Terminal.writeLine("Nothing is open.") }
        return .done
    }

    /// Reps whose rows are in memory together.
    private static let repsAtOnce = 64

    /// The members that `--team` and `--rep` leave, in the order of entry.
    static func chosenMembers(_ invocation: Invocation, _ roster: Roster) throws -> [Roster.Member] {
        var members = roster.order.compactMap { roster.members[$0] }
        if let name = invocation.value("--team") {
            let team = try Names.team(name, roster)
            members = members.filter { $0.rep.teamID == team.id }
        }
        if let email = invocation.value("--rep") {
            members = [try Names.person(email, roster)]
        }
        return members
    }

    private static func table(of survey: Survey) -> String {
        let rep = survey.day.rep
        let date = DateWords(today: survey.day.today).dated(survey.day.today)
        var text =
            Terminal.styled("\(rep.name.escapingControls) · \(date), \(survey.day.time.toTheMinute)", .bold) + "\n"
        let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
        let findings = survey.findings.sorted { left, right in
            let ranks = [left, right].map { $0.accountID.flatMap { accounts[$0]?.rank } ?? 0 }
            return (left.kind.priority, ranks[0]) < (right.kind.priority, ranks[1])
        }
        for finding in findings {
            let account = finding.accountID.flatMap { accounts[$0] }
            let kind = finding.kind.rawValue
            let padding = String(repeating: " ", count: max(1, 18 - kind.count))
            let subject = [
                account?.name, milestone(of: finding, account)?.title, finding.activity?.rawValue, finding.topic,
                survey.commitment(of: finding)?.text,
            ]
            let words = subject.compactMap { $0 }.joined(separator: " · ").escapingControls
            text += "  \(Terminal.styled(kind, .yellow))\(padding)\(words)\(figures(of: finding, accounts))\n"
        }
        return text
    }

    private static func milestone(of finding: Finding, _ account: Account?) -> Milestone? {
        account?.milestones.first { $0.id == finding.milestoneID }
    }

    private static func figures(of finding: Finding, _ accounts: [RowID: Account]) -> String {
        switch finding.kind {
        case .commitmentOpen: return finding.days.map { " · moved \($0) times" } ?? ""
        case .listShort: return "\(finding.done ?? 0) of \(finding.planned ?? 0) accounts"
        case .offList:
            return "\(finding.percent ?? 0) % off the list, \(finding.done ?? 0) of \(finding.planned ?? 0) touches"
        case .genericMessage:
            let other = finding.otherAccountID.flatMap { accounts[$0]?.name.escapingControls } ?? "another"
            return " · \(finding.percent ?? 0) % alike with \(other)"
        default: break
        }
        if let days = finding.days { return " · \(workingDaysInWords(days))" }
        if let threads = finding.threads { return " · \(threads) live" }
        if let done = finding.done, let due = finding.due, let planned = finding.planned {
            return " · \(done) done, \(due) by now, \(planned) planned"
        }
        return ""
    }
}

extension Survey {
    fileprivate func commitment(of finding: Finding) -> Commitment? {
        finding.kind == .commitmentOpen ? work.commitments.first { $0.id == finding.subjectID } : nil
    }
}

extension Command {
    /// One object a line.
    private static func lines(of survey: Survey) -> String {
        let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
        var lines: [UInt8] = []
        for finding in survey.findings {
            let account = finding.accountID.flatMap { accounts[$0] }
            let milestone = milestone(of: finding, account)
            let other = finding.otherAccountID.flatMap { accounts[$0] }
            var line = JSONWriter(capacity: 160)
            line.object {
                $0.known("kind", finding.kind.rawValue)
                $0.known("rep", survey.day.rep.email)
                $0.known("account", account.map { $0.externalID ?? $0.name })
                $0.known("milestone", milestone.map { $0.externalID ?? $0.title })
                $0.known("activity", finding.activity?.rawValue)
                $0.known("days", finding.days)
                $0.known("planned", finding.planned)
                $0.known("due", finding.due)
                $0.known("done", finding.done)
                $0.known("threads", finding.threads)
                $0.known("topic", finding.topic)
                $0.known("percent", finding.percent)
                $0.known("other", other.map { $0.externalID ?? $0.name })
                $0.known("commitment", survey.commitment(of: finding)?.text)
            }
            lines += line.utf8
            lines.append(UInt8(ascii: "\n"))
        }
        return String(decoding: lines, as: UTF8.self)
    }
}
