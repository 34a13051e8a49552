import Foundation
import SQLite
import Testing

@Suite("findings, agenda and nudges")
struct PreviewTests {
    @Test("findings --json is JSON Lines with what each kind has")
    func json() throws {
        let ended = try Company.sandbox().run("findings", "--json", "--at", Company.at)
        #expect(ended.code == 0)
        #expect(ended.error.isEmpty)
        let objects = try #require(jsonLines(ended.output))
        let stalled = try #require(objects.first { $0["kind"] as? String == "stalled" })
        #expect(stalled["rep"] as? String == "ana@example.com")
        #expect(stalled["account"] as? String == "acme")
        #expect(stalled["days"] as? Int == 11)
        let near = try #require(objects.first { $0["kind"] as? String == "milestone-near" })
        #expect(near["milestone"] as? String == "m1")
        let missing = try #require(objects.first { $0["activity"] as? String == "touch" })
        #expect(missing["planned"] as? Int == 6)
        #expect(missing["done"] as? Int == 0)
        #expect(
            Set(objects.flatMap(\.keys)).isSubset(of: [
                "kind", "rep", "account", "milestone", "activity", "days", "planned", "due", "done", "threads", "topic",
            ]))
        let gap = try #require(objects.first { $0["kind"] as? String == "research-gap" })
        #expect(gap["topic"] as? String == "business")
    }

    @Test("the table names the rep, the account and the figure")
    func table() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("findings", "--at", Company.at)
        #expect(ended.output.contains("Ana Reis · Tue 26 Nov, 16:00"))
        #expect(ended.output.contains("stalled           Acme Logistics · 11 working days"))
        let ben = try sandbox.run("findings", "--at", Company.at, "--rep", "BEN@example.com")
        #expect(ben.output.contains("Ben Okafor") && !ben.output.contains("Ana Reis"))
        #expect(try sandbox.run("findings", "--at", "2024-11-24T12:00:00Z").output == "Nothing is open.\n", "a Sunday")
        #expect(try sandbox.run("findings", "--at", "2024-11-24T12:00:00Z", "--json").output.isEmpty)
    }

    @Test("the agenda of the instant has its sections, and is the same twice: nothing is kept")
    func agenda() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("agenda", "--team", "Team North", "--at", Company.morning)
        #expect(ended.code == 0)
        for text in [
            "Huddle · Team North · Tue 26 Nov", "Acme Logistics", "Ask: ", "Last five days", "The 50s", "Ana ",
        ] { #expect(ended.output.contains(text)) }
        #expect(try sandbox.run("agenda", "--at", Company.morning).output == ended.output)
    }

    @Test("nudges are the morning's before the afternoon's slot, then the afternoon's; --slot and --rep choose")
    func nudges() throws {
        let sandbox = try Company.sandbox()
        let morning = try sandbox.run("nudges", "--at", "2024-11-26T09:00:00Z", "--rep", "ana@example.com")
        #expect(morning.output.hasPrefix("Good morning Ana. Tue 26 Nov"))
        #expect(morning.output.contains("Acme Logistics · CFO met"))
        #expect(morning.output.contains("Today's plan: 6 touches, 1 research."))
        let afternoon = try sandbox.run("nudges", "--at", Company.at, "--rep", "ana@example.com")
        #expect(afternoon.output.hasPrefix("Ana, 16:00: 0 of 6 touches"))
        #expect(
            try sandbox.run("nudges", "--at", Company.at, "--rep", "ana@example.com", "--slot", "morning").output
                .hasPrefix("Good morning Ana."))
        #expect(
            try sandbox.run("nudges", "--at", "2024-11-24T09:00:00Z").output
                == "Nobody would hear anything at this instant.\n")
    }

    @Test(
        "to whom nothing is sent, since the zone cannot be read, nothing is shown but that, and person show names the zone"
    )
    func unreadZone() throws {
        let sandbox = try Company.sandbox()
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            "UPDATE person SET time_zone = 'Europe/Lodnon' WHERE email = 'ana@example.com'")
        let ended = try sandbox.run("nudges", "--rep", "ana@example.com", "--at", Company.at)
        #expect(ended.error.contains("nothing is sent to Ana Reis, for the time zone \"Europe/Lodnon\" cannot be read"))
        #expect(!ended.output.contains("Acme"), "\(ended.all)")
        let shown = try sandbox.run("person", "show", "ana@example.com", "--at", Company.at)
        #expect(shown.output.contains("\"Europe/Lodnon\", which cannot be read"), "\(shown.all)")
    }

    @Test("times in messages and tables have no seconds")
    func withoutSeconds() throws {
        let sandbox = try Company.sandbox()
        let nudges = try sandbox.run("nudges", "--at", "2024-11-26T16:00:07Z", "--rep", "ana@example.com").output
        let findings = try sandbox.run("findings", "--at", "2024-11-26T16:00:07Z", "--rep", "ana@example.com").output
        #expect(nudges.hasPrefix("Ana, 16:00: "))
        #expect(findings.hasPrefix("Ana Reis · Tue 26 Nov, 16:00\n"))
    }

    @Test(
        "a team or rep that is not there gets the nearest",
        arguments: [
            (["findings", "--team", "Team Nroth"], "did you mean \"Team North\"?"),
            (["agenda", "--team", "xyz"], "the teams are Team North"),
            (["nudges", "--rep", "bem@example.com"], "did you mean ben@example.com?"),
        ])
    func unknown(arguments: [String], expected: String) throws {
        let ended = try Company.sandbox().start(arguments).ended()
        #expect(ended.code == 1)
        #expect(ended.error.contains(expected), "\(ended.error)")
    }

    @Test("a team's name in other letters is the team")
    func teamLetters() throws {
        let ended = try Company.sandbox().run("agenda", "--team", "team north", "--at", Company.morning)
        #expect(ended.code == 0)
    }

    @Test(
        "--payload is the request body of the channel, as JSON",
        arguments: [
            "type = \"console\"", "type = \"file\"\npath = \"x\"",
            "type = \"slack\"\nurl = { env = \"U\" }\nshared = true",
            "type = \"mattermost\"\nurl = { env = \"U\" }\nshared = true", "type = \"webhook\"\nurl = { env = \"U\" }",
        ])
    func payload(channel: String) throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[channels.c]\n\(channel)\n[routes]\nleader = \"c\"\nrep = \"c\"\nteam = \"c\"\n")
        let environment = ["U": "https://example.com/hook"]
        let agenda = try sandbox.run("agenda", "--payload", "--at", Company.morning, environment: environment)
        let nudges = try sandbox.run(
            "nudges", "--payload", "--at", Company.morning, "--rep", "ana@example.com", environment: environment)
        #expect(agenda.code == 0, "\(agenda.all)")
        let bodies = try #require(jsonLines(agenda.output))
        #expect(bodies.count == 2, "the leader's and the team room's")
        #expect(agenda.output.contains("Acme Logistics"))
        #expect(try #require(jsonLines(nudges.output)).count == 1)
        #expect(!agenda.output.contains("example.com/hook"))
    }

    @Test("on a channel that finds people by their ids --payload names whom it goes to")
    func recipients() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            """
            store = "coachd.db"
            [channels.bot]
            type = "slack-bot"
            token = { env = "T" }
            [channels.hook]
            type = "webhook"
            url = { env = "U" }
            [routes]
            leader = "hook"
            rep = "bot"
            [teams."Team South".routes]
            leader = "bot"
            """)
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            """
            INSERT INTO handle(person_id, platform, value)
              SELECT id, 'slack-bot', 'U0' || id FROM person WHERE email LIKE 'ana%' OR email LIKE 'mara%';
            INSERT INTO team(name, leader_id) SELECT 'Team South', leader_id FROM team;
            """)
        let environment = ["T": "xoxb-1", "U": "https://example.com/hook"]
        func shown(_ arguments: String...) throws -> String {
            try sandbox.run(arguments + ["--payload", "--at", Company.morning], environment: environment).output
        }
        let nudges = try shown("nudges", "--slot", "morning")
        #expect(nudges.contains("\"channel\":\"U02\""), "\(nudges)")
        #expect(!nudges.contains("Ana Reis has no id"))
        #expect(try shown("agenda", "--team", "Team North").contains("mara@example.com"))
        #expect(try shown("agenda", "--team", "Team South").contains("\"channel\":\"U01\""))
        #expect(try shown("nudges", "--weekly", "--team", "Team South").contains("\"channel\":\"U01\""))
    }

    @Test("several reps' payloads are JSON Lines too")
    func payloads() throws {
        let ended = try Company.sandbox().run(
            "nudges", "--payload", "--at", "2024-11-26T15:00:00Z", "--slot", "morning")
        let objects = jsonLines(ended.output)
        #expect(objects?.count == 2)
    }

    @Test("colour on a terminal only, and none with NO_COLOR or a dumb one")
    func colour() throws {
        let sandbox = try Company.sandbox()
        func shown(_ environment: [String: String]) throws -> String {
            let terminal = try Terminal()
            let running = try sandbox.start(
                ["findings", "--at", Company.at, "--rep", "ana@example.com"], environment: environment,
                output: terminal.output)
            #expect(running.ended().code == 0)
            return terminal.text()
        }
        #expect(try shown([:]).contains("\u{1B}[1mAna Reis"))
        for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] { #expect(try !shown(environment).contains("\u{1B}")) }
        for arguments in [["findings"], ["agenda"], ["nudges"], ["check"]] {
            #expect(try !sandbox.start(arguments + ["--at", Company.morning]).ended().all.contains("\u{1B}"))
        }
    }
}
