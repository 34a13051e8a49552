import Coaching
import Testing

@Suite("Questions of one's own")
struct QuestionSettingsTests {
    private static func own(_ text: String) -> QuestionBank { QuestionBank.parse(text, file: "own.txt").bank }
    private static func templates(_ bank: QuestionBank, _ reason: QuestionReason = .quiet) -> [String] {
        bank.questions[reason, default: []].map(\.template)
    }

    @Test("with no setting the built-in English questions are asked")
    func none() {
        let bank = QuestionSettings.bank(of: [nil, nil])
        #expect(bank.language == .english && bank.questions == QuestionBank.english.questions)
    }

    @Test("an addition stands besides the built-in questions of its reason; what is there already is not doubled")
    func addition() {
        let known = QuestionBank.english.questions[.quiet]?.first?.template ?? ""
        let bank = QuestionSettings.bank(of: [QuestionSettings(addition: Self.own("[quiet]\nWhat now?\n\(known)"))])
        #expect(bank.count == QuestionBank.english.count + 1)
        #expect(Self.templates(bank).last == "What now?")
    }

    @Test("a replacement takes the place of its reasons and leaves the others")
    func replacement() {
        let bank = QuestionSettings.bank(of: [QuestionSettings(replacement: Self.own("[quiet]\nWhat now?"))])
        #expect(Self.templates(bank) == ["What now?"])
        #expect(bank.questions[.stalled] == QuestionBank.english.questions[.stalled])
    }

    @Test("layers build upon each other: a team's questions stand upon those for all, a person's upon the team's")
    func layers() {
        let top = QuestionSettings(replacement: Self.own("[quiet]\nTop?"))
        let team = QuestionSettings(addition: Self.own("[quiet]\nTeam?"))
        let person = QuestionSettings(addition: Self.own("[quiet]\nPerson?"))
        #expect(Self.templates(QuestionSettings.bank(of: [person, team, top])) == ["Top?", "Team?", "Person?"])
        #expect(Self.templates(QuestionSettings.bank(of: [nil, top])) == ["Top?"])
    }

    @Test("questions of another language are left out: a German team does not hear the English additions")
    func languages() {
        let top = QuestionSettings(addition: Self.own("[quiet]\nTop?"))
        let team = QuestionSettings(language: .german, addition: Self.own("[quiet]\nGruppe?"))
        let german = QuestionSettings.bank(of: [nil, team, top])
        #expect(german.language == .german)
        #expect(german.count == QuestionBank.german.count + 1)
        let person = QuestionSettings(language: .english)
        let english = QuestionSettings.bank(of: [person, team, top])
        #expect(english.language == .english && Self.templates(english).last == "Top?")
        #expect(english.count == QuestionBank.english.count + 1)
    }

    @Test(
        "too few questions, or none that can be asked without a fact, are a weakness of the bank",
        arguments: [
            ("[quiet]\nA?\nB {account}?", .quiet, "[quiet] has 2 of at least 12 questions, so they soon repeat"),
            (
                "[quiet]\nA {person}?", .quiet,
                "every question of [quiet] needs a fact, so where none is known nothing is asked"
            ),
            (
                "[activity-missing]\nA {account}?", .activityMissing,
                "every question of [activity-missing] needs a fact, so where none is known nothing is asked"
            ),
        ] as [(String, QuestionReason, String)])
    func weakness(text: String, reason: QuestionReason, weakness: String) {
        #expect(Self.own(text).weakness(of: reason) == weakness)
    }
}
