import CivilTime
import Foundation
import SQLite
import Synchronization
import Testing

@testable import Store

@Suite("Opening a store")
struct OpeningTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("store.db")
    }

    private func open(_ access: Store.Access) -> StoreError? {
        do {
            _ = try Store(path: path, access: access)
            return nil
        } catch {
            return error as? StoreError
        }
    }

    @Test("a new store is made for its owner's eyes alone, and opens again")
    func created() throws {
        try Store(path: path, access: .create).database.execute(Sample.script)
        #expect(try TemporaryFolder.mode(of: path) == 0o600)
        let again = try Store(path: path, access: .create)
        #expect(try again.database.answer("SELECT count(*) FROM account") == "3")
        #expect(try again.database.answer("PRAGMA journal_mode") == "wal")
        for suffix in ["-wal", "-shm"] { #expect(try TemporaryFolder.mode(of: path + suffix) == 0o600) }
        try again.check()
    }

    @Test("two processes that make it at once both get the one store")
    func createdTogether() throws {
        let path = path
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            do {
                try Store(path: path, access: .create).database.execute(
                    "INSERT INTO team(name) SELECT count(*) FROM team")
            } catch { failures.add("\(error)") }
        }
        #expect(failures.all == [])
        #expect(try Store(path: path, access: .read).database.answer("SELECT count(*) FROM team") == "6")
    }

    @Test("a store of version 1 is left as it is by who only reads, and by all while another process serves it")
    func leftAsItIs() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(1), encoding: .utf8))
        #expect(open(.read) == .olderVersion(path: path, found: 1))
        let lock = Glibc.open(path + "-lock", O_RDWR | O_CREAT, 0o600)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0 && Glibc.write(lock, "1\n", 2) == 2)
        for access in [Store.Access.create, .write, .read] {
            #expect(open(access) == .servedByOlder(path: path, pid: 1))
        }
        #expect(try Database(path: path, mode: .readOnly).answer("PRAGMA user_version") == "1")
    }

    @Test("a store of version 1 is brought up to date by whoever writes, after a copy")
    func upgraded() throws {
        let script = try String(contentsOf: Self.stored(1), encoding: .utf8)
        try Database(path: path).execute(script)
        let store = try Store(path: path, access: .write)
        #expect(try store.database.answer("PRAGMA user_version") == "\(Schema.version)")
        #expect(try store.database.answer("SELECT last_touch_at FROM account WHERE id = 1") == "1762430400")
        #expect(try store.database.answer("SELECT first_on FROM evaluation") == "2026-11-24")
        #expect(try store.openEpisodes(.rep(2)).map(\.mentions) == [1])
        let copy = try Database(path: path + ".version-1", mode: .readOnly)
        #expect(try copy.answer("PRAGMA user_version") == "1")
        #expect(try copy.answer("SELECT count(*) FROM account") == "2")
    }

    @Test("in a store of version 4 that was brought up to date an account goes although a leader was told of its ask")
    func upgradedFromFour() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(4), encoding: .utf8))
        #expect(throws: DatabaseError.self) {
            try Database(path: path).execute("PRAGMA foreign_keys = ON; DELETE FROM account")
        }
        let store = try Store(path: path, access: .write)
        #expect(try store.database.answer("SELECT mentions FROM open_finding") == "1")
        try store.database.execute("DELETE FROM account")
        #expect(try store.database.answer("SELECT finding_id FROM message_item") == "-")
        #expect(try StoreInvariants.complaints(in: store.database) == [])
        #expect(
            try Database(path: path + ".version-4", mode: .readOnly).answer("SELECT name FROM account")
                == "Acme Logistics")
    }

    @Test("a store of version 5 keeps what was asked and promised, and finds it by whose it is")
    func upgradedFromFive() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(5), encoding: .utf8))
        let store = try Store(path: path, access: .write)
        #expect(store.restored.isEmpty)
        let now = Instant(secondsSinceEpoch: 1_764_000_000)
        #expect(try store.openAsks(of: 2, named: "Ana", at: now, in: .utc).map(\.text) == ["who knows their CFO?"])
        #expect(try store.openPromises(of: 1, at: now, in: .utc).map(\.text) == ["call their CFO"])
        #expect(
            try store.database.answer(
                "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('ask', 'promise') AND sql NOT NULL ORDER BY 1"
            )
                == "ask_rep promise_leader")
    }

    @Test("a store of version 6 keeps what is in it, and takes what people write")
    func upgradedFromSix() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(6), encoding: .utf8))
        let store = try Store(path: path, access: .write)
        #expect(store.restored.isEmpty)
        #expect(try store.database.answer("SELECT next_step FROM account") == "x")
        let now = Instant(secondsSinceEpoch: 1_764_000_000)
        #expect(
            try store.addReply(
                "called Acme", id: "1", in: "bot", by: "2", named: "", person: 2, writtenAt: now, at: now) == 1)
    }

    @Test("in a store of version 7 several people of a customer may take part from now on")
    func upgradedFromSeven() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(7), encoding: .utf8))
        let store = try Store(path: path, access: .write)
        #expect(store.restored.isEmpty)
        try store.database.execute("INSERT INTO attendee(activity_id, stakeholder_id) VALUES (1, 2)")
        #expect(
            try store.database.answer("SELECT count(*) FROM stakeholder WHERE last_two_way_at = 1763992800") == "2")
    }

    @Test("a copy that failed is made before the next try brings the store up to date")
    func failedCopy() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(4), encoding: .utf8))
        // Where the copy is written first nothing can be written.
        let blocked = path + ".version-4.part"
        try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: false)
        guard case .cannotUpgrade(_, 4, _) = open(.write) else {
            Issue.record("it was opened")
            return
        }
        #expect(try Database(path: path, mode: .readOnly).answer("PRAGMA user_version") == "4")
        try FileManager.default.removeItem(atPath: blocked)
        #expect(open(.write) == nil)
        #expect(try Database(path: path + ".version-4", mode: .readOnly).answer("PRAGMA user_version") == "4")
    }

    @Test("two processes that bring a store up to date at once do it once, after one copy of what was before")
    func upgradedTogether() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(4), encoding: .utf8))
        let path = path
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do { _ = try Store(path: path, access: .write) } catch { failures.add("\(error)") }
        }
        #expect(failures.all == [])
        #expect(try Database(path: path + ".version-4", mode: .readOnly).answer("PRAGMA user_version") == "4")
    }

    @Test(
        "an upgraded store and a new one have the same tables, columns, indexes, triggers and views",
        arguments: [1, 4, 5])
    func upgradedShape(version: Int) throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(version), encoding: .utf8))
        let upgraded = try Store(path: path, access: .write)
        let fresh = try Store.inMemory()
        for store in [upgraded, fresh] { try store.database.execute("PRAGMA writable_schema = OFF") }
        let shape = """
            SELECT group_concat(line, char(10)) FROM (
              SELECT m.type || ' ' || m.name || ' ' || ifnull(c.name || ' ' || c.type || ' ' || c."notnull" || ' '
                || ifnull(c.dflt_value, '-'), CASE WHEN m.type = 'table' THEN '' ELSE m.sql END) AS line
              FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) c ON m.type = 'table'
              WHERE m.sql IS NOT NULL ORDER BY 1)
            """
        #expect(try upgraded.database.answer(shape) == fresh.database.answer(shape))
        #expect(try upgraded.database.answer("PRAGMA integrity_check") == "ok")
        #expect(throws: DatabaseError.self) { try upgraded.database.execute("UPDATE message_item SET state = 'loud'") }
        #expect(try upgraded.database.answer("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%state IN (%'") == "0")
    }

    @Test("a store of version 1 in a folder that cannot be written is told as such, and stays as it is")
    func upgradeRefused() throws {
        try Database(path: path).execute(String(contentsOf: Self.stored(1), encoding: .utf8))
        try FileManager.default.createSymbolicLink(
            atPath: path + ".version-1", withDestinationPath: "/nonexistent/copy.db")
        guard case .cannotUpgrade(_, 1, _) = open(.write) else {
            Issue.record("it was opened")
            return
        }
        #expect(try Database(path: path, mode: .readOnly).answer("PRAGMA user_version") == "1")
    }

    /// A store as an earlier version left it.
    private static func stored(_ version: Int) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stores/version-\(version).sql")
    }

    @Test("what counts is the file system of the file itself, and of the folder before there is a file")
    func fileSystem() throws {
        let link = folder.file("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/proc/self/status")
        // PROC_SUPER_MAGIC of statfs(2): a file system that is not the folder's, and that every machine has.
        #expect(StoreFile.fileSystem(of: link) == 0x9FA0)
        #expect(StoreFile.fileSystem(of: path) == StoreFile.fileSystem(of: folder.path))
        #expect(StoreFile.fileSystem(of: path) != 0x9FA0)
    }

    @Test("a store that is not there is only made when asked to", arguments: [Store.Access.write, .read])
    func missing(_ access: Store.Access) {
        #expect(open(access) == .missing(path: path))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a folder that is not there is told")
    func missingFolder() {
        #expect(throws: StoreError.self) { try Store(path: folder.file("none/store.db"), access: .create) }
    }

    @Test("an empty file becomes a store only when asked to", arguments: [Store.Access.write, .read])
    func emptyFile(_ access: Store.Access) throws {
        try TemporaryFolder.write(Data(), to: path)
        #expect(open(access) == .foreignFile(path: path))
        #expect(try TemporaryFolder.bytes(of: path).isEmpty)
    }

    @Test("a file of another program is refused and left as it is", arguments: [Store.Access.create, .write, .read])
    func foreign(_ access: Store.Access) throws {
        try Database(path: path).execute("CREATE TABLE notes(text); INSERT INTO notes VALUES ('mine')")
        let bytes = try TemporaryFolder.bytes(of: path)
        #expect(open(access) == .foreignFile(path: path))
        #expect(try TemporaryFolder.bytes(of: path) == bytes)
    }

    @Test("a text file is refused and left as it is", arguments: [Store.Access.create, .write, .read])
    func text(_ access: Store.Access) throws {
        let text = Data(String(repeating: "Dear diary, this is no database. ", count: 100).utf8)
        try TemporaryFolder.write(text, to: path)
        #expect(open(access) == .foreignFile(path: path))
        #expect(try TemporaryFolder.bytes(of: path) == text)
    }

    @Test("the store of a newer coachd is refused with its version", arguments: [Store.Access.create, .write, .read])
    func newer(_ access: Store.Access) throws {
        try Store(path: path, access: .create).database.execute("PRAGMA user_version = \(Schema.version + 1)")
        #expect(open(access) == .newerVersion(path: path, found: Schema.version + 1))
    }

    @Test("a store cut in the middle is told as damaged")
    func truncated() throws {
        try Store(path: path, access: .create).database.execute(Sample.script)
        let bytes = try TemporaryFolder.bytes(of: path)
        try TemporaryFolder.write(bytes.prefix(bytes.count / 2), to: path)
        #expect(throws: StoreError.self) { try Store(path: path, access: .write).check() }
    }

    @Test("a store with pages overwritten is told as damaged, and not written to")
    func overwritten() throws {
        try Store(path: path, access: .create).database.execute(Sample.script)
        var bytes = try TemporaryFolder.bytes(of: path)
        bytes.replaceSubrange(4096..<bytes.count, with: repeatElement(0xA5, count: bytes.count - 4096))
        try TemporaryFolder.write(bytes, to: path)
        #expect {
            try Store(path: path, access: .write).check()
        } throws: { error in
            if case .damaged = error as? StoreError { true } else { false }
        }
        #expect(try TemporaryFolder.bytes(of: path) == bytes)
    }

    @Test(
        "a trigger or view that is not coachd's own is refused by name",
        arguments: [
            ("CREATE TRIGGER spy AFTER INSERT ON activity BEGIN DELETE FROM account; END", "spy"),
            ("CREATE VIEW mine AS SELECT 1", "mine"),
            ("DROP VIEW open_finding; CREATE VIEW open_finding AS SELECT 1 AS id", "open_finding"),
            (
                "DROP TRIGGER activity_delete; CREATE TRIGGER activity_delete AFTER DELETE ON activity BEGIN SELECT 1; END",
                "activity_delete"
            ),
        ])
    func altered(_ script: String, name: String) throws {
        _ = try Store(path: path, access: .create)
        try Database(path: path).execute(script)
        for access in [Store.Access.create, .write, .read] {
            #expect(open(access) == .altered(path: path, name: name))
        }
    }

    @Test(
        "a trigger, view or index of coachd's own that was dropped is put back by the next writer; readers do without",
        arguments: ["TRIGGER account_cap_insert", "VIEW open_finding", "INDEX slot_key", "INDEX activity_stakeholder"])
    func repaired(what: String) throws {
        let name = String(what.split(separator: " ")[1])
        _ = try Store(path: path, access: .create)
        let sql = "SELECT sql FROM sqlite_schema WHERE name = '\(name)'"
        let before = try Database(path: path).answer(sql)
        try Database(path: path).execute("DROP \(what)")
        #expect(try Store(path: path, access: .read).restored.isEmpty)
        let store = try Store(path: path, access: .write)
        #expect(store.restored == [name] && store.takeRepairs().first?.contains(name) == true)
        #expect(try store.database.answer(sql) == before)
        #expect(try Store(path: path, access: .write).restored.isEmpty)
    }

    @Test(
        "a table of coachd's own that was dropped is told by name, with what to do",
        arguments: [Store.Access.write, .read])
    func droppedTable(_ access: Store.Access) throws {
        _ = try Store(path: path, access: .create)
        try Database(path: path).execute("DROP TABLE key_taken")
        let error = open(access)
        #expect(error == .incomplete(path: path, what: "the table key_taken", reason: nil))
        #expect("\(StoreError.incomplete(path: "s.db", what: "the table x", reason: nil))".contains("backup"))
    }

    @Test("an index that the rows do not bear any more is told, and nothing is written")
    func unbearable() throws {
        _ = try Store(path: path, access: .create)
        try Database(path: path).execute(
            """
            DROP INDEX slot_key; DROP VIEW open_finding;
            INSERT INTO slot(kind, on_date, due_at, done_at, outcome)
              VALUES ('weekly', '2024-01-01', 0, 0, 'sent'), ('weekly', '2024-01-01', 0, 0, 'sent');
            """)
        guard case .incomplete(_, "slot_key", _?) = open(.write) else {
            Issue.record("it was opened")
            return
        }
        #expect(
            try Database(path: path).answer("SELECT count(*) FROM sqlite_schema WHERE name = 'open_finding'") == "0")
    }

    @Test("housekeeping and an index of one's own do no harm")
    func housekeeping() throws {
        try Store(path: path, access: .create).database.execute(Sample.script)
        try Database(path: path).execute(
            "ANALYZE; REINDEX; CREATE INDEX mine ON account(industry); CREATE TABLE scratch(x); VACUUM")
        #expect(open(.write) == nil)
        #expect(open(.read) == nil)
    }

    @Test("a reader cannot write, and sees what others write")
    func reader() throws {
        let writer = try Store(path: path, access: .create)
        let reader = try Store(path: path, access: .read)
        #expect(throws: DatabaseError.self) { try reader.database.execute("INSERT INTO team(name) VALUES ('North')") }
        try writer.database.execute("INSERT INTO team(name) VALUES ('South')")
        #expect(try reader.teams().map(\.name) == ["South"])
    }

    @Test("two writers take turns, and a snapshot does not move under its reader")
    func twoWriters() throws {
        let one = try Store(path: path, access: .create)
        let two = try Store(path: path, access: .write)
        two.database.setBusyTimeout(milliseconds: 0)
        try two.database.reading {
            #expect(try two.teams().isEmpty)
            try one.database.transaction {
                try one.database.execute("INSERT INTO team(name) VALUES ('North')")
            }
            #expect(try two.teams().isEmpty)
        }
        #expect(try two.teams().count == 1)
        try one.database.transaction {
            let refusal = #expect(throws: DatabaseError.self) { try two.database.transaction { () } }
            #expect(refusal?.isBusy == true)
        }
        try two.database.transaction { try two.database.execute("INSERT INTO team(name) VALUES ('South')") }
        #expect(try one.teams().count == 2)
    }

    @Test("foreign keys are on, trusted schema is off, and two stores in memory are two")
    func settings() throws {
        let store = try Store.inMemory()
        #expect(try store.database.answer("PRAGMA foreign_keys") == "1")
        #expect(try store.database.answer("PRAGMA trusted_schema") == "0")
        try store.database.execute("INSERT INTO team(name) VALUES ('North')")
        #expect(try Store.inMemory().teams().isEmpty)
        #expect(throws: DatabaseError.self) {
            try store.database.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")
        }
    }

    @Test("every error says what the operator can do")
    func words() {
        #expect("\(StoreError.missing(path: "s.db"))".contains("coachd init"))
        #expect("\(StoreError.damaged(path: "s.db", detail: "x"))".contains("backup"))
        #expect("\(StoreError.altered(path: "s.db", name: "spy"))".contains("spy"))
        #expect("\(StoreError.inUse(path: "s.db", pid: 42))".contains("42"))
    }
}

/// What went wrong on several threads.
private final class Failures: Sendable {
    private let found = Mutex<[String]>([])
    func add(_ failure: String) { found.withLock { $0.append(failure) } }
    var all: [String] { found.withLock { $0 } }
}
