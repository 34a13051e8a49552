import CivilTime

/// One account of the team with what the agenda's choice depends on.
package struct SupportCandidate: Hashable, Sendable {
    package var story: AccountStory
    package var day: RepDay
    /// The account's open episodes.
    package var episodes: [Episode]
    /// Of these, those that the rep was not asked about yet and will be on another day: they wait for that.
    package var unheard: Set<RowID>
    /// In how many huddles the account stood since an act last moved it, and whether it stood in some before that.
    package var huddles: Int
    package var isCountedAnew: Bool
    /// When it last stood in one at all.
    package var lastHuddleOn: CivilDate?
    /// When leader and rep last talked about it, besides the huddles.
    package var lastTalkOn: CivilDate?
    /// When the rep was last told or asked something about it.
    package var lastSaidOn: CivilDate?
    /// Whether something stands still there of which the leader wants no messages: then it is neither said nor called going well.
    package var isSilenced = false

    package init(
        story: AccountStory, day: RepDay, episodes: [Episode] = [], unheard: Set<RowID> = [], huddles: Int = 0,
        isCountedAnew: Bool = false, lastHuddleOn: CivilDate? = nil, lastTalkOn: CivilDate? = nil,
        lastSaidOn: CivilDate? = nil
    ) {
        self.story = story
        self.day = day
        self.episodes = episodes
        self.unheard = unheard
        self.huddles = huddles
        self.isCountedAnew = isCountedAnew
        self.lastHuddleOn = lastHuddleOn
        self.lastTalkOn = lastTalkOn
        self.lastSaidOn = lastSaidOn
    }

    package var account: Account { story.account }
    package var lookedAtOn: CivilDate? { [lastHuddleOn, lastTalkOn].compactMap { $0 }.max() }

    /// The episode that the account's one item is about: what its rep has heard of before what he has not. What is generic is said to
    /// its rep alone.
    package var first: Episode? {
        let told = episodes.filter { $0.finding.kind != .genericMessage }
        let heard = unheard.isEmpty ? told : told.filter { !isUnheard($0) && !$0.finding.kind.isGroundwork }
        return (heard.isEmpty ? told : heard).min { $0.comesBefore($1) }
    }

    /// Whether its rep was asked in private about what the item says: the huddle is no place to hear of it first. Of a hold that ended he
    /// hears this morning.
    var wasAskedAbout: Bool {
        first.map { episode in
            episode.finding.kind == .holdEnded || episode.mentions > 0 && !episode.finding.kind.isGroundwork
        } ?? false
    }

    /// Whether all that it has to say is said to its rep first, on another day.
    var waitsForItsQuestion: Bool { first.map(isUnheard) ?? false }

    private func isUnheard(_ episode: Episode) -> Bool { unheard.contains(episode.id) }
}

extension Episode {
    /// Whether it is a gap that can wait until its rep was asked about it.
    package var canWaitForItsQuestion: Bool {
        mentions == 0 && !finding.kind.isOfToday && !finding.kind.isGroundwork
    }
}
