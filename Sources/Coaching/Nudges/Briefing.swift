import CivilTime

/// All that a rep's message is composed from, at one instant.
package struct Briefing: Sendable {
    package var day: RepDay
    /// The accounts of the rep's 50 that episodes or thanks speak of.
    package var stories: [RowID: AccountStory]
    package var episodes: [Episode]
    /// Episodes that were mentioned and then answered by an act, not yet thanked for.
    package var answered: [Episode]
    /// Milestones whose new date was thanked for before.
    package var movedBefore: Set<RowID> = []
    /// Per account the date of its last mention to the rep.
    package var lastMention: [RowID: CivilDate]
    /// Question templates asked for an account within the last 10 working days; nil stands for the rep's day itself.
    package var asked: [RowID?: Set<String>]
    /// What of his own word, touches and list the rep was asked about in episodes that are over, and when last.
    package var askedBefore: [Finding.Key: CivilDate] = [:]
    package var doneToday: [ActivityKind: Int]
    /// Afternoons before today that spoke of the plan since the rep last logged anything.
    package var idleAfternoons = 0
    package var commitments: [Commitment]
    /// The accounts of the list with a next step for today, in its order.
    package var withStepToday: [Account] = []
    /// How many of the 50 have a next step dated today or later.
    package var withNextStep: Int
    /// How many the 50 are.
    package var listed: Int
    /// On the last working day before a leave.
    package var leave: LeaveAhead?
    package var bank: QuestionBank
    package var policy: NudgePolicy

    package init(
        day: RepDay, stories: [RowID: AccountStory] = [:], episodes: [Episode] = [], answered: [Episode] = [],
        lastMention: [RowID: CivilDate] = [:], asked: [RowID?: Set<String>] = [:], doneToday: [ActivityKind: Int] = [:],
        commitments: [Commitment] = [], withNextStep: Int = 0, listed: Int = 0, bank: QuestionBank,
        policy: NudgePolicy = NudgePolicy()
    ) {
        self.day = day
        self.stories = stories
        self.episodes = episodes
        self.answered = answered
        self.lastMention = lastMention
        self.asked = asked
        self.doneToday = doneToday
        self.commitments = commitments
        self.withNextStep = withNextStep
        self.listed = listed
        self.bank = bank
        self.policy = policy
    }

    package var accounts: [RowID: Account] { stories.mapValues(\.account) }
    var language: Language { bank.language }
    var dates: DateWords { DateWords(today: day.today, in: language) }
}
