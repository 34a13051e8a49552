import CivilTime
import SQLite
import Testing

@testable import Store

@Suite("The schema of a store that is open")
struct SchemaWatchTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("store.db")
    }

    @Test(
        "what others do to the schema of an open store is found before the next write, which waits for it to be mended",
        arguments: [
            (
                "CREATE TRIGGER evil AFTER INSERT ON team BEGIN UPDATE account SET status = 'dropped'; END",
                "DROP TRIGGER evil", "evil is not part of coachd's schema"
            ),
            ("CREATE VIEW mine AS SELECT 1", "DROP VIEW mine", "mine is not part of coachd's schema"),
            (
                "PRAGMA legacy_alter_table = ON; ALTER TABLE deaf RENAME TO aside",
                "PRAGMA legacy_alter_table = ON; ALTER TABLE aside RENAME TO deaf",
                "the table deaf of coachd is gone"
            ),
        ])
    func alteredWhileOpen(_ script: String, undo: String, words: String) throws {
        let store = try Store(path: path, access: .create)
        func write() throws {
            try store.editing(as: "test", at: Instant(secondsSinceEpoch: 0)) {
                try store.database.run("INSERT INTO team(name) VALUES ('North')")
            }
        }
        func failure() -> String? {
            do { try write() } catch { return "\(error)" }
            return nil
        }
        let other = try Database(path: path)
        try other.execute(script)
        #expect(failure()?.contains(words) == true && failure()?.contains(words) == true)
        #expect(throws: StoreError.self) { try store.confirmSchema() }
        #expect(try other.answer("SELECT count(*) FROM team") == "0")
        try other.execute(undo)
        try store.confirmSchema()
        try write()
    }

    @Test("a trigger that is dropped beside an open store is put back before the next write, once")
    func repairedWhileOpen() throws {
        let store = try Store(path: path, access: .create)
        let other = try Database(path: path)
        for _ in 1...2 {
            try other.execute("DROP TRIGGER account_cap_insert")
            try store.confirmSchema()
            #expect(store.takeRepairs().count == 1)
            try store.confirmSchema()
            #expect(store.takeRepairs().isEmpty)
        }
        #expect(try other.answer("SELECT count(*) FROM sqlite_schema WHERE name = 'account_cap_insert'") == "1")
    }
}
