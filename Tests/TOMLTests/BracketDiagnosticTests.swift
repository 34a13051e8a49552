import Testing

@Suite struct BracketDiagnosticTests {
    @Test("mistakes around arrays and inline tables are told with place, line and remedy", arguments: Self.cases)
    func rendered(text: String, expected: String) {
        #expect(parse(text).diagnostics.map(\.description).joined(separator: "\n") == expected)
    }

    private static let cases: [(String, String)] = [
        (
            #"days = ["mon", "tue" "wed"]"#,
            #"""
            coachd.toml:1:22: error: expected `,` or `]` after the value in the array, found a string
              1 | days = ["mon", "tue" "wed"]
                |                      ^
                hint: separate the values by commas
            """#
        ),
        (
            #"""
            days = [
              "mon"
              "tue",
            ]
            """#,
            #"""
            coachd.toml:3:3: error: expected `,` or `]` after the value in the array, found a string
              3 |   "tue",
                |   ^
                hint: separate the values by commas
            coachd.toml:1:8: note: the array begins here
              1 | days = [
                |        ^
            """#
        ),
        (
            #"""
            days = ["mon", "tue"
            hours = "09:00-17:30"
            """#,
            #"""
            coachd.toml:1:8: error: the array is not closed: expected `]` before the next statement
              1 | days = ["mon", "tue"
                |        ^
            coachd.toml:2:1: note: the next statement seems to begin here
              2 | hours = "09:00-17:30"
                | ^^^^^
            """#
        ),
        (
            "a = [1,,2]",
            #"""
            coachd.toml:1:8: error: expected a value or `]`, found `,`
              1 | a = [1,,2]
                |        ^
                hint: remove the comma
            """#
        ),
        (
            "a = [1, 2}",
            #"""
            coachd.toml:1:10: error: expected `,` or `]` after the value in the array, found `}`
              1 | a = [1, 2}
                |          ^
                hint: the array that begins with `[` ends with `]`
            """#
        ),
        (
            "a = (1, 2)",
            #"""
            coachd.toml:1:5: error: expected a value, found the text `(1, 2)`
              1 | a = (1, 2)
                |     ^^^^^^
                hint: a list stands in brackets: [1, 2]
            """#
        ),
        (
            #"""
            points = [
              x = 1,
            ]
            """#,
            #"""
            coachd.toml:2:3: error: an array has values only, found `x = 1`
              2 |   x = 1,
                |   ^^^^^
                hint: a table in an array stands between braces: { x = 1 }
            """#
        ),
        (
            #"url = { file = "a", env: "b" }"#,
            #"""
            coachd.toml:1:24: error: expected `=` after the key `env`, found `:`
              1 | url = { file = "a", env: "b" }
                |                        ^
                hint: write env = and the value
            """#
        ),
        (
            #"url = { file = "a" env = "b" }"#,
            #"""
            coachd.toml:1:20: error: expected `,` or `}` after the value in the inline table, found `env`
              1 | url = { file = "a" env = "b" }
                |                    ^^^
                hint: separate the keys by commas
            """#
        ),
        (
            #"url = { file = "a""#,
            #"""
            coachd.toml:1:7: error: the inline table is not closed: expected `}` before the end of the file
              1 | url = { file = "a"
                |       ^
            """#
        ),
        (
            #"url = { file = "a", file = "b" }"#,
            #"""
            coachd.toml:1:21: error: the key `file` is defined twice
              1 | url = { file = "a", file = "b" }
                |                     ^^^^
                hint: keep one of the two
            coachd.toml:1:9: note: the first definition is here
              1 | url = { file = "a", file = "b" }
                |         ^^^^
            """#
        ),
        (
            #"""
            type = { name = "Nail" }
            type.edible = false
            """#,
            #"""
            coachd.toml:2:1: error: the inline table `type` is complete and cannot be added to
              2 | type.edible = false
                | ^^^^
                hint: put the keys between its braces, or write it as [type]
            coachd.toml:1:1: note: it is defined here
              1 | type = { name = "Nail" }
                | ^^^^
            """#
        ),
    ]
}
