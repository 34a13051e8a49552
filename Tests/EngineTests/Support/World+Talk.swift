import Coaching
import Engine
import SQLite
import Store
import Testing

extension World {
    /// What is answered to words of a person, now.
    func say(_ text: String, as person: RowID) throws -> [String] {
        let engine = try engine
        _ = try engine.settle(at: now)
        let member = try #require(engine.roster.members[person])
        let id = "\(UInt64.random(in: 0 ... .max))"
        return try #require(try engine.answer(text, of: member, id: id, at: now)).map(\.text)
    }

    /// The first column of all rows, "-" where it is empty.
    func value(_ sql: String) throws -> String {
        try store.database.query(sql) { row in row.isNull(0) ? "-" : row.text(0) }.joined(separator: " ")
    }
}
