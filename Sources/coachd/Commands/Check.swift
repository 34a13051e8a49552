import Chat
import CivilTime
import Coaching
import Configuration
import Diagnostics
import Engine
import Store

extension Command {
    static let check = Command(
        "check", "", "what follows from the configuration: slots, channels, who is reached and who is not",
        details: """
            Exits with 78 when the configuration has errors, all of which are told at once (those of the TOML itself first,
            alone), and with 1 when there is something else to mend: somebody is reached nowhere, a name is not in the store,
            the store is empty or not there yet.
            """,
        options: [
            .init("--print-defaults", nil, "every setting at its default, as a configuration file"),
            .init(
                "--print-questions", "LANGUAGE",
                "the built-in coaching questions, en or de, as a file to begin one's own with"),
            .at, .store,
            .config,
        ]
    ) { invocation in
        if invocation.has("--print-defaults") {
            Terminal.write(SampleConfiguration.text)
            return .done
        }
        if let language = invocation.value("--print-questions") {
            Terminal.write(QuestionBank.builtInText(try builtInLanguage(language)))
            return .done
        }
        let context = try Context(invocation)
        for warning in context.configuration.warnings { Terminal.error(warning.description) }
        Terminal.writeLine("configuration: \(context.configurationFile ?? "none, all is default")")
        showChannels(context.configuration.routing)
        let policy = context.configuration.policy
        Terminal.writeLine("questions: \(words(for: policy.bank))")
        guard Files.exist(context.storePath) else {
            Terminal.writeLine(
                "store: \(context.storePath) is not there yet (`coachd init` or `coachd import` makes it)")
            return .negative
        }
        let store = try context.store(.read)
        try store.check()
        Terminal.writeLine("store: \(StoreFile.resolved(context.storePath))")
        let roster = try context.roster(store)
        let now = try invocation.instant()
        let unknown = unknownNames(context.configuration, roster)
        var complaints = roster.problems
        if roster.order.isEmpty { complaints.append(StatusLine.nobody) }
        var hints: [String] = []
        for team in roster.teams {
            Terminal.writeLine("\n\(Terminal.styled(team.name, .bold)) (\(team.zone))")
            let members = roster.people(of: team.id)
            let timetable = Timetable(of: team, in: roster, store, at: now)
            let lines = try timetable.ofTeam + members.compactMap(timetable.line)
            if !lines.isEmpty { Terminal.writeLine(Timetable.text(lines)) }
            if policy.teams[team.name]?.questions != nil {
                Terminal.writeLine("  questions: \(words(for: team.bank))")
            }
            for member in members where policy.people[member.rep.email.lowercased()]?.questions != nil {
                Terminal.writeLine("  \(member.rep.name), questions: \(words(for: member.bank))".escapingControls)
            }
            complaints += complaint(about: team, roster, now)
            let unreached = members.filter { isToBeReached($0, now) && $0.unreached != nil }
            complaints += unreached.map { "\($0.rep.email) is reached nowhere: \($0.unreached ?? "")" }
            hints += hintsOfRoutes(for: team, unreached, context.configuration.routing)
        }
        for member in roster.order.compactMap({ roster.members[$0] })
        where member.rep.teamID == nil && member.rep.role == .rep {
            complaints.append("\(member.rep.email) is in no team, so no leader hears of what goes on there")
        }
        if !complaints.isEmpty || !unknown.isEmpty { Terminal.writeLine() }
        for diagnostic in unknown { Terminal.error(diagnostic.description) }
        for complaint in complaints { Terminal.error("warning: \(complaint.escapingControls)") }
        for hint in Set(hints).sorted() { Terminal.error("    hint: \(hint.escapingControls)") }
        return complaints.isEmpty && unknown.isEmpty ? .done : .negative
    }

