import Import
import Testing

@Suite("Refused rows")
struct RefusedRowTests {
    /// Two people more, for rows that need one each.
    private static let colleagues: [(ImportedFile, String)] = [
        (.people, "email,name\ngood1@example.com,One\ngood2@example.com,Two\n")
    ]

    @Test("it is told with file, line, column and reason, and the rows around it go in", arguments: BadRow.all)
    func refused(bad: BadRow) throws {
        let importing = try Importing(SampleTeam.files + (bad.file == .people ? [] : Self.colleagues))
        let good = (1...2).map { bad.good.replacing("#", with: "\($0)") }
        let outcome = try importing.run([
            (bad.file, [bad.header, good[0], bad.row, good[1], ""].joined(separator: "\n"))
        ])
        #expect(outcome.counts == [2, 0, 0, 1], "\(outcome.printed)")
        #expect(outcome.diagnostics.count == 1)
        let diagnostic = try #require(outcome.diagnostics.first)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.place == bad.place, "\(outcome.printed)")
        #expect(diagnostic.message.contains(bad.message), "\(outcome.printed)")
        if let hint = bad.hint { #expect(diagnostic.hint == hint) }
        #expect(outcome.result.isKept)
    }

    @Test(
        "the same rows first of all, when activities go in as a bulk",
        arguments: BadRow.all.filter { $0.file == .activities })
    func refusedInBulk(bad: BadRow) throws {
        let importing = try Importing(SampleTeam.files(without: .activities))
        let good = (1...2).map { bad.good.replacing("#", with: "\($0)") }
        let outcome = try importing.run([
            (bad.file, [bad.header, good[0], bad.row, good[1], ""].joined(separator: "\n"))
        ])
        #expect(outcome.counts == [2, 0, 0, 1])
        #expect(outcome.diagnostics.map(\.place) == [bad.place])
    }

    @Test("all that is wrong with a row is told at once, each at its place")
    func severalProblems() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([
            (.accounts, "external_id,rep,name,rank,selected_on\nx1,zoe@example.com,,zero,2026-02-30\n")
        ])
        #expect(outcome.counts == [0, 0, 0, 1])
        #expect(outcome.diagnostics.map(\.place) == [4, 20, 21, 26].map { "accounts.csv:2:\($0)" })
    }

    @Test("an instant before 1970 is told in words, not as a constraint of SQLite")
    func ancient() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([
            (
                .activities,
                "external_id,rep,account,kind,occurred_at\nx1,ana@example.com,acme,call,1969-11-24T10:00:00Z\n"
            )
        ])
        #expect(outcome.counts == [0, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == "activities.csv:2:30")
        #expect(outcome.diagnostics.first?.message.contains("CHECK") == false)
    }

    @Test("two people with one external id are told in words, not as a constraint of SQLite")
    func sharedExternalID() throws {
        let outcome = try Importing().run([(.people, "email,name,external_id\na@b.c,Ana,P1\nb@b.c,Ben,P1\n")])
        #expect(outcome.counts == [1, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == "people.csv:3:11")
        #expect(outcome.diagnostics.first?.message.contains("UNIQUE") == false)
    }

    @Test("an e-mail that shares only its domain with another is no near miss of it")
    func stranger() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([(.plan, "rep,kind,count\nzoe@example.com,call,1\n")])
        #expect(outcome.counts == [0, 0, 0, 1])
        #expect(outcome.diagnostics.first?.hint == nil)
    }

    @Test("a stakeholder without an account is told to need one")
    func ownerWithoutAccount() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([
            (
                .activities,
                "external_id,rep,account,kind,occurred_at,stakeholder\nx1,ana@example.com,,call,2026-11-24T10:00:00Z,s1\n"
            )
        ])
        #expect(outcome.counts == [0, 0, 0, 1])
        #expect(outcome.diagnostics.first?.message.contains("account is empty") == true)
    }

    @Test("the place in a row of several lines is that of the field, under its own line")
    func severalLines() throws {
        let importing = try Importing(SampleTeam.files)
        let text = "external_id,rep,own_message,name,rank\na1,ana@example.com,\"one\ntwo\",Acme,zero\n"
        let diagnostic = try #require(try importing.run([(.accounts, text)]).diagnostics.first)
        #expect(diagnostic.place == "accounts.csv:3:11")
        #expect(diagnostic.location?.excerpt == "two\",Acme,zero")
    }

    @Test("a file that was cut in a quoted field loses that row and nothing before it")
    func cut() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([
            (
                .activities,
                "external_id,rep,account,kind,occurred_at,note\nx1,ana@example.com,acme,call,2026-11-24T10:00:00Z,\nx2,ana@example.com,acme,call,2026-11-24T11:00:00Z,\"it was a go"
            )
        ])
        #expect(outcome.counts == [1, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == "activities.csv:3:51")
        #expect(outcome.diagnostics.first?.hint == "close the quote, or export the file again if it was cut off")
        #expect(try importing.count("activity") == 4)
    }

    @Test(
        "the second of two rows with one key is refused, so that the same file twice changes nothing",
        arguments: [
            (.accounts, "external_id,rep,name\na1,ana@example.com,Acme\na1,ana@example.com,Globex\n"),
            (.stakeholders, "external_id,account,name\nx1,acme,Jo\nx1,acme,Jonas\n"),
            (.milestones, "external_id,account,title\nx1,acme,One\nx1,acme,Two\n"),
            (.people, "email,name\nx@example.com,One\nX@example.com,Two\n"),
            (.plan, "rep,kind,count\nben@example.com,call,1\nben@example.com,call,2\n"),
            (.holds, "account,from,until,reason\nacme,2027-01-01,2027-01-02,a\nacme,2027-01-01,2027-01-03,a\n"),
            (
                .activities,
                "external_id,rep,account,kind,occurred_at\nx1,ana@example.com,acme,call,2026-11-24T10:00:00Z\nx1,ana@example.com,acme,email,2026-11-24T11:00:00Z\n"
            ),
            (.teams, "name,timezone\nTeam South,Europe/London\nTeam South,Europe/Berlin\n"),
        ] as [(ImportedFile, String)])
    func twice(file: ImportedFile, text: String) throws {
        let importing = try Importing(SampleTeam.files)
        let (first, second) = (try importing.run([(file, text)]), try importing.run([(file, text)]))
        #expect(first.counts == [1, 0, 0, 1])
        #expect(first.diagnostics.first?.location?.line == 3)
        #expect(second.counts == [0, 0, 1, 1])
    }

    @Test("a team's row that is cut short is refused like any other")
    func shortTeam() throws {
        let importing = try Importing()
        let outcome = try importing.run([(.teams, "name,timezone,leader\nTeam South\nTeam North,Europe/London,\n")])
        #expect(outcome.counts == [1, 0, 0, 1])
        #expect(outcome.diagnostics.map(\.place) == ["teams.csv:2:1"])
        #expect(try importing.texts("SELECT name FROM team") == ["Team North"])
    }

    @Test("a team's row that is too long is refused and not in the store")
    func longTeam() throws {
        let importing = try Importing()
        let outcome = try importing.run([(.teams, "name,timezone\nTeam South,Europe/London,x\n")])
        #expect(outcome.counts == [0, 0, 0, 1])
        let teams = try importing.count("team")
        #expect(teams == 0)
    }
}
