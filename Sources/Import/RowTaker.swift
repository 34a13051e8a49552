import CivilTime
import Coaching
import Diagnostics
import SQLite
import Store

/// Checks the rows of one file and writes them.
struct RowTaker {
    let file: ImportedFile
    let writer: RowWriter
    let references: References
    let zones: ZoneDatabase
    let source: Value
    /// Columns of the contract that the file has, in the writer's order.
    private let present: Set<String>

    init(
        _ file: ImportedFile, columns: Set<String>, store: Store, references: References, zones: ZoneDatabase,
        source: String
    ) throws {
        self.file = file
        self.references = references
        self.zones = zones
        self.source = .text(source)
        present = columns
        let table = Self.table(of: file)
        writer = try RowWriter(
            store, table: table.name, key: table.key,
            columns: table.columns.filter { columns.contains($0.imported) }.map(\.written))
    }

    private struct Table {
        var name: String
        /// A key column that may be NULL begins with "?".
        var key: [String]
        var columns: [(imported: String, written: WrittenColumn)]
    }

    private static func table(of file: ImportedFile) -> Table {
        func plain(_ names: String...) -> [(imported: String, written: WrittenColumn)] {
            names.map { ($0, WrittenColumn($0)) }
        }
        switch file {
        case .teams:
            return Table(
                name: "team", key: ["name"],
                columns: [
                    ("timezone", WrittenColumn("time_zone")), ("leader", WrittenColumn("leader_id")),
                    ("deputy", WrittenColumn("deputy_id")), ("external_id", WrittenColumn("external_id")),
                    ("external_id", WrittenColumn("source")),
                ])
        case .people:
            return Table(
                name: "person", key: ["email"],
                columns: [
                    ("name", WrittenColumn("name")), ("role", WrittenColumn("role", ifEmpty: "'rep'")),
                    ("team", WrittenColumn("team_id")), ("timezone", WrittenColumn("time_zone")),
                    ("workdays", WrittenColumn("workdays")), ("hours", WrittenColumn("hours")),
                    ("external_id", WrittenColumn("external_id")), ("external_id", WrittenColumn("source")),
                ])
        case .holidays: return Table(name: "holiday", key: ["on_date", "?team_id", "?person_id"], columns: plain("name"))
        case .away:
            return Table(
                name: "away", key: ["person_id", "from_on"],
                columns: [("to", WrittenColumn("until_on")), ("reason", WrittenColumn("reason"))])
        case .plan: return Table(name: "plan", key: ["rep_id", "kind"], columns: plain("count"))
        case .accounts:
            return Table(
                name: "account", key: ["external_id", "source"],
                columns: [("rep", WrittenColumn("rep_id"))] + plain("name", "rank", "industry") + [
                    ("selected_on", WrittenColumn("selected_on", ifEmpty: "date('now')")),
                    ("status", WrittenColumn("status", ifEmpty: "'active'")),
                ] + plain("stall_after", "next_step", "next_step_on", "own_message", "fit_note", "insight"))
        case .stakeholders:
            return Table(
                name: "stakeholder", key: ["external_id", "source"],
                columns: [("account", WrittenColumn("account_id"))] + plain("name", "role", "email"))
        case .milestones:
            return Table(
                name: "milestone", key: ["external_id", "source"],
                columns: [("account", WrittenColumn("account_id"))]
                    + plain("title", "due_on", "done_on", "skipped_on", "skip_reason"))
        case .holds:
            return Table(
                name: "hold", key: ["account_id", "from_on"],
                columns: [("until", WrittenColumn("until_on")), ("reason", WrittenColumn("reason"))])
        case .activities:
            return Table(
                name: "activity", key: ["external_id", "source"],
                columns: [
                    ("rep", WrittenColumn("person_id")), ("account", WrittenColumn("account_id")),
                    ("kind", WrittenColumn("kind")), ("occurred_at", WrittenColumn("occurred_at")),
                    ("direction", WrittenColumn("direction")), ("stakeholder", WrittenColumn("stakeholder_id")),
                    ("milestone", WrittenColumn("milestone_id")), ("note", WrittenColumn("note")),
                ])
        }
    }

