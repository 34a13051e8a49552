import Foundation
import JSON
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "what is written is read back",
        arguments: [
            .null, true, -17, "", "Öresund \"株式会社\" \\ / \u{0} \u{1F} \u{7F} 👩‍👩‍👧 \u{2028}", [], ["a", [1, nil]],
            ["b": 1, "a": ["c": [false]], "": "x"],
        ] as [JSON])
    func roundTrip(value: JSON) throws {
        #expect(try JSON(parsing: value.utf8) == value)
    }

    @Test("another reader reads the same", arguments: ["plain", "\"\\\n\r\t\u{1}", "Zoë 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \u{FFFF}"])
    func anotherReader(text: String) throws {
        let written: JSON = ["text": .string(text), "list": [1, true, nil]]
        let read = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
        #expect(read["text"] as? String == text)
        #expect((read["list"] as? [Any])?.count == 3)
    }

    @Test("what another writer wrote is read", arguments: [#"{"a" : [ "\u00e9\ud83d\ude00\/" , 12 ] }"#])
    func anotherWriter(text: String) throws {
        let json = try JSON(parsing: text.utf8)
        #expect(json["a"]?.elements.first?.string == "é😀/")
        #expect(json["a"]?.elements.last?.integer == 12)
    }

    @Test(
        "what is no JSON is refused, with its place",
        arguments: [
            ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("nul", 0), ("\"a", 2), ("[1] x", 4), ("\"\\ud83d\"", 7),
            ("\"\\q\"", 3), ("\"\u{1}\"", 2), ("'a'", 0), ("-", 0), ("01", 0), ("1.", 0), ("1e", 0), (".5", 0),
            ("+1", 0),
        ])
    func refused(text: String, offset: Int) {
        #expect(throws: JSONError.self) { try JSON(parsing: text.utf8) }
        do { _ = try JSON(parsing: text.utf8) } catch { #expect(error.offset == offset, "\(error.message)") }
    }

    @Test(
        "a number that is no whole one keeps its text", arguments: ["0.5", "-1.25e-3", "1E400", "99999999999999999999"])
    func numbers(text: String) throws {
        #expect(try JSON(parsing: text.utf8) == .number(text))
        #expect(try JSON(parsing: "[\(text), 1]".utf8).text == "[\(text),1]")
    }

    @Test("deep nesting is refused instead of exhausting the stack")
    func nesting() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSON(parsing: text.utf8) }
    }
}
