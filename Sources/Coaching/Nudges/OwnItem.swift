import CivilTime

extension Briefing {
    /// Working days until a question about touches off the list does not wait for a free place any more.
    private static let patience = 5
    /// Working days between two questions about the list: in fewer most of the touches off it would be counted again.
    private static let listRest = 20
    /// Of the list, which part that is stalled or quiet is work enough.
    private static let restlessPart = 3

    /// The episode of the rep's own word or list whose turn it is: one is enough for a message. What is about the list takes a place
    /// that no account needs: touches off it until they have waited long enough, more accounts always.
    /// - Parameter isFull: Whether accounts fill the message.
    func ownEpisode(isFull: Bool) -> Episode? {
        // Nobody is thanked for a new day and asked about it in one message.
        let thanked = Set(answered.compactMap(\.finding.subjectID))
        return episodes.filter { episode in
            episode.finding.kind.isOwnWordOrList
                && !(episode.finding.subjectID.map(thanked.contains) ?? false) && policy.ladder.isDue(episode, on: day)
                && isFree(episode.finding)
                && hasPlace(for: episode, isFull)
        }
        .min { $0.comesBefore($1) }
    }

    private func hasPlace(for episode: Episode, _ isFull: Bool) -> Bool {
        switch episode.finding.kind {
        case .commitmentOpen: true
        case .listShort: !isFull && !isListRestless
        default: !isFull || day.workingDays(since: episode.openedOn) >= Self.patience
        }
    }

    /// Whether so much of the list stands still that more accounts are not what it needs.
    private var isListRestless: Bool {
        let still = episodes.filter { $0.finding.kind == .stalled || $0.finding.kind == .quiet }
        return !still.isEmpty && Set(still.compactMap(\.finding.accountID)).count * Self.restlessPart >= listed
    }

    /// One commitment has one question, whatever became of its new day; what is about the list has a rest after each.
    private func isFree(_ finding: Finding) -> Bool {
        guard let last = askedBefore[finding.key] else { return true }
        return finding.kind != .commitmentOpen && day.workingDays(since: last) >= Self.listRest
    }

    /// What stands in the message about it, with one question.
    /// - Parameter used: Question templates that stand in the message already.
    func ownItem(for episode: Episode, used: Set<String>) -> Message.Item? {
        guard let heading = heading(of: episode) else { return nil }
        let kind = episode.finding.kind
        let reason = QuestionReason(rawValue: kind.rawValue)
        let taken = (asked[nil] ?? []).union(used)
        let choice = bank.choose(
            for: [reason].compactMap { $0 }, facts: facts(for: episode), seed: seed(day.rep.id), isTaken: taken.contains
        )
        return Message.Item(
            heading: heading, question: choice?.question, questionKey: choice?.template,
            state: episode.state(for: day.rep), kind: kind, findingID: episode.id, rung: episode.mentions + 1)
    }

    private func heading(of episode: Episode) -> Phrase? {
        let finding = episode.finding
        switch finding.kind {
        case .commitmentOpen:
            guard let commitment = commitment(of: episode) else { return nil }
            let moves = finding.days ?? commitment.moved
            return (language.say("You said: ", "Du hast zugesagt: ") + commitment.phrase).asSentence
                + language.say(
                    " It has moved \(words: language.number(moves)) times.",
                    " Das wurde \(words: language.times(moves)) verschoben.")
        case .offList:
            guard let off = finding.done, let all = finding.planned else { return nil }
            guard off < all else {
                return language.say(
                    "Your last \(all) touches all went to companies off the list.",
                    "Deine letzten \(all) Kontakte galten alle Firmen außerhalb der Liste.")
            }
            return language.say(
                "Of your last \(all) touches \(off) went to companies off the list.",
                "Von deinen letzten \(all) Kontakten galten \(off) Firmen außerhalb der Liste.")
        case .listShort:
            return listHeading(finding.done ?? 0)
        default: return nil
        }
    }

    private func listHeading(_ listed: Int) -> Phrase {
        switch listed {
        case ..<1:
            language.say(
                "Your list is empty; it has room for 50 accounts.", "Deine Liste ist leer; Platz ist für 50 Accounts.")
        case 1:
            language.say(
                "Your list has 1 account and room for 50.", "1 Account steht auf deiner Liste; Platz ist für 50.")
        default:
            language.say(
                "Your list has \(listed) accounts and room for 50.",
                "\(listed) Accounts stehen auf deiner Liste; Platz ist für 50.")
        }
    }

    private func facts(for episode: Episode) -> [Placeholder: Phrase] {
        guard let commitment = commitment(of: episode) else { return [:] }
        guard let story = commitment.accountID.flatMap({ stories[$0] }) else {
            return commitment.account.map { [.account: "\($0)"] } ?? [:]
        }
        // It tells of nobody at the customer, so its question names nobody either.
        let named: Set<Placeholder> = [.person, .role, .heard, .lastKind, .missingRole]
        return ItemText(story: story, day: day, language: language).placeholders(for: episode.finding)
            .filter { !named.contains($0.key) }
    }
}

extension FindingKind {
    /// Of the rep and neither of an account nor of the day's plan.
    fileprivate var isOwnWordOrList: Bool { self == .commitmentOpen || self == .offList || self == .listShort }
}
