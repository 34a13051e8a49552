import Testing

@Suite("log")
struct LogTests {
    private func kinds(_ sandbox: Sandbox, account: String = "acme") throws -> Set<String> {
        let objects = try #require(jsonLines(try sandbox.run("findings", "--json", "--at", Company.at).output))
        return Set(objects.filter { $0["account"] as? String == account }.compactMap { $0["kind"] as? String })
    }

    @Test("a logged call shows up in the findings: the account is stalled no more")
    func resolves() throws {
        let sandbox = try Company.sandbox()
        #expect(try kinds(sandbox).isSuperset(of: ["stalled", "milestone-near"]))
        let ended = try sandbox.run(
            "log", "Acme Logistics", "call", "--two-way", "--who", "jonas", "--milestone", "CFO m", "--note",
            "the audit comes first", "--when",
            "2024-11-26T14:10:00Z")
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains("Acme Logistics, for CFO met"))
        #expect(ended.output.contains("by Ana Reis."))
        #expect(try kinds(sandbox).isDisjoint(with: ["stalled", "quiet", "milestone-near"]))
    }

    @Test("whoever sat at a table with us took part, whether or not it is said")
    func together() throws {
        let team = try Acting()
        for kind in ["meeting", "email"] {
            #expect(try team.sandbox.run("log", "acme", kind, "--who", "jonas").code == 0)
        }
        #expect(try team.rows("SELECT direction FROM activity ORDER BY id DESC LIMIT 2") == ["out", "two-way"])
    }

    @Test("several who took part are named in one list, and the account shows them")
    func people() throws {
        let team = try Acting()
        #expect(try team.sandbox.run("log", "acme", "meeting", "--who", "jonas, Joan").code == 0)
        #expect(try team.sandbox.run("account", "show", "acme").output.contains("meeting with Jonas Berg, Joan Miller"))
        #expect(try team.sandbox.run("log", "acme", "meeting", "--who", "jonas, Petra").code == 1)
    }

    @Test("preparation resolves no stall")
    func preparation() throws {
        let sandbox = try Company.sandbox()
        #expect(try sandbox.run("log", "acme", "research", "--when", "2024-11-26T14:10:00Z").code == 0)
        #expect(try kinds(sandbox).contains("stalled"))
    }

    @Test("the external id, and the name in other letters, name the account")
    func names() throws {
        let sandbox = try Company.sandbox()
        for name in ["acme", "ACME logistics"] { #expect(try sandbox.run("log", name, "call").code == 0) }
    }

    @Test(
        "what is not clear is asked back, and nothing is logged",
        arguments: [
            (["Acme Logistik", "call"], 1, "there is no account \"Acme Logistik\"; did you mean \"Acme Logistics\"?"),
            (
                ["Twin", "call"], 1,
                "there are several accounts \"Twin\": Twin (twin1), Twin (twin2). Name one by what stands in brackets"
            ),
            (["acme", "cal"], 2, "did you mean call?"), (["acme", "dance"], 2, "the kinds are call, email"),
            (["acme", "call", "--who", "J"], 1, "\"J\" fits several: Jonas Berg, Joan Miller"),
            (
                ["acme", "call", "--who", "Petra"], 1,
                "Acme Logistics has no stakeholder \"Petra\"; it has Jonas Berg, Joan Miller"
            ),
            (["umbra", "call", "--who", "Petra"], 1, "Umbra has no stakeholder yet"),
            (["acme", "call", "--milestone", "CFO"], 1, "\"CFO\" fits several: CFO met, CFO convinced"),
            (["umbra", "call", "--milestone", "CFO"], 1, "Umbra has no milestone yet"),
            (["acme", "research", "--two-way"], 2, "--two-way goes with a touch"),
            (
                ["acme", "call", "--rep", "anna@example.com"], 1,
                "there is no person anna@example.com; did you mean ana@example.com?"
            ),
            (["acme", "call", "--when", "noon"], 2, "\"noon\" is no time"),
            (["acme", "call", "--when", "25:00"], 2, "a time is 16:20, yesterday, \"fri 9:30\""),
            (["acme", "call", "--when", "yesterday 25:00"], 2, "\"yesterday 25:00\" is no time"),
            (["call", "Acme Logistics"], 2, "coachd log 'Acme Logistics' call"),
        ] as [([String], Int32, String)])
    func unclear(arguments: [String], code: Int32, expected: String) throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.start(["log"] + arguments).ended()
        #expect(ended.code == code)
        #expect(ended.error.contains(expected), "\(ended.error)")
        #expect(ended.output.isEmpty)
    }

    @Test("the whole name goes before the beginning of another")
    func exactFirst() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write("csv/stakeholders.csv", "external_id,account,name\ns9,acme,Jonas\n")
        #expect(try sandbox.run("import", "csv/stakeholders.csv").code == 0)
        #expect(try sandbox.run("log", "acme", "call", "--who", "Jonas").code == 0)
    }

    @Test("who did it is --rep, else $COACHD_REP, else the account's rep")
    func who() throws {
        let sandbox = try Company.sandbox()
        let environment = ["COACHD_REP": "Ben@example.com"]
        #expect(try sandbox.run("log", "acme", "call").output.contains("by Ana Reis."))
        #expect(try sandbox.run("log", "acme", "call", environment: environment).output.contains("by Ben Okafor."))
        #expect(
            try sandbox.run("log", "acme", "call", "--rep", "mara@example.com", environment: environment).output
                .contains("by Mara Holt."))
    }

    @Test("a time of today is in the rep's zone")
    func localTime() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("log", "stark", "call", "--when", "00:00")
        #expect(ended.output.contains("today 00:00, by Ben Okafor."), "\(ended.all)")
    }

    @Test(
        "a day, with a time or without, is in the rep's zone",
        arguments: [
            ("2024-11-25T14:00", "Mon 25 Nov 2024 14:00"), ("2024-11-25 9:30", "Mon 25 Nov 2024 09:30"),
            ("2024-11-25", "Mon 25 Nov 2024 12:00"), ("yesterday 16:20", "yesterday 16:20"),
            ("yesterday", "yesterday 12:00"), ("2024-11-25T14:00:00Z", "Mon 25 Nov 2024 09:00"),
        ])
    func localDay(text: String, said: String) throws {
        let ended = try Company.sandbox().run("log", "stark", "call", "--when", text)
        #expect(ended.output.contains("\(said), by Ben Okafor."), "\(ended.all)")
    }

    @Test("the kind is read in any case, and a first touch is no account that moves again")
    func firstTouch() throws {
        let acting = try Acting()
        try acting.write("INSERT INTO account(rep_id, name, selected_on) VALUES (2, 'Hooli', '2024-09-03')")
        let first = try acting.sandbox.run("log", "hooli", "CALL")
        #expect(first.code == 0 && first.output.contains("It is the first touch of Hooli."), "\(first.all)")
        #expect(try !acting.sandbox.run("log", "hooli", "call").output.contains("first touch"))
    }

    @Test("the answer says the time as people do, without seconds")
    func withoutSeconds() throws {
        let ended = try Company.sandbox().run("log", "acme", "call", "--when", "2024-11-26T14:10:07Z")
        #expect(ended.output.contains(" 14:10, by Ana Reis."))
    }

    @Test("a time that is still to come is asked back, for an activity is what was done")
    func future() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("log", "acme", "call", "--when", "2100-01-01T00:00:00Z")
        #expect(ended.code == 2)
        #expect(ended.error.contains("--when"))
    }
}