    /// Checks a row and writes it.
    /// - Throws: `RowProblem` when the row is refused; `DatabaseError` when the store itself is in trouble.
    func take(_ fields: Fields) throws -> RowChange {
        try fields.checkWidth()
        let values = try values(of: fields)
        do {
            return try writer.write(values)
        } catch let error as DatabaseError where error.isConstraint {
            throw RowProblem(Self.column(of: error.message, in: file), Self.reason(error.message))
        }
    }

    private func values(of fields: Fields) throws -> [Value] {
        switch file {
        case .teams:
            return [.text(try fields.required("name"))] + optional([
                ("timezone", Value(try zone(fields))), ("leader", try person(fields, "leader")),
                ("deputy", try person(fields, "deputy")), ("external_id", Value(fields.text("external_id"))),
                ("external_id", fields.text("external_id") == nil ? nil : source),
            ])
        case .people:
            return [.text(try email(fields, "email"))] + optional([
                ("name", .text(try fields.required("name"))),
                ("role", Value(try fields.oneOf(PersonRole.allCases.map(\.rawValue), "role"))),
                ("team", try team(fields)), ("timezone", Value(try zone(fields))),
                ("workdays", Value(try fields.checked("workdays") { text throws(TimeFormatError) in try WeekdaySet(parsing: text).description })),
                ("hours", Value(try fields.checked("hours") { text throws(TimeFormatError) in try WorkingHours(parsing: text).description })),
                ("external_id", Value(fields.text("external_id"))),
                ("external_id", fields.text("external_id") == nil ? nil : source),
            ])
        case .holidays:
            return [Value(try fields.requiredDate("date")), try team(fields), try person(fields, "person")]
                + optional([("name", Value(fields.text("name")))])
        case .away:
            let (from, to) = (try fields.requiredDate("from"), try fields.requiredDate("to"))
            guard from <= to else { throw RowProblem("to", "\(to) lies before the first day away, \(from)") }
            return [try requiredPerson(fields, "person"), Value(from)]
                + optional([("to", Value(to)), ("reason", Value(fields.text("reason")))])
        case .plan:
            let kind = try fields.oneOf(PlanKind.allNames, "kind")
            guard let kind else { throw RowProblem("kind", "kind is empty, a row needs it") }
            guard let count = try fields.integer("count", 0...1000) else {
                throw RowProblem("count", "count is empty, a row needs it")
            }
            return [try requiredPerson(fields, "rep"), .text(kind), Value(count)]
        case .accounts: return try accountValues(fields)
        case .stakeholders:
            let account = try account(fields)
            try checkOwner(try references.stakeholder(try fields.required("external_id"))?.account, account, "stakeholder")
            return [.text(try fields.required("external_id")), source] + optional([
                ("account", account), ("name", .text(try fields.required("name"))),
                ("role", Value(try fields.oneOf(StakeholderRole.allCases.map(\.rawValue), "role"))),
                ("email", Value(fields.text("email"))),
            ])
        case .milestones:
            let account = try account(fields)
            try checkOwner(try references.milestone(try fields.required("external_id"))?.account, account, "milestone")
            let skipped = try fields.date("skipped_on")
            if skipped != nil, fields.text("skip_reason") == nil {
                throw RowProblem("skipped_on", "a milestone is skipped with a reason, and skip_reason is empty")
            }
            return [.text(try fields.required("external_id")), source] + optional([
                ("account", account), ("title", .text(try fields.required("title"))),
                ("due_on", Value(try fields.date("due_on"))), ("done_on", Value(try fields.date("done_on"))),
                ("skipped_on", Value(skipped)), ("skip_reason", Value(fields.text("skip_reason"))),
            ])
        case .holds:
            let (from, until) = (try fields.requiredDate("from"), try fields.requiredDate("until"))
            guard from <= until else { throw RowProblem("until", "\(until) lies before the first day of the hold, \(from)") }
            return [try account(fields), Value(from)]
                + optional([("until", Value(until)), ("reason", .text(try fields.required("reason")))])
        case .activities: return try activityValues(fields)
        }
    }

    private func accountValues(_ fields: Fields) throws -> [Value] {
        [.text(try fields.required("external_id")), source] + optional([
            ("rep", try requiredPerson(fields, "rep")), ("name", .text(try fields.required("name"))),
            ("rank", Value(try fields.integer("rank", 1...1_000_000))), ("industry", Value(fields.text("industry"))),
            ("selected_on", Value(try fields.date("selected_on"))),
            ("status", Value(try fields.oneOf(AccountStatus.allCases.map(\.rawValue), "status"))),
            ("stall_after", Value(try fields.integer("stall_after", 1...1000))),
            ("next_step", Value(fields.text("next_step"))), ("next_step_on", Value(try fields.date("next_step_on"))),
            ("own_message", Value(fields.text("own_message"))), ("fit_note", Value(fields.text("fit_note"))),
            ("insight", Value(fields.text("insight"))),
        ])
    }

