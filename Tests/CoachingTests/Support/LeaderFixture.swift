import CivilTime
import Coaching

/// Lea leads Ana, Ben and Dana. Today is Tuesday, 24 November 2026, unless a test says otherwise.
enum LeaderFixture {
    static let lea = rep("Lea Roth", id: 100, role: .leader)

    static func coached(
        _ name: String = "Dana Kim", id: RowID = 3, away: [ClosedRange<CivilDate>] = [], leftOn: CivilDate? = nil,
        firstLook: CivilDate? = "2026-11-23", talk: CivilDate? = nil, by leader: RowID = 100, asks: [Ask] = [],
        praised: CivilDate? = nil, deeds: Deeds = Deeds(), accounts: [CoachedAccount] = [], at now: Instant = tuesday
    ) -> CoachedRep {
        CoachedRep(
            day: RepDay(rep(name, id: id, away: away, leftOn: leftOn), at: now), firstLookedOn: firstLook,
            lastTalk: talk.map { CoachingTalk(on: $0, leaderID: leader) }, asks: asks, lastPraisedOn: praised,
            deeds: deeds, accounts: accounts)
    }

    static func account(
        _ name: String = "Massive", id: RowID = 1, rank: Int = 1, selected: CivilDate = "2026-01-05",
        held: Bool = false,
        looked: CivilDate? = nil, episodes: [Episode] = []
    ) -> CoachedAccount {
        CoachedAccount(
            id: id, name: name, rank: rank, selectedOn: selected, isHeld: held, lastLookedOn: looked, episodes: episodes
        )
    }

    static func view(
        _ reps: CoachedRep..., promises: [Promise] = [], by acting: Rep = lea, leader: Rep = lea,
        at now: Instant = tuesday
    ) -> LeaderView {
        LeaderView(leader: leader, day: RepDay(acting, at: now), reps: reps, promises: promises)
    }

    /// The view's findings, each with an open episode.
    static func briefing(
        _ view: LeaderView, for reader: Rep = lea, mentions: Int = 0, last: CivilDate? = nil,
        quieted: Set<FindingKind> = [], stories: [AccountStory] = []
    ) -> LeaderBriefing {
        let findings = LeaderRules.findings(view)
        let episodes = findings.enumerated().map { offset, finding in
            episode(finding, id: RowID(offset + 1_000), mentions: mentions, first: last, last: last)
        }
        var briefing = LeaderBriefing(
            day: RepDay(reader, at: view.day.now),
            teams: [LeaderBriefing.Team(view: view, findings: findings, episodes: episodes, quieted: quieted)],
            bank: Fixture.bank)
        for story in stories { briefing.stories[story.account.id] = story }
        return briefing
    }
}
