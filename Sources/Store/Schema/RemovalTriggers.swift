extension Schema {
    /// A table whose rows others point at.
    private struct Parent {
        let table: String
        /// Conditions under which an existing row gives way to NEW in `INSERT OR REPLACE`, apart from an equal id.
        let sameKey: String
        let children: [(table: String, column: String)]
    }

    static let externalKey = "(external_id = NEW.external_id AND source = NEW.source)"

    private static let parents = [
        Parent(
            table: "team", sameKey: "name = NEW.name OR \(externalKey)",
            children: [
                ("person", "team_id"), ("holiday", "team_id"), ("slot", "team_id"), ("message", "team_id"),
                ("quieted", "team_id"),
            ]),
        Parent(
            table: "person", sameKey: "email = NEW.email OR \(externalKey)",
            children: [
                ("team", "leader_id"), ("team", "deputy_id"), ("away", "person_id"), ("holiday", "person_id"),
                ("plan", "rep_id"), ("account", "rep_id"), ("activity", "person_id"), ("commitment", "rep_id"),
                ("ask", "rep_id"), ("ask", "answered_by"), ("coaching_note", "leader_id"), ("coaching_note", "rep_id"),
                ("promise", "leader_id"), ("promise", "rep_id"), ("finding", "rep_id"), ("finding", "person_id"),
                ("slot", "person_id"), ("message", "person_id"), ("message_item", "person_id"), ("highlight", "rep_id"),
                ("highlight", "leader_id"), ("ask_match", "helper_id"), ("handle", "person_id"),
            ]),
        Parent(
            table: "account", sameKey: externalKey,
            children: [
                ("stakeholder", "account_id"), ("milestone", "account_id"), ("hold", "account_id"),
                ("activity", "account_id"), ("commitment", "account_id"), ("ask", "account_id"),
                ("coaching_note", "account_id"), ("promise", "account_id"), ("research_item", "account_id"),
                ("finding", "account_id"), ("finding", "other_account_id"), ("message_item", "account_id"),
                ("history", "account_id"), ("highlight", "account_id"),
            ]),
        Parent(table: "ask", sameKey: externalKey, children: [("ask_match", "ask_id")]),
        Parent(
            table: "stakeholder", sameKey: externalKey,
            children: [("activity", "stakeholder_id"), ("attendee", "stakeholder_id")]),
        Parent(
            table: "milestone", sameKey: externalKey,
            children: [("activity", "milestone_id"), ("finding", "milestone_id")]
        ),
    ]

    static func sameKey(of table: String) -> String {
        parents.first { $0.table == table }?.sameKey ?? "(account_id = NEW.account_id AND from_on = NEW.from_on)"
    }

    /// Tells `OR REPLACE` from every other policy, by the very rule that the outer statement's policy goes before the trigger's: the
    /// row is there already, so only `OR REPLACE` writes it anew. `OR FAIL` and `OR ABORT` end here, as they would a moment later.
    static let askPolicy = "INSERT OR IGNORE INTO key_taken(id, replaces) VALUES (1, 1);"
    static let forgetPolicy = "UPDATE key_taken SET replaces = 0;"
    static let replaces = "(SELECT replaces FROM key_taken)"

    /// `INSERT OR REPLACE` gives the new row a new id; what pointed at the old one follows it.
    static var replacementTriggers: [String] {
        parents.flatMap { parent in
            let follow =
                parent.children.map { child in
                    "UPDATE \(child.table) SET \(child.column) = NEW.id WHERE \(child.column) IN "
                        + "(SELECT id FROM replaced WHERE subject = '\(parent.table)' AND id NOT IN (SELECT id FROM \(parent.table)));"
                } + [
                    "UPDATE history SET subject_id = NEW.id WHERE subject = '\(parent.table)' AND subject_id IN "
                        + "(SELECT id FROM replaced WHERE subject = '\(parent.table)' AND id NOT IN (SELECT id FROM \(parent.table)));",
                    "UPDATE OR REPLACE imported SET row_id = NEW.id WHERE subject = '\(parent.table)' AND row_id IN "
                        + "(SELECT id FROM replaced WHERE subject = '\(parent.table)' AND id NOT IN (SELECT id FROM \(parent.table)));",
                ]
            return [
                """
                CREATE TRIGGER \(parent.table)_replacing BEFORE INSERT ON \(parent.table)
                  WHEN EXISTS (SELECT 1 FROM \(parent.table) WHERE id = NEW.id OR \(parent.sameKey))
                BEGIN
                  \(askPolicy)
                  INSERT INTO replaced(subject, id)
                    SELECT '\(parent.table)', id FROM \(parent.table)
                    WHERE (id = NEW.id OR \(parent.sameKey)) AND \(replaces);
                  \(forgetPolicy)
                END
                """,
                """
                CREATE TRIGGER \(parent.table)_replaced AFTER INSERT ON \(parent.table)
                  WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = '\(parent.table)')
                BEGIN
                  \(follow.joined(separator: "\n"))
                  DELETE FROM replaced WHERE subject = '\(parent.table)';
                END
                """,
            ]
        } + replacedActivity
    }

    private static let replacedActivity = [
        """
        CREATE TRIGGER activity_replacing BEFORE INSERT ON activity
          WHEN EXISTS (SELECT 1 FROM activity WHERE id = NEW.id OR \(externalKey))
        BEGIN
          \(askPolicy)
          INSERT INTO replaced(subject, id, account_id, person_id, stakeholder_id, milestone_id)
            SELECT 'activity', id, account_id, person_id, stakeholder_id, milestone_id
            FROM activity WHERE (id = NEW.id OR \(externalKey)) AND \(replaces);
          \(forgetPolicy)
        END
        """,
        """
        CREATE TRIGGER activity_replaced AFTER INSERT ON activity
          WHEN EXISTS (SELECT 1 FROM replaced WHERE subject = 'activity')
        BEGIN
          UPDATE attendee SET activity_id = NEW.id WHERE activity_id IN
            (SELECT id FROM replaced WHERE subject = 'activity' AND id NOT IN (SELECT id FROM activity))
            AND stakeholder_id IN (SELECT id FROM stakeholder WHERE account_id IS NEW.account_id);
          DELETE FROM attendee WHERE activity_id NOT IN (SELECT id FROM activity)
            AND activity_id IN (SELECT id FROM replaced WHERE subject = 'activity');
          \(leaveActivities(ofOthers: "activity_id = NEW.id"))
          \(deriveStakeholders(where: "id IN (\(attendees(of: "NEW.id")))"));
          \(deriveAccounts(where: "id IN (SELECT account_id FROM replaced WHERE subject = 'activity')"));
          \(deriveStakeholders(where: "id IN (SELECT stakeholder_id FROM replaced WHERE subject = 'activity')"));
          \(deriveMilestones(where: "id IN (SELECT milestone_id FROM replaced WHERE subject = 'activity')"));
          INSERT INTO changed_account SELECT DISTINCT account_id FROM replaced
            WHERE subject = 'activity' AND account_id IS NOT NULL
              AND account_id NOT IN (SELECT account_id FROM changed_account);
          INSERT INTO changed_day SELECT DISTINCT person_id FROM replaced
            WHERE subject = 'activity' AND person_id NOT IN (SELECT person_id FROM changed_day);
          DELETE FROM replaced WHERE subject = 'activity';
        END
        """,
    ]

    /// `UPDATE OR REPLACE` would remove the other row of that key without a word.
    static var keyTriggers: [String] {
        (parents.map { ($0.table, $0.sameKey) } + [("activity", externalKey)]).map { table, sameKey in
            """
            CREATE TRIGGER \(table)_key BEFORE UPDATE ON \(table)
              WHEN EXISTS (SELECT 1 FROM \(table) WHERE (id = NEW.id OR \(sameKey)) AND id <> OLD.id)
            BEGIN
              \(askPolicy)
              SELECT RAISE(ABORT, 'another \(table) has this key: delete it first') WHERE \(replaces);
              \(forgetPolicy)
            END
            """
        }
    }

    /// Others point at the id. Not `UPDATE OF id`, which does not see `SET rowid`.
    static var idTriggers: [String] {
        let others = ["activity", "attendee", "hold", "plan", "away", "holiday", "research_item", "handle"]
        return (parents.map(\.table) + others).map { table in
            """
            CREATE TRIGGER \(table)_id BEFORE UPDATE ON \(table) WHEN NEW.id IS NOT OLD.id BEGIN
              SELECT RAISE(ABORT, 'the id of a \(table) stays as it is');
            END
            """
        }
    }

    /// Says of a row that goes whether it is only being replaced. A mark may be left of an `INSERT OR REPLACE … ON CONFLICT` that replaced
    /// nothing; only a delete that is part of a replacement has its policy. What others point at stays as foreign keys would have it,
    /// also with foreign keys off.
    static var leavingTriggers: [String] {
        let hints = [
            "person": "set left_on instead", "team": "move its people to another team; one that had messages stays",
        ]
        return parents.map { parent in
            let pointing = parent.children.map { "EXISTS (SELECT 1 FROM \($0.table) WHERE \($0.column) = OLD.id)" }
            let refusal = hints[parent.table].map { hint in
                """

                  SELECT RAISE(ABORT, 'other rows point at the \(parent.table): \(hint)')
                    WHERE NOT \(isReplaced(parent.table)) AND (\(pointing.joined(separator: "\n    OR ")));
                """
            }
            return """
                CREATE TRIGGER \(parent.table)_leaving BEFORE DELETE ON \(parent.table) BEGIN
                  \(askPolicy)
                  DELETE FROM replaced WHERE subject = '\(parent.table)' AND id = OLD.id AND NOT \(replaces);
                  \(forgetPolicy)\(refusal ?? "")
                END
                """
        }
    }

    /// Whether the row of an id gave way to another just now, which others then point at.
    static func isGone(_ table: String, _ id: String) -> String {
        "(\(id) IN (SELECT id FROM replaced WHERE subject = '\(table)') AND \(id) NOT IN (SELECT id FROM \(table)))"
    }

    /// Whether the row that a delete trigger runs for gives way to another, which others then point at.
    static func isReplaced(_ table: String) -> String {
        "EXISTS (SELECT 1 FROM replaced WHERE subject = '\(table)' AND id = OLD.id)"
    }

    /// What belongs to a row goes with it, also with foreign keys off. Not when the row is only being replaced.
    static var removalTriggers: [String] {
        let account = ["activity", "stakeholder", "milestone", "hold", "research_item", "commitment", "ask"]
        return [
            removal(
                of: "account",
                ["DELETE FROM ask_match WHERE ask_id IN (SELECT id FROM ask WHERE account_id = OLD.id);"]
                    + account.map { "DELETE FROM \($0) WHERE account_id = OLD.id;" } + [
                        "UPDATE highlight SET account_id = NULL WHERE account_id = OLD.id;",
                        "UPDATE finding SET other_account_id = NULL WHERE other_account_id = OLD.id;",
                        "UPDATE coaching_note SET account_id = NULL WHERE account_id = OLD.id;",
                        "UPDATE promise SET account_id = NULL WHERE account_id = OLD.id;",
                        "UPDATE message_item SET account_id = NULL WHERE account_id = OLD.id;",
                    ] + forgetFindings("account_id")),
            removal(of: "ask", ["DELETE FROM ask_match WHERE ask_id = OLD.id;"]),
            removal(
                of: "stakeholder",
                [
                    "UPDATE activity SET stakeholder_id = NULL WHERE stakeholder_id = OLD.id;",
                    "DELETE FROM attendee WHERE stakeholder_id = OLD.id;",
                ]),
            removal(
                of: "milestone",
                ["UPDATE activity SET milestone_id = NULL WHERE milestone_id = OLD.id;"]
                    + forgetFindings("milestone_id")),
        ]
    }

    /// What was said of a finding stays said, also where it was said to a leader about somebody's word and names no account.
    private static func forgetFindings(_ column: String) -> [String] {
        [
            "UPDATE message_item SET finding_id = NULL WHERE finding_id IN (SELECT id FROM finding WHERE \(column) = OLD.id);",
            "DELETE FROM finding WHERE \(column) = OLD.id;",
        ]
    }

    /// What the next row of this id was imported with is not known.
    static var importTriggers: [String] {
        let others = ["holiday", "away", "plan", "hold", "research_item", "commitment", "promise"]
        return (parents.map(\.table) + others).map { table in
            """
            CREATE TRIGGER \(table)_imported AFTER DELETE ON \(table)
              WHEN NOT \(isReplaced(table))
            BEGIN
              DELETE FROM imported WHERE subject = '\(table)' AND row_id = OLD.id;
            END
            """
        }
    }

    private static func removal(of table: String, _ statements: [String]) -> String {
        """
        CREATE TRIGGER \(table)_removed AFTER DELETE ON \(table)
          WHEN NOT \(isReplaced(table))
        BEGIN
          \(statements.joined(separator: "\n"))
        END
        """
    }
}
