import CivilTime

/// A rep as the huddle sees him.
package struct TeamMember: Hashable, Sendable {
    package var day: RepDay
    /// The date of the first working day after an absence that covers today.
    package var backOn: CivilDate?
    /// The touches of the last five days on which somebody of the team worked.
    package var bar: [Pictures.DayCount]
    /// The states of his 50, in the list's order.
    package var strip: [Pictures.AccountState]
    package var commitments: [Commitment]

    package init(
        day: RepDay, backOn: CivilDate? = nil, bar: [Pictures.DayCount] = [], strip: [Pictures.AccountState] = [],
        commitments: [Commitment] = []
    ) {
        self.day = day
        self.backOn = backOn
        self.bar = bar
        self.strip = strip
        self.commitments = commitments
    }

    package var rep: Rep { day.rep }
}

extension Rep {
    /// The touches of a working day's plan.
    package var plannedTouches: Int {
        plan.first { $0.kind == .touch }?.count
            ?? plan.reduce(0) { sum, line in
                if case .activity(let kind) = line.kind, kind.isTouch { sum + line.count } else { sum }
            }
    }
}
