import CivilTime
import Coaching
import SQLite

/// What somebody wrote to coachd in chat.
package struct ReplyLine: Hashable, Sendable {
    package var id: RowID
    package var channel: String
    /// The writer's id on the platform, and the name that he has there.
    package var sender: String
    package var name: String
    /// Nil where the id is nobody's.
    package var personID: RowID?
    package var text: String
    /// When it was written.
    package var at: Instant
    package var answer: String?
    /// Its acts that can be taken back.
    package var acts: Int
    package var isUndone: Bool
}

extension Store {
    /// What was written up to the instant, the latest first.
    package func replies(at now: Instant, limit: Int) throws -> [ReplyLine] {
        try database.query(
            """
            SELECT id, channel, sender, name, person_id, text, written_at, answer,
              ifnull(json_array_length(undo), 0), undone_at IS NOT NULL FROM reply
            WHERE heard_at <= ? ORDER BY heard_at DESC, id DESC LIMIT ?
            """, Value(now), Value(limit)
        ) { row in
            ReplyLine(
                id: row.int64(0), channel: row.text(1), sender: row.text(2), name: row.text(3),
                personID: row.optionalInt64(4), text: row.text(5), at: row.instant(6), answer: row.optionalText(7),
                acts: row.int(8), isUndone: row.bool(9))
        }
    }

    /// The channels from which nothing is heard, by name.
    package func deafChannels() throws -> [String: (reason: String, since: Instant)] {
        var deaf: [String: (reason: String, since: Instant)] = [:]
        try database.forEach("SELECT channel, reason, since FROM deaf", []) {
            deaf[$0.text(0)] = ($0.text(1), $0.instant(2))
        }
        return deaf
    }

    /// When a person wrote to coachd last.
    package func lastReply(of person: RowID) throws -> Instant? {
        try database.first("SELECT max(written_at) FROM reply WHERE person_id = ?", .integer(person)) {
            $0.optionalInstant(0)
        } ?? nil
    }

    /// Whether anybody listened to a person, or without a handle to all, in a channel before.
    package func wasHeard(_ channel: String, handle: String?) throws -> Bool {
        try database.first(
            "SELECT 1 FROM listening WHERE channel = ? AND handle = ? LIMIT 1", .text(channel), .text(handle ?? "")
        ) { _ in true } ?? false
    }

    /// Whether a message with one of these tokens went to a person through a channel.
    package func wasSent(
        anyOf tokens: [String], to person: RowID, through channel: String, since: Instant
    ) throws -> Bool {
        let wanted = Set(tokens)
        return try database.query(
            """
            SELECT o.token FROM message m JOIN outbox o ON o.message_id = m.id
            WHERE m.person_id = ? AND m.composed_at >= ? AND o.channel = ?
            """, .integer(person), Value(since), .text(channel)
        ) { $0.text(0) }.contains(where: wanted.contains)
    }

    /// How many of a person's words were answered since then.
    package func answers(to person: RowID, since: Instant) throws -> Int {
        try database.first(
            "SELECT count(*) FROM reply WHERE person_id = ? AND written_at >= ? AND answer IS NOT NULL",
            .integer(person), Value(since)
        ) { $0.int(0) } ?? 0
    }

    /// The bodies of a person's latest messages with items that arrived by the instant, the latest first: what a number that he writes
    /// stands for.
    package func lastBodies(to person: RowID, by now: Instant, since: Instant) throws -> [[UInt8]] {
        try database.query(
            """
            SELECT m.body FROM message m
            WHERE m.person_id = ?1 AND m.composed_at BETWEEN ?3 AND ?2 AND m.kind IN ('huddle', 'morning', 'afternoon')
              AND EXISTS (SELECT 1 FROM outbox o WHERE o.message_id = m.id AND o.state = 'delivered')
            ORDER BY m.composed_at DESC, m.id DESC LIMIT 3
            """, .integer(person), Value(now), Value(since)
        ) { $0.withUTF8(0) { Array($0) } }
    }

    /// The stakeholders of the active accounts of a rep, by account.
    package func stakeholders(ofAccountsOf rep: RowID) throws -> [RowID: [Named]] {
        try named(
            """
            SELECT account_id, id, name FROM stakeholder
            WHERE account_id IN (SELECT id FROM account WHERE rep_id = ? AND status = 'active') ORDER BY id
            """, rep)
    }

    /// The accounts that were a rep's and are won, lost or dropped, the latest first.
    package func closedAccounts(of rep: RowID) throws -> [Named] {
        try database.query(
            "SELECT id, name FROM account WHERE rep_id = ? AND status <> 'active' ORDER BY id DESC", .integer(rep)
        ) { Named(id: $0.int64(0), name: $0.text(1)) }
    }

    /// What comes next at the active accounts of a rep, by account.
    package func nextSteps(ofAccountsOf rep: RowID) throws -> [RowID: String] {
        try nextSteps("rep_id = ?", .integer(rep)).mapValues(\.text)
    }

    /// What comes next at an account, and on which day.
    package func nextStep(of account: RowID) throws -> (text: String, on: CivilDate?)? {
        try nextSteps("id = ?", .integer(account))[account]
    }

    private func nextSteps(_ condition: String, _ value: Value) throws -> [RowID: (text: String, on: CivilDate?)] {
        let steps = try database.query(
            """
            SELECT id, next_step, next_step_on FROM account
            WHERE \(condition) AND status = 'active' AND next_step IS NOT NULL
            """, value
        ) { ($0.int64(0), (text: $0.text(1), on: $0.optionalDate(2))) }
        return Dictionary(steps) { first, _ in first }
    }

    /// The milestones of the active accounts of a rep, by account, the open ones first.
    package func milestones(ofAccountsOf rep: RowID) throws -> [RowID: [Named]] {
        try named(
            """
            SELECT account_id, id, title FROM milestone
            WHERE account_id IN (SELECT id FROM account WHERE rep_id = ? AND status = 'active')
            ORDER BY done_on IS NOT NULL OR skipped_on IS NOT NULL, ifnull(due_on, '9999'), id
            """, rep)
    }

    private func named(_ sql: String, _ rep: RowID) throws -> [RowID: [Named]] {
        var all: [RowID: [Named]] = [:]
        try database.forEach(sql, [.integer(rep)]) { row in
            all[row.int64(0), default: []].append(Named(id: row.int64(1), name: row.text(2)))
        }
        return all
    }
}

extension Store {
    /// What somebody did within a span, the earliest first.
    package func deeds(
        of person: RowID, from start: Instant, before end: Instant
    ) throws -> [(kind: ActivityKind, account: String?)] {
        try database.query(
            """
            SELECT v.kind, a.name FROM activity v LEFT JOIN account a ON a.id = v.account_id
            WHERE v.person_id = ? AND v.occurred_at >= ? AND v.occurred_at < ? ORDER BY v.occurred_at, v.id
            """, .integer(person), Value(start), Value(end)
        ) { row in ActivityKind(rawValue: row.text(0)).map { ($0, row.optionalText(1)) } }.compactMap { $0 }
    }
}
