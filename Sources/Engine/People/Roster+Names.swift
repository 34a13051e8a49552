import Coaching

extension Roster {
    /// For those whose first name somebody else of the team has, or of another team of the same leader: first name and initial, or the
    /// whole name where that is not enough.
    static func namesInTeams(_ teams: [Team], _ members: [RowID: Member]) -> [RowID: String] {
        var names: [RowID: String] = [:]
        for circle in Dictionary(grouping: teams, by: { $0.leader ?? -$0.id }).values {
            let people = Set(
                circle.flatMap { team in
                    team.memberIDs + team.observers.map(\.id) + [team.leader, team.deputy].compactMap { $0 }
                })
            let known = people.compactMap { members[$0]?.rep }
            for namesakes in Dictionary(grouping: known, by: { $0.firstName.lowercased() }).values
            where namesakes.count > 1 {
                let short = Dictionary(grouping: namesakes) { $0.name.firstNameAndInitial }
                for rep in namesakes {
                    let name = rep.name.firstNameAndInitial
                    // Where he is known in two circles both know the longer one, whichever comes first here.
                    if names[rep.id] != rep.name { names[rep.id] = short[name]?.count == 1 ? name : rep.name }
                }
            }
        }
        return names
    }
}

extension String {
    /// "Eva B." of "Dr. Eva Braun"; the first name alone where there is no other.
    fileprivate var firstNameAndInitial: String {
        guard let last = split(whereSeparator: \.isWhitespace).last, last != firstName, let initial = last.first else {
            return firstName
        }
        return "\(firstName) \(initial)."
    }
}

extension Roster {
    /// Who belongs to a team: those who lead it, then its people in the order of entry, observers included.
    func people(of team: Team) -> [Rep] {
        let leads = [team.leader, team.deputy].compactMap { $0 }
        return leads.compactMap { members[$0]?.rep } + people(of: team.id).map(\.rep).filter { !leads.contains($0.id) }
    }

    /// The promise with the name of whom it is for as the team calls him.
    func named(_ promise: Promise) -> Promise {
        var promise = promise
        if let rep = promise.repID.flatMap({ members[$0]?.rep }) { promise.rep = rep.shortName }
        return promise
    }
}
