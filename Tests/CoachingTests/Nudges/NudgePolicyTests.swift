import CivilTime
import Coaching
import Testing

@Suite("Which episodes a message takes up")
struct NudgePolicyTests {
    private static let today = RepDay(rep(), at: tuesday)

    private static func accounts(_ count: Int) -> [RowID: Account] {
        Dictionary(uniqueKeysWithValues: (1...count).map { (RowID($0), account("Account \($0)", id: RowID($0))) })
    }

    /// Each account's kind, by its id; an account may stand there several times.
    private static func chosen(
        _ kinds: [(RowID, FindingKind)], mentioned: [RowID: CivilDate] = [:], accounts: [RowID: Account]? = nil
    ) -> NudgePolicy.Selection {
        let episodes = kinds.enumerated().map { episode(finding($1.1, account: $1.0), id: RowID($0 + 1)) }
        return NudgePolicy().select(
            episodes, accounts: accounts ?? Self.accounts(50), lastMention: mentioned, on: today)
    }

    private static func said(_ selection: NudgePolicy.Selection) -> [String] {
        selection.episodes.map { "\($0.finding.accountID ?? 0) \($0.finding.kind.rawValue)" }
    }

    @Test("with nothing open nothing is chosen")
    func nothing() {
        #expect(Self.chosen([]).episodes.isEmpty)
        #expect(Self.chosen([]).left == 0)
    }

    @Test(
        "three items where they are there, up to five where more are of today only",
        arguments: [
            ("one", [.stalled], 1, 0), ("two", [.stalled, .quiet], 2, 0),
            ("three of four", [.stalled, .quiet, .noNextStep, .noNextStep], 3, 1),
            ("four holds ended", [.holdEnded, .holdEnded, .holdEnded, .holdEnded], 4, 0),
            ("five of today", [.holdEnded, .milestoneNear, .holdEnded, .milestoneNear, .holdEnded, .stalled], 5, 1),
            ("never six", [.holdEnded, .holdEnded, .holdEnded, .holdEnded, .holdEnded, .holdEnded, .holdEnded], 5, 2),
        ] as [(String, [FindingKind], Int, Int)])
    func counts(name: String, kinds: [FindingKind], items: Int, left: Int) {
        let selection = Self.chosen(kinds.enumerated().map { (RowID($0.offset + 1), $0.element) })
        #expect(selection.episodes.count == items)
        #expect(selection.left == left)
    }

    @Test("one account gives one item, the first by kind")
    func onePerAccount() {
        let order: [FindingKind] = [
            .holdEnded, .stalled, .milestonePassed, .nextStepPassed, .milestoneNear, .noNextStep, .quiet,
            .singleThreaded, .noEconomicBuyer,
        ]
        for (place, kind) in order.enumerated() {
            #expect(Self.said(Self.chosen(order[place...].reversed().map { (7, $0) })) == ["7 \(kind.rawValue)"])
        }
    }

    @Test("items stand by kind, then by the account's rank")
    func order() {
        var accounts = Self.accounts(3)
        accounts[1]?.rank = 30
        accounts[2]?.rank = 20
        accounts[3]?.rank = 10
        let selection = Self.chosen([(1, .quiet), (2, .quiet), (3, .quiet)], accounts: accounts)
        #expect(Self.said(selection) == ["3 quiet", "2 quiet", "1 quiet"])
        let mixed = Self.chosen([(3, .noEconomicBuyer), (2, .stalled), (1, .holdEnded)], accounts: accounts)
        #expect(Self.said(mixed) == ["1 hold-ended", "2 stalled", "3 no-economic-buyer"])
    }

