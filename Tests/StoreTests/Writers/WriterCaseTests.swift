import Foundation
import SQLite
import Testing

@testable import Store

@Suite("Writers of plain SQL")
struct WriterCaseTests {
    @Test("a raw connection leaves the store right", arguments: WriterCase.all, [false, true])
    func rawConnection(_ example: WriterCase, recursiveTriggers: Bool) throws {
        let database = try Sample.rawDatabase(recursiveTriggers: recursiveTriggers)
        try database.execute(Sample.script + Sample.activities)
        for statement in example.statements { _ = database.refusal(of: statement) }
        try example.check(database)
    }

    @Test(
        "the sqlite3 shell with its defaults leaves the store right",
        .enabled(if: Shell.path != nil, "the sqlite3 shell is not installed (apt install sqlite3)"),
        arguments: WriterCase.all)
    func shell(_ example: WriterCase) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("store.db")
        _ = try Store(path: path, access: .create)
        let script = Sample.script + Sample.activities + example.statements.map { $0 + ";\n" }.joined()
        try Shell.run(script, on: path)
        // Opens it as coachd does: the shell changed nothing that would be refused.
        try example.check(try Store(path: path, access: .read).database)
    }
}

/// The command line tool that many writers use, with foreign keys off unless told otherwise.
private enum Shell {
    static let path = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].first(where: FileManager.default.isExecutableFile)

    /// Goes on after a statement that is refused, as it does with any script on its input.
    static func run(_ script: String, on store: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = ["-init", "/dev/null", store]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        input.fileHandleForWriting.write(Data(script.utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
