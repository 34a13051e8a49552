import Import
import Testing

@Suite("References between files")
struct ReferenceTests {
    @Test("files in any order give the same store", arguments: 0..<6)
    func anyOrder(turn: Int) throws {
        let files = SampleTeam.files
        let shuffled = files.indices.map { files[($0 * 4 + turn * 7) % files.count] }
        #expect(Set(shuffled.map(\.0)).count == files.count)
        let importing = try Importing()
        let outcome = try importing.run(turn == 5 ? files.reversed() : shuffled)
        #expect(outcome.diagnostics.isEmpty, "\(outcome.printed)")
        #expect(try importing.contents() == (try Importing(files).contents()))
    }

    @Test("a team and its leader name each other in one import")
    func leader() throws {
        let importing = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)])
        #expect(try importing.texts("SELECT p.name FROM team t JOIN person p ON p.id = t.leader_id") == ["Mara Holt"])
        #expect(
            try importing.texts("SELECT DISTINCT t.name FROM person p JOIN team t ON t.id = p.team_id") == [
                "Team North"
            ])
    }

    @Test("a leader, a deputy and an external id may come later")
    func later() throws {
        let importing = try Importing([(.teams, "name\nTeam North\n"), (.people, SampleTeam.people)])
        let text = "name,leader,deputy,external_id\nTeam North,mara@example.com,ben@example.com,T1\n"
        #expect(try importing.run([(.teams, text)]).counts == [0, 1, 0, 0])
        #expect(try importing.run([(.teams, text)]).counts == [0, 0, 1, 0])
        #expect(try importing.texts("SELECT p.name FROM team t JOIN person p ON p.id = t.deputy_id") == ["Ben Okafor"])
    }

    @Test("a team whose leader is not there is told with the nearest, and its people go in")
    func unknownLeader() throws {
        let importing = try Importing()
        let outcome = try importing.run([
            (.teams, SampleTeam.teams.replacing("mara@", with: "marra@")), (.people, SampleTeam.people),
        ])
        #expect(outcome.counts == [3, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == "teams.csv:2:26")
        #expect(try importing.count("person") == 3)
        #expect(
            outcome.diagnostics.first?.hint == "did you mean mara@example.com? The team is added without this leader")
    }

    @Test("what is right in the row of such a team is kept")
    func besideUnknownLeader() throws {
        let importing = try Importing()
        let outcome = try importing.run([
            (
                .teams,
                "name,timezone,leader,deputy,external_id\nTeam North,Europe/Berlin,marra@example.com,ben@example.com,T1\n"
            ), (.people, SampleTeam.people),
        ])
        #expect(outcome.counts == [3, 0, 0, 1])
        #expect(
            try importing.texts(
                "SELECT t.time_zone || ' ' || p.name || ' ' || t.external_id || ' ' || ifnull(t.leader_id, 'nobody') "
                    + "FROM team t JOIN person p ON p.id = t.deputy_id") == ["Europe/Berlin Ben Okafor T1 nobody"])
    }

    @Test("a person's team that is not there gets the nearest")
    func unknownTeam() throws {
        let outcome = try Importing().run([
            (.teams, "name\nTeam North\n"), (.people, "email,name,team\na@b.c,Ana,Team Nort\n"),
        ])
        #expect(outcome.counts == [1, 0, 0, 1])
        #expect(outcome.diagnostics.first?.hint == "did you mean \"Team North\"?")
        #expect(outcome.diagnostics.first?.place == "people.csv:2:11")
    }

    @Test(
        "an account that is not there gets the nearest id of the same digits",
        arguments: [("glbex-7", "did you mean \"globex-7\"?"), ("globex-8", nil)])
    func unknownAccount(id: String, hint: String?) throws {
        let outcome = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)]).run([
            (.accounts, "external_id,rep,name\nglobex-7,ana@example.com,Globex\n"),
            (.milestones, "external_id,account,title\nm1,\(id),CFO met\n"),
        ])
        #expect(outcome.diagnostics.map(\.hint) == [hint])
    }

    @Test("accounts, stakeholders and milestones of an earlier import are found")
    func earlier() throws {
        let importing = try Importing(SampleTeam.files)
        let row =
            "external_id,rep,account,kind,occurred_at,stakeholder,milestone\nt9,ana@example.com,acme,call,2026-11-20T10:00:00Z,s1,m1\n"
        #expect(try importing.run([(.activities, row)]).counts == [1, 0, 0, 0])
    }

    @Test("what belongs to another system is not found")
    func otherSource() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([(.stakeholders, "external_id,account,name\nx1,acme,Nobody\n")], source: "crm")
        #expect(outcome.counts == [0, 0, 0, 1])
        #expect(outcome.printed.contains("there is no account with the external id \"acme\""))
    }

    @Test("a row whose reference was refused is refused as well, with its own place")
    func chain() throws {
        let importing = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)])
        let outcome = try importing.run([
            (.accounts, "external_id,rep,name\na1,nobody@example.com,Acme\n"),
            (.stakeholders, "external_id,account,name\ns1,a1,Jonas\n"),
        ])
        #expect(outcome.counts == [0, 0, 0, 2])
        #expect(outcome.diagnostics.map(\.place) == ["accounts.csv:2:4", "stakeholders.csv:2:4"])
    }
}