    private func activityValues(_ fields: Fields) throws -> [Value] {
        let kind = try fields.required("kind")
        if ActivityKind(rawValue: kind) == nil {
            _ = try fields.oneOf(ActivityKind.allCases.map(\.rawValue), "kind")
        }
        let account = fields.text("account") == nil ? nil : try account(fields)
        return [.text(try fields.required("external_id")), source] + optional([
            ("rep", try requiredPerson(fields, "rep")), ("account", account), ("kind", .text(kind)),
            ("occurred_at", Value(try fields.instant("occurred_at"))),
            ("direction", Value(try fields.oneOf(Direction.allCases.map(\.rawValue), "direction"))),
            ("stakeholder", try owned(fields, "stakeholder", of: account, references.stakeholder)),
            ("milestone", try owned(fields, "milestone", of: account, references.milestone)),
            ("note", Value(fields.text("note"))),
        ])
    }

    /// The values of the columns that the file has.
    private func optional(_ values: [(column: String, value: Value)]) -> [Value] {
        values.filter { present.contains($0.column) }.map(\.value)
    }

    // MARK: References

    private func email(_ fields: Fields, _ column: String) throws(RowProblem) -> String {
        let email = try fields.required(column)
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !email.contains(where: \.isWhitespace) else {
            throw RowProblem(column, "\"\(email)\" is not an e-mail address")
        }
        return email
    }

    private func person(_ fields: Fields, _ column: String) throws -> Value {
        guard let email = fields.text(column) else { return nil }
        if let id = try references.person(email: email) { return .integer(id) }
        let near = nearestName(to: email, in: try references.emails())
        throw RowProblem(column, "there is no person \"\(email)\"", hint: near.map { "did you mean \($0)?" })
    }

    private func requiredPerson(_ fields: Fields, _ column: String) throws -> Value {
        _ = try fields.required(column)
        return try person(fields, column)
    }

    private func team(_ fields: Fields) throws -> Value {
        guard let name = fields.text("team") else { return nil }
        if let id = try references.team(name: name) { return .integer(id) }
        let near = nearestName(to: name, in: try references.teamNames())
        throw RowProblem("team", "there is no team \"\(name)\"", hint: near.map { "did you mean \"\($0)\"?" })
    }

    private func account(_ fields: Fields) throws -> Value {
        let externalID = try fields.required("account")
        guard let id = try references.account(externalID) else {
            throw RowProblem("account", "there is no account with the external id \"\(externalID)\"")
        }
        return .integer(id)
    }

    /// A stakeholder or milestone, which has to be of the activity's own account.
    private func owned(
        _ fields: Fields, _ column: String, of account: Value,
        _ find: (String) throws -> (id: RowID, account: RowID)?
    ) throws -> Value {
        guard let externalID = fields.text(column) else { return nil }
        guard let found = try find(externalID) else {
            throw RowProblem(column, "there is no \(column) with the external id \"\(externalID)\"")
        }
        guard account == .integer(found.account) else {
            throw RowProblem(column, "the \(column) \"\(externalID)\" belongs to another account")
        }
        return .integer(found.id)
    }

    private func checkOwner(_ owner: RowID?, _ account: Value, _ what: String) throws(RowProblem) {
        if let owner, account != .integer(owner) {
            throw RowProblem("account", "this \(what) belongs to another account already")
        }
    }

    private func zone(_ fields: Fields) throws(RowProblem) -> String? {
        guard let name = fields.text("timezone") else { return nil }
        do throws(ZoneError) {
            return try zones.zone(name).identifier
        } catch {
            throw RowProblem("timezone", "\(error)")
        }
    }

    // MARK: What the store refuses

    private static func reason(_ message: String) -> String {
        message.hasPrefix("UNIQUE") ? "another row has this key already (\(message))" : message
    }

    private static func column(of message: String, in file: ImportedFile) -> String? {
        if file == .accounts, message.contains("50 active") { return "rep" }
        return file.columns.first { message.contains($0.name) }?.name
    }
}
