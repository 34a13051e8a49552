import CivilTime
import Coaching
import Engine
import JSON
import Store

extension Command {
    static let replies = Command(
        "replies", "", "who wrote to coachd in chat, and what came of it, the latest first",
        details: """
            What somebody wrote is shown to that person alone, whom --by names, for it may be a note that is private to two. Of others
            the acts are counted; history tells them. Whose id nobody in the store has is shown with the id: coachd person handle EMAIL
            PLATFORM ID makes the next words that person's.
            """,
        options: [.by, .init("--limit", "N", "how many; else 20"), .json, .at, .store, .config]
    ) { invocation in
        let act = try Act(invocation, .read)
        let lines = try act.store.replies(at: act.now, limit: try invocation.number("--limit", 1...100_000) ?? 20)
        for line in lines {
            let isOpen = line.personID == nil || line.personID == act.namedReader
            if invocation.has("--json") {
                Terminal.writeLine(JSON(line, isOpen: isOpen, act).text)
            } else {
                tell(line, isOpen: isOpen, act)
            }
        }
        if lines.isEmpty, !invocation.has("--json") { Terminal.writeLine("Nobody has written yet.") }
        return .done
    }

    private static func tell(_ line: ReplyLine, isOpen: Bool, _ act: Act) {
        let rep = act.member(line.personID)?.rep
        let zone = act.zone(of: rep)
        let local = zone.local(line.at)
        let day = DateWords(today: zone.date(at: act.now)).dated(local.date)
        let stranger = "\(line.name.isEmpty ? "somebody" : line.name), nobody's id: \(line.sender)"
        say("\(day) \(local.time.toTheMinute) \(rep?.name ?? stranger), \(line.channel): \(outcome(of: line))")
        guard isOpen else { return }
        for text in line.text.split(whereSeparator: \.isNewline) { say("    \(text)") }
        for text in (line.answer ?? "").split(whereSeparator: \.isNewline) { say("  → \(text)") }
    }

    private static func outcome(of line: ReplyLine) -> String {
        if line.isUndone { return "taken back" }
        switch line.acts {
        case 0: return line.answer == nil ? "not answered" : "answered"
        case 1: return "1 act"
        default: return "\(line.acts) acts"
        }
    }
}

extension JSON {
    fileprivate init(_ line: ReplyLine, isOpen: Bool, _ act: Act) {
        self = [
            "id": .integer(Int(line.id)), "at": .string(line.at.rfc3339), "channel": .string(line.channel),
            "sender": .string(line.sender), "person": JSON(act.member(line.personID)?.rep.email),
            "acts": .integer(line.acts), "taken_back": .bool(line.isUndone),
            "text": JSON(isOpen ? line.text : nil), "answer": JSON(isOpen ? line.answer : nil),
        ]
    }
}
