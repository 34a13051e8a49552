import Foundation
import Glibc
import SQLite
import Testing

@Suite("serve")
struct ServeTests {
    /// A team that works at every hour of every day in UTC, with one account that nobody touched for a month.
    private static func sandbox(_ configuration: String = "") throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[work]\ndays = \"mon-sun\"\nhours = \"00:00-24:00\"\n\(configuration)")
        try sandbox.write("teams.csv", "name,leader\nTeam North,mara@example.com\n")
        try sandbox.write(
            "people.csv",
            "email,name,role,team\nmara@example.com,Mara Holt,leader,Team North\nana@example.com,Ana Reis,rep,Team North\n"
        )
        try sandbox.write("accounts.csv", "external_id,rep,name,selected_on\nacme,ana@example.com,Acme,2024-01-08\n")
        let ended = try sandbox.run("import", "teams.csv", "people.csv", "accounts.csv")
        guard ended.code == 0 else { throw Company.Surprise(text: ended.all) }
        return sandbox
    }

    private static func serving(
        _ sandbox: Sandbox, more: [String] = [], environment: [String: String] = [:]
    ) throws -> Running {
        let daemon = try sandbox.start(["serve"] + more, environment: environment)
        let isUp = eventually { daemon.error.contains("serving ") || !daemon.process.isRunning }
        guard isUp, daemon.process.isRunning else { throw Company.Surprise(text: daemon.error) }
        return daemon
    }

    private func count(_ sandbox: Sandbox, _ sql: String) throws -> Int {
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readOnly)
        database.setBusyTimeout(milliseconds: 5000)
        return try database.first("SELECT count(*) FROM \(sql)") { $0.int(0) } ?? 0
    }

    private func isResolved(_ sandbox: Sandbox) throws -> Bool {
        try count(sandbox, "finding WHERE kind = 'stalled' AND resolved_at IS NOT NULL") == 1
    }

    @Test("SIGTERM and SIGINT end it with 0", arguments: [SIGTERM, SIGINT])
    func signals(number: Int32) throws {
        let sandbox = try Self.sandbox()
        let daemon = try Self.serving(sandbox)
        kill(daemon.process.processIdentifier, number)
        let ended = daemon.ended()
        #expect(ended.isExit)
        #expect(ended.code == 0, "\(ended.error)")
        #expect(ended.error.contains("stopping"))
    }

    @Test("a second daemon on the same store is refused with 1, and serves once the first has gone")
    func twice() throws {
        let sandbox = try Self.sandbox()
        let first = try Self.serving(sandbox)
        let second = try sandbox.run("serve")
        #expect(second.code == 1)
        #expect(
            second.error.contains("is served by another coachd (process \(first.process.processIdentifier)) already"))
        #expect(first.process.isRunning)
        // Killed outright: the lock goes with the process.
        kill(first.process.processIdentifier, SIGKILL)
        _ = first.ended()
        let third = try Self.serving(sandbox)
        #expect(third.terminated().code == 0)
    }

    @Test("a second daemon on the same store by another name is refused as well")
    func linked() throws {
        let sandbox = try Self.sandbox()
        let first = try Self.serving(sandbox)
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.file("link.db"), withDestinationPath: sandbox.file("coachd.db"))
        let second = try sandbox.run("serve", "--store", "link.db")
        #expect(second.code == 1 && second.error.contains("is served by another coachd"), "\(second.all)")
        #expect(first.terminated().code == 0)
        // Through the link alone it serves, and notices what is written.
        let third = try Self.serving(sandbox, more: ["--store", "link.db"])
        let ended = third.terminated()
        #expect(ended.code == 0 && !ended.error.contains("no inotify"), "\(ended.error)")
    }

    @Test(
        "a store that is replaced, moved away or restored over itself while it is served ends the daemon with 1, in words",
        arguments: [
            "mv new.db coachd.db", "mv coachd.db moved.db", "cat new.db > coachd.db; rm coachd.db-wal coachd.db-shm",
        ])
    func replaced(command: String) throws {
        let sandbox = try Self.sandbox()
        #expect(try sandbox.run("backup", "new.db").code == 0)
        let copy = FileManager.default.contents(atPath: sandbox.file("new.db"))
        let daemon = try Self.serving(sandbox, environment: ["WATCHDOG_USEC": "2000000"])
        #expect(try sandbox.run(program: "/bin/sh", ["-c", command]).code == 0)
        let ended = daemon.ended()
        #expect(ended.code == 1 && ended.error.contains("was moved away or replaced"), "\(ended.error)")
        // What was put in its place is as it was put there.
        if command.contains("new.db") {
            #expect(FileManager.default.contents(atPath: sandbox.file("coachd.db")) == copy)
        }
    }

    @Test("what was in flight at the last end is taken up as soon as a program that held the store lets go of it")
    func recovered() throws {
        let sandbox = try Self.sandbox()
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        try database.execute(
            """
            INSERT INTO message(id, kind, on_date, composed_at, text, body) VALUES (1, 'team', '2024-01-08', 0, '', '');
            INSERT INTO outbox(id, message_id, channel, key, not_before, next_attempt_at, expires_at, state)
            VALUES (1, 1, 'gone', 'old', 0, 0, 4000000000, 'sending');
            BEGIN IMMEDIATE
            """)
        let daemon = try Self.serving(sandbox)
        #expect(eventually { daemon.error.contains("another program is writing to the store for long") })
        #expect(try count(sandbox, "attempt WHERE verdict = 'interrupted'") == 0)
        try database.execute("COMMIT")
        #expect(try eventually { try count(sandbox, "attempt WHERE verdict = 'interrupted'") == 1 }, "\(daemon.error)")
        let ended = daemon.terminated()
        #expect(ended.error.contains("1 message was in flight when coachd last ended"), "\(ended.error)")
    }

    /// Runs coachd as a user who owns nothing here.
    private static func runAsNobody(_ sandbox: Sandbox, _ arguments: String...) throws -> Ended {
        try sandbox.run(
            program: "/usr/bin/setpriv",
            ["--reuid=65534", "--regid=65534", "--clear-groups", Coachd.path] + arguments)
    }

    private static let mayBecomeNobody = geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0

    @Test(
        "a store that only others may write is refused with 1, and whose it is",
        .enabled(if: mayBecomeNobody, "only root can become somebody else"))
    func foreignOwner() throws {
        let sandbox = try Self.sandbox()
        for (path, mode) in [(sandbox.path, 0o777), (sandbox.file("coachd.db"), 0o444)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        let ended = try Self.runAsNobody(sandbox, "serve")
        #expect(ended.code == 1 && ended.error.contains("it can only be read"), "\(ended.error)")
        #expect(ended.error.contains("belongs to root with mode 0444"), "\(ended.error)")
        // In a folder that is closed as well SQLite cannot even read it.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sandbox.path)
        let status = try Self.runAsNobody(sandbox, "status")
        #expect(status.code == 1 && status.error.contains("run it as the owner"), "\(status.all)")
    }

    @Test(
        "when root has served a store of another user, that user may serve it again",
        .enabled(if: mayBecomeNobody, "only root can become somebody else"))
    func rootBefore() throws {
        let sandbox = try Self.sandbox()
        for path in [sandbox.path, sandbox.file("coachd.db")] { #expect(chown(path, 65534, 65534) == 0) }
        #expect(try Self.serving(sandbox).terminated().code == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.file("coachd.db-lock"))
        #expect(attributes[.ownerAccountID] as? Int == 65534)
    }

    @Test(
        "the service manager hears READY, STATUS, WATCHDOG and STOPPING, at a path and at an abstract name",
        arguments: [false, true])
    func notify(isAbstract: Bool) throws {
        let sandbox = try Self.sandbox()
        let name = isAbstract ? "@\(sandbox.path.dropFirst())/notify" : sandbox.file("notify")
        let manager = try NotifySocket(name)
        let daemon = try Self.serving(sandbox, environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "2000000"])
        #expect(eventually { manager.hasReceived("READY=1") })
        #expect(manager.messages.first?.hasPrefix("EXTEND_TIMEOUT_USEC=") == true)
        #expect(manager.hasReceived("STATUS=1 team, 2 people"), "\(manager.messages)")
        #expect(eventually { manager.hasReceived("WATCHDOG=1") })
        #expect(daemon.terminated().code == 0)
        #expect(manager.hasReceived("STOPPING=1"))
    }

    @Test("a service whose store is missing makes an empty one, and says aloud that nobody is in it until somebody is")
    func empty() throws {
        let sandbox = try Sandbox()
        let manager = try NotifySocket(sandbox.file("notify"))
        let daemon = try Self.serving(
            sandbox, environment: ["STATE_DIRECTORY": sandbox.path, "NOTIFY_SOCKET": sandbox.file("notify")])
        #expect(daemon.error.contains("a new, empty store was made"))
        #expect(daemon.error.contains("nobody is in the store"))
        #expect(eventually { manager.hasReceived("STATUS=nobody is in the store") }, "\(manager.messages)")
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        database.setBusyTimeout(milliseconds: 10_000)
        try database.execute("INSERT INTO person(email, name) VALUES ('ana@example.com', 'Ana Reis')")
        #expect(eventually { manager.hasReceived("STATUS=0 teams, 1 person") }, "\(manager.messages)")
        #expect(daemon.terminated().code == 0)
    }

    @Test(
        "a schema that somebody alters beside it stops its work, in STATUS and in words, until it is mended",
        arguments: [
            (
                "CREATE TRIGGER evil AFTER UPDATE ON person BEGIN UPDATE account SET status = 'dropped'; END",
                "DROP TRIGGER evil", "evil is not part of coachd's schema"
            ),
            (
                "PRAGMA legacy_alter_table = ON; ALTER TABLE deaf RENAME TO aside",
                "PRAGMA legacy_alter_table = ON; ALTER TABLE aside RENAME TO deaf",
                "the table deaf of coachd is gone. Nothing was written. Stop coachd"
            ),
        ])
    func altered(sql: String, undo: String, words: String) throws {
        let sandbox = try Self.sandbox()
        let manager = try NotifySocket(sandbox.file("notify"))
        let daemon = try Self.serving(
            sandbox, environment: ["NOTIFY_SOCKET": sandbox.file("notify"), "WATCHDOG_USEC": "2000000"])
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        database.setBusyTimeout(milliseconds: 10_000)
        try database.execute(sql)
        #expect(
            eventually {
                manager.messages.contains { $0.hasPrefix("STATUS=cannot use the store: ") && $0.contains(words) }
            },
            "\(manager.messages) \(daemon.error)")
        #expect(daemon.error.contains(words))
        // What a slot or a delivery writes would run it.
        try database.execute("INSERT INTO team(name) VALUES ('Team South'); DELETE FROM team WHERE name = 'Team South'")
        #expect(try count(sandbox, "account WHERE status = 'dropped'") == 0)
        let status = try sandbox.run("status")
        #expect(status.code == 1 && status.error.contains(words), "\(status.all)")
        try database.execute(undo)
        #expect(
            eventually { manager.messages.last { $0.hasPrefix("STATUS") } == "STATUS=1 team, 2 people" },
            "\(manager.messages)")
        #expect(daemon.terminated().error.contains("working again"))
    }

    @Test("what ended in vain is counted, and one is one")
    func expired() throws {
        let sandbox = try Self.sandbox(
            "[channels.log]\ntype = \"file\"\npath = \"said.jsonl\"\n[channels.old]\ntype = \"file\"\npath = \"old.jsonl\"\n"
        )
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            """
            INSERT INTO message(id, kind, on_date, composed_at, text, body) SELECT value, 'team', '2024-01-08', 0, '', ''
              FROM json_each('[1, 2, 3]');
            INSERT INTO outbox(message_id, channel, key, not_before, next_attempt_at, expires_at)
              VALUES (1, 'log', 'a', 0, 0, 9), (2, 'old', 'b', 0, 0, 9), (3, 'old', 'c', 0, 0, 9);
            """)
        let daemon = try Self.serving(sandbox)
        #expect(
            eventually {
                daemon.error.contains("1 team message for \"log\" could not be delivered in its time and is dropped")
            },
            "\(daemon.error)")
        #expect(
            daemon.error.contains("2 team messages for \"old\" could not be delivered in their time and are dropped"),
            "\(daemon.error)")
        #expect(daemon.terminated().code == 0)
    }

    @Test("a channel that takes nothing stands in STATUS with what waits for it")
    func blockedChannel() throws {
        let sandbox = try Self.sandbox(
            "[channels.log]\ntype = \"file\"\npath = \"missing/said.jsonl\"\n[routes]\nleader = \"log\"\n[huddle]\nat = \"00:00\"\nlate_until = \"23:59:59\"\n"
        )
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        // It failed as often as it takes, when coachd last ran.
        try database.execute(
            """
            INSERT INTO message(id, kind, on_date, composed_at, text, body) VALUES (1, 'team', '2024-01-08', 0, '', '');
            INSERT INTO outbox(id, message_id, channel, key, not_before, next_attempt_at, expires_at, state, ended_at)
            VALUES (1, 1, 'log', 'old', 0, 0, 0, 'expired', 0);
            INSERT INTO attempt(outbox_id, at, verdict, detail)
            SELECT 1, value, 'later', 'HTTP 500' FROM json_each('[1, 2, 3, 4, 5]');
            """)
        let manager = try NotifySocket(sandbox.file("notify"))
        let daemon = try Self.serving(sandbox, environment: ["NOTIFY_SOCKET": sandbox.file("notify")])
        #expect(
            eventually {
                manager.messages.contains {
                    $0.hasPrefix("STATUS=channel log takes nothing since ") && $0.contains("; 1 team")
                        // On a Friday evening the line of the week waits as well.
                        && ($0.contains(", 1 message waits") || $0.contains(", 2 messages wait"))
                }
            }, "\(manager.messages) \(daemon.error)")
        #expect(daemon.terminated().code == 0)
    }

    @Test("a row that another connection inserts while it serves resolves the finding")
    func otherWriter() throws {
        let sandbox = try Self.sandbox()
        let daemon = try Self.serving(sandbox)
        #expect(try eventually { try count(sandbox, "finding WHERE kind = 'stalled' AND resolved_at IS NULL") == 1 })
        let database = try Database(path: sandbox.file("coachd.db"), mode: .readWrite)
        database.setBusyTimeout(milliseconds: 10_000)
        try database.execute(
            "INSERT INTO activity(person_id, account_id, kind, direction) SELECT rep_id, id, 'call', 'two-way' FROM account"
        )
        #expect(try eventually { try isResolved(sandbox) }, "\(daemon.error)")
        #expect(daemon.terminated().code == 0)
    }

    private static let sqlite: String? = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].first(
        where: FileManager.default.isExecutableFile)

    @Test("so does the sqlite3 shell", .enabled(if: sqlite != nil, "the sqlite3 shell is not installed"))
    func shell() throws {
        let sandbox = try Self.sandbox()
        let daemon = try Self.serving(sandbox)
        #expect(try eventually { try count(sandbox, "finding WHERE kind = 'stalled'") == 1 })
        let sql =
            ".timeout 10000\nINSERT INTO activity(person_id, account_id, kind) SELECT rep_id, id, 'call' FROM account;"
        let ended = try sandbox.run(
            program: try #require(Self.sqlite), ["coachd.db"] + sql.split(separator: "\n").map(String.init))
        #expect(ended.code == 0, "\(ended.all)")
        #expect(try eventually { try isResolved(sandbox) })
        #expect(daemon.terminated().code == 0)
    }

    @Test("`coachd log` while it serves resolves the finding too")
    func logged() throws {
        let sandbox = try Self.sandbox()
        let daemon = try Self.serving(sandbox)
        #expect(try eventually { try count(sandbox, "finding WHERE kind = 'stalled'") == 1 })
        #expect(try sandbox.run("log", "acme", "call").code == 0)
        #expect(try eventually { try isResolved(sandbox) })
        #expect(daemon.terminated().code == 0)
    }

    @Test("a huddle that is due goes to its file channel once, as JSON Lines")
    func fileChannel() throws {
        let sandbox = try Self.sandbox(
            "[channels.log]\ntype = \"file\"\npath = \"said.jsonl\"\n[routes]\nleader = \"log\"\nrep = \"log\"\n[huddle]\nat = \"00:00\"\nlate_until = \"23:59:59\"\n"
        )
        let daemon = try Self.serving(sandbox)
        #expect(eventually { sandbox.read("said.jsonl").hasSuffix("\n") }, "\(daemon.error)")
        #expect(daemon.terminated().code == 0)
        func huddles() throws -> [[String: Any]] {
            try #require(jsonLines(sandbox.read("said.jsonl"))).filter { $0["kind"] as? String == "huddle" }
        }
        #expect(try huddles().count == 1)
        #expect(try huddles().first?["to"] as? String == "mara@example.com")
        #expect((try huddles().first?["text"] as? String)?.contains("Acme") == true)
        #expect(try count(sandbox, "outbox WHERE state = 'delivered'") >= 1)
        // A restart says nothing twice.
        let again = try Self.serving(sandbox)
        #expect(again.terminated().code == 0)
        #expect(try huddles().count == 1)
    }

    @Test("under the journal each line of the log has its priority, also those of what is wrong in the configuration")
    func journal() throws {
        let sandbox = try Self.sandbox("[thresholds]\nquiet = 12\n")
        let daemon = try Self.serving(sandbox, environment: ["JOURNAL_STREAM": "8:1"])
        try sandbox.write("coachd.toml", "[thresholds]\nquite = 12\n")
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(eventually { daemon.error.contains("the configuration stays as it was") })
        let ended = daemon.terminated()
        #expect(ended.error.contains("<4>  6 | quiet = 12") && ended.error.contains("<3>  2 | quite = 12"))
        #expect(
            ended.error.split(separator: "\n").allSatisfy { $0.wholeMatch(of: /<[3-6]>.+/) != nil }, "\(ended.error)")
    }

    @Test("a configuration that was made after the start is found at SIGHUP, one that went away changes nothing")
    func configurationFound() throws {
        let sandbox = try Self.sandbox()
        try FileManager.default.removeItem(atPath: sandbox.file("coachd.toml"))
        let daemon = try Self.serving(sandbox, more: ["--store", "coachd.db"])
        #expect(daemon.error.contains("by no configuration file"))
        try sandbox.write("coachd.toml", "[thresholds]\nquiet = 12\n")
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(eventually { daemon.error.contains("the configuration was read anew: coachd.toml") }, "\(daemon.error)")
        try FileManager.default.removeItem(atPath: sandbox.file("coachd.toml"))
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(eventually { daemon.error.contains("the configuration stays as it was") }, "\(daemon.error)")
        #expect(daemon.terminated().code == 0)
    }

    @Test("with its standard streams closed it says nothing into other files, and takes nothing for said")
    func closedStreams() throws {
        let sandbox = try Self.sandbox("[huddle]\nat = \"00:00\"\nlate_until = \"23:59:59\"\n")
        let daemon = try sandbox.start(
            ["-c", "exec \"$0\" serve <&- >&- 2>&-", Coachd.path], program: "/bin/sh")
        #expect(try eventually { try count(sandbox, "attempt WHERE detail LIKE 'standard output: %'") >= 1 })
        let lock = sandbox.read("coachd.db-lock").split(separator: "\n")
        #expect(lock.count == 2 && lock.first == "\(daemon.process.processIdentifier)", "\(lock)")
        #expect(daemon.terminated().code == 0)
        #expect(try count(sandbox, "outbox WHERE state = 'delivered'") == 0)
    }

    @Test("what ends its start has its priority in the journal as well")
    func startInJournal() throws {
        let sandbox = try Sandbox()
        try sandbox.write("coachd.toml", "[thresholds]\nquite = 12\n")
        for arguments in [["serve"], ["serve", "--store", "none.db", "--config", "/dev/null"]] {
            let ended = try sandbox.run(arguments, environment: ["JOURNAL_STREAM": "8:1"])
            #expect(ended.code != 0 && !ended.error.isEmpty)
            #expect(ended.error.split(separator: "\n").allSatisfy { $0.hasPrefix("<3>") }, "\(ended.error)")
        }
    }

    @Test("what nobody can hear on standard output is not taken for said")
    func unheard() throws {
        let sandbox = try Self.sandbox("[huddle]\nat = \"00:00\"\nlate_until = \"23:59:59\"\n")
        let output = Pipe()
        try output.fileHandleForReading.close()
        let daemon = try sandbox.start(["serve"], output: output.fileHandleForWriting)
        #expect(eventually { daemon.error.contains("standard output: Broken pipe") }, "\(daemon.error)")
        #expect(daemon.terminated().code == 0)
        #expect(try count(sandbox, "outbox WHERE state = 'delivered'") == 0)
        #expect(try count(sandbox, "outbox WHERE state = 'queued'") >= 1)
    }
}
