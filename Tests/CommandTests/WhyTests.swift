import Foundation
import SQLite
import Testing

@Suite("why")
struct WhyTests {
    @Test("an account's finding is explained by its rows, its count, its threshold and what would end it")
    func account() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("why", "acme", "--at", Company.at)
        #expect(ended.code == 0, "\(ended.all)")
        for line in [
            "Acme Logistics (acme) · Ana Reis · Tue 26 Nov, 16:00 (Europe/London)", "\nstalled\n",
            "activity 1 \"t1\": call with Jonas (user), Fri 8 Nov 10:00, by Ana Reis",
            "11 whole working days from Mon 11 Nov through Mon 25 Nov; not counted: Sat/Sun",
            "10 working days, from the default", "not recorded yet: `coachd serve` opens it at its next look",
            "\nmilestone-near · CFO met\n", "milestone 1 \"m1\": \"CFO met\", due Thu 28 Nov, no activity names it",
        ] {
            #expect(ended.output.contains(line), "\(line)\n\(ended.output)")
        }
    }

    @Test("what is nearly found says what keeps it from being found")
    func near() throws {
        let ended = try Company.sandbox().run("why", "Globex", "--at", Company.at)
        #expect(ended.code == 0)
        #expect(ended.output.contains("next-step-passed: from Mon 2 Dec, if the step of Fri 29 Nov has no new date"))
    }

    @Test("a person's report has his day, his accounts and his slots, by e-mail, name or first name")
    func person() throws {
        let sandbox = try Company.sandbox()
        for name in ["ana@example.com", "Ana Reis", "ana"] {
            let ended = try sandbox.run("why", name, "--at", Company.at)
            #expect(ended.code == 0, "\(ended.all)")
            #expect(ended.output.contains("Ana Reis (ana@example.com), rep · Tue 26 Nov, 16:00 (Europe/London)"))
            #expect(ended.output.contains("activity-missing · touch"))
            #expect(ended.output.contains("Acme Logistics: stalled (11 working days), "))
        }
    }

    @Test("--json is one object with the same")
    func json() throws {
        let ended = try Company.sandbox().run("why", "acme", "--json", "--at", Company.at)
        let object = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
        let findings = try #require(object?["findings"] as? [[String: Any]])
        #expect(findings.first?["kind"] as? String == "stalled")
        let rows = try #require(findings.first?["rows"] as? [[String: Any]])
        #expect(rows.first?["table"] as? String == "activity")
        #expect(rows.first?["external_id"] as? String == "t1")
    }

    @Test("what was said, what became of it and what comes next is told once coachd runs")
    func said() throws {
        let sandbox = try Company.sandbox()
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        try database.execute(
            """
            INSERT INTO finding(id, kind, rep_id, account_id, days, opened_at, opened_on)
              SELECT 7, 'stalled', rep_id, id, 11, unixepoch('2024-11-25 09:00'), '2024-11-25' FROM account
              WHERE external_id = 'acme';
            INSERT INTO message(id, kind, person_id, on_date, composed_at, text, body)
              SELECT 3, 'morning', rep_id, '2024-11-25', unixepoch('2024-11-25 09:00'), '', '{}' FROM account
              WHERE external_id = 'acme';
            INSERT INTO message_item(message_id, position, finding_id, kind, account_id, state, rung, on_date, to_rep)
              SELECT 3, 0, 7, 'stalled', id, 'new', 1, '2024-11-25', 1 FROM account WHERE external_id = 'acme';
            INSERT INTO outbox(message_id, channel, state, key, not_before, next_attempt_at, expires_at, ended_at)
              VALUES (3, 'reps', 'delivered', 'k', 0, 0, 0, unixepoch('2024-11-25 09:01'));
            """)
        let ended = try sandbox.run("why", "acme", "--at", Company.at)
        for line in [
            "open since  Mon 25 Nov 09:00 (finding 7)",
            "morning of Mon 25 Nov for Ana Reis (message 3), stalled, new: delivered Mon 25 Nov 09:01 through reps",
            "next        again from Wed 27 Nov, 2 working days after the first time",
        ] {
            #expect(ended.output.contains(line), "\(line)\n\(ended.output)")
        }
    }

    @Test("what a leader owes is explained with whom it is about, and when it is said next or why not")
    func leader() throws {
        let sandbox = try Company.sandbox()
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        try database.execute(
            """
            INSERT INTO ask(id, rep_id, account_id, text, asked_at)
              SELECT 5, rep_id, id, 'who has met a CFO?', unixepoch('2024-11-21 10:00') FROM account WHERE external_id = 'acme';
            INSERT INTO finding(id, kind, rep_id, account_id, person_id, subject_id, days, opened_at, opened_on)
              SELECT 8, 'ask-open', m.id, a.id, a.rep_id, 5, 1, unixepoch('2024-11-25 09:00'), '2024-11-25'
              FROM account a, person m WHERE a.external_id = 'acme' AND m.email LIKE 'mara%';
            INSERT INTO finding(id, kind, rep_id, person_id, days, opened_at, opened_on)
              SELECT 9, 'coaching-debt-rep', m.id, b.id, 6, unixepoch('2024-11-25 09:00'), '2024-11-25'
              FROM person b, person m WHERE b.email LIKE 'ben%' AND m.email LIKE 'mara%';
            INSERT INTO finding(kind, rep_id, person_id, opened_at, opened_on)
              SELECT 'highlight-due', m.id, b.id, unixepoch('2024-11-27 09:00'), '2024-11-27'
              FROM person b, person m WHERE b.email LIKE 'ben%' AND m.email LIKE 'mara%';
            INSERT INTO message(id, kind, person_id, on_date, composed_at, text, body)
              SELECT 3, 'morning', id, '2024-11-25', unixepoch('2024-11-25 09:00'), '', '{}' FROM person WHERE email LIKE 'mara%';
            INSERT INTO message_item(message_id, position, finding_id, kind, state, rung, on_date, to_rep)
              VALUES (3, 0, 8, 'ask-open', 'new', 1, '2024-11-25', 1);
            """)
        let ended = try sandbox.run("why", "mara", "--at", Company.at)
        #expect(ended.code == 0, "\(ended.all)")
        for line in [
            "\nask-open · Acme Logistics · Ana Reis\n", "ask 5: what it is about", "resolved by an answer",
            "open since  Mon 25 Nov 09:00 (finding 8)",
            "morning of Mon 25 Nov for Mara Holt (message 3), ask-open, new",
            "next        again from Wed 27 Nov\n", "\ncoaching-debt-rep · Ben Okafor\n",
            "next        in the next morning message that has a place for it\n",
        ] {
            #expect(ended.output.contains(line), "\(line)\n\(ended.output)")
        }
        // It was opened later than the instant asked for.
        #expect(!ended.output.contains("highlight-due"))
        try database.execute("INSERT INTO quieted(kind, team_id) VALUES ('coaching-debt-rep', 1)")
        let json = try sandbox.run("why", "mara", "--json", "--at", Company.at).output
        let findings = try #require(jsonLines(json)?.first?["findings"] as? [[String: Any]])
        let debt = findings.first { $0["kind"] as? String == "coaching-debt-rep" }
        #expect(debt?["person"] as? String == "Ben Okafor")
        #expect(debt?["next"] as? String == "nothing: messages about this kind are off")
    }

    @Test("a threshold that nobody lives to see is no trouble", arguments: ["9223372036854775807", "1000000000"])
    func hugeThreshold(days: String) throws {
        let sandbox = try Company.sandbox()
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            "UPDATE account SET stall_after = \(days); UPDATE plan SET count = \(days); UPDATE account SET rank = \(days)"
        )
        for command in [["why", "acme"], ["why", "ana"], ["account", "show", "acme"], ["findings"]] {
            let ended = try sandbox.run(command + ["--at", Company.at])
            #expect(ended.code == 0, "\(ended.all)")
        }
    }

    @Test("a name that is none, or that several have, is told with the nearest or with all of them")
    func names() throws {
        let sandbox = try Company.sandbox()
        let unknown = try sandbox.run("why", "Acme Logistiks")
        #expect(unknown.code == 1)
        #expect(
            unknown.error.contains(
                "there is no account and no person \"Acme Logistiks\"; did you mean \"Acme Logistics\"?"))
        #expect(try sandbox.run("why", "anna@example.com").error.contains("did you mean \"ana@example.com\"?"))
        #expect(try sandbox.run("why", "ma").error.isEmpty, "only Mara begins so")
        #expect(try sandbox.run("why", "Glo", "--at", Company.at).output.hasPrefix("Globex (globex)"))
        #expect(try sandbox.run("why", "Twin").error.contains("there are several accounts \"Twin\""))
    }
}
