import CivilTime
import Coaching
import Engine
import Store

extension Command {
    static let personHandover = Command(
        "person handover", "EMAIL", "give a person's accounts to others, in one step and within their 50",
        details: """
            Each account goes to the receiver who has the fewest. What does not fit goes to the leader of the team, and where he
            has no room either it is nobody's until somebody takes it: coachd account list shows it. Their history goes along.

              coachd person handover dana@example.com --to ana@example.com,ben@example.com
              coachd person handover dana@example.com --to ana@example.com --accounts Acme,Globex
            """,
        options: [
            .init("--to", "EMAILS", "who takes them, with commas between"),
            .init("--accounts", "NAMES", "only these, with commas between; else all active ones"), .because,
        ] + Option.ofEveryAct, operandCount: 1...1,
        surplusHint: "who takes them stands behind --to: --to EMAIL[,EMAIL…]"
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        guard let names = try invocation.text("--to") else { throw UsageError("who takes them? --to EMAIL[,EMAIL…]") }
        let receivers = try names.parts.map { try seller($0, act) }
        guard !receivers.contains(where: { $0.id == rep.id }) else {
            throw UsageError("\(rep.email) cannot hand over to the same person")
        }
        let all = try act.store.list(of: rep.id)
        let chosen = try invocation.text("--accounts").map { try own($0.parts, all, rep) } ?? all
        guard !chosen.isEmpty else { throw Failure("\(rep.name) has no active account to hand over") }
        let leader = leaderToFallBackOn(rep, act)
        let handover = try act.perform(because: "handed over from \(rep.name)") {
            try act.store.handOver(chosen, of: rep.id, to: receivers.map(\.id), otherwise: leader?.id)
        }
        tell(handover, receivers, leader, act)
        return .done
    }

    /// Whoever leads the rep's team and can take an account.
    private static func leaderToFallBackOn(_ rep: Rep, _ act: Act) -> Rep? {
        let team = act.roster.team(rep.teamID)
        guard let leader = act.member(team?.leader)?.rep, leader.id != rep.id else { return nil }
        return leader.hasLeft(on: act.today(of: leader)) ? nil : leader
    }

    private static func own(_ names: [String], _ all: [Named], _ rep: Rep) throws -> [Named] {
        var chosen: [Named] = []
        for name in names {
            let account = try Names.account(name, of: rep, in: all)
            if !chosen.contains(account) { chosen.append(account) }
        }
        return chosen
    }

    private static func tell(_ handover: Handover, _ receivers: [Rep], _ leader: Rep?, _ act: Act) {
        var told: Set<RowID> = []
        for rep in receivers + [leader].compactMap({ $0 }) where told.insert(rep.id).inserted {
            let names = handover.steps.filter { $0.receiver == rep.id }.map(\.account.name)
            if !names.isEmpty { say("\(rep.name) takes \(names.count): \(names.joined(separator: ", "))") }
        }
        let rest = handover.steps.filter { $0.receiver == nil }.map(\.account.name)
        if !rest.isEmpty {
            say("Nobody has room for \(rest.count): \(rest.joined(separator: ", "))")
            say("They stay active on nobody's list; coachd account add NAME --rep EMAIL --fit TEXT takes one.")
        }
    }
}

extension String {
    /// What stands between commas.
    fileprivate var parts: [String] { split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty } }
}
