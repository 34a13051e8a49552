import Chat
import CivilTime
import Coaching
import Configuration
import Engine
import Testing

/// A setting with a value for each level and how the roster shows it.
struct LeveledSetting: CustomTestStringConvertible, Sendable {
    /// The line with `%` for the value, under the table that it needs.
    var table: String
    var key: String
    /// Default, top, team, person.
    var values: [String]
    var isText: Bool
    var shown: @Sendable (Roster.Member, Roster.Team) -> String

    var testDescription: String { table.isEmpty ? key : "\(table).\(key)" }

    init(
        _ table: String, _ key: String, _ values: [String], isText: Bool = false,
        _ shown: @escaping @Sendable (Roster.Member, Roster.Team) -> String
    ) {
        (self.table, self.key, self.values, self.isText, self.shown) = (table, key, values, isText, shown)
    }

    /// The setting as it stands in the file: at the top, for the team, for the person.
    func text(top: Bool, team: Bool, person: Bool) -> String {
        var text = ""
        let prefix = table.isEmpty ? "" : "\(table)."
        for (isSet, header, value) in [
            (top, "", values[1]), (team, "[teams.\"Team North\"]\n", values[2]),
            (person, "[people.\"ana@example.com\"]\n", values[3]),
        ] where isSet {
            text += header + "\(prefix)\(key) = \(isText ? "\"\(value)\"" : value)\n"
        }
        return text
    }
}

@Suite("Levels of settings")
struct LevelTests {
    static let threeLevels: [LeveledSetting] = [
        LeveledSetting("", "timezone", ["UTC", "Europe/Paris", "Europe/Berlin", "Europe/Rome"], isText: true) {
            ana, _ in
            ana.rep.zone.identifier
        },
        LeveledSetting("work", "days", ["mon tue wed thu fri", "mon tue wed", "tue wed thu", "sun mon"], isText: true) {
            ana, _ in
            // The week begins on Monday, however the days are named.
            ana.rep.calendar.workdays.description == "mon sun" ? "sun mon" : ana.rep.calendar.workdays.description
        },
        LeveledSetting("work", "hours", ["09:00-17:30", "07:00-15:00", "08:00-16:00", "06:30-15:30"], isText: true) {
            ana, _ in
            ana.rep.hours.description
        },
        LeveledSetting("thresholds", "alike", ["80", "70", "90", "95"]) { ana, _ in "\(ana.rep.thresholds.alike)" },
        LeveledSetting("thresholds", "list_short", ["20", "0", "10", "50"]) { ana, _ in
            "\(ana.rep.thresholds.listShort)"
        },
        LeveledSetting("thresholds", "off_list", ["30", "0", "20", "50"]) { ana, _ in
            "\(ana.rep.thresholds.offList)"
        },
        LeveledSetting(
            "research", "topics",
            [
                "[\"business\", \"priority\", \"stakeholders\", \"current solution\", \"pain and its cost\", "
                    + "\"decision process\", \"our insight\", \"own message\"]",
                "[]", "[\"pain\", \"Fuhrpark\"]", "[\"trigger\"]",
            ]
        ) { ana, _ in "\(ana.rep.thresholds.research.topics.map(\.name))" },
        LeveledSetting("nudges", "morning", ["09:00", "09:10", "09:20", "09:30"], isText: true) { ana, _ in
            ana.morning.time.description
        },
        LeveledSetting("nudges", "afternoon", ["14:30", "13:00", "13:30", "15:00"], isText: true) { ana, _ in
            ana.afternoon?.time.description ?? "none"
        },
        LeveledSetting("nudges", "late_until", ["17:00", "16:00", "16:30", "15:45"], isText: true) { ana, _ in
            ana.afternoon?.lateUntil?.description ?? "none"
        },
        LeveledSetting("nudges", "items", ["3", "1", "2", "5"]) { ana, _ in "\(ana.policy.usual)" },
        LeveledSetting("thresholds", "quiet", ["5", "4", "6", "7"]) { ana, _ in "\(ana.rep.thresholds.quiet)" },
        LeveledSetting("thresholds", "stalled", ["10", "8", "12", "20"]) { ana, _ in "\(ana.rep.thresholds.stalled)" },
        LeveledSetting("thresholds", "next_step_pause", ["15", "0", "5", "30"]) { ana, _ in
            "\(ana.rep.thresholds.nextStepPause)"
        },
        LeveledSetting("thresholds", "milestone_near", ["3", "0", "2", "5"]) { ana, _ in
            "\(ana.rep.thresholds.milestoneNear)"
        },
        LeveledSetting("thresholds", "live_threads", ["3", "1", "2", "6"]) { ana, _ in
            "\(ana.rep.thresholds.liveThreads)"
        },
        LeveledSetting("thresholds", "thread_days", ["30", "14", "21", "60"]) { ana, _ in
            "\(ana.rep.thresholds.threadDays)"
        },
        LeveledSetting("thresholds.milestones", "\"Proposal sent\"", ["none", "4", "5", "6"]) { ana, _ in
            ana.rep.thresholds.stalledByMilestone["Proposal sent"].map { "\($0)" } ?? "none"
        },
    ]

