import Testing

@Suite("What people say: commitments, asks, promises")
struct SaidTests {
    @Test("a commitment is for today, and for the next working day when today is over or off, in the rep's zone")
    func days() throws {
        let acting = try Acting()
        for instant in ["2024-11-26T17:00:00Z", "2024-11-26T17:30:00Z", "2024-11-29T20:00:00Z", "2024-11-30T10:00:00Z"]
        {
            _ = try acting.act(["commit", "add", "ana", "call"], at: instant)
        }
        // 17:30 in London is noon in New York.
        _ = try acting.act(["commit", "add", "ben", "call"], at: "2024-11-26T17:30:00Z")
        #expect(
            try acting.rows("SELECT due_on FROM commitment ORDER BY id") == [
                "2024-11-26", "2024-11-27", "2024-12-02", "2024-12-02", "2024-11-26",
            ])
    }

    @Test(
        "the account is the one of the rep's whose name stands in the text, or the beginning of it",
        arguments: [
            ("Globex demo", "Globex"), ("Acme Logistics: the model", "Acme Logistics"), ("globex's offer", "Globex"),
            ("Globexia demo", "-"), ("Acme demo", "Acme Logistics"), ("call acme's CFO", "Acme Logistics"),
            ("Acme and Globex", "Globex"), ("Logistics demo", "-"), ("Globex and Umbra", "-"), ("Stark call", "-"),
            ("tidy the list", "-"),
        ])
    func guessed(text: String, account: String) throws {
        let acting = try Acting()
        let ended = try acting.act("commit", "add", "ana", text)
        #expect(ended.output.contains(account == "-" ? "(on no account; --account NAME says which)" : "(\(account))"))
        #expect(
            try acting.rows("SELECT a.name FROM commitment c LEFT JOIN account a ON a.id = c.account_id") == [account])
    }

    @Test("a beginning that two names share, or that is a word of every day, names no account")
    func sharedBeginning() throws {
        let acting = try Acting()
        try acting.write(
            "INSERT INTO account(rep_id, name) VALUES (2, 'Acme Foods'), (2, 'The Bakery'), (2, 'Demo Works')")
        for text in ["Acme demo", "the report"] { try acting.act("commit", "add", "ana", text) }
        #expect(try acting.rows("SELECT account_id FROM commitment") == ["-", "-"])
        try acting.act("commit", "add", "ana", "Acme Foods demo")
        #expect(try acting.rows("SELECT count(account_id) FROM commitment") == ["1"])
    }

    @Test("what is said, kept or answered later than the instant asked for does not count yet, wherever it is shown")
    func later() throws {
        let acting = try Acting()
        let (before, after) = ("2024-11-26T08:39:00Z", "2024-11-27T08:39:00Z")
        _ = try acting.act(["commit", "add", "ana", "Globex demo"], at: "2024-11-26T08:00:00Z")
        _ = try acting.act(["commit", "keep", "1"], at: "2024-11-26T15:00:00Z")
        _ = try acting.act(["promise", "add", "mara", "a call", "--for", "ana"], at: "2024-11-26T08:00:00Z")
        _ = try acting.act(["promise", "keep", "1"], at: "2024-11-26T15:00:00Z")
        _ = try acting.act(["ask", "add", "ana", "who knows Umbra's CFO?"], at: "2024-11-26T15:00:00Z")
        _ = try acting.act(["coach", "talk", "ana", "listen", "--by", "mara"], at: "2024-11-26T15:00:00Z")
        _ = try acting.act(["praise", "ana", "a good call", "--by", "mara"], at: "2024-11-27T07:00:00Z")
        try acting.write("UPDATE milestone SET done_on = '2024-11-27' WHERE external_id = 'm3'")
        func shown(_ command: String..., at instant: String) throws -> String {
            try acting.act(command, at: instant).output
        }
        #expect(try shown("agenda", at: before).contains("Globex demo, for today"))
        #expect(try !shown("agenda", at: before).contains("kept"))
        #expect(try shown("agenda", at: after).contains("Globex demo, kept"))
        #expect(try shown("commit", "list", at: before) == "1 Ana Reis: Globex demo (Globex), today\n")
        #expect(try shown("commit", "list", at: after) == "Nothing is open.\n")
        #expect(try shown("commit", "list", "--all", at: before) == "1 Ana Reis: Globex demo (Globex), today\n")
        #expect(try shown("ask", "list", at: before) == "Nothing is open.\n")
        #expect(try shown("coach", "list", at: before) == "Nothing is noted yet.\n")
        #expect(try shown("account", "show", "globex", at: before).contains("○ Demo held, planned for"))
        #expect(try shown("account", "show", "globex", at: after).contains("✓ Demo held, done today"))
        let talk = try shown("oneonone", "ana", at: before)
        #expect(talk.contains("• a call, open") && talk.contains("• Globex demo, for today"))
        #expect(!talk.contains("a good call"))
        let later = try shown("oneonone", "ana", at: after)
        #expect(later.contains("• a call, done yesterday") && later.contains("• Globex demo, done yesterday"))
        #expect(later.contains("a good call"))
    }

    @Test("a commitment is kept, moved and dropped by number, by person, by account and by a word")
    func ends() throws {
        let acting = try Acting()
        for text in ["Globex demo", "Umbra call", "write the report"] { try acting.act("commit", "add", "ana", text) }
        let several = try acting.act("commit", "keep", "ana")
        #expect(several.code == 1)
        #expect(several.error.contains("there are 3 open of Ana Reis: name one by its number"))
        #expect(several.error.contains("2 Ana Reis: Umbra call (Umbra), today"))
        #expect(
            try acting.act("commit", "keep", "ana", "DEMO", "--by", "ana").output == "Kept: Globex demo (Ana Reis)\n")
        let refused = try acting.act("commit", "move", "2", "--to", "2024-11-30")
        #expect(refused.code == 2 && refused.error.contains("a day off for Ana Reis"), "\(refused.all)")
        #expect(try acting.act("commit", "move", "2").output == "Moved to tomorrow: Umbra call (Ana Reis)\n")
        #expect(try acting.act("commit", "drop", "ana", "report", "--because", "done by Ben").code == 0)
        #expect(
            try acting.rows(
                "SELECT due_on || moved || (kept_at IS NOT NULL) || (dropped_at IS NOT NULL) FROM commitment ORDER BY id"
            )
                == ["2024-11-26010", "2024-11-27000", "2024-11-26001"])
        #expect(try acting.act("commit", "keep", "1").error.contains("has come to its end already"))
        #expect(
            try acting.act("commit", "list", "ana").lines == ["2 Ana Reis: Umbra call (Umbra), tomorrow"])
        #expect(try acting.act("commit", "list", "--all").lines.count == 3)
        let told = try acting.rows(
            "SELECT author || ' ' || field || ' ' || ifnull(reason, '-') FROM history WHERE field = 'kept_at' OR field = 'dropped_at'"
        )
        #expect(told.first == "ana@example.com kept_at -")
        #expect(told.last?.hasSuffix("dropped_at done by Ben") == true)
    }

    @Test("an ask is answered by its account or number, by whoever --by names")
    func asks() throws {
        let acting = try Acting()
        try acting.act("ask", "add", "ana", "who has met a CFO?", "--account", "acme")
        #expect(try acting.act("ask", "answer", "acme", "I have").error.contains("who answers? --by EMAIL"))
        #expect(
            try acting.act("ask", "list").output.contains(
                "1 Ana Reis: who has met a CFO? (Acme Logistics), since today"))
        let ended = try acting.act("ask", "answer", "acme", "I have, call me", "--by", "ben@example.com")
        #expect(ended.output.contains("Ben Okafor answers: I have, call me"))
        #expect(try acting.rows("SELECT answered_by || answer FROM ask") == ["3I have, call me"])
        #expect(try acting.act("ask", "list").output == "Nothing is open.\n")
        let objects = try #require(jsonLines(try acting.act("ask", "list", "--all", "--json").output))
        #expect(objects.first?["answered_by"] as? String == "ben@example.com")
    }

    @Test("a promise is a leader's, for a rep and an account, and is kept or dropped")
    func promises() throws {
        let acting = try Acting()
        #expect(try acting.act("promise", "add", "ana", "x").error.contains("ana@example.com leads no team"))
        let ended = try acting.act(
            "promise", "add", "mara", "a word with Globex's director", "--for", "ana", "--on", "fri")
        #expect(
            ended.output == "Promise 1: Mara Holt for Ana Reis, Fri 29 Nov: a word with Globex's director (Globex)\n")
        #expect(try acting.rows("SELECT leader_id || rep_id || account_id || due_on FROM promise") == ["1222024-11-29"])
        try acting.act("promise", "keep", "mara")
        #expect(try acting.rows("SELECT kept_at IS NOT NULL FROM promise") == ["1"])
    }

    @Test("logging says what it answered, keeps what was said and takes what comes next")
    func logged() throws {
        let acting = try Acting()
        try acting.write(
            "UPDATE account SET selected_on = date('now', '-60 days') WHERE external_id = 'umbra';"
                + "INSERT INTO commitment(rep_id, account_id, text, due_on) VALUES (2, 3, 'Umbra call', date('now'))")
        let ended = try acting.sandbox.run("log", "umbra", "call", "--kept", "--commit", "send the model")
        #expect(ended.output.contains("Umbra is moving again."), "\(ended.all)")
        #expect(ended.output.contains("Kept: Umbra call"))
        #expect(ended.output.contains(": send the model"))
        #expect(
            try acting.rows("SELECT text || (kept_at IS NOT NULL) || account_id FROM commitment ORDER BY id") == [
                "Umbra call13", "send the model03",
            ])
        #expect(try !acting.sandbox.run("log", "umbra", "call").output.contains("moving again"))
        #expect(try acting.sandbox.run("log", "umbra", "call", "--on", "fri").error.contains("--on goes with --commit"))
    }
}
