import Foundation
import SQLite

/// The small team of `Company`, and acts on a Tuesday at 16:00 in London.
struct Acting {
    let sandbox: Sandbox

    /// The store of the company, imported once for all tests.
    private static let store = Result {
        let sandbox = try Company.sandbox()
        return try withExtendedLifetime(sandbox) { try Data(contentsOf: URL(filePath: sandbox.file("coachd.db"))) }
    }

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write("coachd.toml", "store = \"coachd.db\"\n")
        try Self.store.get().write(to: URL(filePath: sandbox.file("coachd.db")))
    }

    @discardableResult
    func act(_ arguments: String..., at instant: String = Company.at, environment: [String: String] = [:]) throws
        -> Ended
    {
        try act(arguments, at: instant, environment: environment)
    }

    func act(_ arguments: [String], at instant: String = Company.at, environment: [String: String] = [:]) throws
        -> Ended
    {
        try sandbox.start(arguments + ["--at", instant], environment: environment).ended()
    }

    /// The first column of all rows; NULL is "-".
    func rows(_ sql: String) throws -> [String] {
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).query(sql) { $0.optionalText(0) ?? "-" }
    }

    /// Plain SQL, as another program writes it.
    func write(_ sql: String) throws { try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(sql) }

    /// Fills Ana's list up to 50 with accounts that have a next step and a touch; "Idle" has neither.
    func fillList() throws {
        try write(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 45)
              INSERT INTO account(rep_id, name, rank, selected_on, next_step, next_step_on)
              SELECT 2, 'Busy ' || i, 4 + i, '2024-09-03', 'call', '2024-12-03' FROM n;
            INSERT INTO account(rep_id, name, rank, selected_on) VALUES (2, 'Idle', 50, '2024-09-02');
            """)
    }
}
