import Foundation
import SQLite
import Testing

@Suite("oneonone, effect and what findings shows of leaders")
struct LeaderCommandTests {
    private static let friday = "1732276800"

    /// The sample team with an ask, a promise, a commitment and notes.
    private static func sandbox() throws -> Sandbox {
        let sandbox = try Company.sandbox()
        let database = try Database(path: sandbox.file("coachd.db"))
        try database.execute(
            """
            INSERT INTO ask(rep_id, account_id, text, asked_at)
              SELECT rep_id, id, 'who has met a CFO?', \(friday) FROM account WHERE external_id = 'acme';
            INSERT INTO promise(leader_id, rep_id, text, due_on, made_at) SELECT m.id, a.id, 'call the CFO', '2024-11-25',
              \(friday) FROM person m, person a WHERE m.email LIKE 'mara%' AND a.email LIKE 'ana%';
            INSERT INTO commitment(rep_id, account_id, text, due_on, made_at)
              SELECT rep_id, id, 'send the offer', '2024-11-22', \(friday) FROM account WHERE external_id = 'globex';
            INSERT INTO coaching_note(leader_id, rep_id, kind, at, note) SELECT m.id, a.id, 'one-to-one', 1731664800,
              'listen longer' FROM person m, person a WHERE m.email LIKE 'mara%' AND a.email LIKE 'ana%';
            """)
        return sandbox
    }

