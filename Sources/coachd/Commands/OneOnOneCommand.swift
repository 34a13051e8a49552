import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let oneOnOne = Command(
        "oneonone", "REP", "what a leader and a rep sit down with: promises, praise, what to explore",
        details: """
            REP is an e-mail. Since the last one-to-one that is noted, else for 20 working days. The words of notes are between
            the leader and the rep, and are shown to whom of the two --by names.
            """,
        options: [.by, .at, .json, .store, .config], operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation, .read)
        let (store, roster, now) = (act.store, act.roster, act.now)
        let member = try Names.person(invocation.operands[0], roster)
        let team = roster.team(member.rep.teamID)
        guard let leader = team.flatMap({ roster.leader(of: $0, on: $0.zone.date(at: now)) })?.rep else {
            throw Failure("\(member.rep.email) has no leader: set team.leader_id, or `coachd import` a teams.csv")
        }
        if let reader = act.namedReader, ![leader.id, member.rep.id].contains(reader) {
            throw Failure("the sheet is for \(leader.email) and \(member.rep.email) alone")
        }
        guard leader.id != member.rep.id else { throw Failure("\(member.rep.email) leads the team") }
        let talk = try store.database.reading {
            try OneOnOnes(store: store, bank: roster.members[leader.id]?.bank ?? member.bank)
                .oneOnOne(of: leader, with: member.rep, for: act.namedReader, at: now)
        }
        if invocation.has("--json") {
            Terminal.writeLine(JSON(talk, leader: leader, rep: member.rep).text)
        } else {
            Terminal.writeLine(Terminal.styled(talk.title.text, .bold))
            for section in talk.sections {
                Terminal.writeLine()
                if let heading = section.heading { Terminal.writeLine(Terminal.styled(heading.text, .bold)) }
                for line in section.lines { Terminal.writeLine(line.text) }
            }
        }
        return .done
    }
}

extension JSON {
    fileprivate init(_ talk: OneOnOne, leader: Rep, rep: Rep) {
        func words(_ words: [OneOnOne.Word]) -> JSON {
            .array(
                words.map { word in
                    [
                        "text": .string(word.text), "account": JSON(word.account), "due": JSON(word.dueOn?.iso),
                        "kept": JSON(word.keptOn?.iso),
                    ]
                })
        }
        self = [
            "leader": .string(leader.email), "rep": .string(rep.email), "since": .string(talk.since.iso),
            "promises": words(talk.promises), "commitments": words(talk.commitments),
            "praise": .array(talk.praise.map { .string($0.text) }),
            "explore": .array(
                talk.topics.map { topic in
                    [
                        "account": .string(topic.account), "fact": JSON(topic.fact?.text),
                        "question": JSON(topic.question?.text),
                    ]
                }),
            "notes": .array(
                talk.notes.map { note in
                    ["on": .string(note.on.iso), "account": JSON(note.account), "note": JSON(note.text)]
                }),
        ]
    }
}
