import Testing

@Suite("Unknown names")
struct UnknownNameTests {
    @Test(
        "a name that is nearly right gets the right one",
        arguments: [
            ("sotre = \"x\"", "store"), ("time_zone = \"UTC\"", "timezone"), ("[hudle]\nat = \"08:40\"", "huddle"),
            ("[channel.x]\ntype = \"console\"", "channels"), ("[route]\n", "routes"), ("[team.\"A\"]\n", "teams"),
            ("[work]\nholiday = []", "holidays"), ("[work]\nhour = \"09:00-17:00\"", "hours"),
            ("[huddle]\nlate_untill = \"11:00\"", "late_until"), ("[nudges]\nmornings = \"09:00\"", "morning"),
            ("[thresholds]\nstaled = 10", "stalled"), ("[thresholds]\nmile_stones = {}", "milestones"),
            ("[routes]\nreps = \"x\"", "rep"), ("[routes]\nlead = \"x\"", "leader"),
            ("[channels.x]\ntype = \"file\"\npaht = \"x\"", "path"),
            ("[channels.x]\ntype = \"slack\"\nurl = { fille = \"x\" }", "file"),
            ("[teams.\"A\"]\ntimezon = \"UTC\"", "timezone"), ("[teams.\"A\".thresholds]\nquite = 5", "quiet"),
            ("[people.\"a@b.c\"]\nnudge.items = 3", "nudges"), ("[people.\"a@b.c\".nudges]\nitem = 3", "items"),
        ])
    func nearest(text: String, wanted: String) {
        let diagnostics = Reading.diagnostics(text)
        #expect(
            diagnostics.errors.contains { $0.hint?.contains("did you mean \"\(wanted)\"?") == true },
            "\(diagnostics.printed)")
    }

    @Test("a name that is near to nothing gets the list of what is there, with its place")
    func list() {
        let diagnostics = Reading.diagnostics("[work]\nsomething_else = 1\n")
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.message == "there is no setting \"something_else\" in [work]")
        #expect(diagnostics.first?.hint == "the settings here are days, holidays, hours")
        #expect(diagnostics.first?.location?.description == "coachd.toml:2:1")
    }

    @Test(
        "what stands only at the top is unknown in a team and for a person",
        arguments: [
            "[teams.\"A\"]\nstore = \"x\"", "[teams.\"A\".channels.x]\ntype = \"console\"",
            "[people.\"a@b.c\".teams.x]\n",
        ])
    func topOnly(text: String) {
        #expect(Reading.diagnostics(text).errors.count == 1)
    }

    @Test("a huddle of one person is told to be without effect, for the team has it")
    func huddleOfAPerson() {
        #expect(!Reading.diagnostics("[people.\"a@b.c\"]\nhuddle.at = \"10:00\"").isEmpty)
    }

    @Test("the same person in two spellings is told")
    func personTwice() {
        let text = "[people.\"a@b.c\"]\ntimezone = \"UTC\"\n[people.\"A@b.c\"]\nnudges.items = 2\n"
        #expect(Reading.diagnostics(text).errors.count == 1)
    }

    @Test("a research topic that is nearly a known one is a note with that, one of the user's own is none")
    func researchTopics() throws {
        let configuration = try Reading.configuration(
            "[research]\ntopics = [\"insigth\", \"Insight\", \"fleet age\"]\n")
        #expect(configuration.warnings.map(\.severity) == [.note])
        #expect(configuration.warnings.first?.hint == "did you mean \"insight\"?")
    }
}
