extension Schema {
    /// Keep the store right whoever writes: the sqlite3 shell with foreign keys off, `INSERT OR REPLACE` (which runs no delete
    /// triggers), late and back-dated rows. A trigger never says `OR IGNORE`: the policy of the outer statement would go before it.
    static var triggers: [String] {
        activityTriggers + attendeeTriggers + mentionTriggers + correctingTriggers + ownershipTriggers + partingTriggers
            + capTriggers
            + replacementTriggers
            + keyTriggers + idTriggers + leavingTriggers
            + removalTriggers + importTriggers + changeTriggers + historyTriggers
    }

    // MARK: What activity says about its account, stakeholder and milestone

    private static func lastTouch(of id: String) -> String {
        "(SELECT max(occurred_at) FROM activity WHERE account_id = \(id) AND touch = 1)"
    }

    /// Not of the view `participation`, of which SQLite would read every row for an id that comes from another row.
    /// - Parameter limit: What else holds of the touch `v`.
    static func lastTwoWay(of id: String, where limit: String = "1") -> String {
        let isCounted = "v.direction = 'two-way' AND v.touch = 1 AND \(limit)"
        let own = "SELECT max(v.occurred_at) FROM activity v WHERE v.stakeholder_id = \(id) AND \(isCounted)"
        let attended =
            "SELECT max(v.occurred_at) FROM attendee t CROSS JOIN activity v ON v.id = t.activity_id "
            + "WHERE t.stakeholder_id = \(id) AND \(isCounted)"
        return "nullif(max(ifnull((\(own)), -1), ifnull((\(attended)), -1)), -1)"
    }

    private static func firstActivity(of id: String) -> String {
        "(SELECT min(occurred_at) FROM activity WHERE milestone_id = \(id))"
    }

    static func deriveAccounts(where condition: String) -> String {
        "UPDATE account SET last_touch_at = \(lastTouch(of: "account.id")) WHERE \(condition)"
    }

    static func deriveStakeholders(where condition: String) -> String {
        "UPDATE stakeholder SET last_two_way_at = \(lastTwoWay(of: "stakeholder.id")) WHERE \(condition)"
    }

    static func deriveMilestones(where condition: String) -> String {
        "UPDATE milestone SET first_activity_at = \(firstActivity(of: "milestone.id")) WHERE \(condition)"
    }

    /// A writer that sets a derived column himself is put right.
    private static let correctingTriggers = [
        ("account", "last_touch_at", lastTouch(of: "NEW.id"), deriveAccounts(where: "id = NEW.id")),
        ("stakeholder", "last_two_way_at", lastTwoWay(of: "NEW.id"), deriveStakeholders(where: "id = NEW.id")),
        ("milestone", "first_activity_at", firstActivity(of: "NEW.id"), deriveMilestones(where: "id = NEW.id")),
    ].map { table, column, right, derive in
        """
        CREATE TRIGGER \(table)_correct AFTER UPDATE OF \(column) ON \(table) WHEN NEW.\(column) IS NOT \(right) BEGIN
          \(derive);
        END
        """
    }