    @Test("findings lists what the leader owes, as text and as JSON Lines")
    func findings() throws {
        let sandbox = try Self.sandbox()
        let text = try sandbox.run("findings", "--at", Company.at, "--rep", "mara@example.com").output
        #expect(text.hasPrefix("Mara Holt · leader · Tue 26 Nov, 16:00\n"))
        #expect(text.contains("  ask-open              Acme Logistics · Ana Reis · 1 working day\n"))
        #expect(text.contains("  promise-open          Ana Reis · 0 working days\n"))
        #expect(text.contains("  coaching-debt-rep     Ana Reis · 6 working days\n"))
        let json = try sandbox.run("findings", "--json", "--at", Company.at, "--team", "Team North").output
        let ask = try #require(jsonLines(json)?.first { $0["kind"] as? String == "ask-open" })
        #expect(ask["leader"] as? String == "mara@example.com")
        #expect(ask["person"] as? String == "ana@example.com")
        #expect(ask["account"] as? String == "acme")
        #expect(
            try !sandbox.run("findings", "--at", Company.at, "--rep", "ana@example.com").output.contains("ask-open"))
    }

    @Test("nudges shows the leader's own message, and --weekly his line")
    func nudges() throws {
        let sandbox = try Self.sandbox()
        let nudges = try sandbox.run("nudges", "--at", "2024-11-26T09:00:00Z", "--rep", "mara@example.com").output
        #expect(nudges.hasPrefix("Mara, Tue 26 Nov: for you alone, after the huddle.\n"))
        #expect(nudges.contains("You told Ana: \"call the CFO\", for yesterday."))
        let weekly = try sandbox.run("nudges", "--weekly", "--at", "2024-11-29T16:00:00Z").output
        #expect(weekly.hasPrefix("The week of Team North · Fri 29 Nov\n"))
    }

    @Test("a one-to-one has both's promises, praise, what to explore and the notes, in 40 lines at most")
    func oneOnOne() throws {
        let sandbox = try Self.sandbox()
        let ended = try sandbox.run("oneonone", "ana@example.com", "--by", "ana@example.com", "--at", Company.at)
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.hasPrefix("One-to-one · Mara and Ana · last time Fri 15 Nov\n"))
        for text in [
            "\nMara said\n• call the CFO, open, it was for yesterday\n",
            "\nAna said\n• send the offer (Globex), open, it was for Fri 22 Nov\n", "\nTo praise\n", "\nTo explore\n",
            "• Acme Logistics", "\nSince then, between the two of you\n• Fri 15 Nov: listen longer\n",
        ] { #expect(ended.output.contains(text), "\(text) in \(ended.output)") }
        #expect(ended.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
        let json = try sandbox.run("oneonone", "ana@example.com", "--json", "--at", Company.at).output
        let object = try #require(jsonLines(json)?.first)
        #expect((object["promises"] as? [[String: Any]])?.first?["text"] as? String == "call the CFO")
        #expect((object["explore"] as? [Any])?.isEmpty == false)
    }

    @Test("praise carries its day, and what is open is explored although coachd never looked before")
    func unseen() throws {
        let sandbox = try Self.sandbox()
        let database = try Database(path: sandbox.file("coachd.db"))
        try database.execute(
            """
            INSERT INTO milestone(account_id, title, done_on) SELECT id, 'Demo held', '2024-11-21' FROM account
              WHERE external_id = 'globex';
            """)
        let sheet = try sandbox.run("oneonone", "ana@example.com", "--at", Company.at).output
        #expect(sheet.contains("• \"Demo held\" at Globex, Thu 21 Nov\n"), "\(sheet)")
        #expect(sheet.contains(": No next step since the call on Fri 15 Nov."), "\(sheet)")
    }

    @Test("the words of notes are shown to whom of the two --by names, and to nobody else")
    func privateNotes() throws {
        let sandbox = try Self.sandbox()
        for form in [[], ["--json"]] {
            func shown(_ more: [String], environment: [String: String] = [:]) throws -> Bool {
                let ended = try sandbox.run(
                    ["oneonone", "ana@example.com", "--at", Company.at] + form + more, environment: environment)
                #expect(ended.code == 0 && ended.output.contains(form.isEmpty ? "Fri 15 Nov" : "2024-11-15"))
                return ended.output.contains("listen longer")
            }
            #expect(try !shown([]))
            let other = try sandbox.run(
                ["oneonone", "ana@example.com", "--at", Company.at, "--by", "ben@example.com"] + form)
            #expect(
                other.code == 1 && other.output.isEmpty && other.error.contains("mara@example.com and ana@example.com"))
            #expect(try !shown([], environment: ["COACHD_REP": "mara@example.com"]))
            #expect(try shown(["--by", "mara@example.com"]) && shown(["--by", "ana@example.com"]))
        }
    }

    @Test(
        "who has no one-to-one is told why",
        arguments: [
            ("mara@example.com", "leads the team"), ("anna@example.com", "did you mean ana@example.com?"),
        ])
    func nobody(email: String, expected: String) throws {
        let ended = try Company.sandbox().run("oneonone", email)
        #expect(ended.code == 1)
        #expect(ended.error.contains(expected))
    }

    @Test("the way back from a silence names the team where there are several")
    func effectOfSeveral() throws {
        let acting = try Acting()
        try acting.act("team", "add", "Team South")
        let off = try acting.act("effect", "--quiet", "quiet", "--team", "north")
        #expect(off.output.contains("coachd effect --resume quiet --team 'Team North'"), "\(off.all)")
        #expect(try acting.act("effect", "--resume", "quiet", "--team", "Team North").code == 0)
    }

    @Test("effect silences a kind and says it again; what cannot be gets the nearest")
    func effect() throws {
        let sandbox = try Self.sandbox()
        #expect(try sandbox.run("effect").output.contains("Nothing was mentioned long enough ago to say."))
        let off = try sandbox.run("effect", "--quiet", "generic-message", "--at", "2024-11-25T10:00:00Z")
        #expect(off.code == 0)
        #expect(off.output.contains("No more messages about generic text in Team North; the next agenda says so."))
        #expect(try sandbox.run("effect").output.contains("  generic-message: off\n"))
        let agenda = try sandbox.run("agenda", "--at", Company.morning).output
        #expect(
            agenda.contains(
                "Messages about generic text are off since yesterday (coachd effect --resume generic-message)."))
        #expect(try sandbox.run("effect", "--resume", "generic-message").code == 0)
        #expect(try !sandbox.run("effect").output.contains("off"))
        let near = try sandbox.run("effect", "--quiet", "generic-mesage")
        #expect(near.code == 2 && near.error.contains("did you mean generic-message?"))
        #expect(try sandbox.run("effect", "--quiet", "quiet", "--resume", "quiet").code == 2)
    }
}
