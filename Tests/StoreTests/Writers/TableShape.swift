/// What a random writer needs to know of a table to write plausible and implausible rows.
struct TableShape {
    enum Domain {
        case id
        case reference(String, isOptional: Bool)
        case text(String)
        case choice([String])
        case number(ClosedRange<Int>)
        case date(isOptional: Bool)
        case instant
        case externalID
        case source
    }

    let name: String
    let weight: Int
    let columns: [(name: String, domain: Domain)]
    /// Unique keys besides the id, as an upsert names them.
    let keys: [String]

    private static let imported: [(name: String, domain: Domain)] = [
        ("id", .id), ("source", .source), ("external_id", .externalID),
    ]
    private static let touches = ["call", "email", "meeting", "demo", "visit", "social", "event"]
    private static let externalKey = "(external_id, source)"

    static let all = [
        TableShape(
            name: "activity", weight: 40,
            columns: imported + [
                ("person_id", .reference("person", isOptional: false)),
                ("account_id", .reference("account", isOptional: true)),
                ("kind", .choice(touches + ["research", "proposal", "internal"])), ("occurred_at", .instant),
                ("direction", .choice(["out", "two-way", "two-way"])),
                ("stakeholder_id", .reference("stakeholder", isOptional: true)),
                ("milestone_id", .reference("milestone", isOptional: true)), ("note", .text("note")),
            ],
            keys: [externalKey + " WHERE external_id IS NOT NULL"]),
        TableShape(
            name: "attendee", weight: 16,
            columns: [
                ("id", .id), ("activity_id", .reference("activity", isOptional: false)),
                ("stakeholder_id", .reference("stakeholder", isOptional: false)),
            ],
            keys: ["(activity_id, stakeholder_id)"]),
        TableShape(
            name: "account", weight: 16,
            columns: imported + [
                ("rep_id", .reference("person", isOptional: true)), ("name", .text("account")),
                ("rank", .number(1...50)), ("status", .choice(["active", "active", "active", "won", "dropped"])),
                ("selected_on", .date(isOptional: false)), ("inner_circle", .number(0...1)),
                ("stall_after", .number(1...9)), ("next_step", .text("step")),
                ("next_step_on", .date(isOptional: true)), ("own_message", .text("message")),
                ("insight", .text("insight")), ("last_touch_at", .instant),
            ],
            keys: [externalKey]),
        TableShape(
            name: "stakeholder", weight: 12,
            columns: imported + [
                ("account_id", .reference("account", isOptional: false)), ("name", .text("stakeholder")),
                ("role", .choice(["economic buyer", "champion", "user", "blocker"])), ("last_two_way_at", .instant),
            ],
            keys: [externalKey]),
        TableShape(
            name: "milestone", weight: 12,
            columns: imported + [
                ("account_id", .reference("account", isOptional: false)), ("title", .text("milestone")),
                ("due_on", .date(isOptional: true)), ("done_on", .date(isOptional: true)),
                ("skipped_on", .date(isOptional: true)), ("skip_reason", .text("reason")),
                ("first_activity_at", .instant),
            ],
            keys: [externalKey]),
        TableShape(
            name: "person", weight: 8,
            columns: imported + [
                ("email", .choice((1...8).map { "p\($0)@example.com" })), ("name", .text("person")),
                ("role", .choice(["rep", "leader"])), ("team_id", .reference("team", isOptional: true)),
                ("left_on", .date(isOptional: true)),
            ],
            keys: [externalKey, "(email)"]),
        TableShape(
            name: "team", weight: 4,
            columns: imported + [
                ("name", .choice(["North", "South", "East"])), ("leader_id", .reference("person", isOptional: true)),
                ("deputy_id", .reference("person", isOptional: true)),
            ],
            keys: [externalKey, "(name)"]),
        TableShape(
            name: "hold", weight: 4,
            columns: [
                ("id", .id), ("account_id", .reference("account", isOptional: false)),
                ("from_on", .date(isOptional: false)), ("until_on", .choice(["2027-01-01", "2027-02-01"])),
                ("reason", .text("reason")),
            ],
            keys: ["(account_id, from_on)"]),
        TableShape(
            name: "plan", weight: 2,
            columns: [
                ("id", .id), ("rep_id", .reference("person", isOptional: false)),
                ("kind", .choice(["touch", "call", "research"])), ("count", .number(0...9)),
            ],
            keys: ["(rep_id, kind)"]),
        TableShape(
            name: "away", weight: 2,
            columns: [
                ("id", .id), ("person_id", .reference("person", isOptional: false)),
                ("from_on", .date(isOptional: false)), ("until_on", .choice(["2027-01-01", "2027-02-01"])),
            ],
            keys: ["(person_id, from_on)"]),
    ]
}
