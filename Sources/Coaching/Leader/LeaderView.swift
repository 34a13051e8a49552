import CivilTime

/// What the leader's rules see of a team at one instant.
package struct LeaderView: Sendable {
    /// Whose findings they are; his working days count.
    package var leader: Rep
    /// The day of whoever takes them on: the leader, or the deputy while the leader is away.
    package var day: RepDay
    package var thresholds: LeaderThresholds
    package var reps: [CoachedRep]
    package var promises: [Promise]

    package init(
        leader: Rep, day: RepDay, thresholds: LeaderThresholds = LeaderThresholds(), reps: [CoachedRep] = [],
        promises: [Promise] = []
    ) {
        self.leader = leader
        self.day = day
        self.thresholds = thresholds
        self.reps = reps
        self.promises = promises
    }

    /// Whole working days of the leader strictly between the date and today.
    func workingDays(since date: CivilDate) -> Int { leader.calendar.workingDays(after: date, before: day.today) }

    /// The same where two have to meet: whoever of them had fewer working days, for nobody owes a talk to somebody on leave.
    package func workingDays(since date: CivilDate, with rep: Rep) -> Int {
        min(workingDays(since: date), rep.calendar.workingDays(after: date, before: day.today))
    }
}

/// A rep as his leader coaches him.
package struct CoachedRep: Hashable, Sendable {
    package var day: RepDay
    /// When coachd first looked at him; without a talk the debt is counted from there.
    package var firstLookedOn: CivilDate?
    package var lastTalk: CoachingTalk?
    package var asks: [Ask]
    package var lastPraisedOn: CivilDate?
    /// What he did right lately. Looked up only where he heard nothing for long enough.
    package var deeds: Deeds
    package var accounts: [CoachedAccount]

    package init(
        day: RepDay, firstLookedOn: CivilDate? = nil, lastTalk: CoachingTalk? = nil, asks: [Ask] = [],
        lastPraisedOn: CivilDate? = nil, deeds: Deeds = Deeds(), accounts: [CoachedAccount] = []
    ) {
        self.day = day
        self.firstLookedOn = firstLookedOn
        self.lastTalk = lastTalk
        self.asks = asks
        self.lastPraisedOn = lastPraisedOn
        self.deeds = deeds
        self.accounts = accounts
    }

    package var rep: Rep { day.rep }
    /// Whether there is anybody to coach today.
    var isHere: Bool { !rep.isAway(on: day.today) && !rep.hasLeft(on: day.today) }
}

/// The date of a coaching note, and who sat down with the rep.
package struct CoachingTalk: Hashable, Sendable {
    package var on: CivilDate
    package var leaderID: RowID

    package init(on: CivilDate, leaderID: RowID) {
        self.on = on
        self.leaderID = leaderID
    }
}

/// An active account as its rep and the leader look at it together.
package struct CoachedAccount: Hashable, Sendable {
    package var id: RowID
    package var externalID: String?
    package var name: String
    package var rank: Int?
    package var selectedOn: CivilDate
    package var isHeld: Bool
    /// The last coaching note on it, or its last place on an agenda.
    package var lastLookedOn: CivilDate?
    /// The rep's open episodes of it.
    package var episodes: [Episode]

    package init(
        id: RowID, externalID: String? = nil, name: String, rank: Int? = nil, selectedOn: CivilDate,
        isHeld: Bool = false,
        lastLookedOn: CivilDate? = nil, episodes: [Episode] = []
    ) {
        self.id = id
        self.externalID = externalID
        self.name = name
        self.rank = rank
        self.selectedOn = selectedOn
        self.isHeld = isHeld
        self.lastLookedOn = lastLookedOn
        self.episodes = episodes
    }
}

/// Right things that a rep did in the last working days.
package struct Deeds: Hashable, Sendable {
    package struct AtAccount: Hashable, Sendable {
        package var account: String
        /// The milestone's title.
        package var what: String

        package init(account: String, what: String) {
            self.account = account
            self.what = what
        }
    }

    /// Days on which the whole plan was done, of so many that were looked at.
    package var fullPlans: Int
    package var days: Int
    package var milestones: [AtAccount]
    package var replies: [FirstTalk]

    package init(fullPlans: Int = 0, days: Int = 0, milestones: [AtAccount] = [], replies: [FirstTalk] = []) {
        self.fullPlans = fullPlans
        self.days = days
        self.milestones = milestones
        self.replies = replies
    }

    /// Full plans from which a word is due; a milestone or a first reply is worth one by itself.
    private static let fullPlansWorthAWord = 3

    package var areWorthAWord: Bool {
        fullPlans >= Self.fullPlansWorthAWord || !milestones.isEmpty || !replies.isEmpty
    }
}
