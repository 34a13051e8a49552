import CivilTime
import Coaching
import SQLite

/// What people say they will do, ask for and answer.
extension Store {
    /// What a rep says he will do.
    package func commit(_ rep: RowID, to text: String, about account: RowID?, on date: CivilDate, at now: Instant)
        throws
        -> RowID
    {
        try database.run(
            "INSERT INTO commitment(rep_id, account_id, text, due_on, made_at) VALUES (?, ?, ?, ?, ?)", .integer(rep),
            Value(account), .text(text), Value(date), Value(now))
        return try tellAdded("commitment", account, text)
    }

    /// A rep's request for help.
    package func ask(_ text: String, by rep: RowID, about account: RowID?, at now: Instant) throws -> RowID {
        try database.run(
            "INSERT INTO ask(rep_id, account_id, text, asked_at) VALUES (?, ?, ?, ?)", .integer(rep), Value(account),
            .text(text), Value(now))
        return try tellAdded("ask", account, text)
    }

    /// What a leader says he will do.
    package func promise(
        _ text: String, by leader: RowID, for rep: RowID?, about account: RowID?, on date: CivilDate?, at now: Instant
    ) throws -> RowID {
        try database.run(
            "INSERT INTO promise(leader_id, rep_id, account_id, text, due_on, made_at) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(leader), Value(rep), Value(account), .text(text), Value(date), Value(now))
        return try tellAdded("promise", account, text)
    }

    /// A day that somebody chose is a new word: what moved by itself before is counted no more.
    package func move(_ said: Said, to date: CivilDate) throws {
        let count = said.kind == .commitment ? ", moved = 0" : ""
        try database.run(
            "UPDATE \(said.kind.rawValue) SET due_on = ?2\(count) WHERE id = ?1", .integer(said.id), Value(date))
        try tell(
            "due_on", of: said.kind.rawValue, said.id, account: said.accountID, from: said.dueOn?.iso, to: date.iso)
    }

    /// It was kept.
    package func keep(_ said: Said, at now: Instant) throws { try end(said, "kept_at", at: now) }

    /// It is not to be done any more.
    package func drop(_ said: Said, at now: Instant) throws { try end(said, "dropped_at", at: now) }

    private func end(_ said: Said, _ column: String, at now: Instant) throws {
        try database.run(
            "UPDATE \(said.kind.rawValue) SET \(column) = ?2 WHERE id = ?1", .integer(said.id), Value(now))
        try tell(column, of: said.kind.rawValue, said.id, account: said.accountID, to: said.text)
    }

    package func answer(_ ask: Said, _ text: String, by person: RowID, at now: Instant) throws {
        try database.run(
            "UPDATE ask SET answered_at = ?2, answered_by = ?3, answer = ?4 WHERE id = ?1", .integer(ask.id),
            Value(now), .integer(person), .text(text))
        try tell("answer", of: "ask", ask.id, account: ask.accountID, to: text)
    }

    private func tellAdded(_ subject: String, _ account: RowID?, _ text: String) throws -> RowID {
        let id = database.lastInsertID
        try tell("added", of: subject, id, account: account, to: text)
        return id
    }
}
