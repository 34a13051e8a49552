import CivilTime

/// Reads what somebody answered in the chat, in English or German. It is forgiving in how things are said and strict in what they
/// mean: a line of which not all that matters is understood is asked back.
package struct ReplyReader: Sendable {
    private let context: ReplyContext

    package init(names: ReplyNames, zone: Zone, now: Instant) {
        context = ReplyContext(names: names, zone: zone, now: now)
    }

    /// The acts that the text holds, in its order. A line without one behind an act goes on with its note; a text without any gives
    /// exactly one reply.
    package func replies(in text: String) -> [Reply] {
        let read = ReplyLines(text)
        guard !read.isForwarded, !read.lines.isEmpty else { return [noWords(text)] }
        var replies = [Reply]()
        for line in read.lines {
            let account = replies.last?.account
            let reader = LineReader(line, context)
            let reply = reader.reply(behind: account)
            if goesOn(reader, reply, account), let longer = replies.last?.adding(line) {
                replies[replies.count - 1] = longer
            } else {
                replies += withNextStep(reply ?? unclear(reader))
            }
        }
        if read.isCut { replies.append(.unclear(.tooLong, line: read.lines[0])) }
        return tidied(replies)
    }

    /// "called Globex, next step: send the note, fri" tells of two acts, where the words of the second one are complete.
    private func withNextStep(_ reply: Reply) -> [Reply] {
        guard case .activity(var activity) = reply, let note = activity.note else { return [reply] }
        let line = TypedLine(note)
        for place in line.words.indices where place == 0 || line.pause(after: place - 1) > .none {
            guard let verb = ReplyVerb.match(line, at: place), verb.verb == .next,
                verb.end > place + 1 || line.pause(after: place) >= .note
            else { continue }
            let reader = LineReader(line.text(from: place), context)
            guard let next = reader.reply(behind: activity.account), case .nextStep = next else { continue }
            let rest = line.text(0..<place)
            activity.note = rest.isEmpty ? nil : rest
            return [.activity(activity), next]
        }
        return [reply]
    }

    /// Whether a line has no act of its own, and is not nearly one.
    private func goesOn(_ reader: LineReader, _ reply: Reply?, _ account: RowID?) -> Bool {
        if reader.beginsAnew(behind: account), reply != .courtesy { return false }
        // "Demo went well" behind a line that tells of it.
        if case .unclear(.noAccount(near: nil), _) = reply { return true }
        return reply == nil && reader.nearVerb == nil
    }

    private func noWords(_ text: String) -> Reply {
        let line = ReplyLines(text).lines.first ?? String(text.unicodeScalars.prefix(80)).trimmed
        return Courtesy.wordless(text).flatMap { ReplyLines(text).isForwarded ? nil : $0 }
            ?? .unclear(.noVerb(near: nil), line: line)
    }

    private func unclear(_ reader: LineReader) -> Reply {
        let asks = reader.line.asks(in: 0..<reader.line.count)
        return reader.unclear(asks ? .question : .noVerb(near: reader.nearVerb))
    }

    /// Courtesies beside an act, and more than one line of small talk, are not worth an answer.
    private func tidied(_ replies: [Reply]) -> [Reply] {
        let acts = replies.filter { !$0.isUnclear && $0 != .courtesy }
        guard acts.isEmpty else {
            var lastWasTalk = false
            return replies.filter { reply in
                defer { lastWasTalk = reply.isTalk }
                return reply != .courtesy && !(lastWasTalk && reply.isTalk)
            }
        }
        let unclear = replies.filter(\.isUnclear)
        return [unclear.first { !$0.isTalk } ?? unclear.first ?? .courtesy]
    }
}

extension Reply {
    fileprivate var isUnclear: Bool { if case .unclear = self { true } else { false } }

    /// The account of what was done or planned.
    fileprivate var account: RowID? {
        switch self {
        case .activity(let activity): activity.account
        case .nextStep(let account, _, _), .milestoneDone(let account, _, _), .hold(let account, _, _),
            .know(let account, _, _), .stakeholder(let account, _, _), .support(let account, _):
            account
        default: nil
        }
    }

    /// A line in which nothing that coachd knows was said.
    fileprivate var isTalk: Bool {
        switch self {
        case .unclear(.noVerb, _), .unclear(.question, _): true
        default: false
        }
    }

    /// The act with one more line of its words; nil where it has none.
    fileprivate func adding(_ line: String) -> Reply? {
        switch self {
        case .activity(var activity):
            activity.note = activity.note.map { "\($0)\n\(line)" } ?? line
            return .activity(activity)
        case .nextStep(let account, let text, let date):
            return .nextStep(account: account, text: "\(text)\n\(line)", on: date)
        case .hold(let account, let until, let reason):
            return .hold(account: account, until: until, reason: "\(reason)\n\(line)")
        case .commit(let text, let account, let date):
            return .commit(text: "\(text)\n\(line)", account: account, on: date)
        case .ask(let text, let account): return .ask(text: "\(text)\n\(line)", account: account)
        case .answer(let person, let text): return .answer(person: person, text: "\(text)\n\(line)")
        case .know(let account, let topic, let text):
            return .know(account: account, topic: topic, text: "\(text)\n\(line)")
        case .talk(let person, let account, let text):
            return .talk(person: person, account: account, text: text.isEmpty ? line : "\(text)\n\(line)")
        case .praise(let person, let account, let text):
            return .praise(person: person, account: account, text: "\(text)\n\(line)")
        case .promise(let text, let person, let account, let date):
            return .promise(text: "\(text)\n\(line)", person: person, account: account, on: date)
        case .support(let account, let text):
            return .support(account: account, text: text.isEmpty ? line : "\(text)\n\(line)")
        default: return nil
        }
    }
}