    private static func showChannels(_ routing: Routing) {
        if routing.saysAllOnConsole { Terminal.writeLine("channels: everything is said on the console") }
        for channel in routing.channels.values.sorted(by: { $0.name < $1.name }) {
            let place = channel.platform.place.isEmpty ? "" : " at \(channel.platform.place)"
            let rate = channel.rate.map { ", at most \($0.count) in \($0.seconds) s" } ?? ""
            let replies = channel.answerable == nil ? "" : ", takes replies"
            Terminal.writeLine("channel \(channel.name): \(channel.platform.typeName)\(place)\(rate)\(replies)")
        }
    }

    private static func builtInLanguage(_ name: String) throws -> Language {
        if let language = Language(rawValue: name) { return language }
        let known = Language.allCases.map(\.rawValue)
        throw UsageError(
            "there are no built-in questions in \"\(name)\"", hint: "the languages are \(known.joined(separator: ", "))"
        )
    }

    /// "English, 566, 12 of your own".
    private static func words(for bank: QuestionBank) -> String {
        let builtIn = Set(QuestionBank.builtIn(bank.language).questions.values.joined().map(\.template))
        let own = bank.questions.values.joined().count { !builtIn.contains($0.template) }
        return "\(bank.language.name), \(bank.count)\(own == 0 ? "" : ", \(own) of your own")"
    }

    private static func complaint(about team: Roster.Team, _ roster: Roster, _ now: Instant) -> [String] {
        guard team.leader != nil else { return ["\(team.name) has no leader, so it has no huddle"] }
        // What is wrong with its zone is told already.
        guard team.isZoneKnown else { return [] }
        guard let (leader, _) = roster.nextHuddle(of: team, after: now) else {
            return ["\(team.name) has nobody to lead its huddle"]
        }
        return team.leaderChannel == nil
            ? ["\(team.name): the agenda is posted nowhere, no route \"leader\" leads to \(leader.rep.email)"] : []
    }

    /// Observers hear what they have a route for, and who left hears nothing.
    private static func isToBeReached(_ member: Roster.Member, _ now: Instant) -> Bool {
        member.rep.role != .observer && !member.rep.hasLeft(on: member.rep.zone.date(at: now))
    }

    /// What to write where a route is missing.
    private static func hintsOfRoutes(
        for team: Roster.Team, _ unreached: [Roster.Member], _ routing: Routing
    ) -> [String] {
        let channels = routing.channels.values.sorted { $0.name < $1.name }
        let group = routing.teams[team.name]
        var hints: [String] = []
        if team.leader != nil, team.leaderChannel == nil, (group?.leader ?? routing.top.leader) == nil {
            let name = channels.first?.name ?? "leads"
            hints.append("leader = \"\(name)\" below [routes] posts the agenda to a channel of that name")
        }
        if (group?.rep ?? routing.top.rep) == nil,
            let member = unreached.first(where: { routing.people[$0.rep.email.lowercased()]?.rep == nil })
        {
            let name = channels.first { $0.platform.reachesEachPersonAlone }?.name ?? "mail"
            hints.append(
                "rep = \"\(name)\" below [routes] reaches everybody by a channel of that name which writes to each person "
                    + "alone (an e-mail, a bot); routes.rep below [people.\"\(member.rep.email)\"] reaches one person")
        }
        return hints
    }

    /// Teams and people of the configuration that the store does not have.
    private static func unknownNames(_ configuration: Configuration, _ roster: Roster) -> [Diagnostic] {
        let teams = roster.teams.map(\.name)
        let emails = roster.members.values.map { $0.rep.email.lowercased() }
        let (ofTeams, ofPeople) = configuration.places
        let unknown =
            ofTeams.filter { !teams.contains($0.key) }.map {
                ("team", $0.key, $0.value, nearestName(to: $0.key, in: teams))
            }
            + ofPeople.filter { !emails.contains($0.key) }.map {
                ("person", $0.key, $0.value, nearestEmail(to: $0.key, in: emails.sorted()))
            }
        return unknown.sorted { ($0.2.line, $0.2.column) < ($1.2.line, $1.2.column) }.map { what, name, place, near in
            Diagnostic(
                .warning, "the configuration names the \(what) \"\(name)\", which is not in the store", at: place,
                hint: near.map { "did you mean \"\($0)\"?" })
        }
    }
}
