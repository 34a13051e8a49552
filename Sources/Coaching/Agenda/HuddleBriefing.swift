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
    /// The date where the team is; nil is that of whoever leads.
    package var teamDate: CivilDate?
    /// Who is away and sells nothing: the leader, for one.
    package var othersAway: [Absence] = []
    /// What the team is after, in the leader's words; shown to the leader only.
    package var aim: String?
    /// The one before, whoever led it.
    package var lastAgenda: Agenda?
    /// The day from which on it is told what was said; nil is that of whoever leads before today.
    package var saidSince: CivilDate?
    /// Whether it is the first huddle of its week, in which also what does not change is said.
    package var isNewWeek = true
    /// Kinds that were silenced since the last agenda.
    package var quieted: [QuietNotice] = []
    /// Whom no message reached lately.
    package var unreached: [Unreached] = []
    /// Said at the first huddle without them and at the first of each week.
    package var leftBehind: [LeftBehind] = []
    /// By ask, how many huddles before today's there were since it was asked.
    package var askHuddles: [RowID: Int] = [:]
    /// By ask, the colleague who was proposed for it before.
    package var matched: [RowID: AskMatch] = [:]
    /// For how many asks each colleague was proposed this week.
    package var helpsThisWeek: [RowID: Int] = [:]
    /// When the good work of each rep was last recognised.
    package var lastPraised: [RowID: CivilDate] = [:]
    /// Per rep the places that he had lately.
    package var placesLately: [RowID: Int] = [:]
    /// Per rep what grows with each rotating place.
    package var lastTurns: [RowID: RowID] = [:]

    /// When an agenda was told.
    package struct Agenda: Hashable, Sendable {
        package var on: CivilDate
        package var at: Instant

        package init(on date: CivilDate, at instant: Instant) {
            on = date
            at = instant
        }
    }

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

    /// The how many-th huddle it is since an ask: the first is the one after it was asked.
    func huddle(of ask: Ask) -> Int { (ask.id.flatMap { askHuddles[$0] } ?? 0) + 1 }

    /// So often heard that it is only asked once a week whether it is still wanted: from then on not every huddle hears it.
    func isTired(_ ask: Ask) -> Bool { huddle(of: ask) > 2 * policy.stuckAfter }

    var asksToTell: [Ask] { asks.filter { isNewWeek || !isTired($0) } }

    /// Asks that are told; the others are counted.
    package var asksInWords: ArraySlice<Ask> { asksToTell.prefix(Self.asksShown) }

    private static let asksShown = 5
}
