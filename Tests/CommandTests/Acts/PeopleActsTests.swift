import Testing

@Suite("Acts on people and teams")
struct PeopleActsTests {
    static let cases = [
        AccountActsTests.Case(
            "person", "add", "dana@example.com", "Dana Kim", "--team", "team north", "--zone", "Europe/Paris",
            "--hours",
            "09:00-15:00", says: "Dana Kim is rep in Team North.",
            "SELECT name || role || team_id || time_zone || hours FROM person WHERE email = 'dana@example.com'",
            "Dana Kimrep1Europe/Paris09:00-15:00"),
        AccountActsTests.Case(
            "person", "leave", "ben", "--on", "fri", says: "Ben Okafor is gone from Fri 29 Nov on.",
            "SELECT left_on FROM person WHERE id = 3", "2024-11-29"),
        AccountActsTests.Case(
            "person", "leave", "mara", says: "Team North has no leader then: coachd team leader 'Team North' EMAIL",
            "SELECT left_on FROM person WHERE id = 1", "2024-11-26"),
        AccountActsTests.Case(
            "person", "away", "ana", "2024-12-21..2025-01-02",
            says: "Ana Reis is away from Sat 21 Dec until Thu 2 Jan 2025.",
            "SELECT from_on || until_on FROM away", "2024-12-212025-01-02"),
        AccountActsTests.Case(
            "person", "away", "ana", "--until", "tomorrow", "--because", "ill",
            says: "Ana Reis is away from today until tomorrow.", "SELECT from_on || until_on || reason FROM away",
            "2024-11-262024-11-27ill"),
        AccountActsTests.Case(
            "person", "zone", "ben", "Europe/Berlin", says: "Ben Okafor: Europe/Berlin.",
            "SELECT time_zone FROM person WHERE id = 3", "Europe/Berlin"),
        AccountActsTests.Case(
            "person", "hours", "ben", "10:00-16:00", "--days", "mon-thu", says: "Ben Okafor: 10:00-16:00",
            "SELECT hours || workdays FROM person WHERE id = 3", "10:00-16:00mon tue wed thu"),
        AccountActsTests.Case(
            "person", "plan", "ana", "touch=8", "research=0", says: "Ana Reis: 8 touches a day.",
            "SELECT kind || count FROM plan", "touch8"),
        AccountActsTests.Case(
            "person", "handle", "ana", "Slack-Bot", "U012AB", says: "Ana Reis is U012AB on slack-bot.",
            "SELECT platform || value FROM handle", "slack-botU012AB"),
        AccountActsTests.Case(
            "team", "deputy", "Team North", "ben", says: "Team North: deputy Ben Okafor.", "SELECT deputy_id FROM team",
            "3"),
        AccountActsTests.Case(
            "team", "aim", "north", "20 projects by summer", says: "Team North has its aim.", "SELECT aim FROM team",
            "20 projects by summer"),
        AccountActsTests.Case(
            "team", "add", "Team South", "--leader", "ben", says: "Team South is there, led by Ben Okafor.",
            "SELECT t.name || p.role || p.team_id FROM team t JOIN person p ON p.id = t.leader_id WHERE t.id = 2",
            "Team Southleader1"),
    ]

