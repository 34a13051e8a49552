import Foundation
import Testing

@testable import SQLite

@Suite("Backup")
struct BackupTests {
    private static func temporaryFile() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("backup-\(UUID().uuidString).db").path
    }

    @Test("a copy holds what was committed, and not what came later")
    func copies() throws {
        let path = Self.temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x); INSERT INTO t VALUES (1); PRAGMA user_version = 3")
        try database.backUp(to: path)
        try database.execute("INSERT INTO t VALUES (2)")
        let copy = try Database(path: path, mode: .readOnly)
        #expect(try copy.query("SELECT x FROM t") { $0.int(0) } == [1])
        #expect(try copy.first("PRAGMA user_version") { $0.int(0) } == 3)
        #expect(try copy.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    }

    @Test("a copy is for its owner's eyes alone", .disabled(if: getuid() != geteuid()))
    func mode() throws {
        let path = Self.temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Database(path: ":memory:").backUp(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("a copy that cannot be written is told")
    func cannotWrite() throws {
        let database = try Database(path: ":memory:")
        #expect {
            try database.backUp(to: "/nonexistent/copy.db")
        } throws: { ($0 as? DatabaseError)?.isDiskTrouble == true }
    }

    @Test("while somebody else holds the lock the copy gives up like every statement, and leaves nothing behind")
    func locked() throws {
        let (path, copy) = (Self.temporaryFile(), Self.temporaryFile())
        defer { for path in [path, copy] { try? FileManager.default.removeItem(atPath: path) } }
        let other = try Database(path: path)
        try other.execute("CREATE TABLE t(x); INSERT INTO t VALUES (1); BEGIN EXCLUSIVE")
        let database = try Database(path: path)
        database.setBusyTimeout(milliseconds: 1)
        let refusal = #expect(throws: DatabaseError.self) { try database.backUp(to: copy) }
        #expect(refusal?.isBusy == true)
        for file in [copy, copy + ".part"] { #expect(!FileManager.default.fileExists(atPath: file)) }
        try other.execute("COMMIT")
        try database.backUp(to: copy)
        #expect(try Database(path: copy, mode: .readOnly).first("SELECT x FROM t") { $0.int(0) } == 1)
    }

    @Test("what a crash left of a copy is written over, and gone with the whole one")
    func leftPart() throws {
        let path = Self.temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("half a copy".utf8).write(to: URL(fileURLWithPath: path + ".part"))
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x)")
        try database.backUp(to: path)
        #expect(try Database(path: path, mode: .readOnly).first("PRAGMA integrity_check") { $0.text(0) } == "ok")
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test("a copy goes over no file that is there")
    func overText() throws {
        let path = Self.temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = Data(String(repeating: "no database ", count: 500).utf8)
        try text.write(to: URL(fileURLWithPath: path))
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x)")
        #expect(throws: DatabaseError.self) { try database.backUp(to: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }
}
