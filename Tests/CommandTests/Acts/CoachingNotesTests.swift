import Testing

@Suite("Coaching notes")
struct CoachingNotesTests {
    private static let secret = "brave words about Globex"

    private static func noted() throws -> Acting {
        let acting = try Acting()
        for kind in ["talk", "support", "one-to-one"] {
            let ended = try acting.act("coach", kind, "ana", secret, "--by", "mara@example.com")
            #expect(ended.code == 0, "\(ended.all)")
            #expect(!ended.output.contains("brave"))
        }
        return acting
    }

    @Test("a talk, support and a one-to-one are noted, each for leader, rep and account")
    func rows() throws {
        let acting = try Self.noted()
        #expect(
            try acting.rows("SELECT leader_id || rep_id || account_id || kind || note FROM coaching_note ORDER BY id")
                == [
                    "122talk\(Self.secret)", "122support\(Self.secret)", "122one-to-one\(Self.secret)",
                ])
    }

    @Test(
        "nothing that prints shows a note to anybody but the two",
        arguments: [
            ["coach", "list"], ["coach", "list", "ana", "--json"], ["account", "show", "globex"],
            ["account", "show", "globex", "--json"], ["person", "show", "ana"], ["person", "show", "ana", "--json"],
            ["account", "list"], ["commit", "list", "--all"], ["ask", "list"], ["promise", "list"],
        ])
    func isPrivate(_ command: [String]) throws {
        let acting = try Self.noted()
        let knowsReader =
            ["coach", "account", "person"].contains(command[0]) && command[1] != "list" || command[0] == "coach"
        for reader in [[], ["--by", "ben@example.com"]] where reader.isEmpty || knowsReader {
            let ended = try acting.act(command + reader)
            #expect(ended.code == 0, "\(ended.all)")
            #expect(!ended.all.contains("brave"), "\(command)")
        }
        #expect(try !acting.act(command, environment: ["COACHD_REP": "ana@example.com"]).all.contains("brave"))
    }

    @Test("the two read them, where --by names one of them")
    func shown() throws {
        let acting = try Self.noted()
        for reader in ["mara@example.com", "ana@example.com"] {
            #expect(try acting.act("coach", "list", "ana", "--by", reader).output.contains(Self.secret))
            #expect(try acting.act("account", "show", "globex", "--by", reader).output.contains(Self.secret))
        }
    }

    @Test("history never has them, not even that there are some")
    func history() throws {
        let acting = try Self.noted()
        for command in [["history"], ["history", "globex"], ["history", "ana", "--json"]] {
            #expect(try !acting.act(command).all.contains("brave"))
        }
        #expect(try acting.rows("SELECT count(*) FROM history") == ["0"])
    }

    @Test("only a leader coaches, support is for an account, and nobody coaches himself")
    func refused() throws {
        let acting = try Acting()
        #expect(
            try acting.act("coach", "talk", "ana", "x", "--by", "ben").error.contains("ben@example.com leads no team"))
        #expect(try acting.act("coach", "support", "ana", "x").error.contains("support is for an account"))
        #expect(try acting.act("coach", "talk", "mara", "x").error.contains("cannot be both"))
    }

    @Test("praise is a highlight that the leader said")
    func praise() throws {
        let acting = try Acting()
        let ended = try acting.act("praise", "ana", "the Globex note was to the point")
        #expect(ended.output == "Mara Holt to Ana Reis on Globex: the Globex note was to the point\n")
        #expect(
            try acting.rows("SELECT rep_id || account_id || on_date || leader_id || note FROM highlight") == [
                "222024-11-261the Globex note was to the point"
            ])
    }
}