    @Test("an act says what it did and leaves its row", arguments: cases)
    func act(of one: AccountActsTests.Case) throws {
        let acting = try Acting()
        let ended = try acting.act(one.arguments)
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains(one.says), "\(ended.all)")
        #expect(try acting.rows(one.sql) == [one.row])
        #expect(try acting.rows("SELECT count(*) > 0 FROM history WHERE author IS NOT NULL") == ["1"])
    }

    @Test("one account that waits is counted as one")
    func oneWaits() throws {
        let acting = try Acting()
        try acting.write("UPDATE account SET status = 'dropped' WHERE name = 'Twin'")
        #expect(try acting.act("person", "leave", "ben").output.contains("1 account waits for somebody"))
    }

    static let refusals = [
        AccountActsTests.Refusal(
            "person", "add", "ana@example.com", "Ana", code: 1, "ana@example.com is there already"),
        AccountActsTests.Refusal("person", "add", "dana", "Dana", code: 2, "\"dana\" is not an e-mail address"),
        AccountActsTests.Refusal(
            "person", "add", "d@example.com", "Dana", "--team", "Team Nroth", code: 1, "did you mean \"Team North\"?"),
        AccountActsTests.Refusal(
            "person", "add", "d@example.com", "Dana", "--zone", "Europe/Pariss", code: 2, "did you mean Europe/Paris?"),
        AccountActsTests.Refusal("person", "back", "ana", code: 1, "Ana Reis is not away today"),
        AccountActsTests.Refusal("person", "away", "ana", "fri..wed..", code: 2, "is no span of days"),
        AccountActsTests.Refusal("person", "away", "ana", "2024-12-05..2024-12-01", code: 2, "lies before the first"),
        AccountActsTests.Refusal("person", "away", "ana", code: 2, "until when?"),
        AccountActsTests.Refusal("person", "plan", "ana", "tuoch=6", code: 2, "did you mean \"touch\"?"),
        AccountActsTests.Refusal("person", "plan", "ana", "touch", code: 2, "write KIND=COUNT"),
        AccountActsTests.Refusal("person", "hours", "ana", "17-9", code: 2, "is not"),
        AccountActsTests.Refusal("person", "handover", "ana", code: 2, "who takes them?"),
        AccountActsTests.Refusal("person", "handover", "ana", "--to", "ana", code: 2, "to the same person"),
        AccountActsTests.Refusal(
            "person", "handover", "ana", "--to", "ben", "--accounts", "Stark", code: 1,
            "Ana Reis has no account \"Stark\"\n    hint: coachd account list --rep ana@example.com shows them"),
        AccountActsTests.Refusal(
            "person", "handover", "ana", "--to", "ben", "--accounts", "Globx", code: 1,
            "Ana Reis has no account \"Globx\"; did you mean \"Globex\"?"),
        AccountActsTests.Refusal("person", "show", "bne@example.com", code: 1, "did you mean ben@example.com?"),
        AccountActsTests.Refusal("team", "add", "team north", code: 1, "Team North is there already"),
    ]

    @Test("what is not clear or not allowed is refused, and nothing changes", arguments: refusals)
    func refused(_ one: AccountActsTests.Refusal) throws {
        let acting = try Acting()
        let ended = try acting.act(one.arguments)
        #expect(ended.code == one.code, "\(ended.all)")
        #expect(ended.error.contains(one.says), "\(ended.error)")
        #expect(try acting.rows("SELECT count(*) FROM history") == ["0"])
    }

    @Test("who is back today worked yesterday's last day of leave; a leave from today is gone")
    func back() throws {
        let acting = try Acting()
        _ = try acting.act(["person", "away", "ana", "2024-11-20..2024-11-29"])
        try acting.act("person", "back", "ana")
        #expect(try acting.rows("SELECT until_on FROM away") == ["2024-11-25"])
        _ = try acting.act(["person", "away", "ana", "--until", "fri"])
        try acting.act("person", "back", "ana")
        #expect(try acting.rows("SELECT until_on FROM away") == ["2024-11-25"])
    }

    @Test(
        "who leaves is told how many accounts wait; they are handed over within the receiver's 50, the rest to the leader"
    )
    func handover() throws {
        let acting = try Acting()
        try acting.fillList()
        let left = try acting.act("person", "leave", "ana")
        #expect(left.output.contains("50 accounts wait for somebody: coachd person handover ana@example.com --to"))
        try acting.write(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 46)
              INSERT INTO account(rep_id, name) SELECT 3, 'Ben''s ' || i FROM n;
            """)
        let ended = try acting.act("person", "handover", "ana", "--to", "ben@example.com")
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains("Ben Okafor takes 2: Acme Logistics, Globex\n"))
        #expect(ended.output.contains("Mara Holt takes 48: Umbra, Twin, Busy 1"))
        #expect(
            try acting.rows("SELECT count(*) FROM account WHERE status = 'active' GROUP BY rep_id ORDER BY rep_id")
                == ["48", "50"])
        #expect(
            try acting.rows(
                "SELECT author IS NOT NULL AND reason = 'handed over from Ana Reis' FROM history WHERE field = 'rep_id' GROUP BY 1"
            )
                == ["1"])
    }

    @Test("with no room at the leader's either an account stays active on nobody's list, and the list shows it")
    func nobodyHasRoom() throws {
        let acting = try Acting()
        try acting.fillList()
        try acting.write(
            "UPDATE team SET leader_id = NULL; INSERT INTO person(email, name) VALUES ('d@example.com', 'Dana')")
        let ended = try acting.act("person", "handover", "ben", "--to", "ana", "--accounts", "stark")
        #expect(ended.output.contains("Nobody has room for 1: Stark"))
        #expect(
            try acting.rows("SELECT ifnull(rep_id, '-') || status FROM account WHERE name = 'Stark'") == ["-active"])
        #expect(try acting.act("account", "list").output.contains("On nobody's list: Stark"))
        #expect(try acting.act("account", "add", "Stark", "--rep", "d@example.com", "--fit", "x").code == 0)
    }

    @Test("several receivers get them by turns, and only the accounts that are named")
    func byTurns() throws {
        let acting = try Acting()
        try acting.act("person", "add", "dana@example.com", "Dana Kim")
        let ended = try acting.act(
            "person", "handover", "ana", "--to", "ben,dana", "--accounts", "acme, Globex,Umbra")
        #expect(ended.output.contains("Ben Okafor takes 1: Umbra"), "\(ended.all)")
        #expect(ended.output.contains("Dana Kim takes 2: Acme Logistics, Globex"))
        #expect(try acting.rows("SELECT name || rank FROM account WHERE rep_id = 2") == ["Twin1"])
    }

    @Test("what is shown of a person is who, when and what was said; --json says the same")
    func shown() throws {
        let acting = try Acting()
        try acting.act("commit", "add", "ana", "call Globex")
        let ended = try acting.act("person", "show", "ana")
        #expect(ended.lines.first == "Ana Reis <ana@example.com> · rep · Team North · 4 of 50 accounts")
        #expect(ended.output.contains("commitment 1: call Globex (Globex), today"))
        let objects = try #require(jsonLines(try acting.act("person", "list", "--json").output))
        #expect(objects.map { $0["email"] as? String } == ["mara@example.com", "ana@example.com", "ben@example.com"])
    }
}
