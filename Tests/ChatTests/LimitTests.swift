import CivilTime
import Coaching
import Foundation
import Testing

@testable import Chat

@Suite("Inside every platform's limits")
struct LimitTests {
    struct Names: CustomTestStringConvertible {
        var testDescription: String
        var name: @Sendable (Int) -> String
    }

    static let names = [
        Names(testDescription: "plain names") { "Account \($0)" },
        Names(testDescription: "200 emoji") { "\($0)" + String(repeating: "🚚", count: 200) },
        Names(testDescription: "four bytes a letter") { "\($0)" + String(repeating: "𠜎𝔸", count: 60) },
        Names(testDescription: "entities") { "\($0)" + String(repeating: "&<>", count: 60) },
        Names(testDescription: "marks on marks") {
            "\($0)" + String(repeating: "e\u{301}\u{323}\u{330}\u{34F}", count: 60)
        },
        Names(testDescription: "signs") { "\($0)" + String(repeating: "@._*\"\\", count: 30) },
    ]

    /// The agenda of a team of 20 with 1,000 accounts, and all that can stand on it.
    private static let agenda: Result<Message, any Error> = Result {
        let names = Names(testDescription: "") { "Account \($0)" }
        let calendar = WorkingCalendar(workdays: .mondayToFriday)
        let hours = try WorkingHours(parsing: "09:00-17:30")
        let now = try Instant(rfc3339: "2026-11-24T08:40:00Z")
        func rep(_ id: Int) -> Rep {
            Rep(
                id: RowID(id), email: "rep\(id)@example.com", name: names.name(id), zone: .utc, calendar: calendar,
                hours: hours,
                plan: [PlanLine(.touch, count: 6)])
        }
        let leader = RepDay(rep(100), at: now)
        var briefing = HuddleBriefing(team: names.name(0), day: leader, bank: .english, backlog: 700)
        for id in 1...20 {
            let day = RepDay(rep(id), at: now)
            var member = TeamMember(
                day: day, backOn: id <= 10 ? day.today.adding(days: 2) : nil,
                bar: (0..<5).map { Pictures.DayCount(done: $0, planned: 6) },
                strip: (0..<50).map { Pictures.AccountState.allCases[$0 % 4] })
            for number in 0..<4 {
                member.commitments.append(
                    Commitment(
                        repID: RowID(id), account: names.name(number), text: names.name(number), dueOn: day.today,
                        moved: number, isKept: number == 0))
            }
            briefing.members.append(member)
            briefing.highlights.append(
                Highlight(
                    repID: RowID(id), rep: names.name(id), account: names.name(id),
                    kind: .milestone(title: names.name(id))))
            briefing.asks.append(
                Ask(
                    rep: names.name(id), account: names.name(id), text: names.name(id),
                    askedOn: day.today.adding(days: -3)))
            for number in 0..<50 {
                let account = RowID(id * 1000 + number)
                let story = AccountStory(
                    Account(
                        id: account, repID: RowID(id), name: names.name(Int(account)), rank: number + 1,
                        industry: names.name(7),
                        selectedOn: day.today.adding(days: -400), nextStep: names.name(8),
                        nextStepOn: day.today.adding(days: -1),
                        insight: names.name(9),
                        milestones: [Milestone(id: account, title: names.name(10), dueOn: day.today.adding(days: 1))]),
                    lastTouch: Touch(
                        kind: .call, at: now.adding(seconds: -2_000_000),
                        stakeholder: Stakeholder(id: account, name: names.name(11), role: .user)))
                let episodes = Rules.findings(for: story.account, on: day).enumerated().map { offset, finding in
                    Episode(id: account * 10 + RowID(offset), finding: finding, openedOn: day.today, openedAt: now)
                }
                briefing.support.append(SupportCandidate(story: story, day: day, episodes: episodes, huddles: 5))
            }
        }
        briefing.promises = (1...3).map {
            Promise(text: names.name($0), rep: names.name($0), account: names.name($0), dueOn: leader.today)
        }
        return HuddleAgenda(briefing).message
    }

    /// The agenda with other names in it.
    private func agenda(_ names: Names) throws -> Message {
        var agenda = try Self.agenda.get()
        func renamed(_ phrase: Phrase) -> Phrase {
            phrase.mappingData { Phrase(data: names.name($0.utf8.count)).text }
        }
        agenda.title = renamed(agenda.title)
        for section in agenda.sections.indices {
            agenda.sections[section].lines = agenda.sections[section].lines.map(renamed)
            for item in agenda.sections[section].items.indices {
                agenda.sections[section].items[item].heading = renamed(agenda.sections[section].items[item].heading)
                agenda.sections[section].items[item].facts = agenda.sections[section].items[item].facts.map(renamed)
            }
        }
        return agenda
    }

    /// A morning plan with so many items.
    private func plan(_ names: Names, items: Int) -> Message {
        let items = (1...items).map { number in
            Message.Item(
                heading: "\(names.name(number)) · \(names.name(number))",
                facts: ["12 working days since the call with \(names.name(number)). END\(number)."],
                question: "What would \(names.name(number)) say?", state: .new, kind: .stalled,
                account: names.name(number),
                number: number)
        }
        return Message(.morning, title: "Good morning \(names.name(0)). Tue 24 Nov", sections: [.init(items: items)])
    }

