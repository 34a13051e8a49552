import Coaching
import Configuration
import Foundation
import Testing

@Suite("The sample configuration")
struct SampleConfigurationTests {
    /// `config/coachd.toml` of the package.
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "config/coachd.toml")

    @Test(
        "config/coachd.toml is the text that `coachd check --print-defaults` prints",
        .enabled(if: FileManager.default.fileExists(atPath: file.path)))
    func sameText() throws {
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == SampleConfiguration.text)
    }

    @Test("it is a valid configuration that changes nothing")
    func valid() throws {
        let configuration = try Reading.configuration(SampleConfiguration.text)
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.storePath == nil)
        #expect(configuration.routing.saysAllOnConsole)
    }

    @Test("a channel and a route may be written below it, as README shows")
    func extended() throws {
        let directory = try TemporaryDirectory()
        try directory.write("slack-leads.url", "https://example.com/a")
        #expect(chmod(directory.path + "/slack-leads.url", 0o600) == 0)
        let own =
            "[channels.leads]\ntype = \"slack\"\nurl = { file = \"slack-leads.url\" }\n[routes]\nleader = \"leads\"\n"
        let configuration = try Reading.configuration(SampleConfiguration.text + own, directory: directory.path)
        #expect(configuration.routing.top.leader == "leads")
    }

    /// The sample with its settings in force.
    private static var uncommented: String {
        SampleConfiguration.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("#"), let first = line.dropFirst().first,
                first.isLetter || first == "\"",
                line.contains(" = ")
            else { return String(line) }
            return String(line.dropFirst())
        }.joined(separator: "\n")
    }

    @Test("every setting in it stands at its default")
    func defaults() throws {
        let configuration = try Reading.configuration(Self.uncommented, directory: "")
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.storePath == "coachd.db")
        let top = configuration.policy.top
        #expect(top.zone == PolicyDefaults.zone)
        #expect(top.workdays == PolicyDefaults.workdays)
        #expect(top.hours == PolicyDefaults.hours)
        #expect(top.holidays == [])
        #expect(top.huddleAt == PolicyDefaults.huddleAt)
        #expect(top.huddleLateUntil == PolicyDefaults.huddleLateUntil)
        #expect(top.morning == PolicyDefaults.morning)
        #expect(top.afternoon == PolicyDefaults.afternoon)
        #expect(top.nudgesLateUntil == PolicyDefaults.nudgesLateUntil)
        #expect(top.items == NudgePolicy().usual)
        let thresholds = Thresholds()
        #expect(top.quiet == thresholds.quiet)
        #expect(top.stalled == thresholds.stalled)
        #expect(top.nextStepPause == thresholds.nextStepPause)
        #expect(top.milestoneNear == thresholds.milestoneNear)
        #expect(top.liveThreads == thresholds.liveThreads)
        #expect(top.threadDays == thresholds.threadDays)
        #expect(top.stalledByMilestone == thresholds.stalledByMilestone)
        let leader = LeaderThresholds()
        #expect(top.coachingRep == leader.coachingRep)
        #expect(top.coachingAccount == leader.coachingAccount)
        #expect(top.highlight == leader.highlight)
        #expect(top.promise == leader.promise)
        #expect(top.weeklyDay == PolicyDefaults.weeklyDay)
        #expect(top.weeklyAt == PolicyDefaults.weeklyAt)
    }

    @Test("what it makes of a team is what an empty file makes of it")
    func sameRoster() throws {
        let household = try Household()
        let (ana, team) = try household.resolved(Self.uncommented)
        let (plainAna, plainTeam) = try household.resolved("")
        #expect(ana.rep.hours == plainAna.rep.hours)
        #expect(ana.rep.calendar == plainAna.rep.calendar)
        #expect(ana.morning == plainAna.morning)
        #expect(ana.afternoon == plainAna.afternoon)
        #expect(ana.policy == plainAna.policy)
        #expect(team.huddleAt == plainTeam.huddleAt)
        #expect(team.zone == plainTeam.zone)
    }

    @Test("the examples of channels, teams and people in it are valid once they are taken")
    func examples() throws {
        let text = SampleConfiguration.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let settings = [
                "[", "type", "url", "secret", "server", "from", "user", "password", "routes", "huddle", "timezone",
            ]
            return settings.contains { line.hasPrefix("# \($0)") }
                ? String(line.dropFirst(2)) : String(line)
        }.joined(separator: "\n")
        let directory = try TemporaryDirectory()
        try directory.write("slack-leads.url", "https://example.com/a")
        try directory.write("mail.password", "pass word")
        try directory.write("reps-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        let more = ["north-leads", "north-room", "ana-webhook"].map {
            "[channels.\($0)]\ntype = \"slack\"\nurl = { env = \"COACHD_REPS_URL\" }\n"
        }.joined()
        let configuration = try Reading.configuration(
            text + more, directory: directory.path,
            environment: ["COACHD_REPS_URL": "https://example.com/b", "CREDENTIALS_DIRECTORY": directory.path])
        #expect(
            configuration.routing.channels.keys.sorted() == [
                "ana-webhook", "leads", "mail", "north-leads", "north-room", "reps",
            ])
        #expect(configuration.policy.people["ana@example.com"]?.zone?.identifier == "Europe/Lisbon")
        #expect(configuration.policy.teams["Team North"]?.huddleAt?.description == "09:10")
    }
}
