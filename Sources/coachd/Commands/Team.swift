import CivilTime
import Coaching
import Engine
import Store

extension Command {
    static let team = Command(
        "team", "teams, who leads them and who stands in",
        [.teamAdd, .teamLeader, .teamDeputy, .teamAim])

    static let teamAdd = Command(
        "team add", "NAME", "add a team",
        options: [
            .init("--zone", "ZONE", "its time zone, such as Europe/London"),
            .init("--leader", "EMAIL", "who leads it; also coachd team leader"), .because,
        ] + Option.ofEveryAct, operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let name = try invocation.text(operand: 0, "the name")
        let zone = try invocation.value("--zone").map(PersonalTime.zone)
        let leader = try invocation.value("--leader").map { try act.person($0).rep }
        if let known = act.roster.team(named: name) { throw Failure("\(known.name) is there already") }
        try act.perform {
            let id = try act.store.addTeam(name, zone: zone)
            if let leader { try appoint(leader, .leader, id, act) }
        }
        say("\(name) is there\(leader.map { ", led by \($0.name)" } ?? "; coachd team leader names its leader").")
        return .done
    }

    static let teamLeader = Command(
        "team leader", "TEAM EMAIL|none", "say who leads a team",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in try fill(.leader, invocation) }

    static let teamDeputy = Command(
        "team deputy", "TEAM EMAIL|none", "say who gets the agenda while the leader is away",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in try fill(.deputy, invocation) }

    static let teamAim = Command(
        "team aim", "TEAM TEXT|none", "what the team wants to reach together; only the leader is shown it",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let team = try Names.team(invocation.operands[0], act.roster)
        let aim = try invocation.text(operand: 1, "the aim")
        try act.perform { try act.store.setAim(of: team.id, to: aim == "none" ? nil : aim) }
        say("\(team.name) has \(aim == "none" ? "no" : "its") aim.")
        return .done
    }

    private static func fill(_ post: Store.TeamPost, _ invocation: Invocation) throws -> ExitCode {
        let act = try Act(invocation)
        let team = try Names.team(invocation.operands[0], act.roster)
        let word = invocation.operands[1]
        let rep = word == "none" ? nil : try act.person(word).rep
        try act.perform {
            if let rep { try appoint(rep, post, team.id, act) } else { try act.store.set(post, of: team.id, to: nil) }
        }
        say("\(team.name): \(post.rawValue) \(rep?.name ?? "nobody").")
        return .done
    }

    /// Who leads a team is a leader, and belongs to it where he was in none.
    private static func appoint(_ rep: Rep, _ post: Store.TeamPost, _ team: RowID, _ act: Act) throws {
        guard rep.role != .observer else { throw Failure("\(rep.email) is an observer and leads nobody") }
        try act.store.set(post, of: team, to: rep.id)
        guard post == .leader else { return }
        if rep.role == .rep { try act.store.setRole(of: rep.id, to: .leader) }
        if rep.teamID == nil { try act.store.move(rep.id, to: team) }
    }
}
