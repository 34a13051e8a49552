import CivilTime
import Coaching
import SQLite

/// All that is known of an account, whatever its status.
package struct AccountSheet: Sendable {
    package var id: RowID
    package var name: String
    package var externalID: String?
    package var repID: RowID?
    package var rank: Int?
    package var industry: String?
    package var status: AccountStatus
    package var statusReason: String?
    package var selectedOn: CivilDate
    package var fitNote: String?
    package var isInnerCircle: Bool
    package var stallAfter: Int?
    package var nextStep: String?
    package var nextStepOn: CivilDate?
    package var nextStepOwner: String?
    package var ownMessage: String?
    package var insight: String?
    package var trigger: String?
    package var milestones: [Milestone] = []
    package var stakeholders: [Stakeholder] = []
    package var holds: [Hold] = []
    /// By topic, in the order in which they became known.
    package var research: [(topic: String, answer: String)] = []
    /// The latest first.
    package var activities: [LoggedLine] = []
}

/// One activity as a list shows it.
package struct LoggedLine: Hashable, Sendable {
    package var at: Instant
    package var kind: ActivityKind
    package var direction: Direction?
    package var personID: RowID
    package var stakeholder: String?
    package var milestone: String?
    package var note: String?
    /// Who else of the customer took part.
    package var attendees: [String] = []
}

extension Store {
    /// The account of this id; nil when there is none.
    /// - Parameter activities: How many of the latest activities come with it.
    package func sheet(of account: RowID, at now: Instant, activities limit: Int) throws -> AccountSheet? {
        guard var sheet = try accountRow(account) else { return nil }
        let id = Value.integer(account)
        sheet.milestones = try database.query(
            """
            SELECT id, external_id, title, due_on, done_on, skipped_on FROM milestone WHERE account_id = ?
            ORDER BY ifnull(done_on, ifnull(due_on, '9999')), id
            """, id
        ) { row in
            Milestone(
                id: row.int64(0), externalID: row.optionalText(1), title: row.text(2), dueOn: row.optionalDate(3),
                doneOn: row.optionalDate(4), skippedOn: row.optionalDate(5))
        }
        sheet.stakeholders = try database.query(
            "SELECT id, name, role, last_two_way_at FROM stakeholder WHERE account_id = ? ORDER BY id", id
        ) { row in
            Stakeholder(
                id: row.int64(0), name: row.text(1), role: row.optionalText(2).flatMap(StakeholderRole.init),
                lastTwoWayAt: row.optionalInstant(3))
        }
        sheet.holds = try database.query(
            "SELECT from_on, until_on, reason FROM hold WHERE account_id = ? ORDER BY from_on", id
        ) { Hold(from: $0.date(0), until: $0.date(1), reason: $0.text(2)) }
        sheet.research = try database.query(
            "SELECT topic, answer FROM research_item WHERE account_id = ? ORDER BY ifnull(known_on, ''), id", id
        ) { ($0.text(0), $0.text(1)) }
        sheet.activities = try database.query(
            """
            SELECT v.occurred_at, v.kind, v.direction, v.person_id, s.name, m.title, v.note,
                   (SELECT group_concat(o.name, char(10)) FROM attendee t JOIN stakeholder o ON o.id = t.stakeholder_id
                    WHERE t.activity_id = v.id)
            FROM activity v LEFT JOIN stakeholder s ON s.id = v.stakeholder_id LEFT JOIN milestone m ON m.id = v.milestone_id
            WHERE v.account_id = ?1 AND v.occurred_at <= ?2 ORDER BY v.occurred_at DESC, v.id DESC LIMIT ?3
            """, id, Value(now), Value(limit)
        ) { row in
            LoggedLine(
                at: row.instant(0), kind: ActivityKind(rawValue: row.text(1)) ?? .call,
                direction: row.optionalText(2).flatMap(Direction.init), personID: row.int64(3),
                stakeholder: row.optionalText(4), milestone: row.optionalText(5), note: row.optionalText(6),
                attendees: row.optionalText(7)?.split(separator: "\n").map(String.init) ?? [])
        }
        return sheet
    }

    private func accountRow(_ account: RowID) throws -> AccountSheet? {
        try database.first(
            """
            SELECT id, name, external_id, rep_id, rank, industry, status, status_reason, selected_on, fit_note, inner_circle,
                   stall_after, next_step, next_step_on, next_step_owner, own_message, insight, trigger_event
            FROM account WHERE id = ?
            """, .integer(account)
        ) { row in
            AccountSheet(
                id: row.int64(0), name: row.text(1), externalID: row.optionalText(2), repID: row.optionalInt64(3),
                rank: row.optionalInt(4), industry: row.optionalText(5),
                status: AccountStatus(rawValue: row.text(6)) ?? .active, statusReason: row.optionalText(7),
                selectedOn: row.date(8), fitNote: row.optionalText(9), isInnerCircle: row.bool(10),
                stallAfter: row.optionalCount(11), nextStep: row.optionalText(12), nextStepOn: row.optionalDate(13),
                nextStepOwner: row.optionalText(14), ownMessage: row.optionalText(15), insight: row.optionalText(16),
                trigger: row.optionalText(17))
        }
    }

    /// Active accounts that nobody has on his list.
    package func ownerlessAccounts() throws -> [Named] {
        try database.query(
            "SELECT id, name, external_id FROM account WHERE rep_id IS NULL AND status = 'active' ORDER BY name, id"
        ) { Named(id: $0.int64(0), name: $0.text(1), externalID: $0.optionalText(2)) }
    }

    /// A rep's touches from an instant on: all of them, those off the list, and how many of his own active accounts they were of.
    package func touches(
        by rep: RowID, from start: Instant, through end: Instant
    ) throws -> (all: Int, offList: Int, accounts: Int) {
        let offList = try touchesOffList(by: rep, from: start, at: end)
        return try database.first(
            """
            SELECT count(*), count(DISTINCT a.id) FROM activity v
              LEFT JOIN account a ON a.id = v.account_id AND a.rep_id = v.person_id AND a.status = 'active'
            WHERE v.person_id = ?1 AND v.touch = 1 AND v.occurred_at BETWEEN ?2 AND ?3
            """, .integer(rep), Value(start), Value(end)
        ) { ($0.int(0), offList, $0.int(1)) } ?? (0, 0, 0)
    }
}
