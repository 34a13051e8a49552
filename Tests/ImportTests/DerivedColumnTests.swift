import Import
import SQLite
import Testing

@Suite("Derived columns after an import")
struct DerivedColumnTests {
    /// Activities that touch the accounts in all ways: touches and preparation, two-way and out, with and without people, several times
    /// the same, in no order.
    private static var activities: String {
        let kinds = [
            "call", "email", "meeting", "demo", "visit", "social", "event", "research", "proposal", "internal",
        ]
        var seed: UInt32 = 7
        func pick(_ count: Int) -> Int {
            seed = seed &* 1_664_525 &+ 1_013_904_223
            return Int(seed >> 16) % count
        }
        var text = "external_id,rep,account,kind,occurred_at,direction,stakeholder,milestone\n"
        for number in 0..<400 {
            let isAcme = pick(3) > 0
            let account = pick(10) == 0 ? "" : isAcme ? "acme" : "globex"
            let who = account.isEmpty || pick(2) == 0 ? "" : isAcme ? ["s1", "s3"][pick(2)] : "s2"
            let stone = account.isEmpty || pick(3) > 0 ? "" : isAcme ? "m1" : "m2"
            let day = pick(28) + 1
            let direction = ["two-way", "out", ""][pick(3)]
            text +=
                "t\(number),\(["ana", "ben"][pick(2)])@example.com,\(account),\(kinds[pick(10)]),2026-11-\(day < 10 ? "0" : "")\(day)T1\(pick(10)):15:00Z,"
            text += "\(direction),\(who),\(stone)\n"
        }
        return text
    }

    private static let rest =
        SampleTeam.files(without: .activities) + [
            (.stakeholders, "external_id,account,name\ns3,acme,Nora Quist\ns4,acme,Nobody Yet\n")
        ]

    private static let derived = [
        "SELECT external_id || ' ' || quote(last_touch_at) FROM account ORDER BY 1",
        "SELECT external_id || ' ' || quote(last_two_way_at) FROM stakeholder ORDER BY 1",
        "SELECT external_id || ' ' || quote(first_activity_at) FROM milestone ORDER BY 1",
    ]

    @Test("the bulk of a first import derives what the triggers derive row by row")
    func bulkEqualsTriggers() throws {
        let bulk = try Importing(Self.rest + [(.activities, Self.activities)])
        let rowByRow = try Importing(Self.rest)
        // With an activity in the store the next ones go in one by one; this one is on no account.
        try rowByRow.store.database.run("INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'internal', 1)")
        let outcome = try rowByRow.run([(.activities, Self.activities)])
        #expect(outcome.counts == [400, 0, 0, 0])
        for query in Self.derived {
            let texts = try bulk.texts(query)
            #expect(try texts == rowByRow.texts(query))
            #expect(texts.contains { !$0.hasSuffix("NULL") })
        }
        #expect(
            try bulk.texts(
                "SELECT external_id || ' ' || quote(last_two_way_at) FROM stakeholder WHERE external_id = 's4'") == [
                    "s4 NULL"
                ])
        #expect(
            try bulk.texts("SELECT sql FROM sqlite_schema ORDER BY name")
                == (try rowByRow.texts("SELECT sql FROM sqlite_schema ORDER BY name")))
        #expect(
            try bulk.contents().filter { $0.contains("T") } == (try rowByRow.contents().filter { $0.contains("T") }))
    }

    @Test("after the bulk the triggers run again")
    func triggersAgain() throws {
        let importing = try Importing(SampleTeam.files)
        let database = importing.store.database
        try database.run(
            "INSERT INTO activity(person_id, account_id, kind, occurred_at) SELECT 2, id, 'call', 1900000000 FROM account WHERE external_id = 'acme'"
        )
        #expect(try importing.texts("SELECT last_touch_at FROM account WHERE external_id = 'acme'") == ["1900000000"])
        #expect(throws: DatabaseError.self) {
            try database.run(
                "INSERT INTO activity(person_id, account_id, kind, occurred_at, stakeholder_id) SELECT 2, a.id, 'call', 1, s.id FROM account a, stakeholder s WHERE a.external_id = 'acme' AND s.external_id = 's2'"
            )
        }
    }

    @Test("everybody is marked for another look after the first load")
    func marked() throws {
        #expect(try Importing(SampleTeam.files).count("changed_person") == 3)
    }

    @Test("an activity that moves to another account leaves the first as it was before it")
    func moved() throws {
        let importing = try Importing(SampleTeam.files)
        let text = "external_id,rep,account,kind,occurred_at\nt1,ana@example.com,globex,call,2026-11-10T10:00:00Z\n"
        _ = try importing.run([
            (
                .activities,
                text.replacing("\nt1", with: "\nx9").replacing("globex", with: "acme").replacing("11-10", with: "11-01")
            )
        ])
        let outcome = try importing.run([
            (
                .activities,
                "external_id,rep,account,kind,occurred_at,stakeholder,milestone\nt1,ana@example.com,globex,call,2026-11-10T10:00:00Z,,\n"
            )
        ])
        #expect(outcome.counts == [0, 1, 0, 0], "\(outcome.printed)")
        #expect(
            try importing.texts("SELECT date(last_touch_at, 'unixepoch') FROM account ORDER BY external_id") == [
                "2026-11-01", "2026-11-11",
            ])
        #expect(try importing.texts("SELECT first_activity_at FROM milestone WHERE external_id = 'm1'") == ["NULL"])
    }
}