    @Test("the last place goes to the account that waited longest")
    func rotation() {
        let kinds: [(RowID, FindingKind)] = [
            (1, .stalled), (2, .stalled), (3, .stalled), (4, .stalled), (9, .noEconomicBuyer),
        ]
        let mentioned: [RowID: CivilDate] = [1: "2026-11-18", 2: "2026-11-18", 3: "2026-11-18", 4: "2026-11-18"]
        #expect(
            Self.said(Self.chosen(kinds, mentioned: mentioned)) == ["1 stalled", "2 stalled", "9 no-economic-buyer"])
    }

    @Test("what only today makes possible goes first, then what was asked before, then what is new, whatever its kind")
    func turns() {
        func asked(_ kind: FindingKind, _ account: RowID) -> Episode {
            episode(finding(kind, account: account), id: account, mentions: 1, first: "2026-11-19")
        }
        let new = [FindingKind.stalled, .stalled, .stalled, .milestoneNear].enumerated().map { place, kind in
            episode(finding(kind, account: RowID(place + 1)), id: RowID(place + 1))
        }
        func said(_ episodes: [Episode], mentioned: [RowID: CivilDate] = [:]) -> [String] {
            Self.said(
                NudgePolicy().select(episodes, accounts: Self.accounts(50), lastMention: mentioned, on: Self.today))
        }
        #expect(said(new) == ["1 stalled", "2 stalled", "4 milestone-near"])
        #expect(said([asked(.milestonePassed, 8)] + new.prefix(3)) == ["1 stalled", "2 stalled", "8 milestone-passed"])
        #expect(
            said([asked(.milestonePassed, 8), asked(.nextStepPassed, 9)] + new.prefix(3))
                == ["1 stalled", "8 milestone-passed", "9 next-step-passed"])
        // What was spoken of yesterday takes nobody's place.
        #expect(said(new, mentioned: [4: "2026-11-23"]) == ["1 stalled", "2 stalled", "3 stalled"])
        // What is merely unknown waits for what moves, also the second time.
        #expect(said([asked(.noChampion, 8)] + new.prefix(3)) == ["1 stalled", "2 stalled", "3 stalled"])
    }

    @Test("what is due today or tomorrow and has nothing logged is not hidden behind what has passed")
    func pressing() {
        var accounts = Self.accounts(9)
        func plan(_ id: RowID, _ due: CivilDate, served: Instant? = nil) {
            accounts[id]?.milestones = [
                milestone("Demo held", id: 10 * id, due: "2026-11-20"),
                milestone(id: 10 * id + 1, due: due, served: served),
            ]
        }
        plan(6, "2026-11-25")
        plan(7, "2026-11-25", served: "2026-11-20 10:00")
        plan(8, "2026-11-26")
        func said(_ accounts: [RowID: Account]) -> [String] {
            let kinds = (RowID(1)...8).map { ($0, $0 < 4 ? FindingKind.stalled : .milestonePassed) }
            return Self.said(
                Self.chosen(kinds, mentioned: [1: "2026-11-18", 2: "2026-11-19", 3: "2026-11-19"], accounts: accounts))
        }
        #expect(said(accounts) == ["1 stalled", "4 milestone-passed", "6 milestone-passed"])
        accounts[6]?.milestones.removeLast()
        #expect(said(accounts) == ["1 stalled", "2 stalled", "4 milestone-passed"])
    }

    @Test("an account that was spoken of yesterday is left in peace, unless today matters")
    func peace() {
        let mentioned: [RowID: CivilDate] = [1: "2026-11-23", 2: "2026-11-20", 3: "2026-11-23"]
        let selection = Self.chosen([(1, .stalled), (2, .stalled), (3, .milestoneNear)], mentioned: mentioned)
        #expect(Self.said(selection) == ["2 stalled", "3 milestone-near"])
    }

    @Test(
        "an episode of an account that is no longer the rep's takes no place")
    func unknownAccount() {
        let selection = Self.chosen([(99, .stalled), (1, .quiet)], accounts: Self.accounts(3))
        #expect(Self.said(selection) == ["1 quiet"])
        #expect(selection.left == 0)
    }

    @Test("the same facts give the same choice, whatever their order, also without ranks")
    func deterministic() {
        var accounts = Self.accounts(50)
        for id in accounts.keys { accounts[id]?.rank = nil }
        let episodes = (1...50).map { episode(finding(.noNextStep, account: RowID($0)), id: RowID($0)) }
        let first = NudgePolicy().select(episodes, accounts: accounts, lastMention: [:], on: Self.today)
        for _ in 0..<20 {
            let again = NudgePolicy().select(episodes.shuffled(), accounts: accounts, lastMention: [:], on: Self.today)
            #expect(again == first)
        }
    }
}
