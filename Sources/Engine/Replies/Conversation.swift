import CivilTime
import Coaching
import Store

/// What one person writes to coachd, and what comes of it: his acts are done in his name, and each is answered as it was understood.
/// Within a write transaction.
struct Conversation {
    let member: Roster.Member
    let roster: Roster
    let store: Store
    /// When he wrote it.
    let now: Instant
    /// When he reads the answer.
    let answeredAt: Instant

    var rep: Rep { member.rep }
    var today: CivilDate { rep.zone.date(at: now) }
    var text: ReplyText { ReplyText(in: member.bank.language, zone: rep.zone, at: answeredAt) }

    /// What came of some words.
    struct Outcome {
        var lines: [Phrase] = []
        /// What takes it back.
        var undo: [Undo] = []
        /// It counts for the plan of the day.
        var isOfToday = false
        /// The line that was read, where the words complete those before them.
        var readAs: String?
        /// It took back what the same words did before.
        var isTakingBack = false
        /// It took something back.
        var hasTakenBack = false

        static func said(_ lines: Phrase..., undo: Undo? = nil) -> Outcome {
            Outcome(lines: lines, undo: undo.map { [$0] } ?? [])
        }

        static func + (one: Outcome, other: Outcome) -> Outcome {
            Outcome(
                lines: one.lines + other.lines, undo: other.isTakingBack ? [] : one.undo + other.undo,
                isOfToday: one.isOfToday || other.isOfToday, hasTakenBack: one.hasTakenBack || other.hasTakenBack)
        }
    }

    /// - Parameters:
    ///   - before: What he wrote before, where it did nothing and these words may complete it.
    ///   - failed: Told why an act that was understood could not be done.
    func answer(_ words: String, after before: String?, failed: (String) -> Void) throws -> Outcome {
        let names = try ReplyNames(for: self)
        do {
            if let corrected = try correct(words, after: before, names) { return corrected }
        } catch let refused as Store.ActRefused {
            failed(refused.reason)
            return .said(text.failed)
        }
        let (replies, readAs) = read(words, after: before, names)
        var outcome = Outcome()
        for reply in replies {
            do {
                outcome =
                    outcome
                    + (try store.editingInTurn(as: rep.email, because: "in chat", at: now) {
                        try act(reply, names, after: outcome)
                    })
            } catch let refused as Store.ActRefused {
                failed(refused.reason)
                outcome.lines.append(text.failed)
            }
        }
        // How far the day is now, after all that was done.
        if outcome.isOfToday, let score = try score() { outcome.lines.append(score) }
        outcome.readAs = readAs
        return outcome
    }

    /// Seconds for which an act is set right by a word.
    private static let correctingSeconds: Int64 = 3600

    /// Takes the last act back and does it as these words say that it was: "no, it was Umbra". Nil where they set nothing right, or
    /// answer what was asked back since.
    private func correct(_ words: String, after before: String?, _ names: ReplyNames) throws -> Outcome? {
        let reader = reader(names)
        let since = now.adding(seconds: -Self.correctingSeconds)
        guard reader.corrects(words), before.map({ reader.replies(in: $0).allSatisfy { $0.unclear == nil } }) ?? true,
            let last = try store.lastActs(of: rep.id, since: since, through: now)
        else { return nil }
        guard let line = reader.line(correcting: last.text, with: words),
            case let replies = reader.replies(in: line), replies.count == 1, case .activity(let activity) = replies[0]
        else { return .said(text.howToCorrect) }
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

    private func reader(_ names: ReplyNames) -> ReplyReader {
        ReplyReader(names: names, zone: rep.zone, now: now, in: member.bank.language)
    }

    /// What the words mean, by themselves or as the end of what was written before them.
    private func read(_ words: String, after before: String?, _ names: ReplyNames) -> ([Reply], readAs: String?) {
        let reader = reader(names)
        let replies = reader.replies(in: words)
        guard let before, replies.count == 1, replies[0].mayComplete(words), !words.contains("?"),
            case let earlier = reader.replies(in: before), earlier.count == 1, let asked = earlier[0].unclear
        else { return (replies, nil) }
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
        else { return (replies, nil) }
        return (step.replies, step.line)
    }

    private func act(_ reply: Reply, _ names: ReplyNames, after done: Outcome) throws -> Outcome {
        switch reply {
        case .activity(let activity): return try log(activity, names)
        case .nextStep(let account, let step, let date): return try nextStep(account, step, date)
        case .milestoneDone(let account, let milestone, let date): return try reached(account, milestone, date)
        case .milestonePlanned(let account, let title, let date): return try planMilestone(title, of: account, on: date)
        case .close(let account, let status, let reason): return try close(account, as: status, because: reason)
        case .hold(let account, let until, let reason): return try hold(account, until, reason)
        case .resume(let account): return try resume(account)
        case .know(let account, let topic, let words): return try know(account, topic, words)
        case .stakeholder(let account, let name, let role): return try stakeholder(account, name, role)
        case .commit(let words, let account, let date): return try commit(words, account, date)
        case .kept(let words): return try kept(words)
        case .moved(let words, let date): return try moved(words, date)
        case .ask(let words, let account): return try ask(words, account, names)
        case .answer(let person, let words): return try answerAsk(of: person, words)
        case .away(let first, let last, let reason): return try away(first, last, reason)
        case .talk(let person, let account, let words): return try talk(person, account, words)
        case .praise(let person, let account, let words): return try praise(person, account, words)
        case .promise(let words, let person, let account, let date):
            return try promise(words, person, account, date)
        case .support(let account, let words): return try support(account, words)
        case .undo: return try takeBack(done)
        case .help: return Outcome(lines: ReplyHelp.lines(isLeader: isLeader, in: member.bank.language))
        case .stop: return .said(text.howToStop)
        case .list: return try list()
        case .plan: return try plan(names)
        case .show(let account): return try show(account)
        case .showPerson(let person): return try showList(of: person)
        case .courtesy: return Outcome()
        case .note(let note): return try keep(note.text, of: note.account)
        case .unclear(let unclear, let line): return try askBack(unclear, line, names)
        }
    }

    /// What names an account without an act may be kept for it.
    private func askBack(_ unclear: Unclear, _ line: String, _ names: ReplyNames) throws -> Outcome {
        let question = text.question(about: unclear, line: line)
        guard unclear == .noVerb(near: nil), let note = ReplyNote(line, names) else { return Outcome(lines: question) }
        guard let name = try account(note.account)?.name else { return Outcome(lines: question) }
        return Outcome(lines: question.prefix(1) + [text.offersToKeep(name)])
    }

    // MARK: Who and what is meant

    var isLeader: Bool { roster.isLeaderOrDeputy(rep.id) }

    /// An account with its owner; nil when it went meanwhile.
    func account(_ id: RowID) throws -> (name: String, owner: Roster.Member?)? {
        try store.account(id).map { ($0.name, $0.owner.flatMap { roster.members[$0] }) }
    }

    func mayPlan(_ owner: Roster.Member?) -> Bool {
        owner?.rep.id == rep.id || owner.map { roster.leads(rep.id, $0.rep.teamID) } ?? isLeader
    }

    /// What belongs to the plan of an account is its rep's, and whoever's who leads him. Gives the refusal to all others.
    func planned(_ id: RowID, _ body: (_ name: String, _ today: CivilDate) throws -> Outcome) throws -> Outcome {
        guard let (name, owner) = try account(id) else { return .said(text.failed) }
        guard mayPlan(owner) else { return .said(text.notYours(name, owner?.rep.shortName)) }
        return try body(name, (owner?.rep.zone ?? rep.zone).date(at: now))
    }
}

extension ReplyNames {
    /// Seconds back to which the numbers of a message stand for its items.
    private static let itemMemory: Int64 = 4 * 86_400

