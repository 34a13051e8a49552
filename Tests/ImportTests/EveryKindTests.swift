import Import
import Testing

@Suite("Every kind of file")
struct EveryKindTests {
    @Test("all kinds go in at once, and a second time change nothing")
    func allAtOnce() throws {
        let importing = try Importing()
        let first = try importing.run(SampleTeam.files)
        #expect(first.diagnostics.isEmpty, "\(first.printed)")
        #expect(first.counts == [28, 0, 0, 0])
        #expect(first.result.summaries.count == ImportedFile.allCases.count)
        #expect(first.result.isKept)
        let before = try importing.contents()
        let second = try importing.run(SampleTeam.files)
        #expect(second.counts == [0, 0, 28, 0])
        #expect(try importing.contents() == before)
        #expect(try importing.count("history") == 0)
    }

    @Test(
        "a changed row is brought up to date, its neighbours stay unchanged",
        arguments: [
            (.teams, SampleTeam.teams, "Europe/London", "Europe/Dublin", "SELECT time_zone FROM team"),
            (.people, SampleTeam.people, "Ana Reis", "Ana Silva", "SELECT name FROM person WHERE email LIKE 'ana%'"),
            (
                .holidays, SampleTeam.holidays, "Christmas", "Christmas Day",
                "SELECT name FROM holiday WHERE on_date = '2026-12-25'"
            ),
            (.away, SampleTeam.away, "2026-12-04", "2026-12-07", "SELECT until_on FROM away"),
            (.plan, SampleTeam.plan, "touch,6", "touch,7", "SELECT count FROM plan WHERE kind = 'touch'"),
            (
                .accounts, SampleTeam.accounts, "2026-12-01", "2026-12-08",
                "SELECT next_step_on FROM account WHERE external_id = 'acme'"
            ),
            (
                .stakeholders, SampleTeam.stakeholders, ",user,", ",evaluator,",
                "SELECT role FROM stakeholder WHERE external_id = 's1'"
            ),
            (
                .milestones, SampleTeam.milestones, "2026-12-04,", "2026-12-11,",
                "SELECT due_on FROM milestone WHERE external_id = 'm1'"
            ),
            (.holds, SampleTeam.holds, "2026-12-20", "2026-12-31", "SELECT until_on FROM hold"),
            (
                .activities, SampleTeam.activities, "two-way", "out",
                "SELECT direction FROM activity WHERE external_id = 't1'"
            ),
            (
                .research, SampleTeam.research, "late trucks", "late trucks and dear ones",
                "SELECT answer FROM research_item WHERE topic = 'pain'"
            ),
            (
                .commitments, SampleTeam.commitments, "2026-11-25", "2026-11-26",
                "SELECT due_on FROM commitment WHERE external_id = 'c2'"
            ),
            (.asks, SampleTeam.asks, "I do", "I know one", "SELECT answer FROM ask"),
            (.promises, SampleTeam.promises, "2026-11-27", "2026-11-30", "SELECT due_on FROM promise"),
        ] as [(ImportedFile, String, String, String, String)])
    func changed(file: ImportedFile, text: String, old: String, new: String, look: String) throws {
        let importing = try Importing(SampleTeam.files)
        let rows = try #require(try importing.run([(file, text)]).result.summaries.first).rows
        let outcome = try importing.run([(file, text.replacing(old, with: new))])
        #expect(outcome.counts == [0, 1, rows - 1, 0], "\(outcome.printed)")
        #expect(try importing.texts(look) == [new.split(separator: ",").last.map(String.init) ?? ""])
    }

