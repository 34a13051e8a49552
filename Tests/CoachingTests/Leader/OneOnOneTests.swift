import CivilTime
import Coaching
import Testing

@Suite("What a leader and a rep sit down with")
struct OneOnOneTests {
    private static func sheet(_ stories: [AccountStory] = [], _ episodes: [Episode] = []) -> OneOnOne {
        OneOnOne(
            leader: "Lea", day: RepDay(rep(), at: tuesday), since: "2026-11-09", stories: stories, episodes: episodes,
            bank: Fixture.bank)
    }

    private static func text(_ sheet: OneOnOne) -> String {
        Message(.morning, title: sheet.title, sections: sheet.sections).plainText
    }

    @Test("who shares a first name is called as the agenda calls him")
    func namesakes() {
        var lea = rep("Lea Stein")
        lea.nameInTeam = "Lea S."
        let sheet = OneOnOne(
            leader: "Petra", day: RepDay(lea, at: tuesday), since: "2026-11-09",
            commitments: [.init(text: "demo", dueOn: "2026-11-24")], bank: .german)
        #expect(Self.text(sheet).hasPrefix("Unter vier Augen · Petra und Lea S. · "))
        #expect(Self.text(sheet).contains("\nLea S. hat zugesagt\n"))
    }

    @Test("what was said: the open first, then what was kept last")
    func words() {
        var sheet = Self.sheet()
        sheet.commitments = [
            .init(text: "oldest", dueOn: "2026-11-10", keptOn: "2026-11-10"),
            .init(text: "older", dueOn: "2026-11-11", keptOn: "2026-11-11"),
            .init(text: "newest", dueOn: "2026-11-20", keptOn: "2026-11-23"),
            .init(text: "new", dueOn: "2026-11-19", keptOn: "2026-11-19"),
            .init(text: "open", dueOn: "2026-11-24"),
        ]
        #expect(
            Self.text(sheet).hasSuffix(
                """

                Ana said
                • open, for today
                • newest, done yesterday
                • new, done on Thu 19 Nov
                • older, done on Wed 11 Nov
                """))
    }

    @Test("an account is not named beside words that name it")
    func named() {
        var sheet = Self.sheet()
        sheet.promises = [.init(text: "a word with Globex's director", account: "Globex")]
        sheet.notes = [
            .init(on: "2026-11-16", account: "Pinnacle", text: "Pinnacle: he asks for a reference"),
            .init(on: "2026-11-17", account: "Globex", text: "the audit first"),
        ]
        let text = Self.text(sheet)
        #expect(text.contains("• a word with Globex's director, open\n"))
        #expect(text.contains("• Mon 16 Nov: Pinnacle: he asks for a reference\n"))
        #expect(text.contains("• Tue 17 Nov, Globex: the audit first"))
    }

    @Test(
        "the weightiest is explored first, then what is silent for longest; nobody is asked about a healthy account's silence"
    )
    func topics() {
        var stories: [AccountStory] = []
        var episodes: [Episode] = []
        func add(_ name: String, id: RowID, _ kind: FindingKind?, days: Int? = nil, touch: Instant) {
            let call = Touch(kind: .call, at: touch, stakeholder: Fixture.jonas)
            stories.append(
                AccountStory(account(name, id: id, touch: touch, people: [Fixture.jonas]), lastTouch: call))
            if let kind { episodes.append(episode(finding(kind, account: id, days: days), id: id)) }
        }
        for id in RowID(1)...3 { add("Stalled \(id)", id: id, .stalled, days: 10, touch: "2026-11-09 10:00") }
        add("Juniper", id: 4, nil, touch: "2026-11-20 10:00")
        add("Quiet", id: 5, .quiet, days: 5, touch: "2026-11-16 10:00")
        add("Brook", id: 6, .stalled, days: 75, touch: "2026-08-10 10:00")
        add("Elm", id: 7, .stalled, days: 20, touch: "2026-10-26 10:00")
        let topics = Self.sheet(stories, episodes).topics
        #expect(topics.map(\.account) == ["Stalled 1", "Stalled 2", "Stalled 3", "Brook", "Elm"])
        #expect(topics[3].fact?.text.hasPrefix("75 working days since the call with Jonas (user).") == true)
        var asking = Self.sheet(Array(stories[3...]), Array(episodes[3...]))
        asking.bank = QuestionBank.parse("[stalled-no-economic-buyer]\nS1?\nS2?\n[quiet]\nQ?", file: "own").bank
        // A stall is asked about as a stall.
        #expect(
            Set(asking.topics.map { "\($0.account) \($0.question?.text.prefix(1) ?? "")" }) == [
                "Brook S", "Elm S", "Quiet Q",
            ])
        let few = Self.sheet(Array(stories[3...4]), [episodes[3]]).topics
        #expect(few.map(\.account) == ["Quiet"])
    }
}
