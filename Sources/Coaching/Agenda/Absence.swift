import CivilTime

/// Somebody who is away, and the first working day on which he is back.
package struct Absence: Hashable, Sendable {
    package var name: String
    package var backOn: CivilDate

    package init(name: String, backOn: CivilDate) {
        self.name = name
        self.backOn = backOn
    }
}

extension HuddleBriefing {
    /// The one of several who works today, where the others are away.
    var onlyOneHere: Rep? {
        let here = members.filter(\.day.isWorking)
        return members.count > 1 && here.count == 1 ? here[0].rep : nil
    }

    /// "Away: Mara and Chidi, back Fri 27 Nov".
    var awayLine: Phrase? {
        let away =
            othersAway
            + members.compactMap { member in
                member.backOn.map { Absence(name: member.rep.shortName, backOn: $0) }
            }
        guard !away.isEmpty else { return nil }
        let byDate = Dictionary(grouping: away, by: \.backOn).sorted { $0.key < $1.key }
        return language.say("Away: ", "Nicht da: ")
            + byDate.map { back, people in
                people.map { Phrase("\($0.name)") }.listed(in: language)
                    + Phrase(words: ", \(language.word("back", "wieder da")) \(dates.dated(back))")
            }.joined("; ")
    }
}
