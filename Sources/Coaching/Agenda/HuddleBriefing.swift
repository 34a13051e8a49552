import CivilTime

/// All that a team's huddle agenda is composed from, at one instant.
package struct HuddleBriefing: Sendable {
    package var team: String
    /// The day of the person who leads the huddle: the leader, or the deputy while the leader is away.
    package var day: RepDay
    package var members: [TeamMember]
    package var highlights: [Highlight]
    package var asks: [Ask]
    package var support: [SupportCandidate]
    package var promises: [Promise]
    package var bank: QuestionBank
    /// Question templates asked for an account within the last 10 working days.
    package var asked: [RowID?: Set<String>]
    /// Open findings from the first day that nobody has been told of yet.
    package var backlog: Int
    package var policy: AgendaPolicy
    /// The date where the team is, if it is another one than that of whoever leads.
    package var teamDate: CivilDate?
    /// Who is away and sells nothing: the leader, for one.
    package var othersAway: [Absence] = []
    /// What the team is after, in the leader's words; shown to the leader only.
    package var aim: String?
    /// Kinds that were silenced since the last agenda.
    package var quieted: [QuietNotice] = []
    /// Whom no message reached lately.
    package var unreached: [Unreached] = []
    /// Said at the first huddle without them and at the first of each week.
    package var leftBehind: [LeftBehind] = []
    /// By ask, the colleague who was proposed for it before.
    package var matched: [RowID: AskMatch] = [:]
    /// For how many asks each colleague was proposed this week.
    package var helpsThisWeek: [RowID: Int] = [:]
    /// When the good work of each rep was last recognised.
    package var lastPraised: [RowID: CivilDate] = [:]
    /// Per rep the places that he had lately because something was open.
    package var placesLately: [RowID: Int] = [:]
    /// Per rep what grows with each rotating place.
    package var lastTurns: [RowID: RowID] = [:]

    package init(
        team: String, day: RepDay, members: [TeamMember] = [], highlights: [Highlight] = [], asks: [Ask] = [],
        support: [SupportCandidate] = [], promises: [Promise] = [], bank: QuestionBank,
        asked: [RowID?: Set<String>] = [:], backlog: Int = 0, policy: AgendaPolicy = AgendaPolicy()
    ) {
        self.team = team
        self.day = day
        self.members = members
        self.highlights = highlights
        self.asks = asks
        self.support = support
        self.promises = promises
        self.bank = bank
        self.asked = asked
        self.backlog = backlog
        self.policy = policy
    }
}

extension HuddleBriefing {
    /// When the week of the huddle began.
    package var monday: CivilDate {
        day.today.adding(days: -((day.today.weekday.rawValue - Weekday.monday.rawValue + 7) % 7))
    }
}

/// A rep as the huddle sees him.
package struct TeamMember: Hashable, Sendable {
    package var day: RepDay
    /// The date of the first working day after an absence that covers today.
    package var backOn: CivilDate?
    /// The touches of the huddle's last five working days.
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

/// Good work that the team should hear of.
package struct Highlight: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case milestone(title: String)
        /// - Parameter isFirst: Whether no touch came before, so that it did not move again: the first contact is made.
        case movingAgain(idleDays: Int, touch: Touch, isFirst: Bool = false)
        case metEconomicBuyer(name: String)
        /// A stakeholder of a role that had not talked with us before.
        case newRole(name: String, role: StakeholderRole)
        case firstReply(name: String)
        case fullPlan(daysInARow: Int)
        case askedForHelp
    }

    package var repID: RowID
    package var rep: String
    package var accountID: RowID?
    package var account: String?
    package var kind: Kind

    package init(repID: RowID, rep: String, accountID: RowID? = nil, account: String? = nil, kind: Kind) {
        self.repID = repID
        self.rep = rep
        self.accountID = accountID
        self.account = account
        self.kind = kind
    }
}

/// A rep's request for help.
package struct Ask: Hashable, Sendable {
    package var id: RowID?
    package var repID: RowID?
    package var rep: String
    package var accountID: RowID?
    package var account: String?
    package var text: String
    package var askedOn: CivilDate

    package init(
        id: RowID? = nil, repID: RowID? = nil, rep: String, accountID: RowID? = nil, account: String? = nil,
        text: String, askedOn: CivilDate
    ) {
        self.id = id
        self.repID = repID
        self.rep = rep
        self.accountID = accountID
        self.account = account
        self.text = text
        self.askedOn = askedOn
    }
}

/// A colleague who was proposed for an ask, and on which day last.
package struct AskMatch: Hashable, Sendable {
    package var helperID: RowID
    package var on: CivilDate

    package init(helperID: RowID, on date: CivilDate) {
        self.helperID = helperID
        self.on = date
    }
}

/// What the leader said he will do.
package struct Promise: Hashable, Sendable {
    package var id: RowID?
    package var text: String
    package var repID: RowID?
    package var rep: String?
    package var accountID: RowID?
    package var account: String?
    package var dueOn: CivilDate?
    /// In the leader's zone.
    package var madeOn: CivilDate?

    package init(
        id: RowID? = nil, text: String, repID: RowID? = nil, rep: String? = nil, accountID: RowID? = nil,
        account: String? = nil, dueOn: CivilDate? = nil, madeOn: CivilDate? = nil
    ) {
        self.id = id
        self.text = text
        self.repID = repID
        self.rep = rep
        self.accountID = accountID
        self.account = account
        self.dueOn = dueOn
        self.madeOn = madeOn
    }
}

/// One account of the team with what the agenda's choice depends on.
package struct SupportCandidate: Hashable, Sendable {
    package var story: AccountStory
    package var day: RepDay
    /// The account's open episodes.
    package var episodes: [Episode]
    /// In how many huddles what is open of the account was seen, and in which it stood last.
    package var huddles: Int
    package var lastHuddleOn: CivilDate?
    /// When leader and rep last talked about it, besides the huddles.
    package var lastTalkOn: CivilDate?
    /// When the rep was last told or asked something about it.
    package var lastSaidOn: CivilDate?

    package init(
        story: AccountStory, day: RepDay, episodes: [Episode] = [], huddles: Int = 0, lastHuddleOn: CivilDate? = nil,
        lastTalkOn: CivilDate? = nil, lastSaidOn: CivilDate? = nil
    ) {
        self.story = story
        self.day = day
        self.episodes = episodes
        self.huddles = huddles
        self.lastHuddleOn = lastHuddleOn
        self.lastTalkOn = lastTalkOn
        self.lastSaidOn = lastSaidOn
    }

    package var account: Account { story.account }
    package var lookedAtOn: CivilDate? { [lastHuddleOn, lastTalkOn].compactMap { $0 }.max() }
    /// The episode that the account's one item is about.
    package var first: Episode? {
        episodes.min { $0.comesBefore($1) }
    }
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
