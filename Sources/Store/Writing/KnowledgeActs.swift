import CivilTime
import Coaching
import SQLite

/// What we know of an account that is worth having: who decides, what they need, what we say to them.
extension Store {
    @discardableResult
    package func addStakeholder(
        _ name: String, to account: RowID, role: StakeholderRole?, email: String?
    ) throws -> RowID {
        try database.run(
            "INSERT INTO stakeholder(account_id, name, role, email) VALUES (?, ?, ?, ?)", .integer(account),
            .text(name), Value(role?.rawValue), Value(email))
        let id = database.lastInsertID
        try tell("added", of: "stakeholder", id, account: account, to: name)
        return id
    }

    /// Changes what is given; what is nil stays as it is.
    package func changeStakeholder(_ id: RowID, name: String?, role: StakeholderRole?, email: String?) throws {
        try database.run(
            """
            UPDATE stakeholder SET name = ifnull(?2, name), role = ifnull(?3, role), email = ifnull(?4, email)
            WHERE id = ?1
            """, .integer(id), Value(name), Value(role?.rawValue), Value(email))
    }

    /// Takes somebody off the account; what was done with him stays, without his name.
    package func removeStakeholder(_ id: RowID) throws {
        try database.run("DELETE FROM stakeholder WHERE id = ?", .integer(id))
    }

    /// What is noted of a topic.
    package func research(_ topic: String, of account: RowID) throws -> String? {
        try database.first(
            "SELECT answer FROM research_item WHERE account_id = ? AND topic = ?", .integer(account), .text(topic)
        ) { $0.text(0) }
    }

    /// Notes what is known of a topic of the research checklist; what was known before stands in history.
    /// - Returns: what was known before.
    @discardableResult
    package func setResearch(_ answer: String, about topic: String, of account: RowID, on date: CivilDate) throws
        -> String?
    {
        let before = try research(topic, of: account)
        guard before != answer else { return before }
        try database.run(
            """
            INSERT INTO research_item(account_id, topic, answer, known_on) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (account_id, topic) DO UPDATE SET answer = excluded.answer, known_on = excluded.known_on
            """, .integer(account), .text(topic), .text(answer), Value(date))
        try tell(topic, of: "research", account, account: account, from: before, to: answer)
        return before
    }

    /// What an account's own words are about.
    package enum Wording: String, CaseIterable, Sendable {
        case message, insight, trigger

        fileprivate var column: String {
            switch self {
            case .message: "own_message"
            case .insight: "insight"
            case .trigger: "trigger_event"
            }
        }
    }

    package func write(_ wording: Wording, of account: RowID, _ text: String) throws {
        try database.run(
            "UPDATE account SET \(wording.column) = ?2 WHERE id = ?1", .integer(account), .text(text))
    }
}
