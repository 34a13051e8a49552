import CivilTime

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
