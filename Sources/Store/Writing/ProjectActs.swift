import CivilTime
import Coaching
import SQLite

/// The plan of an account's project: milestones, holds, the threshold.
extension Store {
    // MARK: Milestones

    package func addMilestone(_ title: String, to account: RowID, due: CivilDate?) throws -> RowID {
        try database.run(
            "INSERT INTO milestone(account_id, title, due_on) VALUES (?, ?, ?)", .integer(account), .text(title),
            Value(due))
        let id = database.lastInsertID
        try tell("added", of: "milestone", id, account: account, to: title)
        if let due { try tell("due_on", of: "milestone", id, account: account, to: due.iso) }
        return id
    }

    package func setDue(ofMilestone id: RowID, on date: CivilDate) throws {
        try database.run("UPDATE milestone SET due_on = ?2 WHERE id = ?1", .integer(id), Value(date))
    }

    package func leaveOutMilestone(_ id: RowID, on date: CivilDate, because reason: String) throws {
        try database.run(
            "UPDATE milestone SET skipped_on = ?2, skip_reason = ?3, done_on = NULL WHERE id = ?1", .integer(id),
            Value(date), .text(reason))
    }

    /// Makes a milestone open again that was done or skipped.
    package func reopenMilestone(_ id: RowID) throws {
        try database.run(
            "UPDATE milestone SET done_on = NULL, skipped_on = NULL, skip_reason = NULL WHERE id = ?", .integer(id))
    }

    package func removeMilestone(_ id: RowID) throws {
        try database.run("DELETE FROM milestone WHERE id = ?", .integer(id))
    }

    // MARK: Holds

    /// Lays an account to rest. One that rests already, or did from the same date on, rests until the new date.
    package func hold(_ account: RowID, from first: CivilDate, until last: CivilDate, because reason: String) throws {
        if let current = try currentHold(of: account, on: first) {
            try database.run(
                "UPDATE hold SET until_on = ?2, reason = ?3 WHERE id = ?1", .integer(current), Value(last),
                .text(reason))
        } else {
            try database.run(
                "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (?, ?, ?, ?)", .integer(account),
                Value(first), Value(last), .text(reason))
            try tell("added", of: "hold", database.lastInsertID, account: account, to: "\(first.iso) \(last.iso)")
        }
    }

    /// Ends the rest of an account with yesterday; one that began today is gone, as if it had never been.
    /// - Returns: whether there was one.
    package func endHold(of account: RowID, on today: CivilDate) throws -> Bool {
        try database.run(
            "DELETE FROM hold WHERE account_id = ?1 AND from_on = ?2 AND until_on >= ?2", .integer(account),
            Value(today))
        let removed = database.changes
        try database.run(
            "UPDATE hold SET until_on = ?3 WHERE account_id = ?1 AND from_on < ?2 AND until_on >= ?2",
            .integer(account), Value(today), Value(today.adding(days: -1)))
        return removed + database.changes > 0
    }

    // MARK: The threshold

    /// Sets an account's own threshold for `stalled`, in working days; nil is the usual one.
    package func setStallAfter(of account: RowID, to days: Int?) throws {
        try database.run("UPDATE account SET stall_after = ?2 WHERE id = ?1", .integer(account), Value(days))
    }
}
