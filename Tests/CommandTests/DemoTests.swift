import Testing

@Suite("demo")
struct DemoTests {
    @Test("it needs nothing, tells the week of the thesis and ends with what to do next")
    func week() throws {
        let sandbox = try Sandbox()
        let ended = try sandbox.run("demo")
        #expect(ended.code == 0)
        #expect(ended.error.isEmpty)
        for text in [
            "Huddle · Team North · Mon 23 Nov", "Highlights", "Support today", "Last five days", "The 50s",
            "Good morning Ana.", "Today's plan: ", "Ana, 14:30: ",
            "America/New_York",
        ] { #expect(ended.output.contains(text), "\(text)") }
        #expect(ended.lines.suffix(4).contains { $0.contains("coachd init") })
        #expect(ended.lines.last?.contains("coachd serve") == true)
        #expect(!ended.output.contains("\u{1B}"))
        #expect(try sandbox.names().allSatisfy { $0.hasPrefix(".") }, "nothing is written")
    }

    @Test("a stall is noticed, answered and thanked for, in this order")
    func stall() throws {
        let output = try Sandbox().run("demo").output
        let noticed = try #require(output.range(of: "10 working days since the call with Petra"))
        let answered = try #require(
            output.range(
                of: """
                    Ana writes: 2 called petra: the rotterdam audit comes first
                    ┃ Noted: call with Petra Lind, Globex, today 11:20.
                    """, range: noticed.upperBound..<output.endIndex))
        #expect(
            output.range(of: "Globex is moving again: a call with Petra", range: answered.upperBound..<output.endIndex)
                != nil)
    }

    @Test("who comes along to a meeting is logged, and the next agenda tells what it brought")
    func buyer() throws {
        let output = try Sandbox().run("demo").output
        let met = try #require(output.range(of: "brings Ruth Vane along"))
        let agenda = try #require(
            output.range(of: "Huddle · Team North · Thu 26 Nov", range: met.upperBound..<output.endIndex))
        let after = output[agenda.upperBound...]
        #expect(after.contains("• Ana reached \"CFO met\" at Acme Logistics."))
        #expect(!after.contains("Acme Logistics · Ana ·") && !after.contains("No economic buyer is among"))
    }

    @Test("it is the same twice")
    func twice() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("demo").output == sandbox.run("demo").output)
    }

    @Test("--all shows every message whole")
    func all() throws {
        let sandbox = try Sandbox()
        let (some, all) = (try sandbox.run("demo"), try sandbox.run("demo", "--all"))
        #expect(all.code == 0)
        #expect(all.lines.count > some.lines.count * 2)
        #expect(!all.output.contains("(1 item"))
    }

    @Test("no built-in message says what coachd never says")
    func tone() throws {
        let output = try Sandbox().run("demo", "--all").output.lowercased()
        for word in ["quota", "target", "attainment", "forecast", "overdue", "failed", " must ", "underperform", "!"] {
            #expect(!output.contains(word), "\(word)")
        }
    }
}
