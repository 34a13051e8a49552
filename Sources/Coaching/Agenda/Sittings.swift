/// Who sits down with whom about what is stuck: each rep once a day, however many of his accounts it is, and each colleague once.
struct Sittings {
    /// Who leads the huddle.
    let leader: Rep
    private var helpers: Set<RowID> = []
    /// By rep the words for the other one; nil where nobody in particular is proposed.
    private var partners: [RowID: String?] = [:]
    private var pairs: Set<Set<RowID>> = []

    init(leader: Rep) { self.leader = leader }

    /// The line of a stuck account: a colleague who stood at the same point, else the leader.
    mutating func proposal(for rep: Rep, _ colleague: (_ isFree: (RowID) -> Bool) -> Colleague?) -> Phrase {
        if let partner = partners[rep.id] {
            guard let partner else { return "Proposed: in the same 20 minutes." }
            return "Proposed: \(rep.firstName) and \(partner), in the same 20 minutes."
        }
        let found = colleague { !helpers.contains($0) }
        let partner = found?.name ?? (rep.id == leader.id ? nil : leader.firstName)
        partners[rep.id] = .some(partner)
        if let found {
            helpers.insert(found.helperID)
            // Two who sit down for one of them sit down for the other as well.
            guard pairs.insert([rep.id, found.helperID]).inserted else {
                return "Proposed: \(rep.firstName) and \(found.name), in the same 20 minutes."
            }
        }
        guard let partner else { return "Proposed: 20 minutes today with a colleague who stood at the same point." }
        return "Proposed: \(rep.firstName) and \(partner), 20 minutes today."
    }
}
