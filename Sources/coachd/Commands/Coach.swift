import CivilTime
import Coaching
import Engine
import JSON
import Store

/// Who leads whom.
enum Coaches {
    /// Whether a person is a leader, or leads or stands in for one in some team.
    static func isLeader(_ rep: Rep, _ act: Act) -> Bool {
        rep.role == .leader || act.roster.isLeaderOrDeputy(rep.id)
    }

    /// The leader who did it: `--by` or $COACHD_REP, else whoever leads the rep's team.
    static func leader(of rep: Rep, _ act: Act) throws -> Rep {
        let team = act.roster.team(rep.teamID)
        guard let leader = act.actor?.rep ?? act.member(team?.leader)?.rep else {
            throw UsageError("who is the leader? --by EMAIL, or $COACHD_REP")
        }
        guard isLeader(leader, act) else { throw Failure("\(leader.email) leads no team") }
        guard leader.id != rep.id else { throw Failure("\(leader.email) cannot be both, the leader and the rep") }
        return leader
    }
}

extension Command {
    static let coach = Command(
        "coach", "record that a leader worked with a rep: talk, support, one-to-one, list",
        details: """
            Notes are private to the two: their text shows only to the leader or the rep whom --by names, and never stands in
            history. What counts for everybody is that the talk took place.
            """,
        [
            recordCoaching(.talk, "a coaching talk, in the huddle or beside it"),
            recordCoaching(.support, "the leader's act on an account: a call, a visit together, a word with somebody"),
            recordCoaching(.oneToOne, "a one-to-one"), coachList,
        ])

    private static func recordCoaching(_ kind: CoachingKind, _ summary: String) -> Command {
        Command(
            "coach \(kind.rawValue)", "REP [NOTE]", summary,
            details: "  coachd coach \(kind.rawValue) ana \"Globex: the audit first\" --by mara@example.com",
            options: [
                .init("--account", "NAME", "the account; else the one of the rep's whose name stands in the note")
            ] + Option.ofEveryAct, operandCount: 1...2
        ) { invocation in
            let act = try Act(invocation)
            let rep = try act.person(invocation.operands[0]).rep
            let note = invocation.operands.count == 2 ? try invocation.text(operand: 1, "the note") : nil
            let account = try SaidChoice.account(in: note ?? "", of: rep, act)
            if kind == .support, account == nil { throw UsageError("support is for an account: --account NAME") }
            let leader = try Coaches.leader(of: rep, act)
            try act.perform {
                try act.store.addCoachingNote(
                    kind, by: leader.id, with: rep.id, about: account?.id, note: note, at: act.now)
            }
            let about = account.map { " on \($0.name)" } ?? ""
            say("\(leader.name) and \(rep.name)\(about): \(kind.rawValue), noted for the two of them.")
            return .done
        }
    }

    private static let coachList = Command(
        "coach list", "[REP]", "who was coached and when; the notes only to those whom --by names",
        options: [.by, .init("--limit", "N", "how many; else 20"), .json, .at, .store, .config], operandCount: 0...1
    ) { invocation in
        let act = try Act(invocation, .read)
        let rep = try invocation.operands.first.map { try act.person($0).rep }
        let notes = try act.store.coachingNotes(
            of: rep?.id, for: act.namedReader, at: act.now, limit: try invocation.number("--limit", 1...10_000) ?? 20)
        for note in notes {
            if invocation.has("--json") {
                Terminal.writeLine(JSON(note, act).text)
                continue
            }
            let zone = act.zone(of: act.member(note.repID)?.rep)
            let date = DateWords(today: zone.date(at: act.now)).dated(zone.date(at: note.at))
            let about = note.account.map { " on \($0)" } ?? ""
            let text = note.note.map { ": \($0)" } ?? ""
            say("\(date) \(note.kind.rawValue), \(act.name(note.leaderID)) and \(act.name(note.repID))\(about)\(text)")
        }
        if notes.isEmpty, !invocation.has("--json") { say("Nothing is noted yet.") }
        return .done
    }

    static let praise = Command(
        "praise", "REP TEXT", "record that a leader recognised good work",
        details: "  coachd praise ana \"the audit note was to the point\" --account Globex --by mara@example.com",
        options: [.init("--account", "NAME", "the account; else the one whose name stands in the text")]
            + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let text = try invocation.text(operand: 1, "the text")
        let account = try SaidChoice.account(in: text, of: rep, act)
        let leader = try Coaches.leader(of: rep, act)
        try act.perform {
            try act.store.praise(rep.id, by: leader.id, about: account?.id, on: act.today(of: rep), text)
        }
        say("\(leader.name) to \(rep.name)\(account.map { " on \($0.name)" } ?? ""): \(text)")
        return .done
    }
}
