import CivilTime

/// Reads what somebody answered in the chat, in English or German. It is forgiving in how things are said and strict in what they
/// mean: a line of which not all that matters is understood is asked back.
package struct ReplyReader: Sendable {
    private let context: ReplyContext

    /// - Parameter language: Of what is proposed; both are read.
    package init(names: ReplyNames, zone: Zone, now: Instant, in language: Language = .english) {
        context = ReplyContext(names: names, zone: zone, now: now, language: language)
    }

    /// The acts that the text holds, in its order. A line without one behind an act goes on with its note; a text without any gives
    /// exactly one reply.
    package func replies(in text: String) -> [Reply] {
        let read = ReplyLines(text)
        guard !read.isForwarded, !read.lines.isEmpty else { return [noWords(text)] }
        var replies = [Reply]()
        var isNumbered = true
        for line in read.lines.flatMap({ SeveralActs($0, context).lines }) {
            let account = replies.last?.account
            let reader = LineReader(line, context)
            let reply = reader.reply(behind: account)
            if goesOn(reader, reply, account), let longer = replies.last?.adding(line) {
                replies[replies.count - 1] = longer
            } else {
                replies += withFurtherActs(
                    meaning(of: reply, reader, isFirst: replies.isEmpty, isNumbered: isNumbered), in: line)
            }
            isNumbered = reader.item != nil
        }
        if read.isCut { replies.append(.unclear(.tooLong, line: read.lines[0])) }
        return tidied(replies)
    }

    /// What the words make of a line that was asked back, the likeliest first.
    package func lines(completing line: String, _ unclear: Unclear, with words: String) -> [String] {
        FollowUp(line, unclear, context).lines(with: words)
    }

    /// Whether the words say that something else was meant: "no, it was Umbra", "that was yesterday".
    package func corrects(_ words: String) -> Bool { Correction(words)?.isOne(context) ?? false }

    /// The line as the words correct it; nil where they correct nothing, or it tells of no activity.
    package func line(correcting line: String, with words: String) -> String? {
        Correction(words)?.line(of: line, context)
    }

    /// Whether the words agree to what was proposed.
    package static func isAgreement(_ words: String) -> Bool { FollowUp.isAgreement(words) }

    /// Whether the words want nothing of what was asked: "never mind".
    package static func isRefusal(_ words: String) -> Bool { FollowUp.isRefusal(words) }

    /// The colleagues whom the words name: by the first name, else by another one. Only in a longer name of an account it is nobody's, for
    /// of one word alone it is not sure whose it is.
    package func colleagues(in words: String) -> [ReplyNames.Entry] {
        let line = TypedLine(words)
        let accounts = line.words.indices.compactMap { place in
            context.accounts.match(line, at: place).map { place..<$0.end }
        }.filter { $0.count > 1 }
        func stands(_ name: Folding) -> Bool {
            name.key.count > 1
                && line.words.indices.contains { place in
                    let word = line.words[place]
                    return word.isLike(name) && (word.isCapital || !CommonWords.contains(word.folding))
                        && !accounts.contains { $0.contains(place) }
                }
        }
        let called = context.people.filter { $0.words.first.map(stands) ?? false }
        return (called.isEmpty ? context.people.filter { $0.words.dropFirst().contains(where: stands) } : called)
            .map(\.entry)
    }

    /// Whether the words say only that there is an answer, as "yes" and "see above" do behind "Why?".
    package static func isNoAnswer(_ words: String) -> Bool {
        FollowUp.isAgreement(words) || BareAnswer.elsewhere.match(TypedLine(words), at: 0) != nil
    }

    /// Whether a refusal may be of what was done just before: "no wait", but not "nothing new".
    package static func callsOff(_ words: String) -> Bool {
        let line = TypedLine(words)
        return Courtesy.nothing.match(line, at: 0)?.end != line.count
    }

    /// Why a text was asked back; nil where it was not.
    package func asked(about text: String) -> Unclear? {
        replies(in: text).lazy.compactMap { $0.unclear?.reason }.first
    }

    /// Which of some texts the words choose: "2", "the first", "both".
    package func chosen(_ words: String, of texts: [String]) -> [String] { FollowUp.chosen(words, of: texts) }

    /// An act as it is read where it is not yet sure that it was meant: a word of agreement does it.
    package static func doubted(_ act: String) -> String { "\(LineReader.doubt) \(act)" }

    /// "called Globex, then emailed Umbra", "called Globex, next step: send the note, fri": acts of which each is complete.
    private func withFurtherActs(_ reply: Reply, in text: String) -> [Reply] {
        if case .unclear(let reason, let line) = reply { return parts(of: TypedLine(line), reason) ?? [reply] }
        guard case .activity(var activity) = reply, let note = activity.note else { return [reply] }
        let line = TypedLine(note)
        // Behind a colon stands what came of it: only "then" goes on from there.
        let isColon = text.firstRange(of: note).map { text[..<$0.lowerBound].last { !$0.isWhitespace } == ":" } ?? false
        for place in line.words.indices {
            let isParted = place == 0 || line.pause(after: place - 1) > .none
            let isJoined = Self.joins.contains(line[place])
            let isNext = ReplyVerb.match(line, at: place)?.verb == .next
            guard isColon ? Self.thens.contains(line[place]) || isNext : isParted || isJoined else { continue }
            let first = (place..<line.count).first { !Self.joins.contains(line[$0]) } ?? line.count
            guard
                let further = act(line, from: first, behind: activity.account, isParted: isParted).map({
                    withFurtherActs($0, in: line.text(from: first))
                }) ?? (isColon ? nil : again(TypedLine(text), line.text(from: first), besides: activity.account))
            else { continue }
            let rest = line.text(0..<place)
            activity.note = rest.isEmpty ? nil : rest
            return [.activity(activity)] + further
        }
        return [reply]
    }

    /// "called Petra at Globex and emailed Sam": two acts in one breath, where each is complete.
    private func parts(of line: TypedLine, _ reason: Unclear) -> [Reply]? {
        switch reason {
        case .severalKinds, .several, .notADate: break
        default: return nil
        }
        for place in line.words.indices.dropFirst() {
            guard Self.joins.contains(line[place]) || line.pause(after: place - 1) > .none,
                !(line[place - 1]?.gap.contains(":") ?? false)
            else { continue }
            let start = (place..<line.count).first { !Self.joins.contains(line[$0]) } ?? line.count
            guard case .activity(let first) = LineReader(line.text(0..<place), context).reply(),
                case let (words, rest) = (line.text(0..<place), line.text(from: start))
            else { continue }
            if let further = act(line, from: start, behind: first.account, isParted: true) {
                return [.activity(first)] + withFurtherActs(further, in: rest)
            }
            guard let further = again(line, rest, besides: first.account) else { continue }
            return [dated(first, words, as: further, said: rest)] + further
        }
        return nil
    }

    /// "called Petra at Globex and Rita at Initech": the same was done at another account, with somebody named and no words of its own, and
    /// on the same day where one is said.
    private func again(_ line: TypedLine, _ words: String, besides account: RowID) -> [Reply]? {
        let first = HeadReader(line, from: 0, item: nil, context).head
        guard let verb = first.verbs.first, !verb.isBehindName, verb.isPast else { return nil }
        let isDated = first.momentWords.isEmpty || moment(in: TypedLine(words)) != nil
        let day = isDated ? "" : "\(line.text(first.momentWords)) "
        let same = TypedLine("\(day)\(line.text(verb.words)) \(words)")
        let head = HeadReader(same, from: 0, item: nil, context).head
        guard head.person != nil, same.pause(after: head.end - 1) > .none || SmallWords.and.contains(same[head.end])
        else { return nil }
        switch LineReader(same.text, context).reply() {
        case .activity(let further)? where further.account != account: return [.activity(further)]
        case .unclear(let reason, _)?: return parts(of: same, reason)
        default: return nil
        }
    }

    /// "called Petra at Globex and Rita at Initech yesterday": the day is said of both.
    private func dated(_ first: Reply.Activity, _ words: String, as further: [Reply], said rest: String) -> Reply {
        guard case .activity(let last)? = further.last, first.at == context.now, last.at != context.now else {
            return .activity(first)
        }
        guard let day = moment(in: TypedLine(rest)),
            case .activity(let dated)? = LineReader("\(words) \(day)", context).reply()
        else {
            return .activity(first)
        }
        return .activity(dated)
    }

    /// The first words that tell when.
    private func moment(in line: TypedLine) -> String? {
        let reader = MomentReader(zone: context.zone, now: context.now)
        return line.words.indices.lazy.compactMap { place in
            reader.match(line, at: place).flatMap { $0.isLoose ? nil : line.text(place..<$0.end) }
        }.first
    }

    private static let ofOthers = WordSet("by from von")
    private static let thens = WordSet("then afterwards dann danach anschließend")
    private static let joins = SmallWords.and + thens + WordSet("also außerdem")

    /// What the words from here on tell of by themselves, or of the account of the act before.
    private func act(_ line: TypedLine, from place: Int, behind account: RowID, isParted: Bool) -> Reply? {
        let text = line.text(from: place)
        let verb = ReplyVerb.match(line, at: place)
        switch verb?.verb {
        case .next?:
            guard isParted, let end = verb?.end, end > place + 1 || line.pause(after: place) >= .note,
                case .nextStep(let account, let step, let date) = LineReader(text, context).reply(behind: account)
            else { return nil }
            return .nextStep(account: account, text: step, on: date)
        case .activity(_, isPast: true)?:
            // "emailed me", "emailed by Hooli"
            let object = line[verb?.end ?? place]
            if Doer.us.contains(object) || Self.ofOthers.contains(object) { return nil }
        case .activity?: return nil
        default:
            // "Resi angerufen und Adler besucht", "need confirmed done"
            guard context.accounts.match(line, at: place) != nil || isParted else { return nil }
        }
        let own = LineReader(text, context).reply()
        let reply: Reply?
        if case .unclear(.noAccount(let near), _) = own {
            // Who is known of another account was met there.
            let other = near.flatMap { $0 == context.accounts.name(of: account) ? nil : $0 }
            reply =
                other.flatMap { LineReader("\(text) at \($0)", context).reply() }
                ?? LineReader(text, context, of: account).reply()
        } else {
            reply = own
        }
        switch reply ?? LineReader(text, context, of: account).doneBefore {
        case .activity(let further):
            guard verb != nil || ActivityReader(TypedLine(text), from: 0, item: nil, context).isOfPast else {
                return nil
            }
            return .activity(further)
        case .milestoneDone(let account, let milestone, let date):
            return .milestoneDone(account: account, milestone: milestone, on: date)
        default: return nil
        }
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

    /// What a line means that may be no act: a question about an account, a note, or nothing that is understood.
    /// - Parameter isNumbered: Whether a number at its beginning is an item's: the line is the first one, or the one before had one.
    private func meaning(of reply: Reply?, _ reader: LineReader, isFirst: Bool, isNumbered: Bool) -> Reply {
        switch reply {
        case .unclear(.question, _): return reader.asked(isQuestion: true) ?? reader.unclear(.question)
        // Behind an act an account alone asks for nothing.
        case .show where !isFirst: return reader.unclear(.noVerb(near: nil))
        case let reply?: return reply
        case nil: break
        }
        let asks = reader.line.asks(in: 0..<reader.line.count)
        if let asked = reader.asked() { return asked }
        if asks { return reader.unclear(.question) }
        if let answer = reader.answerOfPerson { return answer }
        // What answers an item's question is worth keeping, unless it is nearly an act. "2 trucks are late" behind "called Globex" is none.
        if reader.nearVerb == nil, isNumbered || reader.isItemMarked, let note = reader.answerToItem {
            return .note(note)
        }
        return reader.unclear(.noVerb(near: reader.nearVerb))
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
        case .nextStep(let account, _, _), .stepDone(let account), .milestoneDone(let account, _, _),
            .hold(let account, _, _),
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
        case .talk(let person, let account, let text, let at):
            return .talk(person: person, account: account, text: text.isEmpty ? line : "\(text)\n\(line)", at: at)
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
