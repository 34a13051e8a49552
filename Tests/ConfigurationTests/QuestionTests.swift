import Coaching
import Configuration
import Diagnostics
import Testing

@Suite("Questions in the configuration")
struct QuestionTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test("a team in Hamburg is asked in German, one of its people in English, the others as the file says")
    func languages() throws {
        let household = try Household()
        let german = "[teams.\"Team North\".questions]\nlanguage = \"de\"\n"
        let english = "[people.\"ana@example.com\".questions]\nlanguage = \"en\"\n"
        for (text, team, ana) in [
            ("", Language.english, Language.english), ("[questions]\nlanguage = \"de\"\n", .german, .german),
            (german, .german, .german), (german + english, .german, .english),
        ] {
            let (member, group) = try household.resolved(text)
            #expect(group.bank.language == team && member.bank.language == ana, "\(text)")
        }
    }

    @Test("questions of one's own are read from files beside the configuration")
    func files() throws {
        try directory.write("more.txt", "[quiet]\nWhat now?\n[stalled]\nAnd you?\n")
        try directory.write("mine.txt", (1...12).map { "Which \($0)?" }.reduce("[quiet]") { "\($0)\n\($1)" })
        let configuration = try Reading.configuration(
            "[questions]\nadd = [\"more.txt\"]\nreplace = [\"mine.txt\"]\n", directory: directory.path)
        let bank = configuration.policy.bank
        #expect(bank.questions[.quiet]?.count == 13)
        #expect(bank.questions[.stalled]?.last?.template == "And you?")
        #expect(configuration.warnings == [])
    }

    @Test("a person has the questions of his team besides his own")
    func person() throws {
        try directory.write("team.txt", "[quiet]\nTeam?\n")
        try directory.write("ana.txt", "[quiet]\nAna?\n")
        let configuration = try Reading.configuration(
            """
            [teams."Team North"]
            questions.add = ["team.txt"]
            [people."ana@example.com"]
            questions.add = ["ana.txt"]
            """, directory: directory.path)
        let (ana, team) = try Household().resolved(configuration)
        #expect(team.bank.questions[.quiet]?.last?.template == "Team?")
        #expect(ana.bank.questions[.quiet]?.suffix(2).map(\.template) == ["Team?", "Ana?"])
    }

    @Test("all that is wrong with a file of questions is told at once, each at its file, line and column")
    func problems() throws {
        let path = try directory.write("more.txt", "[qiet]\nWhat now?\n[stalled]\nWho is {persn} at {acount}?\n")
        let found = Reading.diagnostics(
            "[questions]\nadd = [\"more.txt\", \"none.txt\"]\nlanguage = \"fr\"\nreplcae = []\n",
            directory: directory.path)
        let places = found.compactMap(\.location).map(\.description)
        #expect(
            places == [
                "coachd.toml:2:20", "coachd.toml:3:12", "coachd.toml:4:1", "\(path):1:2", "\(path):4:8", "\(path):4:19",
            ])
        #expect(found.hints.contains("did you mean [quiet]?") && found.hints.contains("did you mean {person}?"))
        #expect(found.printed.contains("there are questions in \"en\" (English) and \"de\" (German)"))
        #expect(found.printed.contains("none.txt cannot be read: No such file or directory"))
    }

    @Test("a reason that is left with few questions, or a file without any, is a warning and not an error")
    func warnings() throws {
        try directory.write("few.txt", "[quiet]\nWhat now?\nWhat next?\n")
        try directory.write("empty.txt", "# nothing yet\n[quiet]\n")
        let found = Reading.diagnostics(
            "[questions]\nreplace = [\"few.txt\"]\nadd = [\"empty.txt\"]\n", directory: directory.path)
        #expect(found.errors == [])
        #expect(found.map(\.location?.line) == [2, 3])
        #expect(found.printed.contains("[quiet] has 2 of at least 12 questions"))
        #expect(found.printed.contains("there is no question in "))
    }

    @Test("a file that is no text or too large is refused")
    func unusable() throws {
        try directory.write("large.txt", String(repeating: "# long\n", count: 200_000))
        let found = Reading.diagnostics("[questions]\nadd = [\"large.txt\", \".\"]\n", directory: directory.path)
        #expect(found.printed.contains("large.txt cannot be read: it is larger than 1 MiB"))
        #expect(found.errors.count == 2)
    }
}
