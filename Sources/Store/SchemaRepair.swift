import SQLite

/// Tells what of coachd's own schema is gone from a file, and puts back what can be: its exact words are known.
struct SchemaRepair {
    let database: Database
    let path: String

    /// Puts back the triggers, views and indexes that are gone, in one transaction.
    /// - Parameter mayWrite: A reader does without them.
    /// - Returns: their names.
    /// - Throws: `StoreError.incomplete` when a table is gone, or when rows that came meanwhile do not bear what is put back.
    func run(mayWrite: Bool) throws -> [String] {
        let missing = try missing
        guard !missing.isEmpty else { return [] }
        if let table = missing.first(where: { Self.own[$0] == .table }) {
            throw StoreError.incomplete(path: path, what: "the table \(table)", reason: nil)
        }
        guard mayWrite else { return [] }
        let model = try Database(path: ":memory:")
        try model.execute(Schema.script)
        try database.transaction {
            // Another process may have done it between our look and the lock.
            for name in try self.missing {
                guard
                    let sql = try model.first(
                        "SELECT sql FROM sqlite_schema WHERE name = ?", .text(name), decode: { $0.text(0) })
                else { continue }
                do {
                    try database.execute(sql)
                } catch let error as DatabaseError where error.isConstraint {
                    throw StoreError.incomplete(path: path, what: name, reason: error.message)
                }
            }
        }
        return missing
    }

    private var missing: [String] {
        get throws {
            let found = Set(try database.query("SELECT name FROM sqlite_schema") { $0.text(0) })
            return Self.own.keys.filter { !found.contains($0) }.sorted()
        }
    }

    private enum Kind: String {
        case table = "TABLE"
        case index = "INDEX"
        case view = "VIEW"
        case trigger = "TRIGGER"
    }

    /// All that the schema's script makes, by name.
    private static let own: [String: Kind] = {
        var own: [String: Kind] = [:]
        for line in Schema.script.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "(" }.filter { $0 != "UNIQUE" }
            guard words.count > 2, words[0] == "CREATE", let kind = Kind(rawValue: String(words[1])) else { continue }
            own[String(words[2])] = kind
        }
        return own
    }()
}

extension Store {
    /// What was put back at the opening, in words.
    package var repairs: [String] {
        restored.map {
            "\(path): \($0) of coachd was gone and is put back; what was written meanwhile stays as its writer left it"
        }
    }
}
