import Coaching
import Store

/// What a leader says of the people whom he leads, where they and others would read it.
extension Conversation {
    /// Words that may be for the leader and whom they name alone: they are offered as a talk.
    func privateTalk(_ words: String, _ names: ReplyNames) -> Outcome? {
        privateTalk(words, with: led(in: words, names))
    }

    private func privateTalk(_ words: String, with people: [Roster.Member]) -> Outcome? {
        guard let member = people.first else { return nil }
        // A talk is read by the one whom it is with.
        guard people.count == 1 else { return .said(text.isOfSeveral(people.map(\.rep.shortName))) }
        let talk = "\(text.talkVerb) \(member.rep.name): \(words)"
        var outcome = Outcome.said(text.isPrivate(talk, name: member.rep.shortName))
        outcome.readAs = ReplyReader.doubted(talk)
        return outcome
    }

    /// The same of the words of an act; an activity is noted without them.
    func personal(_ reply: Reply, _ names: ReplyNames) throws -> Outcome? {
        guard isLeader, let words = reply.wordsOfOthers, isPersonal(words, in: reply) else { return nil }
        let people = led(in: words, names)
        guard let account = reply.accountOfWords, let name = try self.account(account)?.name else {
            return privateTalk(words, with: people)
        }
        guard var doubt = privateTalk("\(name): \(words)", with: people) else { return nil }
        if case .activity(var activity) = reply {
            activity.note = nil
            let rest =
                people.count == 1 ? text.withoutWords(about: people[0].rep.name, at: name, words) : doubt.lines[0]
            return try log(activity, names) + .said(rest)
        }
        doubt.lines.append(text.sayWithoutName(at: name))
        return doubt
    }

    /// A reason or a piece of knowledge that names somebody is about him; of what is to be done only some words are.
    private func isPersonal(_ words: String, in reply: Reply) -> Bool {
        switch reply {
        case .hold, .close, .milestoneSkipped, .know: true
        case .commit, .promise: Judgement.isOfPlace(words)
        default: Judgement.stands(in: words) || Judgement.isOfPlace(words)
        }
    }

    /// Whom the words name of those whom the writer leads.
    private func led(in words: String, _ names: ReplyNames) -> [Roster.Member] {
        guard isLeader else { return [] }
        return reader(names).colleagues(in: words).compactMap { roster.members[$0.id] }
            .filter { roster.isLeaderOrDeputy(rep.id, of: $0.rep) }
    }
}
