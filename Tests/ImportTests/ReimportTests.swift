import Import
import Testing

@Suite("The same file again, after people changed what it brought")
struct ReimportTests {
    private static let accounts = """
        external_id,rep,name,rank,status,next_step,next_step_on,own_message
        a1,ana@example.com,Acme,1,active,,,
        a2,ana@example.com,Boll,2,active,,,
        a3,ana@example.com,Cary,3,active,call,2026-03-20,

        """
    private static let milestones = "external_id,account,title,due_on,done_on\nm1,a1,CFO met,2026-04-01,\n"
    private static let commitments =
        "external_id,rep,account,text,due_on,kept_at\nc1,ana@example.com,a1,demo,2026-03-02,\n"

    private static let files: [(ImportedFile, String)] = [
        (.teams, SampleTeam.teams), (.people, SampleTeam.people), (.accounts, accounts), (.milestones, milestones),
        (.commitments, commitments),
    ]

    private static let changes = """
        UPDATE account SET next_step = 'send it', next_step_on = '2026-03-06', own_message = 'own words' WHERE name = 'Acme';
        UPDATE account SET status = 'dropped', status_reason = 'no need', rank = NULL WHERE name = 'Boll';
        UPDATE account SET rank = 1, rep_id = (SELECT id FROM person WHERE email = 'ben@example.com') WHERE name = 'Cary';
        UPDATE milestone SET done_on = '2026-03-03';
        UPDATE commitment SET kept_at = 1772500000;
        """

    private func shown(_ importing: Importing) throws -> [String] {
        try importing.texts(
            """
            SELECT ifnull(name, '') || '|' || ifnull(rep_id, '') || '|' || ifnull(rank, '') || '|' || ifnull(status, '') || '|' || ifnull(next_step, '') || '|' || ifnull(next_step_on, '') || '|' || ifnull(own_message, '') FROM account
            UNION ALL SELECT ifnull(title, '') || '|' || ifnull(due_on, '') || '|' || ifnull(done_on, '') FROM milestone
            UNION ALL SELECT ifnull(text, '') || '|' || ifnull(due_on, '') || '|' || ifnull(kept_at, '') FROM commitment
            """)
    }

    @Test("what people changed stays")
    func kept() throws {
        let importing = try Importing(Self.files)
        try importing.store.database.execute(Self.changes)
        let before = try shown(importing)
        for _ in 1...2 {
            let outcome = try importing.run(Self.files)
            #expect(outcome.counts[1] == 0 && outcome.counts[3] == 0)
            #expect(try shown(importing) == before)
        }
    }

    @Test("a cell that says something new is taken over, its neighbours are not")
    func news() throws {
        let importing = try Importing(Self.files)
        try importing.store.database.execute(Self.changes)
        let text = Self.accounts.replacing("Acme,1", with: "Acme Ltd,1").replacing("2026-03-20", with: "2026-03-27")
        #expect(try importing.run([(.accounts, text)]).counts == [0, 2, 1, 0])
        let rows = try shown(importing)
        #expect(rows.contains { $0.hasPrefix("Acme Ltd|") && $0.hasSuffix("|send it|2026-03-06|own words") })
        #expect(rows.contains { $0.hasPrefix("Cary|3|1|") && $0.contains("|2026-03-27") }, "\(rows)")
        // The same once more tells nothing new.
        #expect(try importing.run([(.accounts, text)]).counts == [0, 0, 3, 0])
    }

    @Test("a file with fewer columns in between forgets nothing of the others", arguments: [true, false])
    func fewerColumns(isJSONLines: Bool) throws {
        let importing = try Importing(Self.files)
        try importing.store.database.execute(Self.changes)
        let before = try shown(importing)
        let few =
            isJSONLines
            ? ImportSource(
                .accounts, .jsonLines, text: #"{"external_id": "a1", "rep": "ana@example.com", "name": "Acme"}"#)
            : ImportSource(.accounts, text: "external_id,rep,name\na1,ana@example.com,Acme\n")
        _ = try importing.run([few])
        #expect(try importing.run(Self.files).counts[1] == 0)
        #expect(try shown(importing) == before)
    }

    @Test("another row under a number that was used before is not taken for the one that was imported")
    func sameNumber() throws {
        let importing = try Importing(Self.files)
        try importing.store.database.execute(
            """
            DELETE FROM account WHERE external_id = 'a3';
            INSERT INTO account(id, name, rep_id, source, external_id) VALUES (3, 'Wayne', 3, 'csv', 'a9');
            """)
        let text = "external_id,rep,name,next_step,next_step_on\na9,ana@example.com,Wayne,call,2026-03-20\n"
        #expect(try importing.run([(.accounts, text)]).counts == [0, 1, 0, 0])
        #expect(try importing.texts("SELECT next_step FROM account WHERE external_id = 'a9'") == ["call"])
    }

    @Test("what another program wrote by INSERT OR REPLACE stays too")
    func replaced() throws {
        let importing = try Importing(Self.files)
        try importing.store.database.execute(
            "INSERT OR REPLACE INTO account(source, external_id, name, rep_id) VALUES ('csv', 'a1', 'Acme New', 2)")
        #expect(try importing.run([(.accounts, Self.accounts)]).counts == [0, 0, 3, 0])
        #expect(try importing.texts("SELECT name FROM account WHERE external_id = 'a1'") == ["Acme New"])
    }

    @Test("a cell that is emptied clears what it filled")
    func emptied() throws {
        let importing = try Importing(Self.files)
        let text = Self.accounts.replacing("call,2026-03-20", with: ",")
        #expect(try importing.run([(.accounts, text)]).counts == [0, 1, 2, 0])
        #expect(try importing.texts("SELECT ifnull(next_step, '-') FROM account WHERE name = 'Cary'") == ["-"])
    }
}