    @Test(
        "who else took part is in touch, whether it is the first load or not; an activity of another account is refused"
    )
    func attendees() throws {
        let look = "SELECT last_two_way_at > 0 FROM stakeholder WHERE external_id = 's3'"
        #expect(try Importing(SampleTeam.files).texts(look) == ["1"])
        let importing = try Importing(SampleTeam.files(without: .attendees))
        #expect(try importing.texts(look) == ["NULL"])
        let outcome = try importing.run([(.attendees, SampleTeam.attendees + "t1,s2\nt9,s3\nt1,s9\n")])
        #expect(outcome.counts == [1, 0, 0, 3], "\(outcome.printed)")
        #expect(outcome.printed.contains("3:4: error: the stakeholder \"s2\" belongs to another account"))
        #expect(outcome.printed.contains("there is no activity with the external id \"t9\""))
        #expect(try importing.texts(look) == ["1"])
    }

    @Test("an empty field empties what may be empty and leaves what may not at its value")
    func emptied() throws {
        let importing = try Importing(SampleTeam.files)
        _ = try importing.run([
            (.accounts, "external_id,rep,name,next_step,next_step_on,status\nacme,ana@example.com,Acme Logistics,,,\n")
        ])
        #expect(try importing.texts("SELECT next_step FROM account WHERE external_id = 'acme'") == ["NULL"])
        #expect(try importing.texts("SELECT status FROM account WHERE external_id = 'acme'") == ["active"])
    }

    @Test("a column that the file does not have keeps its value")
    func leftOut() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([(.accounts, "external_id,rep,name\nacme,ana@example.com,Acme\n")])
        #expect(outcome.counts == [0, 1, 0, 0])
        #expect(try importing.texts("SELECT next_step FROM account WHERE external_id = 'acme'") == ["send the model"])
    }

    @Test("the same external id of two systems is two accounts")
    func sources() throws {
        let importing = try Importing(SampleTeam.files)
        let rows = "external_id,rep,name\nacme,ana@example.com,Acme of the CRM\n"
        #expect(try importing.run([(.accounts, rows)], source: "crm").counts == [1, 0, 0, 0])
        #expect(try importing.run([(.accounts, rows)], source: "crm").counts == [0, 0, 1, 0])
        #expect(
            try importing.texts("SELECT source FROM account WHERE external_id = 'acme' ORDER BY id") == ["csv", "crm"])
    }

    @Test("an e-mail in other letters is the same person")
    func emailCase() throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([
            (.people, "email,name,role,team\nANA@example.com,Ana Reis,rep,Team North\n"),
            (.plan, "rep,kind,count\nAna@Example.com,touch,6\n"),
        ])
        #expect(outcome.counts == [0, 0, 2, 0], "\(outcome.printed)")
    }

    @Test("holidays of all, of a team and of a person on one date are three")
    func holidayKeys() throws {
        let importing = try Importing(SampleTeam.files)
        let rows = "date,name,team,person\n2027-01-01,a,,\n2027-01-01,b,Team North,\n2027-01-01,c,,ana@example.com\n"
        #expect(try importing.run([(.holidays, rows)]).counts == [3, 0, 0, 0])
        #expect(try importing.run([(.holidays, rows)]).counts == [0, 0, 3, 0])
    }

    @Test("names in any script and texts with quotes, commas and line breaks come through whole")
    func texts() throws {
        let importing = try Importing(SampleTeam.files)
        #expect(try importing.texts("SELECT insight FROM account WHERE external_id = 'acme'") == ["a \"real\" one"])
        #expect(
            try importing.texts("SELECT note FROM activity WHERE external_id = 't1'") == ["first line\nsecond line"])
        _ = try importing.run([(.accounts, "external_id,rep,name\nx,ana@example.com,\"株式会社 – O'Brien & Sons <b>\"\n")])
        #expect(
            try importing.texts("SELECT name FROM account WHERE external_id = 'x'") == ["株式会社 – O'Brien & Sons <b>"])
    }

    @Test("an instant with an offset is kept as UTC")
    func offsets() throws {
        let importing = try Importing(SampleTeam.files)
        #expect(
            try importing.texts(
                "SELECT strftime('%H:%M', occurred_at, 'unixepoch') FROM activity WHERE external_id = 't2'") == [
                    "08:00"
                ])
    }
}
