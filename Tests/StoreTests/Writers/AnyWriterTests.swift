import SQLite
import Testing

@testable import Store

/// The store stays right whoever writes, with whatever statement and settings.
@Suite("Any writer")
struct AnyWriterTests {
    struct Session: CustomTestStringConvertible {
        let seed: UInt64
        let foreignKeys: Bool
        let recursiveTriggers: Bool

        var testDescription: String {
            "seed \(seed), foreign keys \(foreignKeys ? "on" : "off"), recursive triggers \(recursiveTriggers ? "on" : "off")"
        }

        static let all = [(true, false), (false, false), (true, true), (false, true)].enumerated().map {
            seed, settings in
            Session(seed: UInt64(seed), foreignKeys: settings.0, recursiveTriggers: settings.1)
        }
    }

    private static let statements = 500

    @Test(
        "2,000 random statements keep derived columns, references, ownership and marks right", arguments: Session.all)
    func randomStatements(_ session: Session) throws {
        let database = try Sample.rawDatabase(
            foreignKeys: session.foreignKeys, recursiveTriggers: session.recursiveTriggers)
        var writer = RandomWriter(seed: session.seed, writesGhosts: !session.foreignKeys)
        try database.execute(Sample.script)
        var written = 0
        while written < Self.statements {
            let batch = try run(&writer, on: database)
            written += batch.statements.count
            guard batch.complaints.isEmpty else {
                let transcript = (batch.statements + batch.complaints.map { "-- " + $0 }).joined(separator: "\n")
                Issue.record("after \(written) statements:\n\(transcript)")
                return
            }
        }
        #expect(try StoreInvariants.structure(of: database) == "ok")
        if session.foreignKeys { #expect(try StoreInvariants.brokenForeignKeys(in: database) == "") }
    }

    private func run(
        _ writer: inout RandomWriter, on database: Database
    ) throws -> (statements: [String], complaints: [String]) {
        try database.execute("DELETE FROM changed_account; DELETE FROM changed_person; DELETE FROM changed_day")
        let before = try Touched(database)
        let ending = writer.generator.pick(["", "", "COMMIT", "ROLLBACK"])
        if !ending.isEmpty { try database.execute("BEGIN") }
        var statements: [String] = []
        var complaints: [String] = []
        for _ in 0..<Int.random(in: 1...8, using: &writer.generator) {
            let statement = try writer.statement(for: database)
            let refusal = database.refusal(of: statement)
            statements.append(statement + (refusal.map { "; -- \($0.message)" } ?? ";"))
            // To refuse a row is any writer's risk; every other error is ours.
            if let refusal, !refusal.isConstraint { complaints.append("error \(refusal)") }
        }
        if !ending.isEmpty, database.isInTransaction { try database.execute(ending) }
        complaints += try StoreInvariants.complaints(in: database)
        complaints += try Touched(database).unmarked(since: before, in: database)
        return (statements, complaints)
    }
}
