import Foundation
import Testing

@Suite("simulate")
struct SimulateTests {
    private static let days = ["simulate", "--from", "2024-11-26", "--to", "2024-12-06"]

    @Test("the days are written as in other commands")
    func days() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("simulate", "--from", "today", "--to", "sun")
        #expect(ended.code == 0, "\(ended.all)")
        #expect(
            try sandbox.run("simulate", "--from", "today", "--to", "someday").error.contains("a date is 2026-11-27"))
    }

    @Test("prints each message of the days in their order, and the store stays as it is, byte for byte")
    func nobody() throws {
        let sandbox = try Company.sandbox()
        let before = try Data(contentsOf: URL(filePath: sandbox.file("coachd.db")))
        let ended = try sandbox.start(Self.days + ["--json"]).ended()
        #expect(ended.code == 0 && ended.error.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: sandbox.file("coachd.db"))) == before)
        let messages = try #require(jsonLines(ended.output))
        let instants = messages.compactMap { $0["at"] as? String }
        #expect(instants == instants.sorted() && instants.count == messages.count)
        #expect(Set(messages.compactMap { $0["kind"] as? String }).isSuperset(of: ["huddle", "morning", "afternoon"]))
        let first = try #require(messages.first { $0["kind"] as? String == "morning" })
        #expect(first["at"] as? String == "2024-11-26T09:00:00Z")
        #expect(first["local"] as? String == "2024-11-26T09:00:00+00:00[Europe/London]")
        #expect(first["to"] as? String == "ana@example.com" && first["channel"] as? String == "console")
        #expect((first["text"] as? String)?.contains("Good morning Ana") == true)
        let items = try #require(first["items"] as? [[String: Any]])
        let acme = try #require(items.first { $0["account"] as? String == "acme" })
        #expect(acme["kind"] as? String == "stalled" && acme["state"] as? String == "new" && acme["day"] as? Int == 0)
        let later = messages.filter { $0["kind"] as? String == "morning" }.flatMap {
            $0["items"] as? [[String: Any]] ?? []
        }
        .filter { $0["account"] as? String == "acme" && $0["state"] as? String == "still" }
        #expect(try #require(later.first?["day"] as? Int) >= 2)
    }

    @Test("the same seed gives the same days, another seed others")
    func seeds() throws {
        let sandbox = try Company.sandbox()
        func run(_ seed: String) throws -> String { try sandbox.start(Self.days + ["--seed", seed]).ended().output }
        let seven = try run("7")
        #expect(seven.contains("━━━ Tue 26 Nov 2024") && seven.contains("morning to Ana Reis (console)"))
        #expect(try run("7") == seven)
        #expect(try run("8") != seven)
    }

    @Test("--rep and --team show what one hears")
    func filters() throws {
        let sandbox = try Company.sandbox()
        let ben = try sandbox.start(Self.days + ["--rep", "ben@example.com"]).ended().output
        #expect(ben.contains("America/New_York") && !ben.contains("to Ana Reis") && !ben.contains("huddle"))
        let team = try sandbox.start(Self.days + ["--team", "Team North"]).ended().output
        #expect(team.contains("huddle to Mara Holt") && team.contains("to Ana Reis"))
    }

    @Test(
        "what cannot be simulated is told",
        arguments: [
            (["--from", "2024-11-26"], "something is missing"),
            (["--from", "26/11/2024", "--to", "2024-12-06"], "--from: "),
            (["--from", "2024-12-06", "--to", "2024-11-26"], "--to is before --from"),
            (["--from", "2024-11-26", "--to", "2024-12-06", "--seed", "seven"], "--seed is a whole number"),
        ])
    func mistakes(arguments: [String], complaint: String) throws {
        let ended = try Company.sandbox().start(["simulate"] + arguments).ended()
        #expect(ended.code == 2 && ended.error.contains(complaint), "\(ended.all)")
    }
}
