import CivilTime
import Coaching
import Testing

@Suite("Thousands of generated messages")
struct GeneratedMessagesTests {
    private static func messages(_ seeds: Range<UInt64>, words: RandomBriefings.OrdinaryWords = .init()) -> [Message] {
        seeds.flatMap { seed -> [Message] in
            var random = RandomBriefings(seed: seed)
            random.words = words
            let briefing = random.morningOrAfternoon()
            let huddle = random.huddle()
            let leading = random.leading()
            return [
                Message.morning(briefing), Message.leader(leading), Message.morning(briefing, leading: leading),
                Message.afternoon(briefing, since: briefing.day.now.adding(seconds: -86_400)),
                Message.afternoon(briefing, since: nil), Message.huddle(huddle), Message.team(huddle),
            ].compactMap { $0 }
        }
    }

    /// Generated once: some thousands.
    private static let ordinary = messages(0..<420)

    @Test("ordinary data makes messages that read well")
    func readsWell() {
        var checked: Set<String> = []
        for phrase in Self.ordinary.flatMap(\.phrases) {
            let text = phrase.text
            #expect(!text.contains("..") && !text.contains("?.") && !text.contains(".\"."), "\(text)")
            let words = phrase.ownWords
            guard checked.insert(words).inserted else { continue }
            #expect(Lint.flaws(of: words) == [], "\(text)")
        }
        for picture in Self.ordinary.flatMap(\.pictures) {
            #expect(!picture.ownWords.contains { $0.isLetter && $0 != "X" && $0 != "o" && $0 != "f" })
        }
    }

    @Test("every message keeps its limits")
    func limits() {
        for message in Self.ordinary {
            let items = message.counted
            switch message.kind {
            case .morning, .afternoon:
                #expect(items.count <= 5)
                #expect(!message.items.isEmpty)
                let numbers = items.compactMap(\.number)
                #expect(numbers == (numbers.isEmpty ? [] : Array(1...items.count)))
                #expect(message.items.prefix { $0.state == .thanks }.count == message.items.count - items.count)
            case .huddle: #expect(items.count <= 7)
            case .team: #expect(items.isEmpty)
            case .weekly, .reply: Issue.record("nobody asked for it")
            }
            let accounts = items.compactMap(\.accountID)
            #expect(Set(accounts).count == accounts.count)
            let questions = items.compactMap(\.questionKey)
            #expect(Set(questions).count == questions.count)
            for item in items {
                #expect(item.phrases.count <= 3, "\(item.text)")
                #expect(item.text.count <= 300, "\(item.text.count): \(item.text)")
                #expect(
                    item.question != nil || item.facts.contains { $0.text.hasPrefix("Ask: ") }
                        || message.items.count == 1, "\(item.text)")
            }
        }
    }

    @Test("a huddle fits one chat message")
    func huddleSize() {
        for message in Self.ordinary where message.kind == .huddle {
            #expect(message.plainText.utf16.count <= 4_000)
        }
    }

    @Test("the team's room hears no count, no stall and no gap")
    func team() {
        let gaps: Set<Substring> = [
            "without", "stalled", "stall", "quiet", "no", "not", "nobody", "missing", "open", "behind", "passed", "was",
            "few", "late",
        ]
        for seed in UInt64(30_000)..<30_200 {
            var random = RandomBriefings(seed: seed)
            var briefing = random.huddle()
            for place in briefing.members.indices { briefing.members[place].backOn = nil }
            guard let message = Message.team(briefing) else { continue }
            #expect(message.pictures.isEmpty)
            for words in message.phrases.dropFirst().map(\.ownWords) {
                #expect(!words.contains { $0.isNumber }, "\(words)")
                #expect(gaps.isDisjoint(with: words.lowercased().split { !$0.isLetter }), "\(words)")
            }
        }
    }

    @Test("the same facts give the same message")
    func deterministic() {
        #expect(Self.messages(40_000..<40_020) == Self.messages(40_000..<40_020))
    }

    @Test("a question never repeats on an account while the built-in bank has another")
    func noRepeat() {
        for kind in FindingKind.allCases where kind.subject == .account {
            var briefing = Fixture.one(
                finding(kind, milestone: 1, days: 10, threads: 1), account(milestones: [milestone(due: "2026-11-23")]))
            briefing.bank = .english
            var seen: Set<String> = []
            for _ in 0..<10 {
                let key = Message.morning(briefing)?.items.first?.questionKey ?? ""
                let isNew = seen.insert(key).inserted
                #expect(isNew && !key.isEmpty, "\(kind.rawValue)")
                briefing.asked[1, default: []].insert(key)
            }
        }
    }
}

@Suite("Hostile data")
struct HostileDataTests {
    private static let hostile = [
        "two\nlines", "tab\tand\r\nreturn", "\u{1B}[31mred\u{7}", "\u{202E}gnp.exe\u{202C}", "\u{2066}x\u{2069}",
        "line\u{2028}sep\u{2029}", "👨‍👩‍👧‍👦👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום עולם", "مرحبا بالعالم", "{account}", "\\(name)",
        "*bold* <@U123> `code`",
        String(repeating: "long ", count: 2_000), String(repeating: "x", count: 10_000),
        "Z" + String(repeating: "\u{301}", count: 10_000),
        "\"quoted\"", "", " ", "\0",
    ]

    private static var words: RandomBriefings.OrdinaryWords {
        var words = RandomBriefings.OrdinaryWords()
        words.accounts = hostile
        words.people = hostile
        words.reps = hostile
        words.milestones = hostile
        words.steps = hostile
        words.insights = hostile
        words.industries = hostile
        words.reasons = hostile
        words.texts = hostile
        words.teams = hostile
        return words
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    @Test("never breaks a line, never moves another line, and never swells a message")
    func lines() {
        for seed in UInt64(0)..<60 {
            var random = RandomBriefings(seed: seed)
            random.words = Self.words
            let briefing = random.morningOrAfternoon()
            let huddle = random.huddle()
            let messages = [
                Message.morning(briefing), Message.afternoon(briefing, since: nil), Message.huddle(huddle),
                Message.team(huddle),
            ].compactMap { $0 }
            for message in messages {
                for phrase in message.phrases + message.pictures {
                    #expect(!phrase.text.unicodeScalars.contains(where: Self.isHarmful))
                    #expect(phrase.text.count <= 2_000)
                }
                for item in message.items { #expect(item.phrases.count <= 3) }
                let parts = message.sections.reduce(2) {
                    $0 + ($1.heading == nil ? 0 : 1) + $1.lines.count + $1.items.reduce(0) { $0 + $1.phrases.count }
                }
                let written = message.plainText.split(separator: "\n").count
                #expect(written <= parts)
            }
        }
    }

    @Test(
        "coachd's own words stay as they are, whatever the data is",
        arguments: ["{account}", "}", "Optional(nil)", "!!", "must"])
    func masked(data: String) {
        func words(_ data: String) -> [String]? {
            let briefing = Fixture.one(finding(.noEconomicBuyer), account(data, people: [person(data, .user)]))
            return Message.morning(briefing)?.items.first?.phrases.map(\.ownWords)
        }
        #expect(words(data) == words("Acme"))
        #expect(words(data)?.first == "X")
    }
}
