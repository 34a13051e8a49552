import Chat
import Configuration
import Engine
import SQLite
import Testing

@Suite("Routes")
struct RouteTests {
    private static let channels = """
        [channels.leads]
        type = "slack"
        url = { env = "U" }
        [channels.ana]
        type = "mattermost"
        url = { env = "U" }
        [channels.bot]
        type = "webhook"
        url = { env = "U" }
        [channels.log]
        type = "file"
        path = "log.jsonl"

        """
    private static let environment = ["U": "https://example.com/hook"]

    private func errors(_ text: String) -> [String] {
        Reading.diagnostics(Self.channels + text, environment: Self.environment).errors.map(\.message)
    }

    private func roster(_ text: String, _ household: Household) throws -> Roster {
        try household.roster(try Reading.configuration(Self.channels + text, environment: Self.environment))
    }

    @Test("the name of the built-in console is taken, and the error stands at its line")
    func builtInName() {
        let diagnostics = Reading.diagnostics(
            "[channels.console]\ntype = \"slack\"\nurl = { env = \"U\" }\n", environment: Self.environment)
        #expect(
            diagnostics.errors.map(\.message) == [
                "the channel \"console\" is there without being configured: another one needs another name"
            ])
        #expect(diagnostics.errors.first?.location?.line == 1)
    }

    @Test(
        "a route to a channel that is not there gets the nearest, at every level",
        arguments: [
            "[routes]\nleader = \"lead\"", "[routes]\nteam = \"lead\"", "[routes]\nfallback = \"lead\"",
            "[teams.\"A\"]\nroutes.leader = \"lead\"",
            "[people.\"a@b.c\"]\nroutes.rep = \"lead\"",
        ])
    func unknownChannel(text: String) {
        let diagnostics = Reading.diagnostics(Self.channels + text, environment: Self.environment).errors
        #expect(diagnostics.map(\.message) == ["there is no channel \"lead\""])
        #expect(diagnostics.first?.hint == "did you mean \"leads\"?")
    }

    @Test("a route to the console that is there by itself is told what the console is, and how to print")
    func builtInConsole() {
        let diagnostics = Reading.diagnostics("[routes]\nrep = \"console\"\n").errors
        #expect(
            diagnostics.map(\.message) == [
                "\"console\" is where all is said while nothing is routed, and no route leads there"
            ])
        #expect(diagnostics.hints.contains("[channels.terminal] with type = \"console\", and rep = \"terminal\""))
    }

    @Test("a route without any channel says how to define one")
    func noChannels() {
        let diagnostics = Reading.diagnostics("[routes]\nleader = \"leads\"").errors
        #expect(diagnostics.first?.hint == "[channels.leads] defines one")
    }

    @Test(
        "a room as the rep route of several people is an error",
        arguments: [
            "[routes]\nrep = \"leads\"", "[teams.\"A\"]\nroutes.rep = \"leads\"",
            "[people.\"a@b.c\"]\nroutes.rep = \"ana\"\n[people.\"b@b.c\"]\nroutes.rep = \"ana\"",
        ])
    func roomOfSeveral(text: String) {
        let errors = errors(text)
        #expect(errors.count == 1)
        #expect(errors.first?.contains("is one room") == true)
    }

    @Test(
        "a room of one person, a bot, a file and a shared room are not",
        arguments: [
            "[people.\"a@b.c\"]\nroutes.rep = \"ana\"", "[routes]\nrep = \"bot\"", "[routes]\nrep = \"log\"",
            "[routes]\nleader = \"leads\"\nteam = \"leads\"",
            "[routes]\nrep = \"room\"\n[channels.room]\ntype = \"slack\"\nurl = { env = \"U\" }\nshared = true",
        ])
    func allowed(text: String) {
        #expect(errors(text).isEmpty)
    }

    @Test("routes go person, team, top")
    func levels() throws {
        let household = try Household()
        let top = "[routes]\nrep = \"bot\"\nleader = \"leads\"\nteam = \"log\"\nfallback = \"log\"\n"
        let team =
            "[teams.\"Team North\"]\nroutes = { rep = \"log\", leader = \"bot\", team = \"log\", fallback = \"bot\" }\n"
        let person =
            "[people.\"Ana@example.com\"]\nroutes = { rep = \"ana\", fallback = \"log\" }\n"
            + "[people.\"mara@example.com\"]\nroutes.leader = \"log\"\n"
        func names(_ text: String) throws -> [String?] {
            let roster = try roster(text, household)
            let (ana, group) = (roster.members[2], roster.teams.first)
            return [ana?.channel, ana?.fallback, group?.leaderChannel, group?.room, group?.fallback].map { $0?.name }
        }
        #expect(try names(top) == ["bot", "log", "leads", "log", "log"])
        #expect(try names(top + team) == ["log", "bot", "bot", "log", "bot"])
        #expect(try names(top + team + person) == ["ana", "log", "log", "log", "bot"])
    }

    @Test("with some route, who has none is reached nowhere and it is said why")
    func unreached() throws {
        let roster = try roster("[routes]\nleader = \"leads\"", Household())
        #expect(roster.members[2]?.channel == nil)
        #expect(roster.members[2]?.unreached == "no route \"rep\" leads there")
        #expect(roster.teams.first?.leaderChannel?.name == "leads")
    }

    @Test("a fallback that is a room of several people is not used for private messages, and that is told")
    func sharedFallback() throws {
        let roster = try roster("[routes]\nrep = \"bot\"\nleader = \"bot\"\nfallback = \"leads\"", Household())
        #expect(roster.members[2]?.fallback == nil)
        #expect(roster.members[2]?.channel?.name == "bot")
        #expect(roster.problems.contains { $0.contains("leads") })
    }

    @Test("a topic of Zulip's is no room of one's own: whoever reads the channel reads it too")
    func topics() throws {
        let bot =
            "type = \"zulip\"\nserver = \"https://z.example.com\"\nemail = \"b@example.com\"\nkey = { env = \"U\" }\n"
        let topics = ["mara", "ana"].map { "[channels.\($0)-topic]\n\(bot)channel = \"sales\"\ntopic = \"\($0)\"\n" }
        let roster = try roster(
            topics.joined() + "[routes]\nleader = \"mara-topic\"\n"
                + "[people.\"ana@example.com\"]\nroutes.rep = \"ana-topic\"\n", Household())
        #expect(roster.members[2]?.channel == nil)
        #expect(roster.members[2]?.unreached == "the channel \"ana-topic\" is a room of several people")
    }

    @Test("a person's own room as his route and his fallback is still his own")
    func ownRoomTwice() throws {
        let roster = try roster(
            "[people.\"ana@example.com\"]\nroutes = { rep = \"ana\", fallback = \"ana\" }", Household())
        #expect(roster.members[2]?.channel?.name == "ana")
    }

    @Test("a leader of two teams gets both agendas where his own route leads")
    func leaderOfTwo() throws {
        let household = try Household()
        try household.store.database.run("INSERT INTO team(id, name, leader_id) VALUES (2, 'Team South', 1)")
        let roster = try roster(
            "[routes]\nleader = \"leads\"\n[people.\"mara@example.com\"]\nroutes.leader = \"bot\"", household)
        #expect(roster.teams.first?.leaderChannel?.name == "bot")
        #expect(roster.teams.last?.leaderChannel?.name == "bot")
    }
}
