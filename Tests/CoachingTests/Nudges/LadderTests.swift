import CivilTime
import Coaching
import Testing

@Suite("The ladder")
struct LadderTests {
    private static func day(_ date: CivilDate, of rep: Rep = rep()) -> RepDay {
        RepDay(rep, at: Zone.utc.startOfDay(date).adding(seconds: 9 * 3600))
    }

    /// The dates on which an episode is said, where it is said whenever it is due.
    private static func mentions(of kind: FindingKind, by rep: Rep = rep(), from start: CivilDate, days: Int)
        -> [CivilDate]
    {
        var said = episode(finding(kind), opened: start)
        var dates: [CivilDate] = []
        for offset in 0..<days {
            let today = start.adding(days: offset)
            guard rep.works(on: today), Ladder().isDue(said, on: day(today, of: rep)) else { continue }
            dates.append(today)
            said.mentions += 1
            said.firstMentionedOn = said.firstMentionedOn ?? today
            said.lastMentionedOn = today
        }
        return dates
    }

    @Test("an episode is said first when its turn comes, again 2 and 6 working days later, then never again")
    func threeTimes() {
        #expect(
            Self.mentions(of: .stalled, from: "2026-11-19", days: 200) == ["2026-11-19", "2026-11-23", "2026-11-27"])
    }

    @Test("holidays and leave of the rep are no working days of the ladder")
    func overLeave() {
        let away = rep(holidays: ["2026-11-20"], away: ["2026-11-24"..."2026-11-30"])
        #expect(
            Self.mentions(of: .noNextStep, by: away, from: "2026-11-19", days: 60)
                == ["2026-11-19", "2026-12-01", "2026-12-07"])
    }

    @Test(
        "a quiet account is said once and has no ladder", arguments: [FindingKind.quiet, .holdEnded, .activityMissing])
    func once(kind: FindingKind) {
        #expect(Self.mentions(of: kind, from: "2026-11-19", days: 200) == ["2026-11-19"])
        let said = episode(finding(kind), mentions: 1, first: "2026-01-05")
        #expect(!Ladder().hasEnded(said, on: Self.day("2026-11-24")))
    }

    @Test(
        "10 working days after its first mention an open episode is the leader's",
        arguments: [
            ("9 working days", "2026-11-11", 3, false), ("10 working days", "2026-11-10", 3, true),
            ("mentioned once only", "2026-11-10", 1, true), ("long ago", "2026-01-05", 3, true),
            ("mentioned today", "2026-11-24", 1, false),
        ] as [(String, CivilDate, Int, Bool)])
    func ended(name: String, first: CivilDate, mentions: Int, hasEnded: Bool) {
        let said = episode(finding(.stalled), mentions: mentions, first: first)
        #expect(Ladder().hasEnded(said, on: Self.day("2026-11-24")) == hasEnded)
    }

    @Test("what was never mentioned never escalates, and stays due")
    func neverMentioned() {
        let waiting = episode(finding(.stalled), opened: "2026-01-05")
        #expect(!Ladder().hasEnded(waiting, on: Self.day("2026-11-24")))
        #expect(Ladder().isDue(waiting, on: Self.day("2026-11-24")))
    }

    @Test("what is resolved is neither said nor escalated")
    func resolved() {
        let done = episode(finding(.stalled), resolved: .touch, on: "2026-11-20", mentions: 1, first: "2026-01-05")
        #expect(!Ladder().isDue(done, on: Self.day("2026-11-24")))
        #expect(!Ladder().hasEnded(done, on: Self.day("2026-11-24")))
    }

    @Test("nothing is said twice on one day")
    func onceADay() {
        let said = episode(finding(.stalled), mentions: 2, first: "2026-11-02", last: "2026-11-24")
        #expect(!Ladder().isDue(said, on: Self.day("2026-11-24")))
    }

    @Test(
        "the rep never hears of it again once it is the leader's",
        arguments: [1, 2])
    func leadersNow(mentions: Int) {
        let said = episode(finding(.stalled), mentions: mentions, first: "2026-11-10")
        #expect(Ladder().hasEnded(said, on: Self.day("2026-11-24")))
        #expect(!Ladder().isDue(said, on: Self.day("2026-11-24")))
    }
}

@Suite("States")
struct EpisodeStateTests {
    @Test(
        "an episode is new, still open, or back within 20 working days of its resolution",
        arguments: [
            ("never seen before", 0, nil, .new), ("mentioned", 1, nil, .still),
            ("mentioned, after an earlier one", 2, "2026-11-20", .still),
            ("resolved yesterday", 0, "2026-11-23", .back), ("resolved today", 0, "2026-11-24", .back),
            ("20 working days ago", 0, "2026-10-27", .back), ("21 working days ago", 0, "2026-10-26", .new),
        ] as [(String, Int, CivilDate?, Message.Item.State)])
    func states(name: String, mentions: Int, previous: CivilDate?, state: Message.Item.State) {
        let episode = episode(
            finding(.stalled), mentions: mentions, first: mentions > 0 ? "2026-11-24" : nil, previous: previous)
        #expect(episode.state(for: rep()) == state)
    }
}