    @Test(
        "a setting of the person goes before the team's, that before the top's, that before the default",
        arguments: threeLevels)
    func personTeamTopDefault(setting: LeveledSetting) throws {
        let household = try Household()
        func shown(_ top: Bool, _ team: Bool, _ person: Bool) throws -> String {
            let (ana, group) = try household.resolved(setting.text(top: top, team: team, person: person))
            return setting.shown(ana, group)
        }
        #expect(try shown(false, false, false) == setting.values[0])
        #expect(try shown(true, false, false) == setting.values[1])
        #expect(try shown(false, true, false) == setting.values[2])
        #expect(try shown(true, true, false) == setting.values[2])
        #expect(try shown(false, false, true) == setting.values[3])
        #expect(try shown(true, true, true) == setting.values[3])
    }

    @Test(
        "what is a team's own has two levels, the team and the top",
        arguments: [
            LeveledSetting("huddle", "at", ["08:40", "09:00", "09:10", ""], isText: true) { _, team in
                team.huddleAt.description
            },
            LeveledSetting("huddle", "late_until", ["11:00", "10:00", "10:30", ""], isText: true) { _, team in
                team.huddleLateUntil.description
            },
            LeveledSetting("leader", "coaching_rep", ["5", "3", "7", ""]) { _, team in
                "\(team.leaderThresholds.coachingRep)"
            },
            LeveledSetting("leader", "coaching_account", ["20", "10", "30", ""]) { _, team in
                "\(team.leaderThresholds.coachingAccount)"
            },
            LeveledSetting("leader", "highlight", ["5", "3", "7", ""]) { _, team in
                "\(team.leaderThresholds.highlight)"
            },
            LeveledSetting("leader", "promise", ["5", "3", "7", ""]) { _, team in "\(team.leaderThresholds.promise)" },
            LeveledSetting("weekly", "day", ["Friday", "Monday", "Thursday", ""], isText: true) { _, team in
                team.weeklyDay.name
            },
            LeveledSetting("weekly", "at", ["16:00", "15:00", "15:30", ""], isText: true) { _, team in
                team.weeklyAt.description
            },
        ])
    func huddle(setting: LeveledSetting) throws {
        let household = try Household()
        for (top, team, expected) in [(false, false, 0), (true, false, 1), (false, true, 2), (true, true, 2)] {
            let (ana, group) = try household.resolved(setting.text(top: top, team: team, person: false))
            #expect(setting.shown(ana, group) == setting.values[expected])
        }
    }

    @Test("the huddle's time is in the zone of the team: the file, then the row, then the top")
    func zoneOfTheTeam() throws {
        let top = "timezone = \"Europe/Rome\"\n"
        let team = "[teams.\"Team North\"]\ntimezone = \"Europe/Paris\"\n"
        let rowed = try Household(teamZone: "Europe/Berlin")
        #expect(try Household().resolved(top).team.zone.identifier == "Europe/Rome")
        #expect(try rowed.resolved(top).team.zone.identifier == "Europe/Berlin")
        #expect(try rowed.resolved(top + team).team.zone.identifier == "Europe/Paris")
    }

