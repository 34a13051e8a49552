import Configuration
import Testing

@Suite("Many problems and large files")
struct ManyProblemsTests {
    @Test("all problems of a file are told at once, each at its line")
    func allAtOnce() {
        let text = """
            sotre = "x"
            timezone = "Berlin"
            [work]
            days = ["mon", "xyz"]
            hours = "9-17"
            [thresholds]
            quiet = 0
            [channels.a]
            type = "slak"
            [channels.b]
            type = "file"
            [routes]
            leader = "c"
            [teams."A"]
            huddle.at = "25:00"
            [people."a@b.c"]
            nudges.items = "three"
            """
        #expect(Reading.diagnostics(text).errorLines == [1, 2, 4, 5, 7, 9, 10, 13, 15, 17])
    }

    @Test("problems stand in the order of the file")
    func inOrder() {
        let text = "sotre = \"x\"\n[nudges]\nitems = 9\n[hudle]\n[thresholds]\nquiet = 0\n[routes]\nrepp = \"x\"\n"
        let lines = Reading.diagnostics(text).errors.compactMap { $0.location?.line }
        #expect(lines == lines.sorted())
    }

    @Test("a syntax error is told with the others of its kind")
    func syntax() {
        let errors = Reading.diagnostics("[work\ndays = [\"mon\"\n[huddle]\nat == 1\n").errors
        #expect(errors.count >= 2)
    }

    @Test("a warning is told with the errors too")
    func warningsToo() {
        let diagnostics = Reading.diagnostics("[thresholds]\nquiet = 12\n[nudges]\nitems = 9\n")
        #expect(Set(diagnostics.map(\.severity)) == [.warning, .error])
    }

    @Test("a file of 2,000 lines is read, and a wrong one in it found")
    func large() throws {
        var text = "[routes]\nleader = \"c0\"\n"
        for number in 0..<250 {
            text += "[channels.c\(number)]\ntype = \"file\"\npath = \"f\(number)\"\nrate = \"\(number + 1)/min\"\n"
            text +=
                "[people.\"p\(number)@example.com\"]\ntimezone = \"Europe/Paris\"\nroutes.rep = \"c\(number)\"\nnudges.items = 2\n"
        }
        #expect(text.split(separator: "\n").count >= 2000)
        let configuration = try Reading.configuration(text)
        #expect(configuration.routing.channels.count == 250)
        #expect(configuration.policy.people["p249@example.com"]?.items == 2)
        let broken = Reading.diagnostics(text + "[people.\"x@example.com\"]\nnudges.itens = 2\n").errors
        #expect(broken.count == 1)
        #expect(broken.first?.location?.line == 2004)
    }

    @Test(
        "bytes that are no text are one clear error",
        arguments: [[0xFF, 0xFE, 0x5B, 0], [0x00, 0x01], [0x50, 0x4B, 3, 4]])
    func noText(bytes: [Int]) {
        #expect(throws: ConfigurationProblem.self) {
            try Configuration(
                bytes.map(UInt8.init), file: "coachd.toml",
                surroundings: Surroundings(directory: "", environment: { _ in nil }),
                zones: Reading.zones, today: Reading.today)
        }
    }
}
