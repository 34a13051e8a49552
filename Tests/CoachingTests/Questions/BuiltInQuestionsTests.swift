import Coaching
import Testing

@Suite("The built-in questions")
struct BuiltInQuestionsTests {
    private static let banks = [
        ("English", QuestionBank.englishText, QuestionBank.english),
        ("German", QuestionBank.germanText, QuestionBank.german),
    ]

    @Test("both banks are read without a word of complaint")
    func parse() {
        for (name, text, _) in Self.banks {
            #expect(QuestionBank.parse(text, file: name).diagnostics == [])
        }
    }

    @Test(
        "there are at least twelve questions for each reason, none twice in a bank", arguments: QuestionReason.allCases)
    func enough(reason: QuestionReason) {
        for (name, _, bank) in Self.banks {
            #expect(bank.questions[reason, default: []].count >= 12, "\(name)")
        }
    }

    @Test("no question stands under two reasons")
    func distinct() {
        for (_, _, bank) in Self.banks {
            let templates = bank.questions.values.flatMap { $0.map(\.template) }
            #expect(Set(templates).count == templates.count)
        }
    }

    @Test("each is a question: one line, one mark at its end, nothing exclaimed, nobody's sex guessed, no banned word")
    func style() {
        for (name, _, bank) in Self.banks {
            for question in bank.questions.values.joined() {
                let text = question.template
                #expect(text.hasSuffix("?") && !text.contains("!") && !text.contains("  "), "\(text)")
                #expect(Banned.words(name == "English" ? Banned.english : Banned.german, in: text) == [], "\(text)")
                if name == "English" {
                    #expect(Banned.pronouns.isDisjoint(with: text.lowercased().split { !$0.isLetter }), "\(text)")
                }
            }
        }
    }

    @Test("a question with plain facts is short enough for a phone")
    func short() {
        let facts = Dictionary(
            uniqueKeysWithValues: Placeholder.allCases.map { ($0, Phrase(data: "some ordinary fact")) })
        for (_, _, bank) in Self.banks {
            for question in bank.questions.values.joined() {
                #expect((question.filled(with: facts)?.text.count ?? 0) <= 130, "\(question.template)")
            }
        }
    }

    @Test(
        "where few facts are known there are at least ten questions to ask, as many as working days pass without a repeat"
    )
    func plain() {
        for (name, _, bank) in Self.banks {
            for reason in QuestionReason.allCases {
                let plain = bank.questions[reason, default: []].filter { $0.placeholders.allSatisfy { $0 == .account } }
                #expect(plain.count >= 10, "\(name) \(reason.rawValue)")
            }
        }
    }
}
