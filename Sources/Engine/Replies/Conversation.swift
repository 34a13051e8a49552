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
                isOfToday: one.isOfToday || other.isOfToday, readAs: other.readAs ?? one.readAs,
                hasTakenBack: one.hasTakenBack || other.hasTakenBack)
        }
    }

    /// - Parameters:
    ///   - before: What he wrote before, where it did nothing and these words may complete it.
    ///   - failed: Told why an act that was understood could not be done.
    func answer(_ words: String, after before: String?, failed: (String) -> Void) throws -> Outcome {
        let names = try ReplyNames(for: self)
        do {
            if let settled = try correct(words, after: before, names) ?? settle(words, after: before, names) {
                return settled
            }
        } catch let refused as Store.ActRefused {
            failed(refused.reason)
            return .said(text.failed)
        }
        let (replies, readAs) = try read(words, after: before, names)
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
        outcome.readAs = outcome.readAs ?? readAs
        return outcome
    }

    private func act(_ reply: Reply, _ names: ReplyNames, after done: Outcome) throws -> Outcome {
        if let personal = try personal(reply, names) { return personal }
        switch reply {
        case .activity(let activity): return try log(activity, names)
        case .nextStep(let account, let step, let date): return try nextStep(account, step, date)
        case .stepDone(let account): return try stepDone(account)
        case .milestoneSkipped(let account, let milestone, let reason): return try skipped(account, milestone, reason)
        case .milestoneReopened(let account, let milestone): return try reopened(account, milestone)
        case .select(let name, let fit, let out): return try select(name, because: fit, insteadOf: out)
        case .stakeholderLeft(let account, let person): return try left(account, person)
        case .milestoneDone(let account, let milestone, let date): return try reached(account, milestone, date)
        case .milestonePlanned(let account, let title, let date): return try planMilestone(title, of: account, on: date)
        case .close(let account, let status, let reason): return try close(account, as: status, because: reason)
        case .hold(let account, let until, let reason): return try hold(account, until, reason)
        case .resume(let account): return try resume(account)
        case .know(let account, let topic, let words): return try know(account, topic, words)
        case .stakeholder(let account, let name, let role): return try stakeholder(account, name, role)
        // What a leader says he will do for somebody is what he promises.
        case .commit(let words, let account, let date) where isLeader && names.own.isEmpty:
            guard let person = NameInText.one(of: names.people, in: words) else {
                return try commit(words, account, date)
            }
            return try promise(words, person.id, account, date)
        case .commit(let words, let account, let date): return try commit(words, account, date)
        case .kept(let words): return try kept(words)
        case .moved(let words, let date): return try moved(words, date)
        case .dropped(let words): return try dropped(words)
        case .ask(let words, let account): return try ask(words, account, names)
        case .answer(let person, let words): return try answerAsk(of: person, words)
        case .away(let first, let last, let reason): return try away(first, last, reason)
        case .back: return try back()
        case .talk(let person, let account, let words, let at): return try talk(person, account, words, at)
        case .praise(let person, let account, let words): return try praise(person, account, words)
        case .promise(let words, let person, let account, let date):
            return try promise(words, person, account, date)
        case .support(let account, let words): return try support(account, words)
        case .awayOf(let person, let first, let last, let reason): return try away(person, first, last, reason)
        case .undo: return try takeBack(done)
        case .help: return Outcome(lines: ReplyHelp.lines(isLeader: isLeader, in: member.bank.language))
        case .stop: return .said(text.howToStop)
        case .list: return try list()
        case .plan: return try plan(names)
        case .show(let account): return try show(account)
        case .showPerson(let person): return try showList(of: person)
        case .showDays(let person, let first, let last): return try showDays(of: person, from: first, through: last)
        case .showPromises(let person): return try showPromises(to: person)
        case .showAway: return showAway()
        case .showAsks: return try showAsks()
        case .courtesy: return Outcome()
        case .note(let note): return try keep(note.text, of: note.account, names)
        case .unclear(let unclear, let line): return try askBack(unclear, line, names)
        }
    }

    /// What names an account without an act may be kept for it.
    private func askBack(_ unclear: Unclear, _ line: String, _ names: ReplyNames) throws -> Outcome {
        if let closed = try offerToReopen(unclear, line, names) { return closed }
        let question = text.question(about: unclear, line: line)
        guard unclear == .noVerb(near: nil), let note = ReplyNote(line, names) else { return Outcome(lines: question) }
        if let doubt = privateTalk(note.text, names) { return doubt }
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
        owner?.rep.id == rep.id || owner.map { roster.isLeaderOrDeputy(rep.id, of: $0.rep) } ?? isLeader
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
        closed = try store.closedAccounts(of: rep.id).map(Entry.init)
        for id in roster.order where colleagues.contains(id) {
            others += try store.list(of: id).map(Entry.init)
            if let name = roster.members[id]?.rep.name { people.append(Entry(id, name)) }
            // Who only leads speaks of the lists of his people.
            if own.isEmpty, conversation.isLeader { closed += try store.closedAccounts(of: id).map(Entry.init) }
        }
        for id in [rep.id] + colleagues {
            let (stakeholders, milestones) = try (
                store.stakeholders(ofAccountsOf: id), store.milestones(ofAccountsOf: id)
            )
            self.stakeholders.merge(stakeholders.mapValues { $0.map(Entry.init) }) { one, _ in one }
            self.milestones.merge(milestones.mapValues { $0.map(Entry.init) }) { one, _ in one }
            steps.merge(try store.nextSteps(ofAccountsOf: id)) { one, _ in one }
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
