import Import
import Testing

@Suite("Accounts that commands made and files name")
struct NamesakeTests {
    private static let people: [(ImportedFile, String)] = [(.teams, SampleTeam.teams), (.people, SampleTeam.people)]
    private static let acme = "external_id,rep,name,rank,fit_note,industry\na1,ana@example.com,ACME,,,energy\n"

    /// With an account of Ana's that has no external id.
    private func importing() throws -> Importing {
        let importing = try Importing(Self.people)
        try importing.store.database.execute(
            """
            INSERT INTO account(rep_id, name, rank, fit_note)
              SELECT id, 'Acme', 1, 'audit in May' FROM person WHERE email = 'ana@example.com'
            """)
        return importing
    }

    @Test(
        "an account of the same rep and name without an external id becomes the one of the file, and keeps what it says not"
    )
    func adopted() throws {
        let importing = try importing()
        #expect(try importing.run([(.accounts, Self.acme)]).counts == [0, 1, 0, 0])
        #expect(try importing.run([(.accounts, Self.acme)]).counts == [0, 0, 1, 0])
        #expect(
            try importing.texts("SELECT external_id || source || name || rank || fit_note || industry FROM account")
                == [
                    "a1csvACME1audit in Mayenergy"
                ])
    }

    @Test("it needs no second place on a full list")
    func fullList() throws {
        let importing = try importing()
        try importing.store.database.execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
              INSERT INTO account(rep_id, name, rank) SELECT rep_id, 'Other ' || i, i FROM n, account WHERE name = 'Acme'
            """)
        #expect(try importing.run([(.accounts, Self.acme)]).counts == [0, 1, 0, 0])
    }

    @Test("another rep's account of the name is another account")
    func otherRep() throws {
        let importing = try importing()
        let outcome = try importing.run([(.accounts, Self.acme.replacing("ana@", with: "ben@"))])
        #expect(outcome.counts == [1, 0, 0, 0] && outcome.diagnostics.isEmpty)
    }

    @Test("a second account of the name and rep goes in with a warning, once")
    func namesake() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.acme)])
        let second = Self.acme.replacing("a1,", with: "a2,")
        let outcome = try importing.run([(.accounts, second)])
        #expect(outcome.counts == [1, 0, 0, 0])
        #expect(outcome.diagnostics.map(\.severity) == [.warning])
        #expect(outcome.printed.contains("the rep has an account of this name already, with the external id a1"))
        #expect(try importing.run([(.accounts, second)]).diagnostics.isEmpty)
    }

    @Test("a row may refer to an account by its name where only one has it")
    func byName() throws {
        let importing = try importing()
        let row = "external_id,account,title\nm1,acme,CFO met\n"
        #expect(try importing.run([(.milestones, row)]).counts == [1, 0, 0, 0])
        try importing.store.database.execute("INSERT INTO account(rep_id, name) SELECT rep_id, 'acme' FROM account")
        let outcome = try importing.run([(.milestones, row.replacing("m1", with: "m2"))])
        #expect(outcome.printed.contains("several accounts are called \"acme\""), "\(outcome.printed)")
    }

    @Test("a name that is nearly right is told with its external id")
    func nearName() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.acme)])
        let outcome = try importing.run([(.milestones, "external_id,account,title\nm1,Akme,CFO met\n")])
        #expect(outcome.diagnostics.map(\.hint) == ["did you mean \"ACME\"? It has the external id a1"])
    }

    @Test(
        "a topic that nothing asks for goes in with a warning",
        arguments: [
            ("own message", "it is own_message in accounts.csv"), ("busines", "did you mean \"business\"?"),
            ("pain", nil), ("Fleet size", nil),
        ])
    func topic(topic: String, hint: String?) throws {
        let importing = try Importing(Self.people + [(.accounts, Self.acme)])
        let outcome = try importing.run([(.research, "account,topic,answer\na1,\(topic),known\n")])
        #expect(outcome.counts == [1, 0, 0, 0])
        #expect(outcome.diagnostics.map(\.hint) == (hint.map { [$0] } ?? []))
        #expect(outcome.diagnostics.allSatisfy { $0.severity == .warning })
    }
}
