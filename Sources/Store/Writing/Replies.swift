import CivilTime
import Coaching
import JSON
import SQLite

extension Store {
    // MARK: Where the looks ended

    /// Where the last look of this listener for one person's words, or without a handle for all, ended.
    package func position(in channel: String, of listener: String, handle: String?) throws -> String? {
        try database.first(
            "SELECT position FROM listening WHERE channel = ? AND listener = ? AND handle = ?", .text(channel),
            .text(listener), .text(handle ?? "")
        ) { $0.text(0) }
    }

    /// - Parameter position: Nil forgets it: the next look begins anew.
    package func setPosition(
        in channel: String, of listener: String, handle: String?, to position: String?
    ) throws {
        guard let position else {
            try database.run(
                "DELETE FROM listening WHERE channel = ? AND listener = ? AND handle = ?", .text(channel),
                .text(listener), .text(handle ?? ""))
            return
        }
        // Who listened there before does not come back.
        try database.run(
            "DELETE FROM listening WHERE channel = ? AND handle = ? AND listener <> ?", .text(channel),
            .text(handle ?? ""), .text(listener))
        try database.run(
            """
            INSERT INTO listening(channel, listener, handle, position) VALUES (?, ?, ?, ?)
            ON CONFLICT (channel, listener, handle) DO UPDATE SET position = excluded.position
            """, .text(channel), .text(listener), .text(handle ?? ""), .text(position))
    }

    /// Notes that nothing is heard from a channel, or without a reason that it is heard again.
    package func setDeaf(_ channel: String, because reason: String?, at now: Instant) throws {
        try database.run("DELETE FROM deaf WHERE channel = ?", .text(channel))
        guard let reason else { return }
        try database.run(
            "INSERT INTO deaf(channel, reason, since) VALUES (?, ?, ?)", .text(channel), .text(reason), Value(now))
    }

    // MARK: What was written

    /// Of so many whom nobody knows the last words are kept: anybody may write to a bot.
    private static let strangers = 100

    /// Keeps what somebody wrote; of whom nobody knows only the last words.
    /// - Returns: its row; nil when it was heard before.
    package func addReply(
        _ text: String, id: String, in channel: String, by sender: String, named name: String, person: RowID?,
        writtenAt: Instant, at now: Instant
    ) throws -> RowID? {
        if person == nil {
            try database.run(
                """
                DELETE FROM reply WHERE person_id IS NULL AND (channel = ? AND sender = ? OR id NOT IN
                  (SELECT id FROM reply WHERE person_id IS NULL ORDER BY id DESC LIMIT \(Self.strangers)))
                """, .text(channel), .text(sender))
        }
        try database.run(
            """
            INSERT INTO reply(channel, external_id, sender, name, person_id, text, written_at, heard_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (channel, external_id) DO NOTHING
            """, .text(channel), .text(id), .text(sender), .text(name), Value(person), .text(text), Value(writtenAt),
            Value(now))
        return database.changes > 0 ? database.lastInsertID : nil
    }

    /// Notes what was answered, and what takes the acts back, in the order in which they were done.
    /// - Parameter line: What was read where the words complete those before them.
    package func setAnswer(of reply: RowID, _ answer: String?, readAs line: String? = nil, undo: [Undo]) throws {
        let acts = undo.isEmpty ? nil : JSON.array(undo.map(\.json)).text
        try database.run(
            "UPDATE reply SET answer = ?2, undo = ?3, read_as = ?4 WHERE id = ?1", .integer(reply), Value(answer),
            Value(acts), Value(line))
    }

    /// A person's last words before these, where they did nothing: what follows may complete them.
    package func wordsBefore(_ reply: RowID, of person: RowID, since: Instant) throws -> String? {
        try database.first(
            """
            SELECT ifnull(read_as, text), undo IS NULL AND written_at >= ?3 FROM reply
            WHERE person_id = ?2 AND id < ?1 ORDER BY id DESC LIMIT 1
            """, .integer(reply), .integer(person), Value(since)
        ) { $0.bool(1) ? $0.text(0) : nil } ?? nil
    }

    /// The acts of the person's last words that did any and were not taken back.
    package func lastActs(of person: RowID, since: Instant, through now: Instant) throws -> (
        reply: RowID, text: String, at: Instant, acts: [Undo]
    )? {
        try database.first(
            """
            SELECT id, ifnull(read_as, text), undo, written_at FROM reply
            WHERE person_id = ? AND written_at BETWEEN ? AND ? AND undo IS NOT NULL AND undone_at IS NULL
            ORDER BY written_at DESC, id DESC LIMIT 1
            """, .integer(person), Value(since), Value(now)
        ) { row in
            let acts = (try? JSON(parsing: row.withUTF8(2) { Array($0) }))?.elements ?? []
            return (row.int64(0), row.text(1), row.instant(3), acts.compactMap(Undo.init))
        }
    }

    /// The acts of some words were taken back.
    package func markUndone(_ reply: RowID, at now: Instant) throws {
        try database.run("UPDATE reply SET undone_at = ?2 WHERE id = ?1", .integer(reply), Value(now))
    }
}
