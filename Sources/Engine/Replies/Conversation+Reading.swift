import CivilTime
import Coaching
import Store

/// What words mean behind those before them: they set the last act right, answer what was asked back, or want nothing of it.
extension Conversation {
    /// Seconds for which an act is set right by a word.
    private static let correctingSeconds: Int64 = 3600

    private static let undo = "undo"

    func reader(_ names: ReplyNames) -> ReplyReader {
        ReplyReader(names: names, zone: rep.zone, now: now, in: member.bank.language)
    }

    /// Takes the last act back and does it as these words say that it was: "no, it was Umbra". Nil where they set nothing right, or
    /// answer what was asked back since.
    func correct(_ words: String, after before: String?, _ names: ReplyNames) throws -> Outcome? {
        let reader = reader(names)
        guard reader.corrects(words), before.map({ reader.asked(about: $0) == nil }) ?? true,
            let last = try lastActs(within: Self.correctingSeconds)
        else { return nil }
        guard let line = reader.line(correcting: last.text, with: words),
            case let replies = reader.replies(in: line), replies.count == 1, case .activity(let activity) = replies[0]
        else {
            let isOne = reader.replies(in: last.text).count < 2
            return .said(isOne ? text.howToCorrect : text.howToCorrectSeveral(last.text))
        }
        return try store.editingInTurn(as: rep.email, because: "in chat", at: now) {
            let taken = try takeBack(Outcome())
            guard taken.hasTakenBack else { return taken }
            var outcome = try log(activity, names)
            outcome.lines += taken.lines
            if outcome.isOfToday, let score = try score() { outcome.lines.append(score) }
            outcome.readAs = line
            return outcome
        }
    }

    /// What needs no act: the writer wants nothing of what was asked, or takes back what was never noted. Nil of all other words.
    func settle(_ words: String, after before: String?, _ names: ReplyNames) throws -> Outcome? {
        let reader = reader(names)
        let asked = before.flatMap(reader.asked)
        if ReplyReader.isRefusal(words) {
            if asked != nil { return .said(text.leftOut) }
            return try ReplyReader.callsOff(words) && before == nil && lastActs(within: Self.correctingSeconds) != nil
                ? .said(text.howToCorrect) : nil
        }
        // An older entry is taken back only by who knows that it will be that one; a second undo goes on.
        guard let before, asked != .meant(Self.undo), reader.replies(in: words) == [.undo],
            reader.replies(in: before).last != .undo
        else { return nil }
        guard let last = try lastActs(within: Self.undoSeconds) else { return .said(text.nothingStored(of: before)) }
        var outcome = Outcome.said(text.nothingStored(of: before), text.lastEntry(last.text, at: last.at))
        outcome.readAs = ReplyReader.doubted(Self.undo)
        return outcome
    }

    private func lastActs(within seconds: Int64) throws -> (reply: RowID, text: String, at: Instant, acts: [Undo])? {
        try store.lastActs(of: rep.id, since: now.adding(seconds: -seconds), through: now)
    }

    /// What the words mean, by themselves or as the end of what was written before them.
    func read(_ words: String, after before: String?, _ names: ReplyNames) throws -> ([Reply], readAs: String?) {
        let reader = reader(names)
        let replies = reader.replies(in: words)
        guard let before, replies.count == 1, !words.contains("?"), case let earlier = reader.replies(in: before),
            earlier.count == 1
        else { return (replies, nil) }
        if let chosen = try choice(words, behind: earlier[0], reader) { return chosen }
        guard let asked = earlier[0].unclear else { return (replies, nil) }
        if ReplyReader.isAgreement(words), asked.reason == .noVerb(near: nil), let note = ReplyNote(before, names) {
            return ([.note(note)], nil)
        }
        let lines = reader.lines(completing: asked.line, asked.reason, with: words)
        let read = lines.map { (line: $0, replies: reader.replies(in: $0)) }
        if let done = read.first(where: { $0.replies.count == 1 && $0.replies[0].unclear == nil }) {
            return (done.replies, done.line)
        }
        // Something else is missing now, so a step was made.
        guard let step = read.first(where: { $0.replies.count == 1 && $0.replies[0].unclear?.reason != asked.reason })
        else {
            // "Yes" behind "Why?" is no answer, and no message of its own: it is asked once more.
            return asked.reason.wantsWords && ReplyReader.isNoAnswer(words) ? (earlier, before) : (replies, nil)
        }
        return (step.replies, step.line)
    }

    /// "1", "the first", "both": which of the writer's own words was meant, where several were.
    private func choice(
        _ words: String, behind earlier: Reply, _ reader: ReplyReader
    ) throws -> ([Reply], readAs: String?)? {
        let (about, same): (String, (String) -> Reply)
        switch earlier {
        case .kept(let words): (about, same) = (words, { .kept(words: $0) })
        case .moved(let words, let date): (about, same) = (words, { .moved(words: $0, to: date) })
        case .dropped(let words): (about, same) = (words, { .dropped(words: $0) })
        default: return nil
        }
        let chosen = reader.chosen(words, of: try openWords(about: about).map(\.text))
        return chosen.isEmpty ? nil : (chosen.map(same), chosen.joined(separator: ", "))
    }
}