    private static let activityTriggers = [
        """
        CREATE TRIGGER activity_insert AFTER INSERT ON activity BEGIN
          UPDATE account SET last_touch_at = NEW.occurred_at
            WHERE id = NEW.account_id AND NEW.touch = 1 AND ifnull(last_touch_at < NEW.occurred_at, 1);
          UPDATE stakeholder SET last_two_way_at = NEW.occurred_at
            WHERE id = NEW.stakeholder_id AND NEW.touch = 1 AND NEW.direction = 'two-way'
              AND ifnull(last_two_way_at < NEW.occurred_at, 1);
          UPDATE milestone SET first_activity_at = NEW.occurred_at
            WHERE id = NEW.milestone_id AND ifnull(first_activity_at > NEW.occurred_at, 1);
          \(mark("account", "NEW.account_id"))
          \(mark("day", "NEW.person_id"))
        END
        """,
        """
        CREATE TRIGGER activity_update
          AFTER UPDATE OF person_id, account_id, kind, occurred_at, direction, stakeholder_id, milestone_id ON activity
        BEGIN
          \(deriveAccounts(where: "id IN (OLD.account_id, NEW.account_id)"));
          \(deriveStakeholders(where: "id IN (SELECT OLD.stakeholder_id UNION SELECT NEW.stakeholder_id UNION \(attendees(of: "NEW.id")))"));
          \(deriveMilestones(where: "id IN (OLD.milestone_id, NEW.milestone_id)"));
          \(mark("account", "OLD.account_id"))
          \(mark("account", "NEW.account_id"))
          \(mark("day", "OLD.person_id"))
          \(mark("day", "NEW.person_id"))
        END
        """,
        """
        CREATE TRIGGER activity_delete AFTER DELETE ON activity BEGIN
          \(deriveAccounts(where: "id = OLD.account_id"));
          \(deriveStakeholders(where: "id = OLD.stakeholder_id"));
          \(deriveMilestones(where: "id = OLD.milestone_id"));
          \(mark("account", "OLD.account_id"))
          \(mark("day", "OLD.person_id"))
        END
        """,
        """
        CREATE TRIGGER account_derive AFTER INSERT ON account BEGIN
          \(deriveAccounts(where: "id = NEW.id"));
        END
        """,
        """
        CREATE TRIGGER stakeholder_derive AFTER INSERT ON stakeholder BEGIN
          \(deriveStakeholders(where: "id = NEW.id"));
        END
        """,
        """
        CREATE TRIGGER milestone_derive AFTER INSERT ON milestone BEGIN
          \(deriveMilestones(where: "id = NEW.id"));
        END
        """,
    ]

    // MARK: A stakeholder or milestone belongs to the account of its activity

    private static let ownershipTriggers = ["INSERT", "UPDATE OF account_id, stakeholder_id, milestone_id"].map {
        event in
        """
        CREATE TRIGGER activity_ownership_\(event.prefix(6).lowercased()) AFTER \(event) ON activity
          WHEN NEW.stakeholder_id IS NOT NULL OR NEW.milestone_id IS NOT NULL
        BEGIN
          SELECT RAISE(ABORT, 'the stakeholder belongs to another account')
            FROM stakeholder WHERE id = NEW.stakeholder_id AND account_id IS NOT NEW.account_id;
          SELECT RAISE(ABORT, 'the milestone belongs to another account')
            FROM milestone WHERE id = NEW.milestone_id AND account_id IS NOT NEW.account_id;
        END
        """
    }

    /// A stakeholder or milestone that moves to another account, or arrives later than its activity, leaves what it is no part of. One that
    /// follows an account which is replaced takes all with it.
    private static let partingTriggers = ["stakeholder", "milestone"].flatMap { table in
        [("INSERT", "1"), ("UPDATE OF account_id", "NOT \(isGone("account", "OLD.account_id"))")].map {
            event, condition in
            """
            CREATE TRIGGER \(table)_parting_\(event.prefix(6).lowercased()) AFTER \(event) ON \(table) WHEN \(condition) BEGIN
              UPDATE activity SET \(table)_id = NULL WHERE \(table)_id = NEW.id AND account_id IS NOT NEW.account_id;
              \(table == "stakeholder" ? leaveActivities(ofOthers: "stakeholder_id = NEW.id") : "")
            END
            """
        }
    }

    // MARK: The Magnificent 50

    /// What is said to the 51st account.
    package static let fullList = "the rep has \(accountsPerRep) active accounts already: close or drop one first"

    private static let capTriggers = ["INSERT", "UPDATE OF rep_id, status"].map { event in
        """
        CREATE TRIGGER account_cap_\(event.prefix(6).lowercased()) AFTER \(event) ON account
          WHEN NEW.status = 'active' AND NEW.rep_id IS NOT NULL
        BEGIN
          SELECT RAISE(ABORT, '\(fullList)')
            WHERE (SELECT count(*) FROM account WHERE rep_id = NEW.rep_id AND status = 'active') > \(accountsPerRep);
        END
        """
    }

    // MARK: What the engine looks at again

    /// - Parameter subject: "account", "person", or "day" for a person's activity alone.
    static func mark(_ subject: String, _ id: String) -> String {
        let column = subject == "account" ? "account_id" : "person_id"
        return """
            INSERT INTO changed_\(subject)(\(column)) SELECT \(id)
              WHERE \(id) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_\(subject) WHERE \(column) = \(id));
            """
    }

