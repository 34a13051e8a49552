import Coaching
import Diagnostics
import Testing

@Suite("A bank of questions")
struct QuestionBankTests {
    private static func bank(_ text: String) -> QuestionBank { QuestionBank.parse(text, file: "own.txt").bank }

    @Test(
        "a bank has headings, questions, comments and empty lines, also with the line ends of Windows")
    func parse() {
        let text =
            "# mine\r\n\r\n  [quiet]  \r\n  What changed at {account}?\r\nAnd now?\r\n[stalled]\r\nWho is {person}?\r\n"
        let (bank, diagnostics) = QuestionBank.parse(text, file: "own.txt")
        #expect(diagnostics == [])
        #expect(bank.questions[.quiet]?.map(\.template) == ["What changed at {account}?", "And now?"])
        #expect(bank.questions[.stalled]?.map(\.placeholders) == [[.person]])
    }

    @Test(
        "what is wrong is told with its line and the nearest name",
        arguments: [
            ("[qiet]\nWhat now?", 1, 2, "there is no reason \"qiet\"", "did you mean [quiet]?"),
            ("[quiet]\nWho is {persn}?", 2, 8, "there is no fact {persn}", "did you mean {person}?"),
            ("[quiet]\n  What {nextStep}?", 2, 8, "there is no fact {nextStep}", "did you mean {nextstep}?"),
            ("[quiet]\nWho is {person?", 2, 8, "a { without its }", nil),
            ("[quiet]\nWho is person}?", 2, 14, "a } without its {", nil),
            ("What now?", 1, 1, "a question needs a heading such as [quiet] above it", nil),
            ("[quiet]\nWhat\u{7} now?", 2, 5, "a control character has no place in a question", nil),
            (
                "[quiet]\n\(String(repeating: "e", count: 161))", 2, 1,
                "a question of 161 letters is too long for a phone; at most 160", nil
            ),
        ] as [(String, Int, Int, String, String?)])
    func diagnostics(text: String, line: Int, column: Int, message: String, hint: String?) {
        let found = QuestionBank.parse(text, file: "own.txt").diagnostics
        #expect(found.map(\.message) == [message])
        #expect(found.first?.location?.line == line)
        #expect(found.first?.location?.column == column)
        #expect(found.first?.location?.file == "own.txt")
        #expect(found.first?.hint == hint)
    }

    @Test("everything that is wrong with a line is told at once, each at its place")
    func severalInALine() {
        let found = QuestionBank.parse("[quiet]\nWho {x} is {acount} and {person?", file: "own.txt").diagnostics
        #expect(found.map { $0.location?.column } == [5, 12, 25])
        #expect(found.map { $0.location?.length } == [3, 8, 1])
    }

    @Test("a byte order mark at the beginning is no part of the first heading")
    func byteOrderMark() {
        let (bank, found) = QuestionBank.parse("\u{FEFF}[quiet]\nWhat now?", file: "own.txt")
        #expect(found == [] && bank.count == 1)
    }

    @Test(
        "a name that is near to none is answered with all of them",
        arguments: [("[zzzzzzzz]", "stalled-no-economic-buyer"), ("[quiet]\n{zzzzzzzz}?", "{missingrole}")])
    func far(text: String, name: String) {
        let found = QuestionBank.parse(text, file: "own.txt").diagnostics
        #expect(found.count == 1)
        #expect(found.first?.hint?.contains(name) == true)
    }

    @Test("questions under an unknown heading are told once, by the heading")
    func once() {
        let (bank, found) = QuestionBank.parse("[qiet]\nA?\nB?\n{nobody}?\n[stalled]\nC?", file: "own.txt")
        #expect(found.count == 1)
        #expect(bank.questions == [.stalled: [try? Question("C?")].compactMap { $0 }])
    }

    @Test("a question with a fact that is not known is never chosen")
    func missingFact() {
        let bank = Self.bank("[quiet]\nWho is {person} at {account}?\nWhat now?")
        for seed in 0..<200 {
            let facts: [Placeholder: Phrase] = [.account: "Acme", .person: Phrase(data: " \n")]
            #expect(bank.choose(for: [.quiet], facts: facts, seed: seed) { _ in false }?.template == "What now?")
        }
        #expect(Self.bank("[quiet]\nWho is {person}?").choose(for: [.quiet], facts: [:], seed: 1) { _ in false } == nil)
    }

    @Test("the facts are put in as data")
    func filled() {
        let bank = Self.bank("[quiet]\nWhat would {person} say?")
        let choice = bank.choose(for: [.quiet], facts: [.person: Phrase(data: "{account}")], seed: 1) { _ in false }
        #expect(choice?.question.text == "What would {account} say?")
        #expect(choice?.question.ownWords == "What would X say?")
        #expect(choice?.template == "What would {person} say?")
    }