    /// What a person may name: his list, those of his team, the people there, and the items of the last message that he got.
    init(for conversation: Conversation) throws {
        let (store, roster, rep) = (conversation.store, conversation.roster, conversation.rep)
        self.init(topics: rep.thresholds.research.topics)
        let teams = roster.teams(ledBy: rep.id) + [roster.team(rep.teamID)].compactMap { $0 }
        let colleagues = Set(teams.flatMap { $0.memberIDs + [$0.leader, $0.deputy].compactMap { $0 } }).subtracting([
            rep.id
        ])
        own = try store.list(of: rep.id).map(Entry.init)
        for id in roster.order where colleagues.contains(id) {
            others += try store.list(of: id).map(Entry.init)
            if let name = roster.members[id]?.rep.name { people.append(Entry(id, name)) }
        }
        for id in [rep.id] + colleagues {
            let (stakeholders, milestones) = try (
                store.stakeholders(ofAccountsOf: id), store.milestones(ofAccountsOf: id)
            )
            self.stakeholders.merge(stakeholders.mapValues { $0.map(Entry.init) }) { one, _ in one }
            self.milestones.merge(milestones.mapValues { $0.map(Entry.init) }) { one, _ in one }
        }
        said = try conversation.openWords().map(\.text)
        let since = conversation.now.adding(seconds: -Self.itemMemory)
        let messages = try store.lastBodies(to: rep.id, by: conversation.now, since: since)
            .compactMap { try? Store.message($0) }.compactMap { $0 }
        // The numbers of an agenda are those of the day, though a word to the leader alone came after it.
        let agenda = conversation.isLeader ? messages.first { $0.kind == .huddle } : nil
        let all = (agenda.map { [$0] } ?? []) + messages
        items = all.lazy.map(Self.items).first { !$0.isEmpty } ?? [:]
    }

    private static func items(of message: Message) -> [Int: RowID] {
        let counted = message.items.filter { $0.state != .thanks }
        // An item that stands alone has no number, and is the first.
        let numbered = counted.compactMap { item in item.accountID.map { (item.number ?? 1, $0) } }
        return Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    }
}

extension ReplyNames.Entry {
    fileprivate init(_ named: Named) { self.init(named.id, named.name) }
}

extension Reply {
    /// Whether the words may be the end of what was said before, and are nothing of their own.
    fileprivate func mayComplete(_ words: String) -> Bool {
        let isShort = words.split(whereSeparator: \.isWhitespace).count <= 3
        switch self {
        case .unclear(.question, _), .unclear(.notDone, _), .unclear(.severalKinds, _), .unclear(.stillToCome, _),
            .unclear(.tooLong, _):
            return false
        // "Globex" and "2" may choose among what was asked.
        case .courtesy, .show, .unclear(.noVerb(near: nil), _): return true
        // What has a verb of its own is short where it answers: "call", "done".
        case .unclear: return isShort
        default: return false
        }
    }
}