    private static func markAll(_ condition: String) -> String {
        """
        INSERT INTO changed_person(person_id) SELECT id FROM person
          WHERE (\(condition)) AND id NOT IN (SELECT person_id FROM changed_person);
        """
    }

    private static var changeTriggers: [String] {
        let imported = ["stakeholder", "milestone"].flatMap { table in
            changes(of: table, key: externalKey) { mark("account", "\($0).account_id") }
        }
        let byAccount = ["hold", "research_item"].flatMap { table in
            changes(of: table) { mark("account", "\($0).account_id") }
        }
        let byPerson = [("away", "person_id"), ("plan", "rep_id"), ("handle", "person_id")].flatMap { table, column in
            changes(of: table) { mark("person", "\($0).\(column)") }
        }
        let byDay = [
            ("commitment", ["rep_id"]), ("ask", ["rep_id"]), ("promise", ["leader_id"]),
            ("coaching_note", ["leader_id"]), ("highlight", ["rep_id"]),
        ].flatMap { table, columns in
            changes(of: table) { row in columns.map { mark("day", "\(row).\($0)") }.joined(separator: "\n") }
        }
        let account = changes(
            of: "account", key: externalKey,
            columns:
                "rep_id, external_id, name, rank, industry, status, selected_on, stall_after, next_step, next_step_on, own_message, insight, "
                + "trigger_event"
        ) { mark("account", "\($0).id") + "\n" + mark("day", "\($0).rep_id") }
        let holiday = changes(of: "holiday") { row in
            markAll(
                "(\(row).person_id IS NULL AND (\(row).team_id IS NULL OR team_id = \(row).team_id)) "
                    + "OR id = \(row).person_id")
        }
        let people =
            changes(of: "person") { mark("person", "\($0).id") }
            + changes(of: "team") { markAll("team_id = \($0).id") }
        return imported + byAccount + byPerson + byDay + account + likeness + holiday + people
    }

    /// A message that comes, changes or goes may be like others of the same list, or no longer.
    private static let likeness = [
        ("AFTER INSERT", "NEW.own_message IS NOT NULL", "= NEW.rep_id"),
        (
            "AFTER UPDATE OF own_message, rep_id, status",
            "OLD.own_message IS NOT NEW.own_message OR OLD.rep_id IS NOT NEW.rep_id OR OLD.status <> NEW.status",
            "IN (OLD.rep_id, NEW.rep_id)"
        ), ("AFTER DELETE", "OLD.own_message IS NOT NULL", "= OLD.rep_id"),
    ].enumerated().map { number, change in
        """
        CREATE TRIGGER account_likeness_\(number + 1) \(change.0) ON account WHEN \(change.1)
        BEGIN
          INSERT INTO changed_account(account_id) SELECT id FROM account
            WHERE rep_id \(change.2) AND status = 'active' AND own_message IS NOT NULL
              AND id NOT IN (SELECT account_id FROM changed_account);
        END
        """
    }

    /// - Parameter key: What else than its id makes an existing row give way to NEW, where NEW may belong to another account then.
    private static func changes(
        of table: String, key: String? = nil, columns: String? = nil, _ marks: (_ row: String) -> String
    ) -> [String] {
        let column = columns?.prefix { $0 != "," } ?? "id"
        let givingWay = "id = NEW.id" + (key.map { " OR \($0)" } ?? "")
        return [
            "CREATE TRIGGER \(table)_inserted AFTER INSERT ON \(table) BEGIN\n\(marks("NEW"))\nEND",
            """
            CREATE TRIGGER \(table)_updated AFTER UPDATE\(columns.map { " OF \($0)" } ?? "") ON \(table) BEGIN
            \(marks("OLD"))
            \(marks("NEW"))
            END
            """,
            "CREATE TRIGGER \(table)_deleted AFTER DELETE ON \(table) BEGIN\n\(marks("OLD"))\nEND",
            // INSERT OR REPLACE runs no delete trigger; an update that changes nothing marks what the old row belonged to.
            """
            CREATE TRIGGER \(table)_giving_way BEFORE INSERT ON \(table)
              WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(givingWay))
            BEGIN
              UPDATE \(table) SET \(column) = \(column) WHERE \(givingWay);
            END
            """,
        ]
    }
}
