import CivilTime
import Coaching
import JSON
import SQLite

/// What takes one act back that somebody wrote in chat: a row as it was before the act, and as the act left it.
package struct Undo: Hashable, Sendable {
    package let subject: Subject
    /// The row in the subject's table.
    package let id: RowID
    /// Those that the act changed; all where it added or removed the row.
    let columns: [String]
    /// The values of the columns; nil where the act added the row.
    let before: [JSON]?
    /// Nil where the act removed it.
    let after: [JSON]?

    /// Whether it changed who is on a list.
    package var isOfList: Bool { subject == .account && columns.contains("status") }

    /// The tables that an act writes to.
    package enum Subject: String, Sendable {
        case account, activity, ask, attendee, away, commitment, highlight, hold, milestone, promise, stakeholder
        case coachingNote = "coaching_note"
        case research = "research_item"

        /// What an act may change of a row, or tells of one that it adds.
        fileprivate var columns: [String] {
            switch self {
            case .account:
                [
                    "next_step", "next_step_on", "next_step_owner", "own_message", "insight", "status", "status_reason",
                    "rank", "inner_circle",
                ]
            case .activity:
                ["account_id", "kind", "direction", "occurred_at", "stakeholder_id", "milestone_id", "note"]
            case .attendee: ["activity_id", "stakeholder_id"]
            case .ask: ["text", "answered_at", "answered_by", "answer"]
            case .away: ["person_id", "from_on", "until_on", "reason"]
            case .commitment: ["text", "due_on", "moved", "kept_at", "dropped_at"]
            case .highlight, .coachingNote: ["rep_id", "account_id", "note"]
            case .hold: ["account_id", "from_on", "until_on", "reason"]
            case .milestone: ["title", "due_on", "done_on", "skipped_on", "skip_reason"]
            case .promise: ["text", "due_on", "kept_at", "dropped_at"]
            case .research: ["account_id", "topic", "answer", "known_on"]
            case .stakeholder: ["source", "external_id", "account_id", "name", "role", "email"]
            }
        }
    }
}

extension Store {
    /// What takes back that a row was added.
    package func undo(adding subject: Undo.Subject, _ id: RowID) throws -> Undo {
        Undo(
            subject: subject, id: id, columns: subject.columns, before: nil,
            after: try values(of: subject.columns, subject, id))
    }

    /// Runs an act that changes a row, or removes it.
    /// - Returns: what takes it back.
    package func undo(of subject: Undo.Subject, _ id: RowID, _ act: () throws -> Void) throws -> Undo {
        let undos = try undo(of: subject, [id], act)
        return undos[0]
    }

    /// The same where the act adds the row that it does not find.
    /// - Parameter row: Finds it, before the act and after it.
    package func undo(of subject: Undo.Subject, at row: () throws -> RowID?, _ act: () throws -> Void) throws -> Undo {
        if let id = try row() { return try undo(of: subject, id, act) }
        try act()
        guard let id = try row() else { throw ActRefused(reason: "the \(subject.rawValue) was not written") }
        return try undo(adding: subject, id)
    }

    /// The same for several rows.
    package func undo(of subject: Undo.Subject, _ ids: [RowID], _ act: () throws -> Void) throws -> [Undo] {
        let before = try ids.map { try values(of: subject.columns, subject, $0) }
        try act()
        return try zip(ids, before).map { id, before in
            let after = try values(of: subject.columns, subject, id)
            guard let before, let after else {
                return Undo(subject: subject, id: id, columns: subject.columns, before: before, after: after)
            }
            let changed = subject.columns.indices.filter { before[$0] != after[$0] }
            return Undo(
                subject: subject, id: id, columns: changed.map { subject.columns[$0] },
                before: changed.map { before[$0] }, after: changed.map { after[$0] })
        }
    }

    /// Takes somebody off the account.
    /// - Returns: what takes it back: he comes first then, and after him what he took part in.
    package func undo(removingStakeholder id: RowID) throws -> [Undo] {
        let activities = try database.query("SELECT id FROM activity WHERE stakeholder_id = ?", .integer(id)) {
            $0.int64(0)
        }
        let attendances = try database.query("SELECT id FROM attendee WHERE stakeholder_id = ?", .integer(id)) {
            $0.int64(0)
        }
        var (attended, person): ([Undo], [Undo]) = ([], [])
        let met = try undo(of: .activity, activities) {
            attended = try undo(of: .attendee, attendances) {
                person = try undo(of: .stakeholder, [id]) { try removeStakeholder(id) }
            }
        }
        return attended + met + person
    }