    private func expectInside(_ message: Message, _ sample: Sample, isShort: Bool = false) throws {
        let request = try sample.request(message, mayBeRepeat: true, isShort: isShort)
        let payload = try sample.payload(of: request)
        let spoken = sample.spoken(payload)
        let text = spoken.joined(separator: "\n")
        func half(_ limit: Int) -> Int { isShort ? limit / 2 : limit }
        switch sample {
        case .slack, .slackBot:
            let blocks = try #require(payload["blocks"] as? [[String: Any]])
            #expect(blocks.count <= 50)
            #expect(spoken.allSatisfy { !$0.isEmpty })
            #expect(spoken.reduce(0) { $0 + $1.utf16.count } < half(9_500))
            for block in blocks where block["type"] as? String == "header" {
                #expect(texts(of: block).allSatisfy { $0.utf16.count <= 150 })
            }
            for block in blocks where block["type"] as? String == "rich_text" {
                #expect((block["elements"] as? [Any])?.isEmpty == false)
            }
            let fallback = try #require(payload["text"] as? String)
            #expect(fallback.utf16.count < 3_000)
        case .teams, .feishu, .lark, .dingtalk, .webhook: #expect(request.body.count <= half(20_000))
        case .discord, .discordBot:
            let embeds = try #require(payload["embeds"] as? [[String: String]])
            #expect(embeds.count <= 10)
            #expect(embeds.allSatisfy { ($0["title"] ?? "").utf16.count <= 256 })
            #expect(embeds.allSatisfy { ($0["description"] ?? "").utf16.count <= 4_096 })
            #expect(spoken.reduce(0) { $0 + $1.utf16.count } <= half(6_000))
        case .googlechat:
            #expect(request.body.count <= half(32_000))
            #expect(spoken.count <= 100)
        case .mattermost, .mattermostBot: #expect(text.unicodeScalars.count <= half(16_384))
        case .rocketchat, .line: #expect(text.utf16.count <= half(5_000))
        case .zulip: #expect(text.unicodeScalars.count <= half(10_000))
        case .telegram: #expect(text.utf16.count <= half(4_096))
        case .matrix: #expect(text.utf8.count + (payload["body"] as? String ?? "").utf8.count <= half(40_000))
        case .webex: #expect(text.utf8.count <= half(7_439))
        case .ntfy:
            #expect((payload["message"] as? String ?? "").utf8.count <= half(4_096))
            #expect(request.body.count <= half(8_192))
        case .wecom: #expect(text.utf8.count <= half(4_096))
        case .nextcloud: #expect(text.utf16.count <= half(32_000))
        }
        // Never an empty message, and never a second one.
        #expect(!text.isEmpty)
    }

    @Test("the agenda of a team of twenty with a thousand accounts fits", arguments: names)
    func agendaFits(names: Names) throws {
        let agenda = try agenda(names)
        for sample in Sample.allCases {
            try expectInside(agenda, sample)
            try expectInside(agenda, sample, isShort: true)
        }
    }

    @Test(
        "of a plan that is too long items are left out one by one from the end, and counted",
        arguments: Sample.allCases, [names[0], names[1], names[4]])
    func planFits(sample: Sample, names: Names) throws {
        let count = 30
        let plan = plan(names, items: count)
        try expectInside(plan, sample, isShort: true)
        let payload = try sample.payload(plan)
        let spoken = sample.spoken(payload).joined(separator: "\n")
        // Each item that begins also ends, the first ones stay, and the rest is counted.
        let ends = (1...count).filter { spoken.contains("END\($0).") || spoken.contains("END\($0)\\.") }
        #expect(ends.elementsEqual(1..<ends.count + 1))
        #expect(spoken.components(separatedBy: "What would").count - 1 == ends.count)
        #expect(spoken.contains("more") == (ends.count < count))
        if ends.count < count { #expect(spoken.hasSuffix("and \(count - ends.count) more")) }
    }

    @Test("a message that fits is left as it is", arguments: Sample.allCases)
    func whole(sample: Sample) throws {
        let body = String(decoding: try sample.request(Samples.agenda).body, as: UTF8.self)
        #expect(!body.contains("more\""))
        let spoken = sample.spoken(try sample.payload(Samples.agenda))
        #expect(spoken.contains { $0.replacing("\u{A0}", with: " ").contains("28 of 30") })
    }

    @Test("Slack's text for notifications stays under 3,000 characters, entities and the sign for the rest included")
    func slackFallback() throws {
        for name in ["x", "&", "é", "🚚"] {
            let lines = [Phrase](repeating: "\(String(repeating: name, count: 100))", count: 60)
            let message = Message(.huddle, title: "Huddle", sections: [.init(lines: lines)])
            let text = try #require(try Sample.slack.payload(message)["text"] as? String)
            #expect((2_990..<3_000).contains(text.utf16.count))
            #expect(text.hasSuffix("…"))
        }
    }

    @Test("pictures go before anything that is said")
    func picturesFirst() {
        var size = 0
        let shortened = Samples.agenda.shortened { candidate in
            if size == 0 { size = candidate.plainText.count }
            return candidate.plainText.count < size
        }
        #expect(shortened.sections.allSatisfy { !$0.isPicture })
        #expect(shortened.items == Samples.agenda.items)
    }

    @Test("shortening ends, even where nothing is small enough")
    func nothingFits() {
        let shortened = Samples.agenda.shortened { _ in false }
        #expect(shortened.items.isEmpty)
        // Not even the title is whole then.
        #expect(shortened.title.text == "Huddle · …")
    }
}
