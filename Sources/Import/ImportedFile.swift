/// A kind of file that can be imported, in the order in which references are resolved.
package enum ImportedFile: String, CaseIterable, Hashable, Sendable {
    case teams, people, holidays, away, plan, accounts, stakeholders, milestones, holds, research, activities,
        attendees, commitments, asks, promises

    package var columns: [ImportColumn] {
        switch self {
        case .teams: [.required("name"), "timezone", "leader", "deputy", "external_id"]
        case .people:
            [.required("email"), .required("name"), "role", "team", "timezone", "workdays", "hours", "external_id"]
        case .holidays: [.required("date"), "name", "team", "person"]
        case .away: [.required("person"), .required("from"), .required("to"), "reason"]
        case .plan: [.required("rep"), .required("kind"), .required("count")]
        case .accounts:
            [
                .required("external_id"), .required("rep"), .required("name"), "rank", "industry", "selected_on",
                "status",
                "stall_after", "next_step", "next_step_on", "own_message", "fit_note", "insight",
            ]
        case .stakeholders: [.required("external_id"), .required("account"), .required("name"), "role", "email"]
        case .milestones:
            [
                .required("external_id"), .required("account"), .required("title"), "due_on", "done_on", "skipped_on",
                "skip_reason",
            ]
        case .holds: [.required("account"), .required("from"), .required("until"), .required("reason")]
        case .activities:
            [
                .required("external_id"), .required("rep"), "account", .required("kind"), .required("occurred_at"),
                "direction", "stakeholder", "milestone", "note",
            ]
        case .attendees: [.required("activity"), .required("stakeholder")]
        case .research: [.required("account"), .required("topic"), .required("answer"), "known_on"]
        case .commitments:
            [
                .required("external_id"), .required("rep"), "account", .required("text"), .required("due_on"),
                "made_at",
                "kept_at", "dropped_at",
            ]
        case .asks:
            [
                .required("external_id"), .required("rep"), "account", .required("text"), "asked_at", "answered_at",
                "answered_by", "answer",
            ]
        case .promises:
            [.required("leader"), "rep", "account", .required("text"), "due_on", .required("made_at"), "kept_at"]
        }
    }
}

extension ImportedFile {
    /// The column that a person would look at to tell two rows apart.
    var keyColumn: String {
        switch self {
        case .teams: "name"
        case .people: "email"
        case .holidays: "date"
        case .away, .holds: "from"
        case .plan: "kind"
        case .accounts, .stakeholders, .milestones, .activities, .commitments, .asks: "external_id"
        case .attendees: "stakeholder"
        case .research: "topic"
        case .promises: "text"
        }
    }
}

/// A column of the contract.
package struct ImportColumn: Hashable, Sendable, ExpressibleByStringLiteral {
    package let name: String
    /// A row with an empty field in it is refused.
    package let isRequired: Bool

    package init(stringLiteral value: String) {
        name = value
        isRequired = false
    }

    private init(required name: String) {
        self.name = name
        isRequired = true
    }

    static func required(_ name: String) -> ImportColumn { ImportColumn(required: name) }
}
