import Testing

@Suite("A full list")
struct FullListTests {
    @Test("the 51st account is refused with those that would best give way, why, and the command that swaps")
    func refused() throws {
        let acting = try Acting()
        try acting.fillList()
        let ended = try acting.act("account", "add", "New & Co", "--rep", "ana", "--fit", "it's time")
        #expect(ended.code == 1)
        #expect(ended.error.contains("the rep has 50 active accounts already: close or drop one first"))
        let lines = ended.error.split(separator: "\n").map(String.init)
        #expect(lines.count == 6, "\(ended.error)")
        #expect(
            lines[2].contains("Idle: no touch since it was selected on Mon 2 Sep, no next step, number 50 of the list"))
        #expect(lines[3].contains("Acme Logistics: last touch on Fri 8 Nov, no next step, number 1 of the list"))
        #expect(lines[4].contains("Umbra: last touch on Fri 15 Nov, no next step"))
        #expect(lines[5].hasSuffix("coachd account swap Idle 'New & Co' --fit 'it'\\''s time'"))
        #expect(try acting.rows("SELECT count(*) FROM account WHERE name = 'New & Co'") == ["0"])
    }

    @Test("the proposed command does it, in one step")
    func proposed() throws {
        let acting = try Acting()
        try acting.fillList()
        let refusal = try acting.act("account", "add", "New & Co", "--rep", "ana", "--fit", "it's time").error
        let line = try #require(refusal.split(separator: "\n").last)
        let command = String(line.drop { $0 == " " })
        let ended = try acting.sandbox.run(
            program: "/bin/sh", ["-c", command.replacing("coachd", with: "'\(Coachd.path)'") as String])
        #expect(ended.code == 0, "\(ended.all)")
        #expect(
            try acting.rows("SELECT name || rank FROM account WHERE rep_id = 2 AND status = 'active' AND rank = 50")
                == ["New & Co50"])
        #expect(try acting.rows("SELECT count(*) FROM account WHERE rep_id = 2 AND status = 'active'") == ["50"])
        #expect(try acting.rows("SELECT status FROM account WHERE name = 'Idle'") == ["dropped"])
    }

    @Test("what rests and the inner circle are not proposed")
    func kept() throws {
        let acting = try Acting()
        try acting.fillList()
        try acting.act("account", "hold", "Idle", "--until", "fri", "--because", "x")
        try acting.act("account", "inner", "acme", "on")
        let ended = try acting.act("account", "add", "Newco", "--rep", "ana", "--fit", "x")
        #expect(!ended.error.contains("Idle"))
        #expect(!ended.error.contains("Acme"))
        #expect(ended.error.contains("coachd account swap Umbra Newco --fit x"))
    }

    @Test("an inner circle of more than ten is refused, with how to make room")
    func innerCircle() throws {
        let acting = try Acting()
        try acting.fillList()
        try acting.write("UPDATE account SET inner_circle = 1 WHERE name LIKE 'Busy %' AND rank < 15")
        let ended = try acting.act("account", "inner", "acme", "on")
        #expect(ended.code == 1)
        #expect(ended.error.contains("Ana Reis's inner circle has 10 accounts"))
        #expect(ended.error.contains("coachd account inner ACCOUNT off makes room"))
    }
}
