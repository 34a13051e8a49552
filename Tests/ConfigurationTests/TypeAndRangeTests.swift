import Testing

@Suite("Types and ranges")
struct TypeAndRangeTests {
    @Test(
        "a number out of its range is told with the unit and the range",
        arguments: [
            ("[thresholds]\nquiet = 0", "working days from 1 to 250"),
            ("[thresholds]\nstalled = 251", "working days from 1 to 250"),
            ("[thresholds]\nnext_step_pause = -1", "working days from 0 to 250"),
            ("[thresholds]\nmilestone_near = 61", "working days from 0 to 60"),
            ("[thresholds]\nlive_threads = 7", "roles from 1 to 6"),
            ("[thresholds]\nthread_days = 366", "calendar days from 1 to 365"),
            ("[thresholds.milestones]\n\"Proposal sent\" = 0", "working days from 1 to 250"),
            ("[nudges]\nitems = 6", "items from 1 to 5"),
            ("[nudges]\nitems = 9223372036854775807", "items from 1 to 5"),
            ("[teams.\"A\".nudges]\nitems = 0", "items from 1 to 5"),
            ("[people.\"a@b.c\".thresholds]\nquiet = 0", "from 1 to 250"),
        ])
    func range(text: String, expected: String) {
        let errors = Reading.diagnostics(text).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("expected a whole number of") == true)
        #expect(errors.first?.message.hasSuffix(expected) == true, "\(errors.printed)")
    }

    @Test(
        "a value of another type is told with what was found and expected",
        arguments: [
            ("[thresholds]\nquiet = \"5\"", "is a string; expected a whole number of working days from 1 to 250"),
            ("[thresholds]\nquiet = 5.0", "is a float; expected a whole number of working days"),
            ("[teams.'a\"b']\nnudges.items = true", "teams.'a\"b'.nudges.items is a boolean; expected a whole number"),
            ("[nudges]\nitems = true", "is a boolean; expected a whole number of items"),
            ("timezone = 1", "timezone is an integer; expected a text in quotes"),
            ("store = [\"x\"]", "store is an array; expected a text in quotes"),
            ("[huddle]\nat = 840", "huddle.at is an integer; expected a time such as \"08:40\""),
            ("[huddle]\nat = 08:40", "huddle.at needs quotes"),
            ("[work]\ndays = 5", "work.days is an integer; expected a list of texts"),
            ("[work]\ndays = [1]", "work.days holds an integer; expected texts in quotes"),
            ("[work]\nholidays = \"2026-12-25\"", "work.holidays is a string; expected a list of"),
            ("work = 1", "work is an integer; expected a table: write [work] above its settings"),
            ("[[channels]]\ntype = \"console\"", "channels is an array; expected a table"),
            ("[channels]\nx = \"slack\"", "channels.x is a string; expected a table"),
            ("[teams]\nNorth = 1", "teams.North is an integer; expected a table"),
            ("[people.\"a@b.c\"]\nroutes = \"x\"", "expected a table"),
            ("[routes]\nrep = [\"x\"]", "routes.rep is an array; expected a text in quotes"),
            (
                "[channels.x]\ntype = \"console\"\nshared = \"yes\"",
                "channels.x.shared is a string; expected true or false"
            ),
            ("[channels.x]\ntype = \"slack\"\nurl = 1", "channels.x.url is an integer; expected { file ="),
        ])
    func type(text: String, expected: String) {
        let errors = Reading.diagnostics(text).errors
        #expect(errors.contains { $0.message.contains(expected) }, "\(errors.printed)")
    }

    @Test("the error of a value points at the value and shows its line")
    func place() {
        let error = Reading.diagnostics("# one\n[nudges]\nitems = 9\n").first
        #expect(error?.location?.description == "coachd.toml:3:9")
        #expect(error?.description.contains("3 | items = 9\n    |         ^") == true)
    }

    @Test("a key that needs quotes has them in the name of the setting")
    func quotedName() {
        let errors = Reading.diagnostics("[thresholds.milestones]\n\"Proposal sent\" = 0").errors
        #expect(errors.first?.message.hasPrefix("thresholds.milestones.\"Proposal sent\" is 0") == true)
    }
}
