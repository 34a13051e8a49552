import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let effect = Command(
        "effect", "", "which messages help: how often a mention was followed by an act within 2 working days",
        details: """
            Over the last 60 working days, by kind of finding. --quiet says no more messages about a kind in a team, --resume says
            them again; the kind is still found and listed. The next agenda says what is off.
            """,
        options: [
            .init("--team", "NAME", "one team only"),
            .init("--quiet", "KIND", "no more messages about this kind"),
            .init("--resume", "KIND", "messages about this kind again"), .at, .json, .store, .config,
        ]
    ) { invocation in
        let context = try Context(invocation)
        let changes = [invocation.value("--quiet"), invocation.value("--resume")].compactMap { $0 }
        guard changes.count < 2 else { throw UsageError("--quiet and --resume do not go together") }
        let store = try context.store(changes.isEmpty ? .read : .write)
        let now = try invocation.instant()
        let roster = try context.roster(store)
        let teams = try invocation.value("--team").map { [try Names.team($0, roster)] } ?? roster.teams
        guard !teams.isEmpty else { throw Failure("the store has no teams yet: `coachd import` brings them in") }
        if let name = changes.first {
            let kind = try findingKind(name)
            guard let team = teams.first, teams.count == 1 else {
                throw UsageError("which team? --team NAME", hint: teams.map(\.name).joined(separator: ", "))
            }
            try store.database.transaction {
                if invocation.has("--quiet") {
                    try store.quiet(kind, in: team.id, at: now)
                } else if try !store.resume(kind, in: team.id) {
                    throw Failure("messages about \(kind.topic(in: .english)) are not off in \(team.name)")
                }
            }
            Terminal.writeLine(
                (invocation.has("--quiet")
                    ? "No more messages about \(kind.topic(in: .english)) in \(team.name); the next agenda says so. "
                        + "To have them again: coachd effect --resume \(kind.rawValue)"
                        + (roster.teams.count > 1 ? " --team \(team.name.quotedForShell)" : "")
                    : "Messages about \(kind.topic(in: .english)) are said again in \(team.name).").escapingControls)
            return .done
        }
        for (offset, team) in teams.enumerated() {
            let effects = try Effects(store: store, roster: roster).effects(in: team, at: now)
            let quieted = Set(try store.quieted(in: team.id).map(\.kind))
            if invocation.has("--json") {
                for effect in effects { Terminal.writeLine(json(effect, team, quieted).text) }
                continue
            }
            if offset > 0 { Terminal.writeLine() }
            Terminal.writeLine(Terminal.styled(team.name.escapingControls, .bold))
            if effects.isEmpty { Terminal.writeLine("  Nothing was mentioned long enough ago to say.") }
            for effect in effects {
                let padding = String(repeating: " ", count: max(1, 22 - effect.kind.rawValue.count))
                let off = quieted.contains(effect.kind) ? ", off" : ""
                Terminal.writeLine("  \(effect.kind.rawValue)\(padding)\(effect.words)\(off)")
            }
            for kind in quieted.subtracting(effects.map(\.kind)).sorted(by: { $0.priority < $1.priority }) {
                Terminal.writeLine("  \(kind.rawValue): off")
            }
        }
        return .done
    }

    private static func findingKind(_ name: String) throws(UsageError) -> FindingKind {
        if let kind = FindingKind(rawValue: name) { return kind }
        let names = FindingKind.allCases.map(\.rawValue)
        throw UsageError(
            "\"\(name)\" is no kind of finding",
            hint: nearestName(to: name, in: names).map { "did you mean \($0)?" }
                ?? "the kinds are \(names.joined(separator: ", "))")
    }

    private static func json(_ effect: Effect, _ team: Roster.Team, _ quieted: Set<FindingKind>) -> JSON {
        [
            "team": .string(team.name), "kind": .string(effect.kind.rawValue), "mentions": JSON(effect.mentions),
            "helped": JSON(effect.helped), "quieted": .bool(quieted.contains(effect.kind)),
        ]
    }
}
