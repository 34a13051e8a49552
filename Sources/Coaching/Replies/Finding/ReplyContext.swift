import CivilTime
import Diagnostics

/// Everything that words are read by.
struct ReplyContext: Sendable {
    let names: ReplyNames
    let accounts: AccountFinder
    let people: [NamedWords]
    private let stakeholders: [RowID: [NamedWords]]
    /// The stakeholders of whichever account.
    let everybody: [NamedWords]
    let zone: Zone
    let now: Instant
    let language: Language

    init(names: ReplyNames, zone: Zone, now: Instant, language: Language) {
        self.names = names
        accounts = AccountFinder(names)
        people = names.people.map(NamedWords.init)
        stakeholders = names.stakeholders.mapValues { $0.map(NamedWords.init) }
        everybody = (names.own + names.others).flatMap { [stakeholders] in stakeholders[$0.id] ?? [] }
        self.zone = zone
        self.now = now
        self.language = language
    }

    var today: CivilDate { zone.date(at: now) }

    func stakeholders(of account: RowID) -> [NamedWords] { stakeholders[account] ?? [] }
    func milestones(of account: RowID) -> [NamedWords] { (names.milestones[account] ?? []).map(NamedWords.init) }
    func milestoneNames(of account: RowID) -> [String] { (names.milestones[account] ?? []).map(\.name) }

    /// The only account that knows one of these people.
    func accountID(of people: [ReplyNames.Entry]) -> RowID? {
        let ids = Set(people.map(\.id))
        let found = names.stakeholders.filter { $0.value.contains { ids.contains($0.id) } }
        return found.count == 1 ? found.first?.key : nil
    }

    /// Its name.
    func account(of people: [ReplyNames.Entry]) -> String? { accountID(of: people).flatMap(accounts.name) }

    // MARK: What was nearly said

    func nearestVerb(to word: TypedLine.Word) -> String? {
        if CommonWords.contains(word.folding) { return nil }
        let near = nearestName(to: String(word.text), in: ReplyVerb.table.singleWords)
        return near?.first == word.key.first ? near : nil
    }

    func nearestPerson(to words: String) -> String? {
        let first = words.split(separator: " ").first.map(String.init) ?? words
        let all = names.people.map(\.name)
        guard let near = nearestName(to: words, in: all) ?? nearestName(to: first, in: all.map(\.firstName)) else {
            return nil
        }
        return all.first { $0 == near || $0.firstName == near }
    }
}
