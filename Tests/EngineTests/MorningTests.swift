import CivilTime
import Coaching
import SQLite
import Store
import Testing

@testable import Engine

/// From Monday 2 March 2026 on, in UTC.
@Suite("What a morning tells of steps, dates and lists")
struct MorningTests {
    private func world() throws -> (world: World, ana: RowID) {
        let world = try World()
        world.forgetIdleness()
        return (world, try world.person("Ana"))
    }

    @Test("a next step is said on its day, unless its account rests")
    func stepToday() throws {
        let (world, ana) = try world()
        for number in 1...9 { try world.account("Other \(number)", of: ana) }
        for name in ["Globex", "Hooli"] {
            let id = try world.account(name, of: ana, nextStep: "2026-03-03")
            try world.sql("UPDATE account SET next_step = 'visit the site' WHERE id = \(id)")
            if name == "Hooli" {
                try world.sql(
                    "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (\(id), '2026-03-02', '2026-03-10', 'merger')"
                )
            }
        }
        try world.run(until: at("2026-03-03 10:00"))
        let said = world.said(.morning).map { $0.text.contains("Today: visit the site (Globex).") }
        #expect(said == [false, true])
        #expect(!world.said.contains { $0.text.contains("Hooli") })
    }

    @Test("a milestone's first new date is thanked for, the next ones are told")
    func movedAgain() throws {
        let (world, ana) = try world()
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        func plan(_ date: String) throws {
            // Thanks alone are no message.
            try world.account("Beside \(date)", of: ana)
            try world.sql("UPDATE milestone SET due_on = '\(date)' WHERE account_id = \(acme)")
        }
        try plan("2026-02-27")
        try world.run(until: at("2026-03-02 10:00"))
        try plan("2026-03-10")
        try world.run(until: at("2026-03-11 10:00"))
        try plan("2026-03-20")
        try world.run(until: at("2026-03-12 10:00"))
        let told = world.said.flatMap(\.message.items).filter { $0.state == .thanks && $0.accountID == acme }
        #expect(
            told.map(\.heading.text) == [
                "Acme: \"Contract signed\" has a new date, Tue 10 Mar. Thank you.",
                "Acme: \"Contract signed\" has moved again, to Fri 20 Mar.",
            ])
    }

    @Test("a short list is asked about once a month at most, however often it grows and shrinks")
    func shortList() throws {
        let (world, ana) = try world()
        world.policy.top.listShort = 2
        try world.account("Acme", of: ana, nextStep: World.farStep)
        let globex = try world.account("Globex", of: ana, nextStep: World.farStep)
        for day in 2...20 {
            try world.sql("UPDATE account SET status = '\(day % 2 == 0 ? "lost" : "active")' WHERE id = \(globex)")
            try world.run(until: at("2026-03-\(day < 10 ? "0" : "")\(day) 10:00"))
        }
        #expect(
            world.said(.morning).flatMap(\.message.items).count { $0.kind == .listShort && $0.state != .thanks } == 1)
    }
}
