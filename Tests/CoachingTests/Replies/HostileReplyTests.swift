import CivilTime
import Coaching
import Testing

@Suite("Replies that were not written for a grammar")
struct HostileReplyTests {
    @Test(
        "whatever is sent gives at least one reply, and soon",
        arguments: [
            "", " ", "\n\n\n", "\u{0}", "\u{200B}\u{200D}", "...", ":", "#", "1", "1.", "#1", "/", "//", "@", ">",
            "> >", "\"", "''", ":)", "-",
            "called", "call", "next", "done", "hold", "with", "mit", "at", "for", "1 1 1 1", "called called called",
            "at at at Globex",
            "called \u{202E}xebolG\u{202C}", "تم الاتصال", "התקשרתי ל Globex", "打电话给 Globex", "called ﷽ Globex",
            "𝐜𝐚𝐥𝐥𝐞𝐝 𝐆𝐥𝐨𝐛𝐞𝐱",
            "99999999999999999999 called Globex", "called Globex 99:99", "called Globex 32.13.",
            "called Globex 0000-00-00",
            "away 9999-12-31", "next Globex: x 0001-01-01", "called Globex in 999 weeks",
            "vor 999 Wochen Globex angerufen",
            "called Globex 4 4 4 4 4", "16:20 16:20 16:20", "1.1.1.1", "called @Globex", "called Globex\u{0}\u{7}",
            "\u{FEFF}called Globex",
        ])
    func odd(text: String) {
        #expect(!Chatting.replies(text).isEmpty)
    }

    @Test("50 kB are read as far as a person would read them")
    func huge() {
        let texts = [
            String(repeating: "a", count: 50_000), String(repeating: "called Globex ", count: 4_000),
            String(repeating: "called Globex\n", count: 4_000), String(repeating: "\n", count: 50_000),
            String(repeating: "Z\u{301}\u{302}\u{303}", count: 10_000),
            "Z" + String(repeating: "\u{301}", count: 50_000),
            String(repeating: "👩🏽‍🚀", count: 4_000), String(repeating: "mit ", count: 12_000),
            String(repeating: ", ", count: 25_000), String(repeating: "4 Dec ", count: 9_000),
            String(repeating: "Acme Logistics ", count: 4_000),
            "next Globex: " + String(repeating: "fri ", count: 12_000),
        ]
        for text in texts {
            let taken = ContinuousClock().measure { #expect(!Chatting.replies(text).isEmpty) }
            #expect(taken < .seconds(2), "\(text.prefix(20))")
        }
    }

    @Test("what stands behind the first lines is not read, and that is said")
    func cut() {
        let acts = String(repeating: "called Globex\n", count: 30)
        let replies = Chatting.replies(acts)
        #expect(replies.count == 21)
        #expect(replies.last == .unclear(.tooLong, line: "called Globex"))
    }

    @Test("a note is kept as it was typed, to the last letter")
    func note() {
        let note = "sie sagte: \"Größe M\", 40 % Rabatt (max.) – *nicht* <b>mehr</b> & 👍🏽 שלום"
        #expect(
            Chatting.replies("called Globex, \(note)") == [
                .activity(.init(.call, .out, account: 1, at: Chatting.now, note: note))
            ])
    }

    @Test("an empty store understands no act, and nothing crashes")
    func nothingKnown() {
        for text in ["called Globex", "1 called", "next Globex: x fri", "done CFO", "praise Ana: x", "who Globex: Jo"] {
            let replies = Chatting.replies(text, names: ReplyNames())
            #expect(replies.count == 1)
            if case .unclear = replies.first { continue }
            Issue.record("\(text): \(replies)")
        }
    }

    @Test("names without letters and names that are words are no trap")
    func oddNames() {
        let own = [
            "", " ", "!!!", "---", "1", "22", "1&1", "Call", "Met", "The", "At", "Mit", "called Globex", "👍", "today",
            "Ö", "a",
        ]
        let names = ReplyNames(
            own: own.enumerated().map { ReplyNames.Entry(RowID($0.offset + 1), $0.element) },
            stakeholders: [1: [ReplyNames.Entry(1, "")], 4: [ReplyNames.Entry(2, "Dr.")]],
            milestones: [1: [ReplyNames.Entry(1, "")]], people: [ReplyNames.Entry(1, ""), ReplyNames.Entry(2, "!")])
        for text in [
            "called", "call call", "1 called", "call 1&1", "call with Met", "today", "met the at", "done", "praise",
            "👍",
        ] {
            #expect(!Chatting.replies(text, names: names).isEmpty)
        }
        #expect(Chatting.replies("call 1&1: ok", names: names).first?.activity?.account == 7)
    }

    @Test("no mixture of words makes an act of the future, and none crashes", arguments: 0..<20)
    func mixtures(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 1...12, using: &random)
            let words = (0..<count).map { _ in random.pick(Self.words) }
            let text = words.map { $0 + random.pick(Self.gaps) }.joined()
            for reply in Chatting.replies(text) {
                if let activity = reply.activity {
                    #expect(activity.at <= Chatting.now, "\(text)")
                    #expect(activity.kind.isTouch == (activity.direction != nil), "\(text)")
                }
                if let day = reply.dayAhead { #expect(day >= "2026-11-24", "\(text)") }
            }
        }
    }

    private static let gaps = [
        " ", " ", " ", " ", " ", ", ", ": ", ". ", " - ", "\n", "", "!", "? ", "'s ", "/", " 👍 ",
    ]
    private static let words = [
        "called", "call", "met", "meeting", "angerufen", "Treffen", "demo", "emailed", "Mail", "next", "done", "hold",
        "ruht", "resume",
        "today", "morgen", "heute", "tomorrow", "will", "I'll", "kept", "moved", "verschoben", "ask", "frage", "answer",
        "know", "who",
        "away", "Urlaub", "talk", "praise", "promise", "support", "undo", "Globex", "Acme", "Acme Logistics", "Umbra",
        "Call Center GmbH",
        "Next AG", "müller", "Petra", "Jonas", "Ana", "Ben", "Tom Miller", "with", "mit", "at", "bei", "von", "from",
        "to", "an", "for",
        "für", "CFO met", "proposal", "16:20", "23:59", "4pm", "um 9", "yesterday", "gestern", "fri", "do", "so",
        "4 Dec", "4.12.",
        "31.12.", "1 Jan", "2026-11-25 14:00", "2027-02-29", "next friday", "in 3 days", "vor zwei Wochen",
        "an hour ago", "1", "#2", "3.",
        "not", "nicht", "no answer", "had", "a", "the", "habe", "ich", "until", "bis", "because", "weil", "user",
        "pain", "12", "99", "é",
        "—", "\u{301}", "🙂", "ﬁ", "١٢", "²",
    ]
}

extension Reply {
    fileprivate var activity: Activity? { if case .activity(let activity) = self { activity } else { nil } }

    /// The day of what is still to come.
    fileprivate var dayAhead: CivilDate? {
        switch self {
        case .nextStep(_, _, let date): date
        case .hold(_, let date, _): date
        case .commit(_, _, let date), .moved(_, let date), .promise(_, _, _, let date): date
        case .away(_, let date, _): date
        default: nil
        }
    }
}
