import Testing

@Suite("Acts on accounts")
struct AccountActsTests {
    /// An act, what it says, and a row that it leaves.
    struct Case: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var says: String
        var sql: String
        var row: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: String..., says: String, _ sql: String, _ row: String) {
            (self.arguments, self.says, self.sql, self.row) = (arguments, says, sql, row)
        }
    }

    static let cases = [
        Case(
            "account", "add", "Newco", "--rep", "ana@example.com", "--fit", "they move in May", "--industry", "rail",
            says: "Newco is number 5 of the 5 accounts of Ana Reis: they move in May",
            "SELECT rank || status || selected_on || fit_note || industry FROM account WHERE name = 'Newco'",
            "5active2024-11-26they move in Mayrail"),
        Case(
            "account", "add", "Newco", "--rep", "ana", "--fit", "x", "--selected", "2024-12-02", "--rank", "1",
            says: "number 1 of the 5 accounts of Ana Reis, selected on Mon 2 Dec",
            "SELECT group_concat(name || rank, ' ') FROM (SELECT * FROM account WHERE rep_id = 2 ORDER BY rank)",
            "Newco1 Acme Logistics2 Globex3 Umbra4 Twin5"),
        Case(
            "account", "rank", "acme", "3", says: "Acme Logistics is number 3 of the 4 accounts of Ana Reis.",
            "SELECT group_concat(name || rank, ' ') FROM (SELECT * FROM account WHERE rep_id = 2 ORDER BY rank)",
            "Globex1 Umbra2 Acme Logistics3 Twin4"),
        Case(
            "account", "drop", "umbra", "--because", "bought", says: "Umbra is dropped: bought. Ana Reis has 3 of 50.",
            "SELECT status || status_reason || ifnull(rank, '-') FROM account WHERE name = 'Umbra'", "droppedbought-"),
        Case(
            "account", "drop", "umbra", "--won", "--because", "signed", says: "Umbra is won",
            "SELECT status FROM account WHERE name = 'Umbra'", "won"),
        Case(
            "account", "swap", "Globex", "Newco", "--fit", "x", "--lost",
            says: "Newco has the place of Globex in the list of Ana Reis. Globex is lost.",
            "SELECT group_concat(name || ifnull(rank, '-'), ' ') FROM (SELECT * FROM account WHERE rep_id = 2 ORDER BY rank)",
            "Globex- Acme Logistics1 Newco2 Umbra3 Twin4"),
        Case(
            "account", "inner", "globex", "on", says: "Globex is in the inner circle of Ana Reis, which has 1 now.",
            "SELECT inner_circle FROM account WHERE name = 'Globex'", "1"),
        Case(
            "account", "next", "umb", "send the model", "--on", "fri", "--owner", "Jo",
            says: "Umbra: send the model (Jo), Fri 29 Nov.",
            "SELECT next_step || next_step_on || next_step_owner FROM account WHERE name = 'Umbra'",
            "send the model2024-11-29Jo"),
        Case(
            "account", "next", "Globex", "--clear", says: "Globex has no next step.",
            "SELECT ifnull(next_step, '-') || ifnull(next_step_on, '-') FROM account WHERE name = 'Globex'", "--"),
        Case(
            "account", "hold", "umbra", "--until", "2024-12-06", "--because", "freeze",
            says: "Umbra rests until Fri 6 Dec: freeze", "SELECT from_on || ' ' || until_on || ' ' || reason FROM hold",
            "2024-11-26 2024-12-06 freeze"),
        Case(
            "account", "threshold", "umbra", "15", says: "Umbra is stalled after 15 working days without a touch.",
            "SELECT stall_after FROM account WHERE name = 'Umbra'", "15"),
        Case(
            "account", "who", "acme", "Jonas", "--role", "champion", "--email", "j@acme.example",
            says: "Acme Logistics: Jonas Berg (champion).",
            "SELECT role || email FROM stakeholder WHERE name = 'Jonas Berg'", "championj@acme.example"),
        Case(
            "account", "who", "acme", "Jonas", "--rename", "Jonas Bergh",
            says: "Acme Logistics: Jonas Berg is now Jonas Bergh.",
            "SELECT count(*) FROM stakeholder WHERE name = 'Jonas Bergh'", "1"),
        Case(
            "account", "who", "acme", "Jonas", "--remove", "--because", "left in May",
            says: "Acme Logistics: Jonas Berg is removed.",
            "SELECT (SELECT count(*) FROM stakeholder WHERE name = 'Jonas Berg') || old_value || reason FROM history "
                + "WHERE subject = 'stakeholder' AND field = 'removed'", "0Jonas Bergleft in May"),
        Case(
            "account", "who", "umbra", "Rita Moss", "--role", "Economic Buyer",
            says: "Umbra: new, Rita Moss (economic buyer).",
            "SELECT a.name || role FROM stakeholder s JOIN account a ON a.id = account_id WHERE s.name = 'Rita Moss'",
            "Umbraeconomic buyer"),
        Case(
            "account", "know", "umbra", "pain", "trucks are late", says: "Umbra, pain and its cost: trucks are late",
            "SELECT topic || answer || known_on FROM research_item", "pain and its costtrucks are late2024-11-26"),
        Case(
            "account", "know", "umbra", "own message", "late trucks cost you", says: "Umbra has its own message",
            "SELECT own_message FROM account WHERE external_id = 'umbra'", "late trucks cost you"),
        Case(
            "account", "know", "umbra", "our insight", "two depots close", says: "Umbra has its insight",
            "SELECT insight FROM account WHERE external_id = 'umbra'", "two depots close"),
        Case(
            "account", "add", "Acme Logistic", "--rep", "ana", "--fit", "audit", "--id", "x1",
            says: "There is \"Acme Logistics\" too. If that was meant: coachd account drop 'Acme Logistic'",
            "SELECT source || external_id FROM account WHERE name = 'Acme Logistic'", "csvx1"),
        Case(
            "account", "know", "umbra", "trigger", "a new CIO", says: "Umbra has its trigger, 9 letters.",
            "SELECT trigger_event FROM account WHERE name = 'Umbra'", "a new CIO"),
        Case(
            "account", "message", "umbra", "Late trucks, refunded", says: "Umbra has its own message",
            "SELECT own_message FROM account WHERE name = 'Umbra'", "Late trucks, refunded"),
        Case(
            "account", "milestone", "umbra", "First meeting", "--due", "tomorrow",
            says: "Umbra: new milestone \"First meeting\", planned for tomorrow.",
            "SELECT due_on FROM milestone WHERE title = 'First meeting'", "2024-11-27"),
        Case(
            "account", "milestone", "acme", "cfo met", "--due", "2024-12-05",
            says: "Acme Logistics: \"CFO met\", planned for Thu 5 Dec.",
            "SELECT group_concat(due_on) FROM milestone WHERE title = 'CFO met'", "2024-12-05"),
        Case(
            "account", "milestone", "acme", "CFO m", "--done", "mon",
            says: "Acme Logistics: \"CFO met\", done yesterday.",
            "SELECT done_on FROM milestone WHERE title = 'CFO met'", "2024-11-25"),
        Case(
            "account", "milestone", "acme", "--done", "CFO met", says: "Acme Logistics: \"CFO met\", done today.",
            "SELECT done_on FROM milestone WHERE title = 'CFO met'", "2024-11-26"),
        Case(
            "account", "milestone", "acme", "CFO met", "--skip", "--because", "the CIO decides",
            says: "Acme Logistics does without \"CFO met\": the CIO decides",
            "SELECT skipped_on || skip_reason FROM milestone WHERE title = 'CFO met'", "2024-11-26the CIO decides"),
        Case(
            "account", "milestone", "globex", "Demo", "--remove",
            says: "Globex has no milestone \"Demo held\" any more.",
            "SELECT count(*) FROM milestone WHERE title = 'Demo held'", "0"),
    ]

    @Test("an act says what it did, with the date, and leaves its row", arguments: cases)
    func act(of one: Case) throws {
        let acting = try Acting()
        let ended = try acting.act(one.arguments)
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains(one.says), "\(ended.all)")
        #expect(try acting.rows(one.sql) == [one.row])
        #expect(try acting.rows("SELECT count(*) FROM history WHERE author IS NULL") == ["0"])
        #expect(try acting.rows("SELECT count(*) > 0 FROM history WHERE author <> 'import'") == ["1"])
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var code: Int32
        var says: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: String..., code: Int32, _ says: String) {
            (self.arguments, self.code, self.says) = (arguments, code, says)
        }
    }

    static let refusals = [
        Refusal("account", "hold", "acme", "--because", "x", code: 2, "a hold needs a date: --until DATE\n"),
        Refusal("account", "hold", "acme", "--until", "fri", code: 2, "a hold needs a reason: --because TEXT"),
        Refusal("account", "hold", "acme", code: 2, "a hold needs a date: --until DATE, and a reason: --because TEXT"),
        Refusal("account", "hold", "acme", "--until", "fri", "--because", " ", code: 2, "--because is empty"),
        Refusal(
            "account", "hold", "acme", "--until", "yesterday", "--because", "x", code: 2, "2024-11-25 lies before today"
        ),
        Refusal("account", "resume", "acme", code: 1, "Acme Logistics is not on hold"),
        Refusal(
            "account", "hold", "acme", "--until", "firday", "--because", "x", code: 2, "--until: \"firday\" is not"),
        Refusal("account", "drop", "acme", code: 2, "to drop an account needs a reason: --because TEXT"),
        Refusal("account", "drop", "acme", "--won", "--lost", code: 2, "--won and --lost do not go together"),
        Refusal("account", "add", "Newco", "--rep", "ana", code: 2, "--fit TEXT says why this one"),
        Refusal("account", "add", "Newco", "--fit", "x", code: 2, "--rep EMAIL, or $COACHD_REP"),
        Refusal(
            "account", "add", "globex", "--rep", "ben", "--fit", "x", code: 1,
            "Globex is one of the accounts of Ana Reis already"),
        Refusal("account", "swap", "umbra", "Newco", code: 2, "Newco is new: --fit TEXT says why this one"),
        Refusal("account", "swap", "umbra", "stark", code: 1, "Stark is one of the accounts of Ben Okafor already"),
        Refusal("account", "rank", "acme", "0", code: 2, "\"0\" is not a whole number from 1 to 50"),
        Refusal("account", "inner", "acme", "onn", code: 2, "did you mean \"on\"?"),
        Refusal("account", "next", "acme", "call", code: 2, "a next step has a date: --on DATE"),
        Refusal("account", "next", "acme", "call", "--on", "yesterday", code: 2, "2024-11-25 is over"),
        Refusal("account", "threshold", "acme", "never", code: 2, "\"never\" is not a whole number"),
        Refusal("account", "who", "acme", "Jonas", "--role", "champoin", code: 2, "did you mean \"champion\"?"),
        Refusal("account", "who", "acme", "Jonsa", "--rename", "Jonas", code: 1, "Jonas Berg"),
        Refusal("account", "who", "acme", "Jonas", "--remove", "--role", "user", code: 2, "do not go together"),
        Refusal("account", "who", "acme", "Jo", code: 1, "\"Jo\" fits several: Jonas Berg, Joan Miller"),
        Refusal("account", "know", "acme", "pian", "x", code: 2, "did you mean \"pain\"?"),
        Refusal("account", "message", "acme", "-", code: 2, "standard input is empty"),
        Refusal("account", "milestone", "acme", "CFO met", "--skip", code: 2, "to skip a milestone needs a reason"),
        Refusal("account", "milestone", "acme", "CFO mte", "--reopen", code: 1, "did you mean \"CFO met\"?"),
        Refusal(
            "account", "milestone", "acme", "CFO", "--done", code: 1, "\"CFO\" fits several: CFO met, CFO convinced"),
        Refusal("account", "milestone", "acme", "CFO met", "--done", "tomorrow", code: 2, "still to come"),
        Refusal("account", "milestone", "acme", "x", "--due", "fri", "--remove", code: 2, "do not go together"),
        Refusal("account", "show", "Globx", code: 1, "there is no account \"Globx\"; did you mean \"Globex\"?"),
        Refusal("account", "show", "T", code: 1, "\"T\" fits several accounts: Twin (twin1), Twin (twin2)"),
        Refusal("account", "hodl", "acme", code: 2, "did you mean coachd account hold?"),
        Refusal(
            "account", "drop", "acme", "--because", "x", "--by", "anna@example.com", code: 1,
            "did you mean ana@example.com?"),
    ]

    @Test("what is not clear or not allowed is refused with what to do, and nothing changes", arguments: refusals)
    func refused(_ one: Refusal) throws {
        let acting = try Acting()
        let ended = try acting.act(one.arguments)
        #expect(ended.code == one.code, "\(ended.all)")
        #expect(ended.error.contains(one.says), "\(ended.error)")
        #expect(ended.output.isEmpty)
        #expect(try acting.rows("SELECT count(*) FROM history") == ["0"])
    }

    @Test("a new title that is nearly another's is added, and the other is named")
    func nearTitle() throws {
        let acting = try Acting()
        let ended = try acting.act("account", "milestone", "acme", "CFO mte", "--due", "fri")
        #expect(ended.output.contains("new milestone \"CFO mte\", planned for Fri 29 Nov."))
        #expect(ended.output.contains("There is \"CFO met\" too."))
        #expect(ended.output.contains("coachd account milestone 'Acme Logistics' 'CFO mte' --remove"))
    }

    @Test("a milestone that was done is open again after --reopen, with its new date")
    func reopened() throws {
        let acting = try Acting()
        try acting.act("account", "milestone", "acme", "CFO met", "--done")
        try acting.act("account", "milestone", "acme", "CFO met", "--reopen", "--due", "2024-12-05")
        #expect(
            try acting.rows("SELECT ifnull(done_on, '-') || due_on FROM milestone WHERE title = 'CFO met'")
                == ["-2024-12-05"])
    }

    @Test("a hold that is resumed ended yesterday; one that began today is gone; a second hold moves the end")
    func resumed() throws {
        let acting = try Acting()
        let hold = ["account", "hold", "umbra", "--because", "freeze", "--until"]
        _ = try acting.act(hold + ["2024-12-06"], at: "2024-11-20T10:00:00Z")
        _ = try acting.act(hold + ["2024-12-13"])
        #expect(try acting.rows("SELECT from_on || until_on FROM hold") == ["2024-11-202024-12-13"])
        try acting.act("account", "resume", "umbra")
        #expect(try acting.rows("SELECT from_on || until_on FROM hold") == ["2024-11-202024-11-25"])
        _ = try acting.act(hold + ["fri"])
        #expect(try acting.rows("SELECT count(*) FROM hold") == ["2"])
        try acting.act("account", "resume", "umbra")
        #expect(try acting.rows("SELECT until_on FROM hold") == ["2024-11-25"])
    }

    @Test("tomorrow is tomorrow where the account's rep is")
    func zones() throws {
        let acting = try Acting()
        // Wednesday in London, still Tuesday in New York.
        for account in ["acme", "stark"] {
            _ = try acting.act(
                ["account", "next", account, "call", "--on", "tomorrow"], at: "2024-11-27T02:00:00Z")
        }
        #expect(
            try acting.rows(
                "SELECT next_step_on FROM account WHERE external_id IN ('acme', 'stark') ORDER BY name") == [
                    "2024-11-28", "2024-11-27",
                ])
    }

    @Test("an account that was dropped comes back with its history, on another's list too")
    func backAgain() throws {
        let acting = try Acting()
        try acting.act("account", "drop", "globex", "--because", "quiet")
        let ended = try acting.act("account", "add", "Globex", "--rep", "ben", "--fit", "they called")
        #expect(ended.output.contains("Globex is again number 3 of the 3 accounts of Ben Okafor"))
        #expect(try acting.rows("SELECT count(*) FROM account WHERE name = 'Globex'") == ["1"])
        #expect(
            try acting.rows("SELECT rep_id || status || ifnull(status_reason, '-') FROM account WHERE name = 'Globex'")
                == ["3active-"])
    }

    @Test("a text on standard input is taken where the text is -")
    func fromInput() throws {
        let acting = try Acting()
        let ended = try acting.sandbox.run(
            program: "/bin/sh",
            ["-c", "printf 'Late trucks,\\nrefunded\\n' | '\(Coachd.path)' account message umbra -"])
        #expect(ended.code == 0, "\(ended.all)")
        #expect(try acting.rows("SELECT own_message FROM account WHERE name = 'Umbra'") == ["Late trucks,\nrefunded"])
    }

    @Test("who acts is --by, else $COACHD_REP, else the user of the system")
    func author() throws {
        let acting = try Acting()
        let environment = ["COACHD_REP": "ben@example.com"]
        _ = try acting.act(["account", "inner", "acme", "on", "--by", "mara"], environment: environment)
        _ = try acting.act(["account", "inner", "acme", "off"], environment: environment)
        try acting.act("account", "inner", "acme", "on", "--because", "deep plan")
        let authors = try acting.rows("SELECT author || ' ' || ifnull(reason, '-') FROM history ORDER BY id")
        #expect(authors.prefix(2) == ["mara@example.com -", "ben@example.com -"])
        #expect(authors.last?.hasSuffix(" deep plan") == true)
        #expect(authors.last?.hasPrefix("ben") == false)
        for (caller, reason) in [("daemon", "called by sudo"), ("nobody-of-this-name", "no such user")] {
            _ = try acting.act(
                ["account", "inner", "acme", "off", "--because", reason], environment: ["SUDO_USER": caller])
            try acting.act("account", "inner", "acme", "on")
        }
        let callers = try acting.rows("SELECT author || ' ' || reason FROM history WHERE reason LIKE '%s%u%'")
        #expect(callers.contains("daemon called by sudo") && !callers.contains { $0.hasPrefix("nobody") }, "\(callers)")
    }
}
