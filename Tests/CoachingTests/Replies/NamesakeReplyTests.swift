import Coaching
import Testing

@Suite("Names that are like others")
struct NamesakeReplyTests {
    private static let names: ReplyNames = {
        var names = Chatting.names
        names.own += [ReplyNames.Entry(30, "Petra AG"), ReplyNames.Entry(31, "E.ON")]
        return names
    }()

    @Test(
        "an account named like somebody hides nobody, and one of a letter is not begun by it",
        arguments: [
            ("called Petra at Globex", "call Globex, Petra Klein, two-way"),
            ("called Globex with Petra", "call Globex, Petra Klein, two-way"),
            ("call with petra at globex", "call Globex, Petra Klein, two-way"),
            ("Petra von Globex angerufen", "call Globex, Petra Klein, two-way"),
            ("E-Mail an Globex", "email Globex, out"),
            ("E-Mail an Globex geschickt", "email Globex, out"),
            ("called Sam Portman at Globex", "call Globex, new Sam Portman, two-way"),
            ("called Sam P at Globex", "call Globex, Sam Porter, two-way"),
            ("who Globex: Sam, economic buyer", "who Globex: Sam Porter, economic buyer"),
            ("who Globex: Sam is the champion", "who Globex: Sam Porter, champion"),
            ("who Globex: Sam Portman, user", "who Globex: Sam Portman, user"),
            ("who Globex: Lena, user", "who Globex: Lena, user"),
            ("message Globex: hello", "? doneOrPlanned"),
            ("message to Globex: hello", "social Globex, out: hello"),
        ] as [(String, String)])
    func namesakes(text: String, expected: String) {
        let replies = Chatting.replies(text, names: Self.names)
        #expect(replies.map(\.shown).joined(separator: " ## ") == expected)
    }

    @Test("what is still to come is proposed in the writer's own words")
    func ownWords() {
        let questions: [(Language, String, String)] = [
            (.english, "call Globex at 6", "today: call Globex at 6"),
            (.english, "call Globex tomorrow", "tomorrow: call Globex"),
            (.german, "Termin bei Globex morgen um 9", "morgen: Termin bei Globex um 9"),
        ]
        for (language, line, own) in questions {
            let text = ReplyText(in: language, zone: Chatting.berlin, at: Chatting.now)
            #expect(text.question(about: .stillToCome, line: line).map(\.text).joined().contains(own), "\(line)")
        }
    }
}
