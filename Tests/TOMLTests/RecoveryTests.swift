import TOML
import Testing

@Suite struct RecoveryTests {
    @Test("all mistakes of a file come at once, and each only once")
    func severalMistakes() {
        let text = """
            timezone = Europe/London
            days = [
              "mon",
              "tue"
              "wed",
            ]
            quiet 5
            path = "C:\\Users"
            [huddle
            at = 8:40
            [routes]
            leader = { a = 1, b: 2 }
            rep = "x" "y"
            [routes]
            rep = "z"
            """
        #expect(
            problems(text) == [
                "1:12 expected a value, found the text `Europe/London`",
                "5:3 expected `,` or `]` after the value in the array, found a string",
                "7:7 expected `=` after the key `quiet`, found `5`",
                "8:11 `\\U` must be followed by 8 hexadecimal digits",
                "9:1 the header is not closed: expected `]`, found the end of the line",
                "10:6 the hour has 2 digits, found `8`",
                "12:20 expected `=` after the key `b`, found `:`",
                "13:11 expected the end of the line after the value, found a string",
                "14:2 the table `[routes]` is defined twice",
            ])
    }

    @Test(
        "an open bracket or quote does not swallow the statements after it",
        arguments: [
            ("a = [1, 2\nb = x", ["1:5 the array is not closed: expected `]` before", "2:5"]),
            ("a = [1,\n[b]\nc = x", ["1:5 the array is not closed: expected `]` before", "3:5"]),
            ("a = { b = [1\n[c]\nd = x", ["1:11 the array is not closed: expected `]` before", "3:5"]),
            ("a = { b = 1\n\n[c]\nd = x", ["1:5 the inline table is not closed: expected `}` before the next", "4:5"]),
            ("a = \"x\nb = x", ["1:5 the string is not closed", "2:5"]),
            ("a = ['x]\nb = x", ["1:6 the string is not closed", "2:5"]),
            ("a = \"first\n  second line\"\nb = x", ["1:5 the string is not closed", "3:5"]),
            ("a = '''\ntext\n[c]\nb = x", ["1:5 the multi-line string is not closed", "4:5"]),
            ("a: [\n  1,\n  [2]\n]\nb = x", ["1:2 expected `=` after the key `a`, found `:`", "5:5"]),
            ("a =\n  [1,\n  2]\nb = x", ["1:3 expected a value after `=`, found the end of the line", "4:5"]),
            ("m = [\n[1, 2],\n[3 4],\n[5]\n]\nb = x", ["3:4 expected `,` or `]` after the value", "6:5"]),
            ("[a b]\nx = 1\n[c]\nx = x", ["1:4 expected `]` after the table's name, found `b`", "4:5"]),
            ("x = 1\n[a\nx = 2\nx = 3", ["2:1 the header is not closed", "4:1 the key `x` is defined twice"]),
        ])
    func resumes(text: String, starts: [String]) {
        let found = problems(text)
        #expect(found.count == starts.count, "\(found)")
        for (problem, start) in zip(found, starts) { #expect(problem.hasPrefix(start)) }
    }

    @Test("wrong values in one array are told one by one")
    func wrongValuesInArray() {
        #expect(problems("a = [1, foo, 08, \"\\q\", 2, yes]").map { $0.prefix(4) } == ["1:9 ", "1:14", "1:19", "1:27"])
    }

    @Test("what was read before and after a mistake is there")
    func partialDocument() {
        let (document, diagnostics) = parse("a = 1\nb = [1 2]\nc = 3")
        #expect(diagnostics.count == 1)
        #expect(document.root.entries.map(\.key) == ["a", "c"])
    }

    @Test("after 20 errors one more says that there are more")
    func cap() {
        let lines = (1...30).map { "k\($0) = wrong" }
        let full = parse(lines.prefix(20).joined(separator: "\n")).diagnostics
        #expect(full.count == 20)
        #expect(full.last?.location?.line == 20)
        let capped = parse(lines.joined(separator: "\n")).diagnostics
        #expect(capped.count == 21)
        #expect(capped.last?.message == "there are more errors from here on; only the first 20 are shown")
        #expect(capped.last?.location?.line == 21)
    }

    @Test("errors of encoding and of grammar come in document order and share the cap")
    func mixedCap() {
        let lines = (1...30).map { $0 % 2 == 0 ? "# \u{1}" : "k\($0) = wrong" }
        let diagnostics = parse(lines.joined(separator: "\n")).diagnostics
        #expect(diagnostics.compactMap { $0.location?.line } == Array(1...21))
    }
}
