import Foundation
import Testing

@Suite("What is refused, with what to do about it")
struct RefusalTests {
    struct Case: CustomTestStringConvertible {
        let line: String
        let code: Int32
        let says: String
        /// Run before.
        var first: String?

        var testDescription: String { line }
        var arguments: [String] { Self.words(of: line) }
        var firstArguments: [String]? { first.map(Self.words) }

        private static func words(of line: String) -> [String] {
            line.split(separator: "'").enumerated().flatMap { place, part in
                place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
        }
    }

    @Test(
        "a line that cannot be meant so",
        arguments: [
            Case(line: "log Acme call --when 1969-01-01T00:00:00Z", code: 2, says: "is long over"),
            Case(
                line: "person handle ana@example.com slack-bott U1", code: 2, says: "did you mean \"slack-bot\"?"),
            Case(line: "person handle ana@example.com slack-bot C0GENERAL", code: 2, says: "begins with U or W"),
            Case(line: "person handle ana@example.com telegram @ana", code: 2, says: "expected a number"),
            Case(line: "person handle ana@example.com matrix @ana:x", code: 2, says: "not the user"),
            Case(line: "person handle ana@example.com discord-bot ana", code: 2, says: "behind /channels/@me/"),
            Case(line: "person handle ana@example.com mattermost-bot @ana", code: 2, says: "26 letters and digits"),
            Case(line: "person handle ana@example.com nextcloud @ana", code: 2, says: "behind /call/"),
            Case(line: "person handle ana@example.com ntfy ntfy.sh/ana", code: 2, says: "own topic"),
            Case(
                line: "person handle ana@example.com matrix !a:x", code: 1, says: "Ben Okafor is !a:x on matrix",
                first: "person handle ben@example.com matrix !a:x"),
            Case(line: "effect --resume quiet", code: 1, says: "are not off in Team North"),
            Case(
                line: "commit add ana 'Acme demo' --on sun", code: 2, says: "Sun 1 Dec is a day off for Ana Reis"),
            Case(
                line: "commit add ben 'Stark demo'", code: 1, says: "Ben Okafor has left by then",
                first: "person leave ben@example.com --on 2024-11-25"),
            Case(
                line: "account who Acme 'Cleo Abel' --rename petra", code: 1, says: "Acme Logistics has petra already",
                first: "account who Acme Petra --role user"),
            Case(
                line: "log Umbra call --rep ana@example.com --who Zoe", code: 1,
                says: "coachd account who Umbra Zoe adds it"),
            Case(line: "log Umbra call --note it went well", code: 2, says: "quotes: --note \"it went …\""),
            Case(line: "commit add ana Acme demo", code: 2, says: "of several words goes in quotes"),
            Case(
                line: "account milestone Acme 'CFO met' --done 24/11/2024", code: 2,
                says: "a date is 2026-11-27, today"),
            Case(line: "person away ana 2024-12-24 2025-01-02", code: 2, says: "one word, FROM..UNTIL"),
            Case(line: "person handover ana ben", code: 2, says: "stands behind --to"),
            Case(line: "account milestone Globex CFO --done", code: 1, says: "Globex has no milestone \"CFO\""),
            Case(line: "account milestone Acme 'CFO mat' --done", code: 1, says: "did you mean \"CFO met\"?"),
            Case(line: "account know Acme 'own mesage' x", code: 2, says: "did you mean \"own message\"?"),
            Case(line: "account know Acme people x", code: 2, says: "coachd account who"),
            Case(
                line: "account add Hooli --rep ana --fit x --id acme", code: 1,
                says: "Acme Logistics has the external id"),
            Case(line: "effect --team Nrth", code: 1, says: "did you mean \"Team North\"?"),
            Case(line: "import .", code: 1, says: "did you mean ./csv?"),
            Case(line: "outbox lst", code: 2, says: "did you mean list?"),
            Case(line: "outbox list --channel nosuch", code: 1, says: "there is no channel \"nosuch\""),
        ])
    func refused(_ each: Case) throws {
        let sandbox = try Company.sandbox()
        _ = try sandbox.run("account", "who", "Acme", "Cleo Abel", "--role", "user", "--at", Company.at)
        func dated(_ arguments: [String]) -> [String] {
            ["outbox", "log", "effect", "import"].contains(arguments[0]) ? arguments : arguments + ["--at", Company.at]
        }
        if let first = each.firstArguments { #expect(try sandbox.run(dated(first)).code == 0) }
        let ended = try sandbox.run(dated(each.arguments))
        #expect(ended.code == each.code, "\(ended.all)")
        #expect(ended.error.contains(each.says), "\(ended.all)")
    }

    @Test("a span of weekdays is one week, also where the first of them is further off than the last")
    func weekdays() throws {
        // A Tuesday.
        let ended = try Company.sandbox().run("person", "away", "ana@example.com", "fri..wed", "--at", Company.at)
        #expect(ended.output.contains("from Fri 29 Nov until Wed 4 Dec"), "\(ended.all)")
    }

    @Test("a wrong word of outbox is told also where there is no store")
    func withoutStore() throws { #expect(try Sandbox().run("outbox", "lst").code == 2) }
    @Test(
        "what standard output does not take is told and ends with 1",
        arguments: [["check", "--print-defaults"], ["--help"], ["agenda", "--at", Company.morning]])
    func fullOutput(arguments: [String]) throws {
        let sandbox = try Company.sandbox()
        let output = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let ended = try sandbox.start(arguments, output: output).ended()
        #expect(ended.code == 1 && ended.error.contains("not all could be written to standard output"), "\(ended.all)")
    }

    @Test("a file that may not grow further is told as an error, not by a signal")
    func fileSizeLimit() throws {
        let sandbox = try Sandbox()
        let ended = try sandbox.run(
            program: "/bin/sh", ["-c", "ulimit -f 100; exec \"$0\" init team", Coachd.path])
        #expect(ended.isExit && ended.code == 1)
        #expect(ended.error.contains("team/coachd.db cannot be opened"), "\(ended.all)")
    }
}
