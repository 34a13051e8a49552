import Chat
import Coaching
import Configuration
import Testing

@Suite("An empty configuration")
struct EmptyFileTests {
    @Test(
        "an empty file, one of comments and a byte order mark are all defaults",
        arguments: ["", "# nothing\n", "\u{FEFF}", "\r\n"])
    func allDefaults(text: String) throws {
        let configuration = try Reading.configuration(text)
        #expect(configuration.storePath == nil)
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.routing.channels.isEmpty)
        #expect(configuration.routing.saysAllOnConsole)
        let (ana, team) = try Household().resolved(configuration)
        #expect(ana.rep.zone == PolicyDefaults.zone)
        #expect(ana.rep.calendar.workdays == PolicyDefaults.workdays)
        #expect(ana.rep.hours == PolicyDefaults.hours)
        #expect(ana.rep.thresholds == Thresholds())
        #expect(ana.policy == NudgePolicy())
        #expect(ana.morning.time == PolicyDefaults.morning)
        #expect(ana.afternoon?.time == PolicyDefaults.afternoon)
        #expect(ana.afternoon?.lateUntil == PolicyDefaults.nudgesLateUntil)
        #expect(team.huddleAt == PolicyDefaults.huddleAt)
        #expect(team.huddleLateUntil == PolicyDefaults.huddleLateUntil)
    }

    @Test("without routes everything is said on the console, to everybody")
    func console() throws {
        let (ana, team) = try Household().resolved("")
        #expect(ana.channel?.platform is Console)
        #expect(ana.unreached == nil)
        #expect(team.leaderChannel?.platform is Console)
        #expect(team.room == nil)
    }

    @Test(
        "the store's path is relative to the file, an absolute one stays",
        arguments: [
            ("store = \"coachd.db\"", "/etc/coachd/coachd.db"), ("store = \"/var/lib/x.db\"", "/var/lib/x.db"),
        ])
    func storePath(text: String, expected: String) throws {
        #expect(try Reading.configuration(text, directory: "/etc/coachd").storePath == expected)
    }

    @Test("a file in the working directory has paths of the working directory")
    func besideWorkingDirectory() throws {
        #expect(try Reading.configuration("store = \"a.db\"", directory: "").storePath == "a.db")
    }
}