    @Test("what was asked lately is not asked again; then the next reason is asked")
    func noRepeat() {
        let bank = Self.bank("[stalled]\nA?\nB?\nC?\n[quiet]\nD?")
        for seed in 0..<50 {
            var taken: Set<String> = []
            for _ in 0..<4 {
                let choice = bank.choose(for: [.stalled, .quiet], facts: [:], seed: seed, isTaken: taken.contains)
                let isNew = taken.insert(choice?.template ?? "").inserted
                #expect(isNew)
            }
            #expect(taken == ["A?", "B?", "C?", "D?"])
            #expect(bank.choose(for: [.stalled, .quiet], facts: [:], seed: seed, isTaken: taken.contains) == nil)
        }
    }

    @Test(
        "what the reader heard lately about another account waits until nothing else is left, of this reason and of the next"
    )
    func worn() {
        let bank = Self.bank("[stalled]\nA?\nB?\n[quiet]\nC?")
        func chosen(seed: Int, worn: Set<String>) -> String? {
            bank.choose(
                for: [.stalled, .quiet], facts: [:], seed: seed, isTaken: { _ in false }, isWorn: worn.contains)?
                .template
        }
        for seed in 0..<50 {
            #expect(chosen(seed: seed, worn: ["A?"]) == "B?")
            #expect(chosen(seed: seed, worn: ["A?", "B?"]) == "C?")
            #expect(["A?", "B?"].contains(chosen(seed: seed, worn: ["A?", "B?", "C?"])))
        }
    }

    @Test("of what is worn the one is chosen that the reader heard longest ago, a fact or none")
    func heardLongestAgo() {
        let bank = Self.bank("[stalled]\nA {milestone}?\nB?\nC?").heard([
            "A {milestone}?": "2026-11-23", "B?": "2026-11-10", "C?": "2026-11-20",
        ])
        func chosen(_ bank: QuestionBank, seed: Int) -> String? {
            bank.choose(
                for: [.stalled], facts: [.milestone: "CFO met"], seed: seed, isTaken: { _ in false },
                isWorn: { _ in true })?.template
        }
        for seed in 0..<50 {
            #expect(chosen(bank, seed: seed) == "B?")
            #expect(chosen(bank.heard(["A {milestone}?": "2026-11-23", "B?": "2026-11-10"]), seed: seed) == "C?")
        }
    }

    @Test(
        "what tells of the account goes before what only names it, whatever the reason, and a plain question comes last"
    )
    func closeness() {
        let bank = Self.bank("[stalled]\nA {account}?\nB?\nC {person}?\n[quiet]\nD {insight}?")
        let facts: [Placeholder: Phrase] = [.account: "Acme", .person: "Jonas", .insight: "trucks wait"]
        for seed in 0..<50 {
            var order: [String] = []
            while let choice = bank.choose(
                for: [.stalled, .quiet], facts: facts, seed: seed, isTaken: { _ in false }, isWorn: order.contains),
                !order.contains(choice.template)
            { order.append(choice.template) }
            #expect(order == ["C {person}?", "D {insight}?", "A {account}?", "B?"])
        }
    }

    @Test("a question that would end with two marks is not asked")
    func marks() {
        let bank = Self.bank("[quiet]\nWhat stops \"{milestone}\"?\nWhat does \"{milestone}\" need?")
        for seed in 0..<20 {
            let choice = bank.choose(for: [.quiet], facts: [.milestone: "Price agreed?"], seed: seed) { _ in false }
            #expect(choice?.question.text == "What does \"Price agreed?\" need?")
        }
    }

    @Test("the same arguments choose the same question, and seeds spread over all that are equally close")
    func deterministic() {
        let bank = QuestionBank.english
        let facts: [Placeholder: Phrase] = [
            .account: "Acme", .person: "Jonas", .heard: "Jonas", .milestone: "CFO met",
        ]
        var chosen: Set<String> = []
        for seed in 0..<500 {
            let choice = bank.choose(for: [.quiet], facts: facts, seed: seed) { _ in false }
            #expect(choice == bank.choose(for: [.quiet], facts: facts, seed: seed) { _ in false })
            chosen.insert(choice?.template ?? "")
        }
        let askable = bank.questions[.quiet, default: []].filter {
            $0.closeness == .specific && Set($0.placeholders).isSubset(of: [.account, .person, .heard, .milestone])
        }
        #expect(chosen == Set(askable.map(\.template)))
    }

    @Test("extreme seeds are seeds as well", arguments: [Int.min, -1, 0, Int.max])
    func extremes(seed: Int) {
        #expect(QuestionBank.english.choose(for: [.quiet], facts: [:], seed: seed) { _ in false } != nil)
    }
}
