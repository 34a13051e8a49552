import CivilTime
import Coaching
import Engine
import JSON
import Store

/// What the findings command shows of leaders.
extension Command {
    /// The surveys of chosen leaders with something to show, team by team.
    static func leaderSurveys(
        _ invocation: Invocation, _ roster: Roster, _ chosen: [Roster.Member], at now: Instant, _ store: Store
    ) throws -> [LeaderSurvey] {
        let teams = try invocation.value("--team").map { [try Names.team($0, roster)] } ?? roster.teams
        return try teams.compactMap { team in
            guard let leader = roster.leader(of: team, on: team.zone.date(at: now)),
                !invocation.has("--rep") || chosen.contains(where: { $0.rep.id == leader.rep.id }),
                let survey = try LeaderSurvey(of: team, acting: leader, in: roster, at: now, store: store),
                !survey.findings.isEmpty
            else { return nil }
            return survey
        }
    }

    static func table(of survey: LeaderSurvey) -> String {
        let view = survey.view
        let date = DateWords(today: view.day.today).dated(view.day.today)
        let head = "\(view.leader.name) · leader · \(date), \(view.day.time.toTheMinute)"
        var text = Terminal.styled(head.escapingControls, .bold) + "\n"
        let findings = survey.findings.sorted {
            ($0.kind.priority, -($0.days ?? 0), $0.personID ?? 0) < (
                $1.kind.priority, -($1.days ?? 0), $1.personID ?? 0
            )
        }
        for finding in findings {
            let kind = finding.kind.rawValue
            let padding = String(repeating: " ", count: max(1, 22 - kind.count))
            let words = [survey.account(of: finding)?.name, survey.person(of: finding)?.name].compactMap { $0 }
                .joined(separator: " · ").escapingControls
            let days = finding.days.map { (words.isEmpty ? "" : " · ") + workingDaysInWords($0) } ?? ""
            text += "  \(Terminal.styled(kind, .yellow))\(padding)\(words)\(days)\n"
        }
        return text
    }
}

extension LeaderSurvey {
    fileprivate func person(of finding: Finding) -> Rep? { view.reps.first { $0.rep.id == finding.personID }?.rep }

    fileprivate func account(of finding: Finding) -> CoachedAccount? {
        view.reps.lazy.flatMap(\.accounts).first { $0.id == finding.accountID }
    }
}

extension JSON {
    /// One line of `findings --json` about a leader.
    init(_ finding: Finding, _ survey: LeaderSurvey) {
        self = .record([
            ("kind", .string(finding.kind.rawValue)), ("leader", .string(survey.view.leader.email)),
            ("person", JSON(survey.person(of: finding)?.email)),
            ("account", JSON(survey.account(of: finding).map { $0.externalID ?? $0.name })),
            ("days", JSON(finding.days)),
        ])
    }
}
