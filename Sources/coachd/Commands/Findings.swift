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
        var isFirst = true
        try store.database.reading {
            for member in chosen where member.rep.role != .observer {
                let survey = try Survey(of: member.rep, at: now, in: store)
                let findings = survey.findings
                guard !findings.isEmpty else { continue }
                if invocation.has("--json") {
                    let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
                    for finding in findings { Terminal.writeLine(JSON(finding, survey, accounts).text) }
                } else {
                    if !isFirst { Terminal.writeLine() }
                    isFirst = false
                    Terminal.write(table(of: survey))
                }
            }
            for survey in try leaderSurveys(invocation, roster, chosen, at: now, store) {
                if invocation.has("--json") {
                    for finding in survey.findings { Terminal.writeLine(JSON(finding, survey).text) }
                } else {
                    if !isFirst { Terminal.writeLine() }
                    isFirst = false
                    Terminal.write(table(of: survey))
                }
            }
        }
        if !invocation.has("--json"), isFirst { Terminal.writeLine("Nothing is open.") }
        return .done
    }

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

extension JSON {
    /// One line of `findings --json`.
    fileprivate init(_ finding: Finding, _ survey: Survey, _ accounts: [RowID: Account]) {
        let account = finding.accountID.flatMap { accounts[$0] }
        let milestone = finding.milestoneID.flatMap { id in account?.milestones.first { $0.id == id } }
        let other = finding.otherAccountID.flatMap { accounts[$0] }
        var record = JSONRecord()
        record.add("kind", finding.kind.rawValue)
        record.add("rep", survey.day.rep.email)
        record.add("account", account.map { $0.externalID ?? $0.name })
        record.add("milestone", milestone.map { $0.externalID ?? $0.title })
        record.add("activity", finding.activity?.rawValue)
        record.add("days", finding.days)
        record.add("planned", finding.planned)
        record.add("due", finding.due)
        record.add("done", finding.done)
        record.add("threads", finding.threads)
        record.add("topic", finding.topic)
        record.add("percent", finding.percent)
        record.add("other", other.map { $0.externalID ?? $0.name })
        record.add("commitment", survey.commitment(of: finding)?.text)
        self = record.json
    }
}
