import SQLite

@testable import Store

/// A small team in plain SQL, as any writer could have put it in.
enum Sample {
    /// Ana (1) and Ben (2) sell, Lea (3) leads. Account 1 and 3 are Ana's, 2 is Ben's; each has a stakeholder and a milestone.
    static let script = """
        INSERT INTO team(id, source, external_id, name) VALUES (1, 'crm', 't1', 'North'), (2, 'crm', 't2', 'South');
        INSERT INTO person(id, source, external_id, email, name, role, team_id) VALUES
          (1, 'crm', 'p1', 'ana@example.com', 'Ana', 'rep', 1), (2, 'crm', 'p2', 'ben@example.com', 'Ben', 'rep', 1),
          (3, 'crm', 'p3', 'lea@example.com', 'Lea', 'leader', 1);
        UPDATE team SET leader_id = 3 WHERE id = 1;
        INSERT INTO account(id, source, external_id, rep_id, name, rank, selected_on) VALUES
          (1, 'crm', 'a1', 1, 'Acme', 1, '2026-01-05'), (2, 'crm', 'a2', 2, 'Borg', 1, '2026-01-05'),
          (3, 'crm', 'a3', 1, 'Cole', 2, '2026-01-05');
        INSERT INTO stakeholder(id, source, external_id, account_id, name, role) VALUES
          (1, 'crm', 's1', 1, 'Jonas', 'user'), (2, 'crm', 's2', 2, 'Rosa', 'champion'),
          (3, 'crm', 's3', 3, 'Noor', 'economic buyer');
        INSERT INTO milestone(id, source, external_id, account_id, title) VALUES
          (1, 'crm', 'm1', 1, 'Pilot'), (2, 'crm', 'm2', 2, 'Pilot'), (3, 'crm', 'm3', 3, 'Pilot');

        """

    /// Three activities of Acme: a call at 1000, a meeting with Jonas for the pilot at 2000, research at 3000.
    static let activities = """
        INSERT INTO activity(id, source, external_id, person_id, account_id, kind, occurred_at, direction, stakeholder_id,
                             milestone_id) VALUES
          (1, 'crm', 'v1', 1, 1, 'call', 1000, 'out', NULL, NULL),
          (2, 'crm', 'v2', 1, 1, 'meeting', 2000, 'two-way', 1, 1),
          (3, 'crm', 'v3', 1, 1, 'research', 3000, NULL, NULL, NULL);

        """

    private static let schema = "BEGIN;" + Schema.script + "COMMIT;"

    /// A connection as another program opens it: the schema, and none of the settings of `Store`.
    static func rawDatabase(foreignKeys: Bool = false, recursiveTriggers: Bool = false) throws -> Database {
        let database = try Database(path: ":memory:")
        try database.execute(schema)
        try database.execute("PRAGMA foreign_keys = \(foreignKeys); PRAGMA recursive_triggers = \(recursiveTriggers)")
        return database
    }

    static func store(_ more: String = "") throws -> Store {
        let store = try Store.inMemory()
        try store.database.execute(script + more)
        try store.clear(try store.changes())
        return store
    }
}

extension Database {
    /// The first column of a question's rows, joined by spaces; NULL is `-`.
    func answer(_ sql: String) throws -> String {
        try query(sql) { $0.optionalText(0) ?? "-" }.joined(separator: " ")
    }

    /// The words of SQLite's refusal of a script, nil when it is accepted.
    func refusal(of script: String) -> DatabaseError? {
        do {
            try execute(script)
            return nil
        } catch {
            return error as? DatabaseError
        }
    }
}
