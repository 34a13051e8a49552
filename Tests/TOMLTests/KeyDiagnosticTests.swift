import Testing

@Suite struct KeyDiagnosticTests {
    @Test("mistakes around keys and headers are told with place, line and remedy", arguments: Self.cases)
    func rendered(text: String, expected: String) {
        #expect(parse(text).diagnostics.map(\.description).joined(separator: "\n") == expected)
    }

    private static let cases: [(String, String)] = [
        (
            "timezone Europe/London",
            #"""
            coachd.toml:1:10: error: expected `=` after the key `timezone`, found `Europe`
              1 | timezone Europe/London
                |          ^^^^^^
                hint: write timezone = "Europe/London"
            """#
        ),
        (
            "store: coachd.db",
            #"""
            coachd.toml:1:6: error: expected `=` after the key `store`, found `:`
              1 | store: coachd.db
                |      ^
                hint: write store = "coachd.db"
            """#
        ),
        (
            "my key = 1",
            #"""
            coachd.toml:1:4: error: expected `=` after the key `my`, found `key`
              1 | my key = 1
                |    ^^^
                hint: a key with spaces needs quotes: "my key"
            """#
        ),
        (
            "größe = 1",
            #"""
            coachd.toml:1:3: error: `ö` cannot stand in a key without quotes
              1 | größe = 1
                |   ^
                hint: write "größe"
            """#
        ),
        (
            #"""
            name = "a"
            "name" = "b"
            """#,
            #"""
            coachd.toml:2:1: error: the key `name` is defined twice
              2 | "name" = "b"
                | ^^^^^^
                hint: keep one of the two
            coachd.toml:1:1: note: the first definition is here
              1 | name = "a"
                | ^^^^
            """#
        ),
        (
            "a. = 1",
            #"""
            coachd.toml:1:2: error: expected a name after the dot, found `=`
              1 | a. = 1
                |  ^
            """#
        ),
        (
            #"{ "a": 1 }"#,
            #"""
            coachd.toml:1:1: error: expected a key or a [table], found `{`
              1 | { "a": 1 }
                | ^
                hint: TOML is not JSON: write each setting as key = value on a line of its own
            """#
        ),
        (
            "- item",
            #"""
            coachd.toml:1:3: error: expected `=` after the key `-`, found `item`
              1 | - item
                |   ^^^^
                hint: a list is written as key = ["one", "two"]
            """#
        ),
        (
            #"""
            [channels.leads
            type = "slack"
            """#,
            #"""
            coachd.toml:1:1: error: the header is not closed: expected `]`, found the end of the line
              1 | [channels.leads
                | ^^^^^^^^^^^^^^^
                hint: write [channels.leads]
            """#
        ),
        (
            "[[channels.leads]",
            #"""
            coachd.toml:1:1: error: the header begins with `[[` but ends with one `]`
              1 | [[channels.leads]
                | ^^^^^^^^^^^^^^^^^
                hint: write [[channels.leads]] for one of several tables, or [channels.leads] for a single one
            """#
        ),
        (
            "[people.ana@example.com]",
            #"""
            coachd.toml:1:12: error: `@` cannot stand in a key without quotes
              1 | [people.ana@example.com]
                |            ^
                hint: write "ana@example.com"
            """#
        ),
        (
            "[teams.Team North]",
            #"""
            coachd.toml:1:13: error: expected `]` after the table's name, found `North`
              1 | [teams.Team North]
                |             ^^^^^
                hint: a name with other characters than A-Z a-z 0-9 _ - needs quotes: "Team North"
            """#
        ),
        (
            #"""
            [a]
            x = 1
            [a]
            x = 2
            """#,
            #"""
            coachd.toml:3:2: error: the table `[a]` is defined twice
              3 | [a]
                |  ^
                hint: put the keys of both under one header
            coachd.toml:1:1: note: the first definition is here
              1 | [a]
                | ^^^
            """#
        ),
        (
            #"""
            [[a]]
            [a]
            """#,
            #"""
            coachd.toml:2:2: error: `a` is an array of tables, not a table
              2 | [a]
                |  ^
                hint: write [[a]] to add one more table to it
            coachd.toml:1:3: note: it is defined here
              1 | [[a]]
                |   ^
            """#
        ),
        (
            "<<<<<<< HEAD",
            #"""
            coachd.toml:1:1: error: a merge conflict was left here
              1 | <<<<<<< HEAD
                | ^^^^^^^
                hint: keep one of its sides
            """#
        ),
    ]
}
