import Foundation
import Glibc
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
        // A Tuesday at ten in London. What the daemon dealt with at the hour of this test is missing since its next day, else the huddle.
        let ended = try sandbox.run("status", "--at", "2035-11-27T10:00:00Z")
        #expect(ended.code == 1)
        #expect(ended.output.contains("was due at 2035-11-2"), "\(ended.all)")
        #expect(ended.output.contains("Z and was not dealt with"), "\(ended.all)")
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        database.setBusyTimeout(milliseconds: 10_000)
        try database.execute("UPDATE team SET time_zone = 'Europe/Lodnon'")
        let unread = try sandbox.run("status", "--at", "2035-11-27T10:00:00Z")
        #expect(unread.output.contains("next huddle: none\n"), "\(unread.output)")
        #expect(unread.output.contains("trouble: Team North (team): "), "\(unread.output)")
        #expect(!unread.output.contains("trouble: the huddle"), "\(unread.output)")
        #expect(eventually { daemon.error.contains("Team North (team): ") })
        #expect(daemon.terminated().code == 0)
    }

    @Test(
        "a configuration that was edited and not read anew is trouble, and so is one that was refused, until a good reload"
    )
    func configuration() throws {
        let sandbox = try sandbox()
        let manager = try NotifySocket(sandbox.file("notify"))
        let (good, other, bad) = (
            "store = \"coachd.db\"\n[work]\nholidays = [\"off.ics\"]\n", "store = \"coachd.db\"\n", "[wrok]\n"
        )
        let calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"
        try sandbox.write("coachd.toml", good)
        try sandbox.write("off.ics", calendar)
        let daemon = try sandbox.start(["serve"], environment: ["NOTIFY_SOCKET": sandbox.file("notify")])
        #expect(eventually { daemon.error.contains("serving ") })
        func trouble() throws -> [Substring] {
            let ended = try sandbox.run("status", "--store", "coachd.db", "--config", "coachd.toml")
            let lines = ended.lines.filter { $0.hasPrefix("trouble: ") }
            #expect(ended.code == (lines.isEmpty ? 0 : 1), "\(ended.all)")
            return lines
        }
        #expect(try trouble().isEmpty)
        try sandbox.write("off.ics", calendar + "\n")
        #expect(try trouble().first?.contains("/off.ics is not as the daemon read it") == true)
        try sandbox.write("off.ics", calendar)
        try sandbox.write("coachd.toml", other)
        #expect(try trouble().first?.contains("/coachd.toml is not as the daemon read it") == true)
        try sandbox.write("coachd.toml", bad)
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(eventually { daemon.error.contains("the configuration stays as it was") })
        #expect(eventually { manager.hasReceived("STATUS=the last reload was refused") }, "\(manager.messages)")
        try sandbox.write("coachd.toml", good)
        #expect(try trouble().first?.contains("the daemon refused the configuration") == true)
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(eventually { daemon.error.contains("was read anew") })
        #expect(try eventually { try trouble().isEmpty })
        #expect(
            manager.messages.last { $0.contains("STATUS=") }?.contains("STATUS=1 team") == true, "\(manager.messages)")
        try sandbox.write("own.toml", other)
        let elsewhere = try sandbox.run("status", "--config", "own.toml")
        #expect(elsewhere.code == 1 && elsewhere.output.contains("this looks by "), "\(elsewhere.all)")
        #expect(daemon.terminated().code == 0)
    }

    @Test("what a daemon tells of itself beside its lock is told at once, and one of an older version tells nothing")
    func told() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            "coachd.db-lock",
            "77\n{\"since\":1732600000,\"sources\":[],\"refused_at\":null,\"trouble\":\"database or disk is full\"}\n")
        let descriptor = open(sandbox.file("coachd.db-lock"), O_RDWR)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let full = try sandbox.run("status", "--at", Company.at)
        #expect(full.output.contains("daemon: process 77 serves since 2024-11-26T05:46:40Z, by no configuration file"))
        #expect(full.output.contains("trouble: the daemon cannot use the store: database or disk is full"))
        #expect(full.output.contains("trouble: the daemon runs without a configuration, and "), "\(full.all)")
        #expect(ftruncate(descriptor, 3) == 0)
        let old = try sandbox.run("status", "--at", Company.at)
        #expect(
            old.output.contains("daemon: process 77 serves since 20") && !old.output.contains("trouble: the daemon"))
    }

    @Test("working times that cannot be read are trouble, as they are to check")
    func unreadTimes() throws {
        let sandbox = try sandbox()
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            "UPDATE person SET workdays = 'tue-thur', hours = '9 to 5' WHERE email = 'ana@example.com'")
        let ended = try sandbox.run("status", "--at", Company.at)
        for what in ["working days", "working hours"] {
            #expect(ended.output.contains("trouble: ana@example.com (person): \(what): "), "\(ended.all)")
        }
    }

    @Test("the next nudge is one that is to come: who only leads hears what is owed, once a day")
    func nextNudge() throws {
        let sandbox = try sandbox()
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            "UPDATE person SET role = 'observer' WHERE email <> 'mara@example.com'")
        let ended = try sandbox.run("status", "--at", "2024-11-26T10:00:00Z")
        #expect(
            ended.output.contains("next nudge: Wednesday 2024-11-27 09:00 (Europe/London), Mara Holt"), "\(ended.all)")
    }

    @Test("of a damaged store it says what the others say, and --json is an object all the same")
    func damaged() throws {
        let sandbox = try sandbox()
        let file = try FileHandle(forUpdating: URL(filePath: sandbox.file("coachd.db")))
        let size = try file.seekToEnd()
        for page in stride(from: UInt64(4096), to: size, by: 4096) {
            try file.seek(toOffset: page)
            try file.write(contentsOf: Data(repeating: 0x5A, count: 200))
        }
        try file.close()
        let ended = try sandbox.run("status", "--json")
        #expect(ended.code == 1 && ended.error.contains("is damaged (") && ended.error.contains("the last backup"))
        let object = try #require(jsonLines(ended.output)?.first)
        #expect(object["ok"] as? Bool == false)
        #expect((object["trouble"] as? [String])?.first?.contains("is damaged (") == true, "\(ended.all)")
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
