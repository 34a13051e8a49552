/// Who sits down with whom today about what is stuck, for asks and accounts alike: nobody but the leader more than once, and each time for
/// 20 minutes, in which there is room for two things.
struct Sittings {
    /// Who leads the huddle.
    let leader: Rep
    private let language: Language
    /// Those of the team who do not work today.
    private let absent: Set<RowID>
    /// Whether no more than one of the team works today.
    private let isOneHere: Bool
    private var sittings: [Sitting] = []

    private static let matters = 2
    /// Sittings of the leader a day.
    private static let ofLeader = 2

    private struct Sitting {
        /// The one or two whose sitting it is, by name.
        var people: [RowID: String]
        /// The accounts that it is about; nil where something else is.
        var matters: [RowID?]

        /// Whether there is room for it, or it is what the two sit down for anyway.
        mutating func takes(_ matter: RowID?) -> Bool {
            if let matter, matters.contains(matter) { return true }
            guard matters.count < Sittings.matters else { return false }
            matters.append(matter)
            return true
        }
    }

    init(of briefing: HuddleBriefing, language: Language) {
        leader = briefing.day.rep
        absent = Set(briefing.members.filter { !$0.day.isWorking }.map(\.rep.id)).subtracting([leader.id])
        isOneHere = briefing.onlyOneHere != nil
        self.language = language
    }

    /// Who takes it up: a colleague who stood at the same point, else the leader. Nil is for another day: the owner is away, his 20 minutes
    /// are full, or nobody has any left.
    mutating func proposal(
        for owner: RowID, named name: String, about account: RowID?,
        _ colleague: (_ isFree: (RowID) -> Bool) -> Colleague?
    ) -> Phrase? {
        guard !absent.contains(owner) else { return nil }
        if let place = sittings.firstIndex(where: { $0.people[owner] != nil }) {
            guard sittings[place].takes(account) else { return nil }
            let who = pair(name, sittings[place].people.first { $0.key != owner }?.value)
            return language.say(
                "Proposed: \(who), in the same 20 minutes.", "Vorschlag: \(who), in denselben 20 Minuten.")
        }
        var partner = colleague(isFree).map { (id: $0.helperID, name: $0.name) }
        if partner == nil, owner != leader.id {
            guard isFree(leader.id) else { return nil }
            partner = (leader.id, leader.shortName)
        }
        if partner == nil, isOneHere { return nil }
        var people = [owner: name]
        if let partner { people[partner.id] = partner.name }
        sittings.append(Sitting(people: people, matters: [account]))
        guard let partner else {
            return language.say(
                "Proposed: \(name), 20 minutes today with whoever stood at the same point.",
                "Vorschlag: \(name), heute 20 Minuten mit jemandem, der schon einmal dort stand.")
        }
        let who = pair(name, partner.name)
        return language.say("Proposed: \(who), 20 minutes today.", "Vorschlag: \(who), heute 20 Minuten.")
    }

    private func isFree(_ person: RowID) -> Bool {
        !absent.contains(person)
            && sittings.count { $0.people[person] != nil } < (person == leader.id ? Self.ofLeader : 1)
    }

    private func pair(_ name: String, _ partner: String?) -> Phrase {
        [name, partner].compactMap { $0 }.map { "\($0)" as Phrase }.listed(in: language)
    }
}
