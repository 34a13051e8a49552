import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

@Suite("Episodes and what was said about them")
struct EpisodesTests {
    private let store: Store
    private let now = Instant(secondsSinceEpoch: 1_772_440_000)
    private let monday: CivilDate
    private let tuesday: CivilDate
    private let wednesday: CivilDate

    init() throws {
        store = try Sample.store()
        monday = try CivilDate(iso: "2026-03-02")
        tuesday = try CivilDate(iso: "2026-03-03")
        wednesday = try CivilDate(iso: "2026-03-04")
    }

    private func stalled(_ days: Int = 10) -> Finding { Finding(.stalled, repID: 1, accountID: 1, days: days) }

    private func openStall() throws -> RowID {
        try store.open(stalled(), at: now, on: monday, isBacklog: false)
        return store.database.lastInsertID
    }

    /// A message with one item about the episode.
    @discardableResult
    private func say(
        _ episode: RowID, on date: CivilDate, _ state: Message.Item.State = .new, kind: Message.Kind = .morning
    ) throws -> RowID {
        let item = Message.Item(
            heading: "Acme", questionKey: "Who decides?", state: state, kind: .stalled, findingID: episode, accountID: 1
        )
        let message = Message(kind, title: "Good morning", sections: [.init(items: [item])])
        let isHuddle = kind == .huddle
        return try store.keep(
            message, slot: nil, team: isHuddle ? 1 : nil, person: isHuddle ? 3 : 1, on: date, at: now)
    }