    @Test(
        "a zone is the person's in the file, his row's, the team's in the file, the team's row's, the top's, the default"
    )
    func zonePrecedence() throws {
        let top = "timezone = \"Europe/Rome\"\n"
        let team = "[teams.\"Team North\"]\ntimezone = \"Europe/Paris\"\n"
        let person = "[people.\"ANA@example.com\"]\ntimezone = \"Europe/Lisbon\"\n"
        let both = try Household(teamZone: "Europe/Berlin", personZone: "Europe/London")
        let teamOnly = try Household(teamZone: "Europe/Berlin")
        func zone(_ household: Household, _ text: String) throws -> String {
            try household.resolved(text).ana.rep.zone.identifier
        }
        #expect(try zone(both, top + team + person) == "Europe/Lisbon")
        #expect(try zone(both, top + team) == "Europe/London")
        #expect(try zone(teamOnly, top + team) == "Europe/Paris")
        #expect(try zone(teamOnly, top) == "Europe/Berlin")
        #expect(try zone(Household(), top) == "Europe/Rome")
        #expect(try zone(Household(), "") == "UTC")
    }

    @Test("hours and days of the person's row go before the team's in the file and after the person's in the file")
    func rowsBetween() throws {
        let household = try Household(workdays: "sun-thu", hours: "10:00-18:00")
        let team = "[teams.\"Team North\".work]\ndays = \"mon-wed\"\nhours = \"07:00-15:00\"\n"
        let person = "[people.\"ana@example.com\".work]\ndays = [\"fri\"]\nhours = \"06:00-15:00\"\n"
        let rowed = try household.resolved("[work]\ndays = \"sat\"\n" + team).ana
        #expect(rowed.rep.hours.description == "10:00-18:00")
        #expect(rowed.rep.calendar.workdays.description == "mon tue wed thu sun")
        let filed = try household.resolved(team + person).ana
        #expect(filed.rep.hours.description == "06:00-15:00")
        #expect(filed.rep.calendar.workdays.description == "fri")
    }

    @Test("a row that cannot be read is told and the next level is used, but in no other zone is anything said")
    func unreadableRow() throws {
        let household = try Household(personZone: "Europe/Lodon", workdays: "mo-fr", hours: "9-17")
        let roster = try household.roster(try Reading.configuration("timezone = \"Europe/Rome\""))
        #expect(roster.members[2]?.rep.zone.identifier == "Europe/Rome")
        #expect(roster.members[2]?.morning.next(after: Instant(secondsSinceEpoch: 0)) == nil)
        #expect(roster.members[2]?.rep.hours == PolicyDefaults.hours)
        #expect(roster.problems.count == 3)
        #expect(roster.problems.allSatisfy { $0.contains("Ana@Example.com") })
        #expect(roster.problems.contains { $0.contains("Europe/London") })
    }

    @Test("days off of all levels come together")
    func holidaysAddUp() throws {
        let text = """
            work.holidays = ["2026-12-24"]
            [teams."Team North"]
            work.holidays = ["2026-12-28"]
            [people."ana@example.com"]
            work.holidays = ["2026-12-30"]
            """
        let calendar = try Household().resolved(text).ana.rep.calendar
        for (day, isWorking) in [
            ("2026-12-23", true), ("2026-12-24", false), ("2026-12-28", false), ("2026-12-30", false),
        ] {
            #expect(calendar.isWorking(try CivilDate(iso: day)) == isWorking)
        }
    }

    @Test("a morning plan never comes before the working hours begin")
    func morningWithinHours() throws {
        let ana = try Household().resolved("[work]\nhours = \"10:15-18:00\"").ana
        #expect(ana.morning.time.description == "10:15")
    }
}
