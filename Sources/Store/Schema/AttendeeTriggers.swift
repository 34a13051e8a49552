extension Schema {
    /// Who else took part in an activity is of the activity's account, and counts as its stakeholder does.
    static var attendeeTriggers: [String] {
        [
            """
            CREATE TRIGGER attendee_insert AFTER INSERT ON attendee BEGIN
              \(refuseStranger)
              \(deriveStakeholders(where: "id = NEW.stakeholder_id"));
              \(markAccount(of: "NEW.stakeholder_id"))
            END
            """,
            """
            CREATE TRIGGER attendee_update AFTER UPDATE ON attendee BEGIN
              \(refuseStranger)
              \(deriveStakeholders(where: "id IN (OLD.stakeholder_id, NEW.stakeholder_id)"));
              \(markAccount(of: "OLD.stakeholder_id"))
              \(markAccount(of: "NEW.stakeholder_id"))
            END
            """,
            """
            CREATE TRIGGER attendee_delete AFTER DELETE ON attendee BEGIN
              \(deriveStakeholders(where: "id = OLD.stakeholder_id"));
              \(markAccount(of: "OLD.stakeholder_id"))
            END
            """,
            // INSERT OR REPLACE runs no delete trigger, so what gives way goes before.
            """
            CREATE TRIGGER attendee_replacing BEFORE INSERT ON attendee
              WHEN EXISTS (SELECT 1 FROM attendee WHERE id = NEW.id)
            BEGIN
              \(askPolicy)
              DELETE FROM attendee WHERE id = NEW.id AND \(replaces);
              \(forgetPolicy)
            END
            """,
            // With recursive triggers INSERT OR REPLACE runs the delete triggers; who was there follows the new row.
            """
            CREATE TRIGGER activity_leaving BEFORE DELETE ON activity
              WHEN EXISTS (SELECT 1 FROM attendee WHERE activity_id = OLD.id)
            BEGIN
              \(askPolicy)
              DELETE FROM attendee WHERE activity_id = OLD.id AND NOT \(replaces);
              \(forgetPolicy)
            END
            """,
            """
            CREATE TRIGGER activity_attendees AFTER UPDATE OF account_id ON activity
              WHEN NOT \(isGone("account", "OLD.account_id"))
            BEGIN
              \(leaveActivities(ofOthers: "activity_id = NEW.id"))
            END
            """,
        ]
    }

    /// The stakeholders of an activity beside its own.
    static func attendees(of activity: String) -> String {
        "SELECT stakeholder_id FROM attendee WHERE activity_id = \(activity)"
    }

    /// Nobody takes part in what belongs to another account.
    static func leaveActivities(ofOthers condition: String) -> String {
        """
        DELETE FROM attendee WHERE \(condition) AND NOT \(isOfTheAccount("attendee.activity_id", "attendee.stakeholder_id"));
        """
    }

    private static let refuseStranger = """
        SELECT RAISE(ABORT, 'the attendee belongs to another account')
          WHERE NOT \(isOfTheAccount("NEW.activity_id", "NEW.stakeholder_id"));
        """

    private static func isOfTheAccount(_ activity: String, _ stakeholder: String) -> String {
        """
        EXISTS (SELECT 1 FROM activity v JOIN stakeholder s ON s.account_id = v.account_id
                WHERE v.id = \(activity) AND s.id = \(stakeholder))
        """
    }

    private static func markAccount(of stakeholder: String) -> String {
        mark("account", "(SELECT account_id FROM stakeholder WHERE id = \(stakeholder))")
    }
}