    @Test("an opened episode is read as it was written, and its figures move with the days")
    func opened() throws {
        let id = try openStall()
        #expect(
            try store.openEpisodes(.rep(1)) == [Episode(id: id, finding: stalled(), openedOn: monday, openedAt: now)])
        try store.update(id, to: stalled(12))
        #expect(try store.openEpisodes(.account(1)).map(\.finding.days) == [12])
        #expect(try store.openEpisodes(.rep(2)).isEmpty)
    }

    @Test("the same finding has one open episode")
    func onlyOne() throws {
        _ = try openStall()
        #expect(throws: DatabaseError.self) { try store.open(stalled(), at: now, on: tuesday, isBacklog: false) }
        try store.open(
            Finding(.activityMissing, repID: 1, activity: .touch, planned: 6, due: 3, done: 1), at: now, on: monday,
            isBacklog: true)
        #expect(throws: DatabaseError.self) {
            try store.open(Finding(.activityMissing, repID: 1, activity: .touch), at: now, on: monday, isBacklog: false)
        }
        #expect(try store.openEpisodes(.rep(1)).count == 2)
    }

    @Test("only what was said to the rep counts as a mention, and only when it arrived")
    func mentions() throws {
        let id = try openStall()
        try say(id, on: monday, kind: .huddle)
        try say(id, on: monday)
        let lost = try say(id, on: tuesday, .still)
        try say(id, on: wednesday, .still)
        var episode = try #require(try store.openEpisodes(.rep(1)).first)
        #expect(episode.mentions == 3 && episode.firstMentionedOn == monday && episode.lastMentionedOn == wednesday)
        try store.void(itemsOfMessage: lost)
        episode = try #require(try store.openEpisodes(.rep(1)).first)
        #expect(episode.mentions == 2)
        #expect(try store.lastMentions(to: 1, since: monday) == [1: wednesday])
        #expect(try store.questionsAsked(to: 1, since: monday) == [1: ["Who decides?"]])
        #expect(try store.questionsHeard(by: 1, since: monday) == ["Who decides?": wednesday])
        #expect(try store.questionsOfAgenda(of: 1, on: monday) == ["Who decides?"])
        #expect(try store.questionsOfAgenda(of: 1, on: tuesday) == [])
        #expect(try store.lastMentions(to: 1, since: wednesday).count == 1)
        #expect(try store.unmentionedBacklog(of: 1) == 0)
    }

    @Test("voiding some items of a message leaves the others said")
    func voidedItems() throws {
        let first = try openStall()
        try store.open(Finding(.noNextStep, repID: 1, accountID: 3), at: now, on: monday, isBacklog: true)
        let second = store.database.lastInsertID
        #expect(try store.unmentionedBacklog(of: 1) == 1)
        let items = [(first, RowID(1)), (second, RowID(3))].map { finding, account in
            Message.Item(heading: "x", state: .new, kind: .stalled, findingID: finding, accountID: account)
        }
        let message = try store.keep(
            Message(.morning, title: "x", sections: [.init(items: items)]), slot: nil, team: nil, person: 1, on: monday,
            at: now)
        #expect(try store.unmentionedBacklog(of: 1) == 0)
        try store.void(itemsOfMessage: message, about: [second])
        #expect(try store.openEpisodes(.rep(1)).map(\.mentions).sorted() == [0, 1])
        #expect(try store.unmentionedBacklog(of: 1) == 1)
    }

    @Test("an answered episode is thanked for once")
    func answered() throws {
        let id = try openStall()
        try say(id, on: monday)
        try store.resolve(id, by: .touch, at: now, on: tuesday)
        #expect(try store.openEpisodes(.rep(1)).isEmpty)
        #expect(try store.answeredEpisodes(of: 1, since: tuesday).map(\.id) == [id])
        #expect(try store.answeredEpisodes(of: 1, since: wednesday).isEmpty)
        #expect(try store.stallsEndedByTouch(of: 1, since: tuesday).map(\.resolution) == [.touch])
        let thanks = try say(id, on: wednesday, .thanks)
        #expect(try store.answeredEpisodes(of: 1, since: tuesday).isEmpty)
        try store.void(itemsOfMessage: thanks)
        #expect(try store.answeredEpisodes(of: 1, since: tuesday).map(\.mentions) == [1])
    }

    @Test("what nobody mentioned, or nobody answered, is no thanks", arguments: [Resolution.lapsed, .closed, .touch])
    func notAnswered(_ resolution: Resolution) throws {
        let id = try openStall()
        if resolution != .touch { try say(id, on: monday) }
        try store.resolve(id, by: resolution, at: now, on: tuesday)
        #expect(try store.answeredEpisodes(of: 1, since: monday).isEmpty)
    }

    @Test("an episode knows when the last one of its kind ended")
    func back() throws {
        let id = try openStall()
        try store.resolve(id, by: .touch, at: now, on: tuesday)
        try store.open(stalled(), at: now, on: wednesday, isBacklog: false)
        #expect(try store.openEpisodes(.rep(1)).map(\.previousResolvedOn) == [tuesday])
    }

    @Test("a message is kept as it was composed, and tells which of its findings were resolved since")
    func kept() throws {
        let id = try openStall()
        let message = try say(id, on: monday)
        #expect(try store.message(message)?.items.map(\.findingID) == [id])
        #expect(try store.message(9999) == nil)
        #expect(try store.resolvedFindings(inMessage: message) == [])
        try store.resolve(id, by: .hold, at: now, on: monday)
        #expect(try store.resolvedFindings(inMessage: message) == [id])
        #expect(try store.composed(.morning, for: 1, on: monday) == nil, "nothing of it is on its way")
        try store.queue(message: message, channel: "reps", key: "1", notBefore: now, expires: now.adding(seconds: 60))
        #expect(try store.composed(.morning, for: 1, on: monday) == now)
        #expect(try store.composed(.afternoon, for: 1, on: monday) == nil)
    }

    @Test("the last evaluation of each person and the last slot of each owner are remembered")
    func remembered() throws {
        try store.setEvaluation(of: 1, on: monday)
        try store.setEvaluation(of: 1, on: tuesday)
        #expect(try store.evaluations() == [1: tuesday])
        let huddle = SlotKey(kind: .huddle, owner: .team(1))
        let morning = SlotKey(kind: .morning, owner: .person(1))
        for date in [monday, tuesday] { try store.record(huddle, on: date, due: now, at: now, outcome: .sent) }
        try store.record(morning, on: monday, due: now, at: now, outcome: .nothingToSay)
        #expect(try store.lastSlots() == [huddle: tuesday, morning: monday])
        #expect(throws: DatabaseError.self) { try store.record(huddle, on: monday, due: now, at: now, outcome: .late) }
    }

    /// Keeps an agenda of team 1 with an item for each account.
    private func agenda(
        _ accounts: [RowID], on day: CivilDate, at instant: Instant? = nil, person: RowID = 3,
        _ state: Message.Item.State = .new
    ) throws {
        let items = try accounts.map { account in
            let open = try store.openEpisodes(.account(account)).first
            return Message.Item(
                heading: "x", state: state, kind: open?.finding.kind, findingID: open?.id, accountID: account)
        }
        _ = try store.keep(
            Message(.huddle, title: "x", sections: [.init(items: items)]), slot: nil, team: 1, person: person, on: day,
            at: instant ?? now)
    }

    private func huddles(_ account: RowID) throws -> Int? { try store.huddlesSeen(of: 1)[account]?.sinceMove }

    @Test("an account's huddles are counted by rotation and with gaps, however many copies there are")
    func huddlePlaces() throws {
        let days = try ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06"].map { try CivilDate(iso: $0) }
        try store.open(Finding(.stalled, repID: 1, accountID: 1), at: now, on: monday, isBacklog: false)
        try store.open(Finding(.stalled, repID: 2, accountID: 2), at: now, on: monday, isBacklog: false)
        try store.open(Finding(.noChampion, repID: 1, accountID: 3), at: now, on: monday, isBacklog: false)
        try agenda([1, 2], on: days[0])
        try agenda([1, 2], on: days[0], person: 2)
        try agenda([1], on: days[1], .rotation)
        // What is merely unknown comes round with the others.
        try agenda([3], on: days[1], .rotation)
        try agenda([2], on: days[2])
        try agenda([1, 2], on: days[3])
        #expect(try store.huddlesSeen(of: 1).mapValues(\.sinceMove) == [1: 3, 2: 3])
        #expect(try store.huddlesSeen(of: 2).isEmpty)
        #expect(try store.places(in: 1, since: days[0]) == [1: 4, 2: 3])
        #expect(try store.places(in: 1, since: days[2]) == [1: 1, 2: 2])
        #expect(try store.lastHuddles(of: 1, onAccountsOf: 1) == [1: days[3], 3: days[1]])
        #expect(try store.lastHuddles(of: 1, onAccountsOf: 2) == [2: days[3]])
        #expect(try store.lastHuddles(of: 2, onAccountsOf: 1).isEmpty)
    }

    @Test("an account's huddles are counted until an act moves it, whatever else of it ends or is learnt")
    func huddlesUntilMoved() throws {
        let days = try ["2026-03-02", "2026-03-03", "2026-03-05"].map { try CivilDate(iso: $0) }
        func instant(_ day: Int, hour: Int64) -> Instant { now.adding(seconds: (Int64(day) * 24 + hour) * 3_600) }
        for kind in [FindingKind.milestoneNear, .stalled, .noOwnMessage] {
            try store.open(Finding(kind, repID: 1, accountID: 1), at: now, on: monday, isBacklog: false)
        }
        func end(_ kind: FindingKind, by resolution: Resolution, day: Int) throws {
            let episode = try store.openEpisodes(.account(1)).first { $0.finding.kind == kind }
            try store.resolve(
                try #require(episode).id, by: resolution, at: instant(day, hour: 2), on: days[day])
        }
        for day in 0...1 { try agenda([1], on: days[day], at: instant(day, hour: 1)) }
        #expect(try huddles(1) == 2)
        try end(.milestoneNear, by: .lapsed, day: 1)
        try end(.noOwnMessage, by: .information, day: 1)
        #expect(try huddles(1) == 2)
        #expect(try store.huddlesSeen(of: 1)[1]?.isCountedAnew == false)
        try end(.stalled, by: .touch, day: 1)
        #expect(try huddles(1) == 0)
        try store.open(Finding(.nextStepPassed, repID: 1, accountID: 1), at: now, on: days[2], isBacklog: false)
        try agenda([1], on: days[2], at: instant(2, hour: 3))
        #expect(try huddles(1) == 1)
        #expect(try store.huddlesSeen(of: 1)[1]?.isCountedAnew == true)
    }

    @Test("an ask's huddles are those since it was asked and before today; the last huddle is one before today")
    func asks() throws {
        let days = try ["2026-03-02", "2026-03-03", "2026-03-05"].map { try CivilDate(iso: $0) }
        func instant(_ day: Int, hour: Int64) -> Instant { now.adding(seconds: (Int64(day) * 24 + hour) * 3_600) }
        try store.database.execute(
            """
            INSERT INTO ask(id, rep_id, text, asked_at) VALUES (7, 1, 'before them', \(now.secondsSinceEpoch)),
              (8, 1, 'between them', \(instant(0, hour: 2).secondsSinceEpoch)),
              (9, 1, 'today', \(instant(2, hour: 2).secondsSinceEpoch));
            """)
        for day in 0...2 {
            try agenda([], on: days[day], at: instant(day, hour: 1))
            try agenda([], on: days[day], at: instant(day, hour: 1), person: 2)
        }
        let later = instant(3, hour: 1)
        #expect(try store.huddlesSinceAsks(of: 1, before: days[2], at: later) == [7: 2, 8: 1])
        #expect(try store.huddlesSinceAsks(of: 2, before: days[2], at: later).isEmpty)
        try store.database.execute("UPDATE ask SET answered_at = \(later.secondsSinceEpoch) WHERE id = 7")
        #expect(try store.huddlesSinceAsks(of: 1, before: days[2], at: later) == [8: 1])
        #expect(try store.lastAgenda(of: 1, before: days[2])?.on == days[1])
        #expect(try store.lastAgenda(of: 1, before: days[0]) == nil)
    }

    @Test("a deleted account takes its episodes, and what was said stays")
    func deletedAccount() throws {
        let id = try openStall()
        try say(id, on: monday)
        try store.database.execute("DELETE FROM account WHERE id = 1")
        #expect(try store.openEpisodes(.rep(1)).isEmpty)
        #expect(try store.database.answer("SELECT count(*) FROM message_item WHERE account_id IS NULL") == "1")
        #expect(try StoreInvariants.complaints(in: store.database) == [])
    }

    @Test("a replaced account keeps its episodes")
    func replacedAccount() throws {
        let id = try openStall()
        try say(id, on: monday)
        try store.database.execute(
            "REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme AG')")
        let account = try #require(
            try store.database.first("SELECT id FROM account WHERE external_id = 'a1'") { $0.int64(0) })
        #expect(account != 1)
        #expect(try store.openEpisodes(.account(account)).map(\.id) == [id])
        #expect(try store.lastMentions(to: 1, since: monday) == [account: monday])
    }
}
