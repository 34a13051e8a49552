import Foundation
import SQLite
import Testing

@Suite("outbox and send-test")
struct OutboxTests {
    /// A store with three messages: one that waits, one that is held, one that was delivered.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Company.sandbox()
        let store = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        try store.execute(
            """
            INSERT INTO message(id, kind, person_id, on_date, composed_at, text, body)
              SELECT n, 'morning', (SELECT id FROM person WHERE name = 'Ana Reis'), '2024-11-26', 1732609200,
                     'Good morning ' || n, '{}' FROM (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3);
            INSERT INTO outbox(id, message_id, channel, key, not_before, next_attempt_at, expires_at, state, ended_at, frozen,
                               held, attempts)
              VALUES (1, 1, 'reps', 'a', 1732609200, 4000000000, 4100000000, 'queued', NULL, 0, 0, 2),
                     (2, 2, 'reps', 'b', 1732609200, 1732609200, 4100000000, 'queued', NULL, 1, 1, 1),
                     (3, 3, 'leads', 'c', 1732609200, 1732609200, 4100000000, 'delivered', 1732609300, 0, 0, 1);
            INSERT INTO attempt(outbox_id, at, verdict, status, detail, platform_id)
              VALUES (1, 1732609205, 'later', 503, 'HTTP 503: busy', NULL), (3, 1732609300, 'delivered', 200, NULL, '17.4');
            """)
        return sandbox
    }

    @Test("list shows what waits, and with --all what has ended, also through one channel")
    func list() throws {
        let sandbox = try sandbox()
        let open = try sandbox.run("outbox", "list")
        #expect(open.code == 0 && open.lines.count == 2)
        #expect(
            open.output.contains("1  morning for Ana Reis through reps, waits until ")
                && open.output.contains("HTTP 503: busy"))
        #expect(open.output.contains("2  morning for Ana Reis through reps, held, it may have arrived (1 try)"))
        #expect(try sandbox.run("outbox", "list", "--all").lines.count == 3)
        #expect(
            try sandbox.run("outbox", "list", "--channel", "leads").output
                == "Nothing waits. --all shows what has ended.\n")
        let rows = try #require(jsonLines(try sandbox.run("outbox", "list", "--all", "--json").output))
        #expect(rows.map { $0["state"] as? String } == ["queued", "queued", "delivered"])
        #expect(rows.map { $0["to"] as? String } == Array(repeating: "ana@example.com", count: 3))
    }

    @Test("show tells each try and the text")
    func show() throws {
        let sandbox = try sandbox()
        let shown = try sandbox.run("outbox", "show", "3")
        #expect(shown.output.contains("delivered 200, there it is 17.4") && shown.output.contains("  Good morning 3"))
        let missing = try sandbox.run("outbox", "show", "9")
        #expect(missing.code == 1 && missing.error.contains("there is no message 9 in the outbox"))
    }

    @Test("retry lets a message go now, drop ends it, and neither touches what has ended")
    func steer() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("outbox", "retry", "2").output == "message 2 is let go, marked as a possible repeat\n")
        #expect(try sandbox.run("outbox", "drop", "2").output == "message 2 is dropped\n")
        let ended = try sandbox.run("outbox", "retry", "3")
        #expect(ended.code == 1 && ended.error.contains("message 3 has ended: delivered"))
        #expect(
            try sandbox.run("outbox", "retry", "--channel", "reps").output == "1 messages through \"reps\" are let go\n"
        )
        #expect(try sandbox.run("outbox", "drop", "--channel", "reps").code == 0)
        #expect(try sandbox.run("outbox", "drop", "--channel", "reps").code == 1)
        let store = try Database(path: sandbox.file("coachd.db"), mode: .readOnly)
        let states = try store.query("SELECT state || ' ' || ifnull(reason, '') FROM outbox ORDER BY id") { $0.text(0) }
        #expect(states == ["dropped dropped by the operator", "dropped dropped by the operator", "delivered "])
    }

    @Test("retry queues again what ended in vain while its time is not over")
    func revive() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("outbox", "drop", "1").code == 0)
        let again = try sandbox.run("outbox", "retry", "1")
        #expect(
            again.code == 0 && again.output == "message 1 had ended (dropped) and is queued again\n", "\(again.all)")
        let store = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        #expect(try store.first("SELECT state || wanted FROM outbox WHERE id = 1") { $0.text(0) } == "queued1")
        try store.execute(
            "UPDATE outbox SET state = 'expired', ended_at = 1732609300, expires_at = 1732609300 WHERE id = 2")
        let over = try sandbox.run("outbox", "retry", "2")
        #expect(over.code == 1 && over.error.contains("comes up again by itself"), "\(over.all)")
    }

    @Test(
        "what was on its way when a daemon was killed can be steered before the next one starts",
        arguments: ["drop", "retry"])
    func interrupted(verb: String) throws {
        let sandbox = try sandbox()
        let store = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        try store.execute("UPDATE outbox SET state = 'sending' WHERE id = 1")
        let ended = try sandbox.run("outbox", verb, "1")
        #expect(ended.code == 0, "\(ended.all)")
        #expect(
            try store.first("SELECT state || frozen FROM outbox WHERE id = 1") { $0.text(0) }
                == (verb == "drop" ? "dropped1" : "queued1"))
        #expect(
            try store.first("SELECT verdict FROM attempt WHERE outbox_id = 1 ORDER BY id DESC") { $0.text(0) }
                == "interrupted")
    }

    @Test("a lock that cannot be looked at is told: whether something is on its way is not known then")
    func brokenLock() throws {
        let sandbox = try sandbox()
        try FileManager.default.createDirectory(
            atPath: sandbox.file("coachd.db-lock"), withIntermediateDirectories: false)
        let ended = try sandbox.run("outbox", "drop", "--channel", "reps")
        #expect(ended.code == 1 && ended.error.contains("coachd.db-lock cannot be opened"), "\(ended.all)")
    }

    @Test(
        "what is asked wrongly is answered with 2",
        arguments: [
            ["outbox", "lst"], ["outbox", "show"], ["outbox", "retry", "x"],
            ["outbox", "retry", "1", "--channel", "a"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try sandbox().start(arguments).ended().code == 2)
    }

    @Test("a channel that reaches each person alone asks for whom the test is, who is found by name")
    func sendTestTo() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            """
            store = "coachd.db"
            [channels.mail]
            type = "email"
            server = "smtp://127.0.0.1:9"
            from = "coachd@example.com"
            [channels.own]
            type = "file"
            path = "own.jsonl"
            """)
        let room = try sandbox.run("send-test", "mail")
        #expect(room.code == 1 && room.error.contains("hint: or --to EMAIL"), "\(room.all)")
        #expect(try sandbox.run("send-test", "own", "--to", "ana").code == 0)
        #expect(sandbox.read("own.jsonl").contains("ana@example.com"))
        #expect(try sandbox.run("send-test", "own", "--to", "anna").error.contains("did you mean"))
    }

    @Test("send-test says what came back: taken, refused or nobody there")
    func sendTest() throws {
        let sandbox = try Sandbox()
        try sandbox.write("url", "http://127.0.0.1:9/hook")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: sandbox.file("url"))
        try sandbox.write(
            "coachd.toml",
            """
            [channels.own]
            type = "file"
            path = "own.jsonl"
            [channels.hook]
            type = "webhook"
            url = { file = "url" }
            [channels.other]
            type = "slack"
            url = { credential = "other" }
            """)
        let taken = try sandbox.run("send-test", "own", "--to", "ana@example.com")
        #expect(taken.code == 0 && taken.output.contains("The test message was taken by \"own\"."))
        #expect(sandbox.read("own.jsonl").contains("ana@example.com"))
        let nobody = try sandbox.run("send-test", "hook")
        #expect(
            nobody.code == 1 && nobody.error.contains("\"hook\": not taken now: no connection: refused or unreachable"))
        #expect(!nobody.all.contains("127.0.0.1:9/hook") && !nobody.error.contains("proxy"))
        let through = try sandbox.run("send-test", "hook", environment: ["http_proxy": "http://u:pw@127.0.0.1:9"])
        #expect(
            through.error.contains("the proxy that $http_proxy names") && !through.all.contains("pw"), "\(through.all)")
        let unknown = try sandbox.run("send-test", "hok")
        #expect(unknown.code == 1 && unknown.error.contains("did you mean \"hook\"?"))
        #expect(try !sandbox.names().contains("coachd.db"))
    }
}
