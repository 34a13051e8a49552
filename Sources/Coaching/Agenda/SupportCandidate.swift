import CivilTime

/// One account of the team with what the agenda's choice depends on.
package struct SupportCandidate: Hashable, Sendable {
    package var story: AccountStory
    package var day: RepDay
    /// The account's open episodes.
    package var episodes: [Episode]
    /// In how many huddles the account stood since an act last moved it, and whether it stood in some before that.
    package var huddles: Int
    package var isCountedAnew: Bool
    /// When it last stood in one at all.
    package var lastHuddleOn: CivilDate?
    /// When leader and rep last talked about it, besides the huddles.
    package var lastTalkOn: CivilDate?
    /// When the rep was last told or asked something about it.
    package var lastSaidOn: CivilDate?

    package init(
        story: AccountStory, day: RepDay, episodes: [Episode] = [], huddles: Int = 0, isCountedAnew: Bool = false,
        lastHuddleOn: CivilDate? = nil, lastTalkOn: CivilDate? = nil, lastSaidOn: CivilDate? = nil
    ) {
        self.story = story
        self.day = day
        self.episodes = episodes
        self.huddles = huddles
        self.isCountedAnew = isCountedAnew
        self.lastHuddleOn = lastHuddleOn
        self.lastTalkOn = lastTalkOn
        self.lastSaidOn = lastSaidOn
    }

    package var account: Account { story.account }
    package var lookedAtOn: CivilDate? { [lastHuddleOn, lastTalkOn].compactMap { $0 }.max() }
    /// The episode that the account's one item is about. What is generic is said to its rep alone.
    package var first: Episode? {
        episodes.filter { $0.finding.kind != .genericMessage }.min { $0.comesBefore($1) }
    }

    /// Whether the rep was asked in private about something that moves the account and is still open: the huddle is no place to hear of
    /// it first. Of a hold that ended he hears this morning.
    var wasAskedAbout: Bool {
        first?.finding.kind == .holdEnded || episodes.contains { $0.mentions > 0 && !$0.finding.kind.isGroundwork }
    }
}
