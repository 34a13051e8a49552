import Foundation
import Import
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
    /// The rows of CSV as JSON Lines, by another reader of both.
    private static func jsonLines(_ csv: String) throws -> String {
        let (rows, header) = try fields(csv)
        return try rows.map { row in
            let object = Dictionary(uniqueKeysWithValues: zip(header, row))
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
        }.joined()
    }

    private static func fields(_ csv: String) throws -> (rows: [[String]], header: [String]) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", "import csv, io, json, sys; print(json.dumps(list(csv.reader(io.StringIO(sys.argv[1])))))",
            csv,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String]])
        return (Array(rows.dropFirst()), rows[0])
    }

    @Test("a team in JSON Lines is the team that it is in CSV, and the other format again changes nothing")
    func sameAsCSV() throws {
        let both = try SampleTeam.files.map { file, text in (file, text, try Self.jsonLines(text)) }
        let (csv, json) = (try Importing(), try Importing())
        let outcome = try csv.run(both.map { ($0.0, $0.1) })
        let other = try json.run(both.map { ImportSource($0.0, .jsonLines, text: $0.2) })
        #expect(other.counts == outcome.counts && other.diagnostics.isEmpty && outcome.counts[0] > 20)
        #expect(try json.contents() == csv.contents())
        let again = try json.run(both.map { ($0.0, $0.1) })
        #expect(again.counts == [0, 0, outcome.counts[0], 0])
    }

    private static let people: [(ImportedFile, String)] = [(.teams, SampleTeam.teams), (.people, SampleTeam.people)]

    @Test("numbers, null and what is left out: a member that is not there says nothing, null clears")
    func values() throws {
        let importing = try Importing(Self.people)
        func run(_ line: String) throws -> [Int] {
            try importing.run([ImportSource(.accounts, .jsonLines, text: line)]).counts
        }
        func account() throws -> [String] {
            try importing.texts("SELECT name || '|' || ifnull(rank, '-') || '|' || ifnull(next_step, '-') FROM account")
        }
        let first =
            #"{"external_id": 7, "rep": "ana@example.com", "name": "Caf\u00e9 \"Nord\"", "rank": 3, "next_step": "call"}"#
        #expect(try run(first) == [1, 0, 0, 0])
        #expect(try account() == ["Café \"Nord\"|3|call"])
        #expect(try run(#"{"external_id": "7", "rep": "ana@example.com", "name": "Nord"}"#) == [0, 1, 0, 0])
        #expect(try account() == ["Nord|3|call"])
        let cleared =
            #"{"external_id": "7", "rep": "ana@example.com", "name": "Nord", "rank": null, "next_step": null}"#
        #expect(try run(cleared) == [0, 1, 0, 0])
        #expect(try account() == ["Nord|-|-"])
    }

    @Test(
        "what is not right is told at its place, and the other lines go in",
        arguments: [
            (#"{"external_id": "b", "rep": "ana@example.com"}"#, "accounts.jsonl:2:1", "name is empty, a row needs it"),
            (
                #"{"external_id": "b", "name": "B", "rep": "anna@example.com"}"#, "accounts.jsonl:2:42",
                "anna@example.com"
            ),
            (
                #"{"external_id": "b", "rep": "ana@example.com", "name": "B", "next_step_on": "2026-13-01"}"#,
                "accounts.jsonl:2:77", "2026-13-01"
            ),
            (#"{"external_id": "ü", "rep" "ana@example.com"}"#, "accounts.jsonl:2:28", "expected a colon"),
            (#"["b", "ana@example.com", "B"]"#, "accounts.jsonl:2:1", "expected an object"),
            (
                #"{"external_id": "b", "rep": "ana@example.com", "name": ["B"]}"#, "accounts.jsonl:2:56",
                "expected a text, a number or null"
            ),
            (
                #"{"external_id": "b", "rep": "ana@example.com", "name": "B\u0000"}"#, "accounts.jsonl:2:56",
                "expected no NUL in a text"
            ),
            (
                #"{"external_id": "b", "rep": "ana@example.com", "name": "B", "name": "C"}"#, "accounts.jsonl:2:69",
                "expected the member \"name\" once"
            ),
        ])
    func refused(line: String, place: String, words: String) throws {
        let importing = try Importing(Self.people)
        let lines = [
            #"{"external_id": "a", "rep": "ana@example.com", "name": "A"}"#, line, "",
            #"{"external_id": "c", "rep": "ana@example.com", "name": "C"}"#,
        ]
        let outcome = try importing.run([ImportSource(.accounts, .jsonLines, text: lines.joined(separator: "\r\n"))])
        #expect(outcome.counts == [2, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == place, "\(outcome.diagnostics)")
        #expect(outcome.diagnostics.first?.message.contains(words) == true, "\(outcome.diagnostics)")
    }

    @Test("a member that is not known is told once, with the nearest that is")
    func stranger() throws {
        let importing = try Importing(Self.people)
        let line = #"{"external_id": "a", "rep": "ana@example.com", "name": "A", "nextstep": "call"}"# + "\n"
        let outcome = try importing.run([ImportSource(.accounts, .jsonLines, text: line + line)])
        #expect(outcome.diagnostics.map(\.message) == ["the member \"nextstep\" is not known and is ignored"])
        #expect(outcome.diagnostics.first?.hint == "did you mean \"next_step\"?")
        #expect(outcome.counts == [1, 0, 1, 0])
    }

    @Test("the second of two lines with one key is refused, also where it has other members")
    func twice() throws {
        let importing = try Importing(Self.people)
        let lines = [
            #"{"external_id": "a", "rep": "ana@example.com", "name": "A"}"#,
            #"{"external_id": "a", "rep": "ana@example.com", "name": "B", "industry": "steel"}"#,
        ]
        let outcome = try importing.run([ImportSource(.accounts, .jsonLines, text: lines.joined(separator: "\n"))])
        #expect(outcome.counts == [1, 0, 0, 1])
    }
}
