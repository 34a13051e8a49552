import Coaching
import SQLite
import Store

/// How the rows of a file become rows of a table: the contract, column by column.
struct ImportTable {
    let name: String
    /// The columns that name a row. One that may be NULL begins with "?".
    let key: [(name: String, read: RowTaker.Read)]
    let columns: [(imported: String, written: WrittenColumn, read: RowTaker.Read)]
    /// What has to hold between columns.
    var check: (Fields) throws -> Void = { _ in }
    /// A row that may be meant already, though its key is another.
    var namesake: (Fields) throws -> Named? = { _ in nil }
    /// What is worth a look though the row goes in.
    var remark: (Fields) throws -> RowProblem? = { _ in nil }

    init(_ file: ImportedFile, _ reader: ColumnReader) {
        /// A column that is called the same in the file and in the table.
        func same(_ name: String, _ read: @escaping RowTaker.Read) -> (String, WrittenColumn, RowTaker.Read) {
            (name, WrittenColumn(name), read)
        }
        func renamed(_ imported: String, _ name: String, _ read: @escaping RowTaker.Read) -> (
            String, WrittenColumn, RowTaker.Read
        ) { (imported, WrittenColumn(name), read) }

        let externalKey: [(String, RowTaker.Read)] = [
            ("external_id", reader.requiredText("external_id")),
            ("source", { [source = reader.source] _ in .text(source) }),
        ]
        switch file {
        case .teams:
            name = "team"
            key = [("name", reader.requiredText("name"))]
            columns = [
                renamed("timezone", "time_zone", reader.zone("timezone")),
                renamed("leader", "leader_id", reader.person("leader")),
                renamed("deputy", "deputy_id", reader.person("deputy")),
                same("external_id", reader.text("external_id")),
                renamed("external_id", "source", reader.sourceOf("external_id")),
            ]
        case .people:
            name = "person"
            key = [("email", reader.email("email"))]
            columns = [
                same("name", reader.requiredText("name")),
                (
                    "role", WrittenColumn("role", ifEmpty: "'rep'"),
                    reader.oneOf(PersonRole.allCases.map(\.rawValue), "role")
                ),
                renamed("team", "team_id", reader.team("team")),
                renamed("timezone", "time_zone", reader.zone("timezone")),
                same("workdays", reader.workdays("workdays")), same("hours", reader.hours("hours")),
                same("external_id", reader.text("external_id")),
                renamed("external_id", "source", reader.sourceOf("external_id")),
            ]
        case .holidays:
            name = "holiday"
            key = [
                ("on_date", reader.requiredDate("date")), ("?team_id", reader.team("team")),
                ("?person_id", reader.person("person")),
            ]
            columns = [same("name", reader.text("name"))]
        case .away:
            name = "away"
            key = [("person_id", reader.requiredPerson("person")), ("from_on", reader.requiredDate("from"))]
            columns = [renamed("to", "until_on", reader.requiredDate("to")), same("reason", reader.text("reason"))]
            check = Self.order(reader.column("from"), reader.column("to"), "the first day away")
        case .plan:
            name = "plan"
            key = [("rep_id", reader.requiredPerson("rep")), ("kind", reader.requiredOneOf(PlanKind.allNames, "kind"))]
            columns = [same("count", reader.requiredInteger("count", 0...1000))]
        case .accounts:
            name = "account"
            key = externalKey
            columns = [
                renamed("rep", "rep_id", reader.requiredPerson("rep")), same("name", reader.requiredText("name")),
                same("rank", reader.integer("rank", 1...1_000_000)), same("industry", reader.text("industry")),
                ("selected_on", WrittenColumn("selected_on", ifEmpty: "date('now')"), reader.date("selected_on")),
                (
                    "status", WrittenColumn("status", ifEmpty: "'active'"),
                    reader.oneOf(AccountStatus.allCases.map(\.rawValue), "status")
                ),
                same("stall_after", reader.integer("stall_after", 1...1000)),
                same("next_step", reader.text("next_step")),
                same("next_step_on", reader.date("next_step_on")), same("own_message", reader.text("own_message")),
                same("fit_note", reader.text("fit_note")), same("insight", reader.text("insight")),
            ]
            check = reader.roomOnTheList()
            namesake = reader.accountNamesake()
        case .stakeholders:
            name = "stakeholder"
            key = externalKey
            columns = [
                renamed("account", "account_id", reader.requiredAccount("account")),
                same("name", reader.requiredText("name")),
                same("role", reader.oneOf(StakeholderRole.allCases.map(\.rawValue), "role")),
                same("email", reader.text("email")),
            ]
            check = reader.staysWithAccount("stakeholder", reader.references.stakeholder)
        case .milestones:
            name = "milestone"
            key = externalKey
            columns = [
                renamed("account", "account_id", reader.requiredAccount("account")),
                same("title", reader.requiredText("title")), same("due_on", reader.date("due_on")),
                same("done_on", reader.date("done_on")), same("skipped_on", reader.date("skipped_on")),
                same("skip_reason", reader.text("skip_reason")),
            ]
            let stays = reader.staysWithAccount("milestone", reader.references.milestone)
            let (skipped, reason) = (reader.column("skipped_on"), reader.column("skip_reason"))
            check = { fields in
                try stays(fields)
                if fields.text(skipped.place) != nil, fields.text(reason.place) == nil {
                    throw RowProblem(skipped, "a milestone is skipped with a reason, and skip_reason is empty")
                }
            }
        case .holds:
            name = "hold"
            key = [("account_id", reader.requiredAccount("account")), ("from_on", reader.requiredDate("from"))]
            columns = [
                renamed("until", "until_on", reader.requiredDate("until")),
                same("reason", reader.requiredText("reason")),
            ]
            check = Self.order(reader.column("from"), reader.column("until"), "the first day of the hold")
        case .activities:
            name = "activity"
            key = externalKey
            columns = [
                renamed("rep", "person_id", reader.requiredPerson("rep")),
                renamed("account", "account_id", reader.account("account")),
                same("kind", reader.requiredOneOf(ActivityKind.allCases.map(\.rawValue), "kind")),
                same("occurred_at", reader.requiredInstant("occurred_at")),
                same("direction", reader.oneOf(Direction.allCases.map(\.rawValue), "direction")),
                renamed("stakeholder", "stakeholder_id", reader.owned("stakeholder", reader.references.stakeholder)),
                renamed("milestone", "milestone_id", reader.owned("milestone", reader.references.milestone)),
                same("note", reader.text("note")),
            ]
        case .attendees:
            name = "attendee"
            key = [
                ("activity_id", reader.requiredActivity("activity")),
                ("stakeholder_id", reader.stakeholder("stakeholder", ofActivity: "activity")),
            ]
            columns = []
        case .research:
            name = "research_item"
            key = [("account_id", reader.requiredAccount("account")), ("topic", reader.requiredText("topic"))]
            columns = [same("answer", reader.requiredText("answer")), same("known_on", reader.date("known_on"))]
            remark = reader.strangeTopic()
        case .commitments:
            name = "commitment"
            key = externalKey
            columns = [
                renamed("rep", "rep_id", reader.requiredPerson("rep")),
                renamed("account", "account_id", reader.account("account")), same("text", reader.requiredText("text")),
                same("due_on", reader.requiredDate("due_on")),
                ("made_at", WrittenColumn("made_at", ifEmpty: "unixepoch()"), reader.instant("made_at")),
                same("kept_at", reader.instant("kept_at")), same("dropped_at", reader.instant("dropped_at")),
            ]
        case .asks:
            name = "ask"
            key = externalKey
            columns = [
                renamed("rep", "rep_id", reader.requiredPerson("rep")),
                renamed("account", "account_id", reader.account("account")), same("text", reader.requiredText("text")),
                ("asked_at", WrittenColumn("asked_at", ifEmpty: "unixepoch()"), reader.instant("asked_at")),
                same("answered_at", reader.instant("answered_at")),
                same("answered_by", reader.person("answered_by")),
                same("answer", reader.text("answer")),
            ]
        case .promises:
            name = "promise"
            key = [
                ("leader_id", reader.requiredPerson("leader")), ("made_at", reader.requiredInstant("made_at")),
                ("text", reader.requiredText("text")),
            ]
            columns = [
                renamed("rep", "rep_id", reader.person("rep")),
                renamed("account", "account_id", reader.account("account")),
                same("due_on", reader.date("due_on")), same("kept_at", reader.instant("kept_at")),
            ]
        }
    }

    /// The second date may not lie before the first.
    private static func order(_ first: Column, _ second: Column, _ what: String) -> (Fields) throws -> Void {
        { fields in
            guard let from = try fields.date(first), let until = try fields.date(second), until < from else { return }
            throw RowProblem(second, "\(until) lies before \(what), \(from)")
        }
    }
}