    /// Takes an act back, unless somebody has gone on from there.
    /// - Returns: whether it was.
    package func takeBack(_ undo: Undo) throws -> Bool {
        let (table, columns) = (undo.subject.rawValue, undo.columns)
        // It changed nothing.
        if columns.isEmpty { return true }
        guard try values(of: columns, undo.subject, undo.id) == undo.after, try !isUsed(undo) else { return false }
        guard let before = undo.before else {
            try database.run("DELETE FROM \(table) WHERE id = ?", .integer(undo.id))
            return true
        }
        let values = before.map(Value.init) + [.integer(undo.id)]
        if undo.after == nil {
            let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
            try database.statement(
                "INSERT INTO \(table)(\(columns.joined(separator: ", ")), id) VALUES (\(places))"
            ).run(values)
        } else {
            let changes = columns.map { "\($0) = ?" }.joined(separator: ", ")
            try database.statement("UPDATE \(table) SET \(changes) WHERE id = ?").run(values)
        }
        return true
    }

    /// Whether somebody who was added took part in something since.
    private func isUsed(_ undo: Undo) throws -> Bool {
        guard undo.subject == .stakeholder, undo.before == nil else { return false }
        return try database.first(
            "SELECT 1 FROM participation WHERE stakeholder_id = ? LIMIT 1", .integer(undo.id)
        ) { _ in true } ?? false
    }

    /// The account whose plan an act changed; nil where it is nobody's plan.
    package func planChanged(by undo: Undo) throws -> RowID? {
        switch undo.subject {
        case .account: undo.id
        case .hold, .milestone, .research, .stakeholder:
            try database.first(
                "SELECT account_id FROM \(undo.subject.rawValue) WHERE id = ?", .integer(undo.id)
            ) { $0.int64(0) }
        case .activity, .ask, .attendee, .away, .commitment, .highlight, .promise, .coachingNote: nil
        }
    }

    private func values(of columns: [String], _ subject: Undo.Subject, _ id: RowID) throws -> [JSON]? {
        try database.first(
            "SELECT json_array(\(columns.joined(separator: ", "))) FROM \(subject.rawValue) WHERE id = ?",
            .integer(id)
        ) { row in (try? JSON(parsing: row.withUTF8(0) { Array($0) }))?.elements } ?? nil
    }

    // MARK: Which row an act will change

    /// The hold of an account that covers the day, or begins on it.
    package func currentHold(of account: RowID, on date: CivilDate) throws -> RowID? {
        try currentHolds(of: account, on: date).first
    }

    /// All of them, the longest first.
    package func currentHolds(of account: RowID, on date: CivilDate) throws -> [RowID] {
        try database.query(
            """
            SELECT id FROM hold WHERE account_id = ?1 AND from_on <= ?2 AND (until_on >= ?2 OR from_on = ?2)
            ORDER BY until_on DESC
            """, .integer(account), Value(date)
        ) { $0.int64(0) }
    }

    /// Where the topic of an account is noted.
    package func researchRow(of account: RowID, about topic: String) throws -> RowID? {
        try database.first(
            "SELECT id FROM research_item WHERE account_id = ? AND topic = ?", .integer(account), .text(topic)
        ) { $0.int64(0) }
    }

    /// The leaves of a person that cover the day.
    package func leaves(of person: RowID, on day: CivilDate) throws -> [RowID] {
        try database.query(
            "SELECT id FROM away WHERE person_id = ?1 AND from_on <= ?2 AND until_on >= ?2", .integer(person),
            Value(day)
        ) { $0.int64(0) }
    }

    /// The leave of a person that begins on the day.
    package func leave(of person: RowID, from first: CivilDate) throws -> RowID? {
        try database.first(
            "SELECT id FROM away WHERE person_id = ? AND from_on = ?", .integer(person), Value(first)
        ) { $0.int64(0) }
    }
}

extension Value {
    /// Of a column that holds text or a whole number.
    fileprivate init(_ json: JSON) {
        switch json {
        case .string(let text): self = .text(text)
        case .integer(let number): self = .integer(Int64(number))
        case .object, .array, .number, .bool, .null: self = .null
        }
    }
}

// MARK: As it is kept

extension Undo {
    var json: JSON {
        [
            "subject": .string(subject.rawValue), "id": .integer(Int(id)),
            "columns": .array(columns.map(JSON.string)),
            "before": before.map(JSON.array) ?? .null, "after": after.map(JSON.array) ?? .null,
        ]
    }

    /// Nil where another version wrote it differently.
    init?(_ json: JSON) {
        func values(_ name: String) -> [JSON]? {
            if case .array(let values)? = json[name] { values } else { nil }
        }
        guard let subject = json["subject"]?.string.flatMap(Subject.init), let id = json["id"]?.integer else {
            return nil
        }
        let columns = (values("columns") ?? []).compactMap(\.string)
        guard columns.allSatisfy(subject.columns.contains) else { return nil }
        self.init(
            subject: subject, id: RowID(id), columns: columns, before: values("before"), after: values("after"))
    }
}
