import CivilTime
import Coaching
import Engine
import JSON
import Store

extension Command {
    static let replies = Command(
        "replies", "", "what people wrote to coachd in chat, and what it answered, the latest first",
        details: """
            A channel takes replies with the setting replies = true. Whose id nobody in the store has is shown with it; coachd person
            handle EMAIL PLATFORM ID makes the next words that person's.
            """,
        options: [.init("--limit", "N", "how many; else 20"), .json, .at, .store, .config]
    ) { invocation in
        let act = try Act(invocation, .read)
        let lines = try act.store.replies(at: act.now, limit: try invocation.number("--limit", 1...100_000) ?? 20)
        for line in lines {
            if invocation.has("--json") { Terminal.writeLine(JSON(line, act).text) } else { tell(line, act) }
        }
        if lines.isEmpty, !invocation.has("--json") { Terminal.writeLine("Nobody has written yet.") }
        return .done
    }

    private static func tell(_ line: ReplyLine, _ act: Act) {
        let rep = act.member(line.personID)?.rep
        let zone = act.zone(of: rep)
        let local = zone.local(line.at)
        let day = DateWords(today: zone.date(at: act.now)).dated(local.date)
        let stranger = "\(line.name.isEmpty ? "somebody" : line.name), nobody's id: \(line.sender)"
        let taken = line.isUndone ? " (taken back)" : ""
        say("\(day) \(local.time.toTheMinute) \(rep?.name ?? stranger), \(line.channel)\(taken)")
        for text in line.text.split(whereSeparator: \.isNewline) { say("    \(text)") }
        for text in (line.answer ?? "").split(whereSeparator: \.isNewline) { say("  → \(text)") }
    }
}

extension JSON {
    fileprivate init(_ line: ReplyLine, _ act: Act) {
        self = [
            "id": .integer(Int(line.id)), "at": .string(line.at.description), "channel": .string(line.channel),
            "sender": .string(line.sender), "person": JSON(act.member(line.personID)?.rep.email),
            "text": .string(line.text), "answer": JSON(line.answer), "taken_back": .bool(line.isUndone),
        ]
    }
}
