import Foundation
import SQLite
import Testing

@Suite("status")
struct StatusTests {
    /// A store whose channels worked at ten; the clock of the tests is at four.
    private func sandbox(_ rows: String = "") throws -> Sandbox {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[channels.leads]\ntype = \"slack\"\nurl = { credential = \"leads\" }\n[routes]\nleader = \"leads\"\n"
        )
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            """
            INSERT INTO message(id, kind, on_date, composed_at, text, body)
              VALUES (1, 'huddle', '2024-11-26', 1732615200, '', ''), (2, 'huddle', '2024-11-26', 1732615200, '', '');
            INSERT INTO outbox(id, message_id, channel, key, not_before, next_attempt_at, expires_at, state, ended_at)
              VALUES (1, 1, 'leads', 'a', 1732615200, 1732615200, 1732640000, 'delivered', 1732615200);
            \(rows)
            """)
        return sandbox
    }

    private static let waiting = """
        INSERT INTO outbox(id, message_id, channel, key, not_before, next_attempt_at, expires_at)
          VALUES (2, 2, 'leads', 'b', 1732632000, 1732640000, 1732650000);
        """

    @Test("without a daemon it ends with 1 and says so, and what it tells can be read by programs")
    func alone() throws {
        let sandbox = try sandbox()
        let ended = try sandbox.run("status", "--at", Company.at)
        #expect(ended.code == 1)
        #expect(ended.output.contains("daemon: none\n") && ended.output.contains("\ntrouble: no daemon serves "))
        #expect(
            ended.output.contains("channel leads: last delivery 2024-11-26T10:00:00Z, nothing waits"), "\(ended.all)")
        #expect(
            ended.output.contains("next huddle: Wednesday ")
                && ended.output.contains("2024-11-27 08:40 (Europe/London), Team North"))
        let object = try #require(jsonLines(try sandbox.run("status", "--json", "--at", Company.at).output)?.first)
        #expect(object["ok"] as? Bool == false && object["pid"] is NSNull)
        #expect((object["next_nudge"] as? [String: Any])?["who"] as? String == "Ben Okafor")
        #expect(object["latest_activity_at"] as? String == "2024-11-25T15:00:00Z")
    }

    @Test("with a daemon and nothing that waits it ends with 0, and names the process")
    func served() throws {
        let sandbox = try sandbox()
        try sandbox.write("coachd.toml", "store = \"coachd.db\"\n")
        let daemon = try sandbox.start(["serve"])
        #expect(eventually { daemon.error.contains("serving ") })
        let ended = try sandbox.run("status")
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains("daemon: process \(daemon.process.processIdentifier) serves since 20"))
        #expect(daemon.terminated().code == 0)
        #expect(try sandbox.run("status").code == 1)
    }

    @Test(
        "a slot that passed while a daemon is there and left no trace is trouble, and so is a zone that cannot be read")
    func overdue() throws {
        let sandbox = try sandbox()
        try sandbox.write("coachd.toml", "store = \"coachd.db\"\n")
        let daemon = try sandbox.start(["serve"])
        #expect(eventually { daemon.error.contains("serving ") })
        // A Tuesday at ten in London: the huddle was at 08:40.
        let ended = try sandbox.run("status", "--at", "2035-11-27T10:00:00Z")
        #expect(ended.code == 1)
        #expect(
            ended.output.contains("trouble: the huddle of Team North was due at 2035-11-27T08:40:00Z"), "\(ended.all)")
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        database.setBusyTimeout(milliseconds: 10_000)
        try database.execute("UPDATE team SET time_zone = 'Europe/Lodnon'")
        let unread = try sandbox.run("status", "--at", "2035-11-27T10:00:00Z")
        #expect(unread.output.contains("next huddle: none\n"), "\(unread.output)")
        #expect(unread.output.contains("trouble: Team North (team): "), "\(unread.output)")
        #expect(!unread.output.contains("trouble: the "), "\(unread.output)")
        #expect(eventually { daemon.error.contains("Team North (team): ") })
        #expect(daemon.terminated().code == 0)
    }

    @Test("a channel that took nothing five times in a row is trouble, with the reason of the last try")
    func blocked() throws {
        let sandbox = try sandbox(
            Self.waiting + """
                INSERT INTO attempt(outbox_id, at, verdict, detail)
                  SELECT 2, 1732632000 + value, 'later', 'HTTP 503: busy' FROM json_each('[1, 2, 3, 4, 5]');
                """)
        let ended = try sandbox.run("status", "--at", Company.at)
        #expect(
            ended.output.contains("trouble: channel leads takes nothing since 2024-11-26T14:40:01Z: HTTP 503: busy"))
        #expect(ended.output.contains("channel leads: takes nothing, last delivery "), "\(ended.all)")
    }

    @Test("a message that waits for more than an hour after its turn is trouble, one that waits for less is not")
    func waits() throws {
        let sandbox = try sandbox(Self.waiting)
        let late = try sandbox.run("status", "--at", Company.at)
        #expect(
            late.output.contains("trouble: channel leads: a message waits since 2024-11-26T14:40:00Z"), "\(late.all)")
        let soon = try sandbox.run("status", "--at", "2024-11-26T15:00:00Z")
        #expect(soon.output.contains("1 message waits, the first since 2024-11-26T14:40:00Z"))
        #expect(!soon.output.contains("trouble: channel"))
    }
}
