import TOML
import Testing

@Suite struct ValueTests {
    @Test(
        "strings of all four kinds give their text",
        arguments: [
            (#"x = "a\tb\"\\\u00e9\U0001F600""#, "a\tb\"\\é😀"),
            (#"x = "\e[0m \x41\x7f""#, "\u{1B}[0m A\u{7F}"),
            (#"x = 'C:\Users\ana'"#, #"C:\Users\ana"#),
            ("x = \"\"\"\nfirst\nsecond\"\"\"", "first\nsecond"),
            ("x = \"\"\"a \\\n\n   b\\  \r\n  c\"\"\"", "a bc"),
            (#"x = """"quoted"""""#, "\"quoted\""),
            (#"x = """two "" and two at the end""""""#, "two \"\" and two at the end\"\""),
            ("x = '''\n\\raw'' '\n'''", "\\raw'' '\n"),
            (#"x = """""""#, ""),
            ("x = \"\"\"one\r\ntwo\"\"\"", "one\ntwo"),
            ("x = \"tab\tinside # no comment\"", "tab\tinside # no comment"),
        ])
    func strings(text: String, expected: String) {
        guard case .string(let found) = value(text) else {
            Issue.record("\(problems(text))")
            return
        }
        #expect(found.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(
        "integers fill 64 bits in any base",
        arguments: [
            ("+99", 99), ("-0", 0), ("1_000_000", 1_000_000), ("0xDEAD_beef", 0xDEAD_BEEF), ("0o0755", 0o755),
            ("0b1101", 13), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
            ("0x7fffffffffffffff", Int64.max),
        ])
    func integers(text: String, expected: Int64) {
        #expect(value("x = \(text)") == .integer(expected))
    }

    @Test(
        "floats are binary64",
        arguments: [
            ("3.1415", 3.1415), ("-0.01", -0.01), ("5e+22", 5e22), ("1E06", 1e6), ("6.626e-34", 6.626e-34),
            ("9_224_617.445_991", 9_224_617.445_991), ("inf", .infinity), ("-inf", -.infinity), ("+0.0", 0),
        ])
    func floats(text: String, expected: Double) {
        #expect(value("x = \(text)") == .float(expected))
    }

    @Test("nan may have a sign", arguments: ["nan", "+nan", "-nan"])
    func notANumber(text: String) {
        guard case .float(let number) = value("x = \(text)") else {
            Issue.record("\(text) is no float")
            return
        }
        #expect(number.isNaN)
    }

    @Test(
        "dates and times keep their kind and are printed in full",
        arguments: [
            ("1979-05-27T07:32:00Z", "an offset date-time", "1979-05-27T07:32:00Z"),
            ("1979-05-27 07:32z", "an offset date-time", "1979-05-27T07:32:00Z"),
            ("1979-05-27t00:32:00.999999-07:00", "an offset date-time", "1979-05-27T00:32:00.999999-07:00"),
            ("1979-05-27 07:32", "a local date-time", "1979-05-27T07:32:00"),
            ("2000-02-29", "a local date", "2000-02-29"),
            ("0000-12-31", "a local date", "0000-12-31"),
            ("08:40", "a local time", "08:40:00"),
            ("23:59:59.1234567899", "a local time", "23:59:59.123456789"),
            ("1990-12-31T15:59:60-08:00", "an offset date-time", "1990-12-31T15:59:60-08:00"),
            ("2017-01-01T00:59:60+01:00", "an offset date-time", "2017-01-01T00:59:60+01:00"),
        ])
    func datesAndTimes(text: String, type: String, printed: String) {
        let found = value("x = \(text)")
        #expect(found?.typeName == type)
        switch found {
        case .offsetDateTime(let time): #expect(time.description == printed)
        case .localDateTime(let time): #expect(time.description == printed)
        case .localDate(let date): #expect(date.description == printed)
        case .localTime(let time): #expect(time.description == printed)
        default: Issue.record("\(problems("x = \(text)"))")
        }
    }

    @Test(
        "what the calendar or the clock does not have is refused",
        arguments: [
            "2023-02-29", "1900-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00", "24:00", "08:60",
            "08:40:61", "08:40:60", "2026-01-01T00:00:60Z", "2026-06-30T23:59:60+01:00", "2026-01-01T00:00+24:00",
            "2026-01-01T00:00+01:60", "8:40", "2026-1-1", "26-01-01", "2026-01-01T", "08:40:00.", "08:4", "08:40Z",
        ])
    func impossibleTimes(text: String) {
        #expect(problems("x = \(text)").count == 1)
    }

    @Test("inline tables and arrays may go over lines, with comments and a last comma")
    func multilineCollections() {
        let text = """
            x = { # comment
              a = 1, b.c = [
                1, # one
                2,
              ],
              b.d = 3,
            }
            """
        guard case .table(let table) = value(text), case .table(let inner) = table["b"]?.value else {
            Issue.record("\(problems(text))")
            return
        }
        #expect(table.entries.map(\.key) == ["a", "b"])
        #expect(inner.entries.map(\.key) == ["c", "d"])
        #expect(inner["d"]?.value == .integer(3))
    }

    @Test("keys that look alike but differ in their scalars are two keys")
    func exactKeys() {
        let (document, diagnostics) = parse("\"\u{E9}\" = 1\n\"e\u{301}\" = 2\n")
        #expect(diagnostics.isEmpty)
        #expect(document.root["\u{E9}"]?.value == .integer(1))
        #expect(document.root["e\u{301}"]?.value == .integer(2))
        #expect(document.root["e"] == nil)
    }
}
