import CivilTime
import Coaching
import Testing

@Suite("How alike two own messages are")
struct LikenessTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let first: OwnMessage
        let second: OwnMessage
        let isAlike: Bool

        /// - Parameter names: What stands for the first account alone, and for the second.
        init(
            _ name: String, _ first: String, _ second: String, names: ([String], [String]) = (["Acme"], ["Globex"]),
            isAlike: Bool
        ) {
            testDescription = name
            self.first = OwnMessage(account: 1, selectedOn: "2026-01-05", text: first, names: names.0)
            self.second = OwnMessage(account: 2, selectedOn: "2026-01-05", text: second, names: names.1)
            self.isAlike = isAlike
        }
    }

    static let letter = """
        Dear Acme, every truck that waits at your gate costs you ninety euros an hour. We cut the waiting time of three \
        carriers by half last year, and I would like to show Jonas how, with the numbers of your own terminal.
        """
    static let german = """
        Liebes Team von Acme, jeder LKW, der an Ihrem Tor wartet, kostet Sie neunzig Euro die Stunde. Wir haben die \
        Wartezeit dreier Spediteure im letzten Jahr halbiert und zeigen Ihnen gern, wie das bei Ihnen aussähe.
        """
    static let chinese = "尊敬的华为团队，贵公司每一辆在门口等待的卡车每小时花费九十欧元。去年我们把三家承运商的等待时间减少了一半，我想用贵公司码头的数据向您展示。"
    static let arabic = """
        فريق النور المحترم، كل شاحنة تنتظر عند بوابتكم تكلفكم تسعين يورو في الساعة. لقد خفضنا وقت الانتظار لدى ثلاث شركات نقل \
        إلى النصف في العام الماضي، وأود أن أعرض عليكم الأرقام الخاصة بمحطتكم.
        """

    static let pairs = [
        Pair("the same text", letter, letter, isAlike: true),
        Pair(
            "the names swapped", letter, letter.swapping("Acme", "Globex").swapping("Jonas", "Petra"),
            names: (["Acme Logistics", "Jonas Weber"], ["Globex", "Petra Novak"]), isAlike: true),
        Pair(
            "case, spaces and punctuation", letter, letter.uppercased().filter { $0 != "," } + " \n\n ...",
            isAlike: true),
        Pair("one word of forty", letter, letter.swapping("ninety", "eighty"), isAlike: true),
        Pair("a closing line more", letter, letter + " Kind regards, Ana", isAlike: true),
        Pair(
            "the same offer, written for them", letter,
            """
            Your new plant in Brno opens in March, and the night shift will unload without a dock planner. Two of your \
            neighbours in the industrial park do that with us since spring; shall we walk over together and ask them?
            """, isAlike: false),
        Pair(
            "half of it is new", letter,
            """
            Dear Globex, every truck that waits at your gate costs you ninety euros an hour. Your own figures of the third \
            quarter say 4,100 hours. Marta told me which two docks they come from, and what the crew would change first.
            """, isAlike: false),
        Pair("too short to be judged", "Less waiting at the gate.", "Less waiting at the gate.", isAlike: false),
        Pair(
            "short once the names are gone", "For Acme Logistics and Acme Logistics: less waiting.",
            "For Globex and Globex: less waiting.", names: (["Acme Logistics"], ["Globex"]), isAlike: false),
        Pair("German, the name swapped", german, german.swapping("Acme", "Globex"), isAlike: true),
        Pair(
            "German, umlauts in capitals", german, german.uppercased(), isAlike: true),
        Pair("German and English", german, letter, isAlike: false),
        Pair(
            "Chinese, the name swapped", chinese, chinese.swapping("华为", "中兴通讯"), names: (["华为"], ["中兴通讯"]),
            isAlike: true),
        Pair(
            "Chinese, another text", chinese, "您好，听说贵公司将在三月开设新工厂，夜班没有调度系统。附近两家企业从春天开始使用我们的方案，要不要一起去看看？",
            isAlike: false),
        Pair(
            "Arabic, the name swapped and a particle before it", arabic, arabic.swapping("النور", "والأمل"),
            names: (["النور"], ["الأمل"]), isAlike: true),
        Pair(
            "Arabic, another text", arabic,
            "سمعنا أن مصنعكم الجديد سيفتح في مارس وأن النوبة الليلية ستعمل بدون نظام للتخطيط. اثنان من جيرانكم يستخدمان حلنا منذ الربيع، هل نزورهما معا؟",
            isAlike: false),
        Pair("letters of full width", letter, letter.fullWidth, isAlike: true),
        Pair(
            "only punctuation and pictures", String(repeating: "🙂!? ", count: 50), String(repeating: "🙂!? ", count: 50),
            isAlike: false),
    ]

    @Test("two texts are alike by their words, whatever the language and the names", arguments: pairs)
    func alike(pair: Pair) {
        let found = Likeness(of: [pair.first, pair.second], atLeast: 80).matches
        #expect((found[2] != nil) == pair.isAlike, "\(Likeness.percent(pair.first, pair.second)) %")
        #expect(found[1] == nil)
        #expect(Likeness.percent(pair.first, pair.second) == Likeness.percent(pair.second, pair.first))
        if let match = found[2] { #expect(match.percent == Likeness.percent(pair.first, pair.second)) }
    }

    @Test("names apart the same text is 100 % alike, and the setting decides from where on it counts")
    func figures() {
        let pair = Self.pairs[1]
        #expect(Likeness.percent(pair.first, pair.second) == 100)
        let half = Self.pairs[6]
        let percent = Likeness.percent(half.first, half.second)
        #expect((30..<80).contains(percent))
        #expect(Likeness(of: [half.first, half.second], atLeast: percent).matches[2]?.percent == percent)
        #expect(Likeness(of: [half.first, half.second], atLeast: percent + 1).matches.isEmpty)
    }

    @Test("of many that are alike each says the earlier one that it is most like, and the first says nothing")
    func many() {
        func message(_ id: RowID, _ text: String, selected: CivilDate = "2026-01-05") -> OwnMessage {
            OwnMessage(account: id, selectedOn: selected, text: text, names: [])
        }
        let other = Self.letter.swapping("ninety euros", "a hundred dollars")
        let messages = [
            message(4, other), message(1, Self.letter, selected: "2026-02-01"), message(2, Self.letter),
            message(3, other),
        ]
        let matches = Likeness(of: messages, atLeast: 80).matches
        #expect(matches.mapValues(\.account) == [1: 2, 3: 2, 4: 3])
        #expect(matches[4]?.percent == 100)
        #expect(Likeness(of: messages.reversed(), atLeast: 80).matches == matches)
    }

    @Test("the quick look never leaves out a pair that is alike", arguments: 0..<40)
    func quickLook(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = [
            "truck", "gate", "hour", "cost", "dock", "plant", "shift", "carrier", "yard", "ramp", "slot", "crew",
        ]
        let messages = (RowID(1)...12).map { id in
            let text = (0..<Int.random(in: 8...40, using: &random)).map { _ in random.pick(words) }
            return OwnMessage(account: id, selectedOn: "2026-01-05", text: text.joined(separator: " "), names: [])
        }
        for percent in [50, 65, 80] {
            var expected: [RowID: Int] = [:]
            for later in messages {
                let best = messages.filter { $0.account < later.account }.map { Likeness.percent($0, later) }.max() ?? 0
                if best >= percent { expected[later.account] = best }
            }
            #expect(Likeness(of: messages, atLeast: percent).matches.mapValues(\.percent) == expected)
        }
    }

    @Test("an account that is held, closed or not selected yet is no one's double; one without a text neither")
    func whoCounts() {
        var acme = account()
        acme.ownMessage = Self.letter
        #expect(OwnMessage(acme, on: "2026-11-24") != nil)
        #expect(OwnMessage(acme, on: "2026-01-04") == nil)
        acme.status = .won
        #expect(OwnMessage(acme, on: "2026-11-24") == nil)
        acme.status = .active
        acme.ownMessage = " "
        #expect(OwnMessage(acme, on: "2026-11-24") == nil)
    }
}

extension String {
    fileprivate func swapping(_ word: String, _ other: String) -> String { replacing(word, with: other) }

    fileprivate var fullWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }
}
