import Coaching
import Foundation
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

    @Test("each is a question: one line, one mark at its end")
    func style() {
        for (_, _, bank) in Self.banks {
            for question in bank.questions.values.joined() {
                #expect(question.template.hasSuffix("?") && !question.template.contains("  "), "\(question.template)")
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
                let known: Set<Placeholder> = reason.isOfAccount ? [.account] : []
                let plain = bank.questions[reason, default: []].filter { known.isSuperset(of: $0.placeholders) }
                #expect(plain.count >= 10, "\(name) \(reason.rawValue)")
                #expect(bank.weakness(of: reason) == nil)
            }
        }
    }

    @Test("both banks ask under the same reasons about as often, and say in which language they are")
    func alike() {
        #expect(QuestionBank.english.language == .english && QuestionBank.german.language == .german)
        for reason in QuestionReason.allCases {
            let counts = [QuestionBank.english, .german].map { $0.questions[reason, default: []].count }
            #expect(abs(counts[0] - counts[1]) <= 1, "\(reason.rawValue)")
        }
    }

    /// `config/` of the package.
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config")

    @Test(
        "the files in config/ are the built-in banks, to be copied and edited", arguments: Language.allCases)
    func files(language: Language) throws {
        let file = Self.directory.appending(path: "questions.\(language.rawValue).txt")
        #expect(try String(contentsOf: file, encoding: .utf8) == QuestionBank.builtInText(language))
    }

    @Test("in German a fact stands only where its case fits")
    func cases() {
        for question in QuestionBank.german.questions.values.joined() {
            var before = ""
            for (place, part) in question.parts.enumerated() {
                switch part {
                case .words(let words): before = words
                case .fact(.lastKind):
                    #expect(["seit ", "nach ", "vor "].contains { before.hasSuffix($0) }, "\(question.template)")
                case .fact(.role): #expect(before.hasSuffix(" als "), "\(question.template)")
                case .fact(.missingRole):
                    #expect(["von ", "zu "].contains { before.hasSuffix($0) }, "\(question.template)")
                    #expect(question.parts[(place + 1)...] == [.words("?")], "\(question.template)")
                case .fact: break
                }
            }
        }
    }

    @Test(
        "each topic of the research checklist has questions of its own, however it is spelt",
        arguments: [
            ("business", "research-business"), ("current solution", "research-current-solution"),
            ("pain and its cost", "research-pain"), ("Our insight", "research-insight"),
            ("Decision_Process", "research-decision-process"), ("own message", "research-own-message"),
        ])
    func research(topic: String, reason: String) {
        #expect(QuestionReason.research(topic: topic)?.rawValue == reason)
        #expect(QuestionReason.research(topic: "weather") == nil)
    }
}
