import SQLite

/// Writes as badly behaved programs do: any verb, any conflict policy, any column, ids that exist, exist no more or never did.
struct RandomWriter {
    var generator: SeededGenerator
    /// With foreign keys off it also points at rows that never were, or not yet: those have negative ids.
    let writesGhosts: Bool

    init(seed: UInt64, writesGhosts: Bool) {
        generator = SeededGenerator(seed: seed)
        self.writesGhosts = writesGhosts
    }

    mutating func statement(for database: Database) throws -> String {
        let lottery = TableShape.all.flatMap { Array(repeating: $0, count: $0.weight) }
        let table = generator.pick(lottery)
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<55: return try insertion(into: table, database)
        case 55..<85: return try update(of: table, database)
        default: return "DELETE FROM \(table.name) WHERE \(try condition(on: table, database))"
        }
    }

    // MARK: Statements

    private mutating func insertion(into table: TableShape, _ database: Database) throws -> String {
        let columns = table.columns.filter { column in
            if case .id = column.domain { return generator.chance(50) }
            return true
        }
        var values = try columns.map { try value($0.domain, database) }
        tie(&values, of: columns.map(\.name), to: table)
        let row =
            "\(table.name)(\(columns.map(\.name).joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))"
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<3: return "INSERT INTO \(row)"
        case 3..<6: return "INSERT OR REPLACE INTO \(row)"
        case 6: return "INSERT OR IGNORE INTO \(row)"
        case 7: return generator.pick(["INSERT OR FAIL INTO ", "INSERT OR ABORT INTO "]) + row
        case 8: return "INSERT INTO \(row) ON CONFLICT DO NOTHING"
        default:
            let changed = columns.filter { $0.name != "id" }.map { "\($0.name) = excluded.\($0.name)" }
            return "INSERT INTO \(row) ON CONFLICT \(generator.pick(table.keys + ["(id)"])) DO UPDATE SET "
                + changed.joined(separator: ", ")
        }
    }

    private mutating func update(of table: TableShape, _ database: Database) throws -> String {
        let policy = generator.pick(["", "", "", "", " OR REPLACE", " OR IGNORE", " OR FAIL"])
        let count = Int.random(in: 1...2, using: &generator)
        let changes = try (0..<count).map { _ in
            let column = generator.pick(table.columns)
            let name = column.name == "id" && generator.chance(30) ? "rowid" : column.name
            return "\(name) = \(try value(column.domain, database))"
        }
        return "UPDATE\(policy) \(table.name) SET \(changes.joined(separator: ", ")) "
            + "WHERE \(try condition(on: table, database))"
    }

    private mutating func condition(on table: TableShape, _ database: Database) throws -> String {
        if generator.chance(10) { return "id % 5 = \(Int.random(in: 0..<5, using: &generator))" }
        return "id = \(try existing(table.name, database) ?? "0")"
    }

    /// Most activities name a stakeholder and a milestone of their own account.
    private mutating func tie(_ values: inout [String], of columns: [String], to table: TableShape) {
        if table.name == "attendee", generator.chance(80) {
            values[columns.count - 1] =
                "(SELECT s.id FROM stakeholder s JOIN activity v ON v.account_id = s.account_id WHERE v.id = \(values[columns.count - 2]))"
        }
        guard table.name == "activity", generator.chance(80), let account = columns.firstIndex(of: "account_id"),
            let stakeholder = columns.firstIndex(of: "stakeholder_id"),
            let milestone = columns.firstIndex(of: "milestone_id")
        else { return }
        if generator.chance(50) {
            values[account] = "(SELECT account_id FROM stakeholder WHERE id = \(values[stakeholder]))"
            values[milestone] = "NULL"
        } else {
            values[account] = "(SELECT account_id FROM milestone WHERE id = \(values[milestone]))"
            values[stakeholder] = "NULL"
        }
    }

    // MARK: Values

    private mutating func value(_ domain: TableShape.Domain, _ database: Database) throws -> String {
        switch domain {
        case .id:
            let isGhost = writesGhosts && generator.chance(5)
            return isGhost ? ghost() : "\(Int.random(in: 1...20, using: &generator))"
        case .reference(let table, let isOptional):
            if isOptional, generator.chance(25) { return "NULL" }
            if writesGhosts, generator.chance(5) { return ghost() }
            return try existing(table, database) ?? "NULL"
        case .text(let text): return "'\(text) \(Int.random(in: 1...9, using: &generator))'"
        case .choice(let texts): return "'\(generator.pick(texts))'"
        case .number(let range): return "\(Int.random(in: range, using: &generator))"
        case .date(let isOptional):
            return isOptional && generator.chance(30)
                ? "NULL" : "'2026-03-0\(Int.random(in: 1...9, using: &generator))'"
        // Some lie in the future of any clock that runs this.
        case .instant: return "\(1_700_000_000 + Int.random(in: 0...12, using: &generator) * 100_000_000)"
        case .externalID: return generator.chance(40) ? "NULL" : "'e\(Int.random(in: 1...6, using: &generator))'"
        case .source: return generator.pick(["'crm'", "'crm'", "'mail'", "NULL"])
        }
    }

    private mutating func ghost() -> String { "\(-Int.random(in: 1...5, using: &generator))" }

    private mutating func existing(_ table: String, _ database: Database) throws -> String? {
        let ids = try database.query("SELECT id FROM \(table) ORDER BY id") { $0.int(0) }
        return ids.isEmpty ? nil : "\(generator.pick(ids))"
    }
}
