import Testing

@Suite("history and what is shown")
struct HistoryCommandTests {
    private static func lived() throws -> Acting {
        let acting = try Acting()
        try acting.act("account", "swap", "umbra", "Newco", "--fit", "a better one", "--by", "ana")
        try acting.act("account", "milestone", "acme", "CFO met", "--done", "--by", "ana")
        try acting.act("account", "rank", "acme", "3", "--by", "mara", "--because", "the CFO said no")
        try acting.act("person", "handover", "ben", "--to", "ana", "--accounts", "stark", "--by", "mara")
        try acting.write("UPDATE account SET status = 'lost' WHERE name = 'Globex'")
        return acting
    }

    @Test("a milestone that is added stands there with its date")
    func milestoneDate() throws {
        let acting = try Acting()
        try acting.act("account", "milestone", "acme", "Contract", "--due", "2024-12-20", "--by", "ana")
        #expect(
            try acting.act("history", "acme").output.contains(
                "ana@example.com: Acme Logistics: milestone Contract, due 2024-12-20"))
    }

    @Test("each change is a sentence with its time, author and reason, the latest first")
    func sentences() throws {
        let lines = try Self.lived().sandbox.run("history").lines.map(String.init)
        #expect(lines.first?.hasSuffix("somebody by SQL: Globex: status lost (before: active)") == true)
        let at = "2024-11-26 16:00"
        #expect(
            lines.dropFirst()
                == [
                    "\(at) mara@example.com: Stark: rep \"Ana Reis\" (before: \"Ben Okafor\") because: handed over from Ben Okafor",
                    "\(at) mara@example.com: Acme Logistics: number 3 (before: 1) because: the CFO said no",
                    "\(at) ana@example.com: Acme Logistics: milestone \"CFO met\", done 2024-11-26",
                    "\(at) ana@example.com: Newco: selected because: Umbra gives its place to Newco",
                    "\(at) ana@example.com: Umbra: status dropped (before: active) because: Umbra gives its place to Newco",
                    "\(at) ana@example.com: Umbra: reason \"gave its place to Newco\" because: Umbra gives its place to Newco",
                ][...])
    }

    @Test("of an account, of a person, since a day, so many")
    func scopes() throws {
        let acting = try Self.lived()
        #expect(try acting.act("history", "acme").lines.count == 2)
        #expect(try acting.act("history", "mara").lines.count == 2)
        #expect(try acting.act("history", "--limit", "1").lines.count == 1)
        #expect(try acting.act("history", "--since", "2024-11-27", "mara").output == "Nothing was changed.\n")
        let objects = try #require(jsonLines(try acting.act("history", "acme", "--json").output))
        #expect(objects.first?["reason"] as? String == "the CFO said no")
        #expect(objects.first?["field"] as? String == "place")
        #expect(try acting.act("history", "Nobody").error.contains("there is no account and no person \"Nobody\""))
    }

    @Test("what is shown of an account fits one screen, however much is known")
    func screen() throws {
        let acting = try Self.lived()
        try acting.write(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
              INSERT INTO milestone(account_id, title) SELECT 1, 'Step ' || i FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
              INSERT INTO stakeholder(account_id, name) SELECT 1, 'Person ' || i FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
              INSERT INTO research_item(account_id, topic, answer) SELECT 1, 'topic ' || i, 'x' FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
              INSERT INTO commitment(rep_id, account_id, text, due_on) SELECT 2, 1, 'thing ' || i, '2024-11-26' FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
              INSERT INTO coaching_note(leader_id, rep_id, account_id) SELECT 1, 2, 1 FROM n;
            UPDATE account SET own_message = hex(zeroblob(4000)), insight = 'x', trigger_event = 'x', fit_note = 'x',
              stall_after = 4 WHERE id = 1;
            INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2024-12-01', '2024-12-05', 'x');
            """)
        let ended = try acting.act("account", "show", "acme")
        #expect(ended.lines.count <= 40, "\(ended.output)")
        #expect(ended.lines.allSatisfy { $0.count <= 200 })
        #expect(ended.output.contains("Milestones (26 more)"))
        #expect(
            ended.output.contains("Not known yet: business, current solution, pain and its cost, decision process\n"))
    }

    @Test("what is known counts by what it means, and what is not known yet is the checklist of the account's rep")
    func checklist() throws {
        let acting = try Acting()
        try acting.sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[teams.\"Team North\".research]\ntopics = [\"Fleet size\", \"pain\", \"our insight\", \"decision process\"]\n"
        )
        try acting.write(
            "INSERT INTO research_item(account_id, topic, answer) VALUES (1, 'Pain and its cost', 'late trucks');"
                + "UPDATE account SET insight = 'x' WHERE id = 1")
        #expect(
            try acting.act("account", "show", "acme").output.contains("Not known yet: Fleet size, decision process\n"))
        #expect(
            try acting.act("account", "know", "acme", "fleet", "40 vans").output
                == "Acme Logistics, Fleet size: 40 vans\n")
        #expect(try acting.act("account", "show", "acme").output.contains("Not known yet: decision process\n"))
    }

    @Test("the list has every account with its state, and its coverage in numbers")
    func list() throws {
        let acting = try Acting()
        let lines = try acting.act("account", "list", "--rep", "ana").lines
        #expect(lines.first == "Ana Reis · Tue 26 Nov · 4 of 50 accounts")
        #expect(lines.dropFirst().map { $0.prefix(5) } == ["  1 □", "  2 ■", "  3 ▪", "  4 ■"])
        try acting.write(
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (2, 'call', unixepoch('2024-11-25T10:00:00Z'))")
        let coverage = try acting.act("account", "list", "--rep", "ana", "--coverage")
        #expect(coverage.output.contains("3 touched in 20 working days; never yet: Twin"))
        #expect(coverage.output.contains("4 touches by Ana since then, 1 off the list"))
        let objects = try #require(jsonLines(try acting.act("account", "list", "--rep", "ana", "--json").output))
        #expect(objects.compactMap { $0["state"] as? String } == ["stalled", "moving", "quiet", "moving"])
    }

    @Test("what was changed after the instant is not known at it")
    func past() throws {
        let acting = try Self.lived()
        #expect(try acting.sandbox.run("history", "--at", "2020-01-01T00:00:00Z").output == "Nothing was changed.\n")
    }
}
