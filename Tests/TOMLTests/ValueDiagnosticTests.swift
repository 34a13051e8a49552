import Testing

@Suite struct ValueDiagnosticTests {
    @Test("mistakes around other values are told with place, line and remedy", arguments: Self.cases)
    func rendered(text: String, expected: String) {
        #expect(parse(text).diagnostics.map(\.description).joined(separator: "\n") == expected)
    }

    private static let cases: [(String, String)] = [
        (
            "debug = True",
            #"""
            coachd.toml:1:9: error: `True` is not a value
              1 | debug = True
                |         ^^^^
                hint: booleans are written in lower case: true
            """#
        ),
        (
            "debug = yes",
            #"""
            coachd.toml:1:9: error: `yes` is not a value
              1 | debug = yes
                |         ^^^
                hint: write true, or "yes" if it is a text
            """#
        ),
        (
            "quiet = 05",
            #"""
            coachd.toml:1:9: error: a number has no leading zeros, found `05`
              1 | quiet = 05
                |         ^^
                hint: write 5, or "05" if it is a text
            """#
        ),
        (
            "at = 8:40",
            #"""
            coachd.toml:1:6: error: the hour has 2 digits, found `8`
              1 | at = 8:40
                |      ^^^^
                hint: write a time as 08:40 or 08:40:00
            """#
        ),
        (
            "day = 2026-02-30",
            #"""
            coachd.toml:1:7: error: the days of 2026-02 go from 01 to 28, found 30
              1 | day = 2026-02-30
                |       ^^^^^^^^^^
            """#
        ),
        (
            "day = 31.01.2026",
            #"""
            coachd.toml:1:7: error: `31.01.2026` is not a number
              1 | day = 31.01.2026
                |       ^^^^^^^^^^
                hint: text needs quotes: "31.01.2026"; a date is written as 2026-01-31
            """#
        ),
        (
            "at = 2026-01-01T10:00:00+0200",
            #"""
            coachd.toml:1:6: error: the hour of the offset has 2 digits, found `0200`
              1 | at = 2026-01-01T10:00:00+0200
                |      ^^^^^^^^^^^^^^^^^^^^^^^^
                hint: write the offset from UTC as Z, +02:00 or -07:00
            """#
        ),
        (
            "limit = 1,000",
            #"""
            coachd.toml:1:10: error: expected the end of the line after the value, found `,`
              1 | limit = 1,000
                |          ^
                hint: digits are grouped with underscores: 1_000
            """#
        ),
        (
            "limit = 99999999999999999999",
            #"""
            coachd.toml:1:9: error: the integer is out of range
              1 | limit = 99999999999999999999
                |         ^^^^^^^^^^^^^^^^^^^^
                hint: integers go from -9223372036854775808 to 9223372036854775807
            """#
        ),
        (
            "ratio = .5",
            #"""
            coachd.toml:1:9: error: a float needs a digit before the point
              1 | ratio = .5
                |         ^^
                hint: write 0.5
            """#
        ),
        (
            "ratio = 5.",
            #"""
            coachd.toml:1:9: error: a float needs a digit after the point
              1 | ratio = 5.
                |         ^^
                hint: write 5.0
            """#
        ),
        (
            "a = null",
            #"""
            coachd.toml:1:5: error: `null` is not a value
              1 | a = null
                |     ^^^^
                hint: TOML has no such value: leave the key out
            """#
        ),
        (
            "a = ",
            #"""
            coachd.toml:1:3: error: expected a value after `=`, found the end of the file
              1 | a = 
                |   ^
            """#
        ),
        (
            "a = –5",
            #"""
            coachd.toml:1:5: error: expected a value, found a typographic dash (U+2013)
              1 | a = –5
                |     ^
                hint: replace it by `-`
            """#
        ),
        (
            "a = 1;",
            #"""
            coachd.toml:1:6: error: expected the end of the line after the value, found `;`
              1 | a = 1;
                |      ^
                hint: remove the semicolon
            """#
        ),
        (
            "a = 0x1G",
            #"""
            coachd.toml:1:5: error: `G` is not a digit of a number to base 16
              1 | a = 0x1G
                |     ^^^^
            """#
        ),
        (
            "a = 1__0",
            #"""
            coachd.toml:1:5: error: an underscore in a number must stand between two digits
              1 | a = 1__0
                |     ^^^^
                hint: write it as 1_000
            """#
        ),
        (
            "a = 1 b = 2",
            #"""
            coachd.toml:1:7: error: expected the end of the line after the value, found `b`
              1 | a = 1 b = 2
                |       ^
                hint: write each key on a line of its own
            """#
        ),
    ]
}
