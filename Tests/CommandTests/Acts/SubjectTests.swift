import Testing

@Suite("An account or a person, whichever is named")
struct SubjectTests {
    /// Ana, Ben and Mara; besides Acme Logistics and others a company that begins as Ben does.
    private func acting() throws -> Acting {
        let acting = try Acting()
        try acting.write("INSERT INTO account(rep_id, name, external_id, source) VALUES (3, 'Benzol', 'b1', 'crm')")
        for command in [["commit", "add", "ana", "Globex demo"], ["commit", "add", "ben", "Stark call"]] {
            _ = try acting.act(command)
        }
        return acting
    }

    @Test(
        "is found by whole names before beginnings, wherever either may be named",
        arguments: [
            ("acme", "Acme Logistics (acme)"), ("Acme L", "Acme Logistics (acme)"), ("ben", "Ben Okafor"),
            ("Ben O", "Ben Okafor"), ("benz", "Benzol (b1)"), ("b1", "Benzol (b1)"), ("MARA@", "Mara Holt"),
        ])
    func found(name: String, title: String) throws {
        let acting = try acting()
        #expect(try acting.act("why", name).output.hasPrefix(title))
        #expect(try acting.act("history", name).code == 0)
    }

    @Test("fits several: all are named, people with their address, accounts with their id")
    func several() throws {
        let acting = try acting()
        for command in [["why", "be"], ["history", "be"], ["commit", "keep", "be"]] {
            let ended = try acting.act(command)
            #expect(ended.code == 1)
            #expect(
                ended.error.contains("\"be\" fits several: Benzol (b1), Ben Okafor (ben@example.com)"), "\(ended.all)")
        }
        #expect(try acting.act("history", "T").error.contains("\"T\" fits several: Twin (twin1), Twin (twin2)"))
        #expect(try acting.act("commit", "keep", "Twin").error.contains("there are several accounts \"Twin\""))
    }

    @Test("is neither: the nearest name is offered")
    func neither() throws {
        let acting = try acting()
        for command in [["why", "Globx"], ["history", "Globx"], ["commit", "keep", "Globx"]] {
            #expect(
                try acting.act(command).error.contains(
                    "there is no account and no person \"Globx\"; did you mean \"Globex\"?"))
        }
        #expect(try acting.act("commit", "keep", "Bem").error.contains("did you mean \"Ben\"?"))
    }

    @Test("what was said is found by its person or its account, by a beginning too")
    func said() throws {
        let acting = try acting()
        #expect(try acting.act("commit", "keep", "Glob").output == "Kept: Globex demo (Ana Reis)\n")
        #expect(try acting.act("commit", "keep", "ben").output == "Kept: Stark call (Ben Okafor)\n")
    }
}
