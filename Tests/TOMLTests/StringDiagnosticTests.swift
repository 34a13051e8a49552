import Testing

@Suite struct StringDiagnosticTests {
    @Test("mistakes around texts are told with place, line and remedy", arguments: Self.cases)
    func rendered(text: String, expected: String) {
        #expect(parse(text).diagnostics.map(\.description).joined(separator: "\n") == expected)
    }

    private static let cases: [(String, String)] = [
        (
            "timezone = Europe/London",
            #"""
            coachd.toml:1:12: error: expected a value, found the text `Europe/London`
              1 | timezone = Europe/London
                |            ^^^^^^^^^^^^^
                hint: text needs quotes: "Europe/London"
            """#
        ),
        (
            "timezone = “Europe/London”",
            #"""
            coachd.toml:1:12: error: a string cannot stand between typographic quotes
              1 | timezone = “Europe/London”
                |            ^^^^^^^^^^^^^^^
                hint: write "Europe/London"
            """#
        ),
        (
            #"path = "C:\Users\ana\docs""#,
            #"""
            coachd.toml:1:11: error: `\U` must be followed by 8 hexadecimal digits
              1 | path = "C:\Users\ana\docs"
                |           ^^
                hint: between ' quotes backslashes are just text: 'C:\Users\ana\docs'
            """#
        ),
        (
            #"path = "C:\dir\""#,
            #"""
            coachd.toml:1:8: error: the string is not closed
              1 | path = "C:\dir\"
                |        ^^^^^^^^^
                hint: \" is a quote in the text; for a backslash write \\, or put the text between ' quotes
            """#
        ),
        (
            #"say = "He said "hi" to me""#,
            #"""
            coachd.toml:1:17: error: expected the end of the line after the value, found `hi`
              1 | say = "He said "hi" to me"
                |                 ^^
                hint: a quote inside a text is written as \", or put the text between ' quotes
            """#
        ),
        (
            "say = 'don't'",
            #"""
            coachd.toml:1:12: error: expected the end of the line after the value, found `t`
              1 | say = 'don't'
                |            ^
                hint: put a text with an apostrophe between " quotes
            """#
        ),
        (
            #"a = "unclosed"#,
            #"""
            coachd.toml:1:5: error: the string is not closed
              1 | a = "unclosed
                |     ^^^^^^^^^
                hint: close it with " on the same line; text over several lines stands between """
            """#
        ),
        (
            #"a = "x”"#,
            #"""
            coachd.toml:1:5: error: the string is not closed
              1 | a = "x”
                |     ^^^
                hint: the text ends with a typographic quote; replace it by "
            """#
        ),
        (
            #"""
            a = """
            text
            """#,
            #"""
            coachd.toml:1:5: error: the multi-line string is not closed
              1 | a = """
                |     ^^^
                hint: close it with """
            """#
        ),
        (
            "a = `x`",
            #"""
            coachd.toml:1:5: error: a string cannot stand between backticks
              1 | a = `x`
                |     ^^^
                hint: write "x"
            """#
        ),
        (
            #"a = "\ud83d\ude00""#,
            #"""
            coachd.toml:1:6: error: `\ud83d` is not a Unicode character
              1 | a = "\ud83d\ude00"
                |      ^^^^^^
                hint: write the character itself or \U0001F600
            """#
        ),
        (
            "rate = 50/s",
            #"""
            coachd.toml:1:8: error: `50/s` is not a number
              1 | rate = 50/s
                |        ^^^^
                hint: text needs quotes: "50/s"
            """#
        ),
        (
            "color = #fff",
            #"""
            coachd.toml:1:7: error: expected a value after `=`, found a comment
              1 | color = #fff
                |       ^
                hint: # begins a comment; text with # needs quotes: "#fff"
            """#
        ),
        (
            #"a = x""#,
            #"""
            coachd.toml:1:5: error: the text `x"` has no opening quote
              1 | a = x"
                |     ^^
                hint: write "x"
            """#
        ),
    ]
}
