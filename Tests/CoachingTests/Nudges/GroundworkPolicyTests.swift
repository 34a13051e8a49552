import CivilTime
import Coaching
import Testing

@Suite("Groundwork waits for what moves")
struct GroundworkPolicyTests {
    private static let groundwork: [FindingKind] = [
        .noChampion, .noMilestones, .noOwnMessage, .genericMessage, .researchGap,
    ]
    private static let accounts = Dictionary(
        uniqueKeysWithValues: (RowID(1)...50).map { ($0, account("Account \($0)", id: $0)) })

    private static func episodes(_ kinds: [FindingKind], of ids: ClosedRange<RowID>, from first: RowID = 1) -> [Episode]
    {
        ids.flatMap { id in
            kinds.enumerated().map { offset, kind in
                episode(finding(kind, account: id, days: 10), id: first + id * 10 + RowID(offset), backlog: true)
            }
        }
    }

    private static func select(_ episodes: [Episode], lastMention: [RowID: CivilDate] = [:]) -> NudgePolicy.Selection {
        NudgePolicy().select(episodes, accounts: accounts, lastMention: lastMention, on: RepDay(rep(), at: tuesday))
    }

    @Test("with 50 accounts full of gaps two stalls and a step lead, and one place goes on with the rotation")
    func leads() {
        let moving =
            Self.episodes([.stalled], of: 49...50, from: 1000)
            + Self.episodes([.nextStepPassed], of: 48...48, from: 1000)
        let said = Self.select(Self.episodes(Self.groundwork, of: 1...47) + moving)
        #expect(said.episodes.map(\.finding.kind) == [.stalled, .stalled, .noChampion])
        #expect(said.left == 1, "what merely is unknown is no heap that waits")
    }

    @Test("three accounts get three different questions")
    func variety() {
        let said = Self.select(Self.episodes(Self.groundwork, of: 1...50))
        #expect(said.episodes.map(\.finding.kind) == [.noChampion, .noMilestones, .noOwnMessage])
        #expect(Set(said.episodes.map(\.finding.accountID)).count == 3)
        #expect(said.left == 0)
        let same = Self.select(Self.episodes([.noOwnMessage], of: 1...50))
        #expect(same.episodes.map(\.finding.kind) == [.noOwnMessage, .noOwnMessage, .noOwnMessage])
    }

    @Test("one gap of knowledge a message is enough")
    func oneGap() {
        #expect(Self.select(Self.episodes([.researchGap], of: 1...50)).episodes.count == 1)
        let mixed = Self.select(Self.episodes([.researchGap], of: 1...49) + Self.episodes([.noChampion], of: 50...50))
        #expect(Set(mixed.episodes.map(\.finding.kind)) == [.noChampion, .researchGap])
        #expect(mixed.episodes.count == 2)
    }

    @Test("the account that waited longest comes first")
    func waiting() {
        let last = Dictionary(uniqueKeysWithValues: (RowID(1)...49).map { ($0, "2026-11-10" as CivilDate) })
        let said = Self.select(Self.episodes([.noOwnMessage], of: 1...50), lastMention: last)
        #expect(said.episodes.map(\.finding.accountID) == [1, 2, 50])
    }

    @Test("an account rests five working days before another piece of groundwork, two before the same again")
    func peace() {
        var known = episode(finding(.noChampion), id: 1, mentions: 1, first: "2026-11-19", last: "2026-11-19")
        let new = episode(finding(.noOwnMessage), id: 2)
        func kinds(_ last: CivilDate) -> [FindingKind] {
            known.firstMentionedOn = last
            known.lastMentionedOn = last
            return Self.select([known, new], lastMention: [1: last]).episodes.map(\.finding.kind)
        }
        #expect(kinds("2026-11-23") == [])
        #expect(kinds("2026-11-20") == [.noChampion])
        known.mentions = 3
        #expect(kinds("2026-11-18") == [])
        #expect(kinds("2026-11-17") == [.noOwnMessage])
    }

    @Test("groundwork of yesterday keeps nobody from hearing today that the account stalled")
    func stallAfterGroundwork() {
        let yesterday: CivilDate = "2026-11-23"
        let stalled = episode(finding(.stalled, days: 10), id: 2)
        let heard = episode(finding(.noOwnMessage), id: 1, mentions: 1, first: yesterday, last: yesterday)
        #expect(Self.select([heard, stalled], lastMention: [1: yesterday]).episodes.map(\.id) == [2])
        let other = episode(finding(.noNextStep), id: 1, mentions: 1, first: yesterday, last: yesterday)
        #expect(Self.select([other, stalled], lastMention: [1: yesterday]).episodes.isEmpty)
        #expect(Self.select([heard, stalled], lastMention: [1: "2026-11-24"]).episodes.isEmpty)
    }

    @Test("what is finished today brings no next question on the same day; a text that is like another's does")
    func afternoon() {
        for kind in Self.groundwork {
            var briefing = Fixture.one(finding(kind), account(), at: "2026-11-24 14:30")
            briefing.episodes[0].openedAt = "2026-11-24 11:00"
            let message = Message.afternoon(briefing, since: "2026-11-24 09:00")
            #expect((message != nil) == (kind == .genericMessage), "\(kind.rawValue)")
        }
    }

    @Test("the leader's turn never comes for groundwork", arguments: groundwork)
    func neverTheLeaders(kind: FindingKind) {
        let old = episode(finding(kind), mentions: 3, first: "2026-10-01", last: "2026-10-09")
        #expect(!Ladder().hasEnded(old, on: RepDay(rep(), at: tuesday)))
        #expect(!Ladder().isDue(old, on: RepDay(rep(), at: tuesday)))
    }
}
