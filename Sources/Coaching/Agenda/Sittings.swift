/// Who sits down with whom about what is stuck: each rep once a day, however many of his accounts it is, and each colleague once.
struct Sittings {
    /// Who leads the huddle.
    let leader: Rep
    private let language: Language
    private var helpers: Set<RowID> = []
    /// By rep the words for the other one; nil where nobody in particular is proposed.
    private var partners: [RowID: String?] = [:]
    private var pairs: Set<Set<RowID>> = []
    /// By rep how many accounts were spoken for.
    private var accounts: [RowID: Int] = [:]

    private static let accountsASitting = 2

    init(leader: Rep, language: Language) {
        self.leader = leader
        self.language = language
    }

    /// The line of a stuck account: a colleague who stood at the same point, else the leader. Twenty minutes are enough for two accounts;
    /// nil is for another day.
    mutating func proposal(for rep: Rep, _ colleague: (_ isFree: (RowID) -> Bool) -> Colleague?) -> Phrase? {
        if let partner = partners[rep.id] {
            accounts[rep.id, default: 1] += 1
            guard accounts[rep.id, default: 1] <= Self.accountsASitting else { return nil }
            return inTheSame(partner.map { pair(rep, $0) } ?? "\(rep.shortName)")
        }
        let found = colleague { !helpers.contains($0) }
        let partner = found?.name ?? (rep.id == leader.id ? nil : leader.shortName)
        partners[rep.id] = .some(partner)
        if let found { helpers.insert(found.helperID) }
        guard let partner else {
            return language.say(
                "Proposed: \(rep.shortName), 20 minutes today with whoever stood at the same point.",
                "Vorschlag: \(rep.shortName), heute 20 Minuten mit jemandem, der schon einmal dort stand.")
        }
        // Two who sit down for one of them sit down for the other as well.
        guard pairs.insert([rep.id, found?.helperID ?? leader.id]).inserted else {
            return inTheSame(pair(rep, partner))
        }
        return language.say(
            "Proposed: \(pair(rep, partner)), 20 minutes today.", "Vorschlag: \(pair(rep, partner)), heute 20 Minuten.")
    }

    private func pair(_ rep: Rep, _ partner: String) -> Phrase {
        ["\(rep.shortName)" as Phrase, "\(partner)"].listed(in: language)
    }

    private func inTheSame(_ who: Phrase) -> Phrase {
        language.say(
            "Proposed: \(who), in the same 20 minutes.", "Vorschlag: \(who), gleich mit in denselben 20 Minuten.")
    }
}
