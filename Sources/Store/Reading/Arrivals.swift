import CivilTime
import Coaching
import SQLite

extension Store {
    /// Messages in a row, up to the last one, that a person was to have and that arrived nowhere, looking back to `since`; nil when the
    /// last one arrived or still may. What was answered before it was sent counts neither way.
    package func undelivered(
        to person: RowID, since date: CivilDate
    ) throws -> (since: CivilDate, channel: String, reason: String)? {
        var row: (since: CivilDate, channel: String, reason: String)?
        var arrived = false
        try database.forEach(
            """
            SELECT m.on_date,
                   EXISTS (SELECT 1 FROM outbox d WHERE d.message_id = m.id AND (d.state = 'delivered' OR d.ended_at IS NULL))
                     AS arrived,
                   o.channel,
                   ifnull((SELECT a.detail FROM attempt a WHERE a.outbox_id = o.id AND a.detail IS NOT NULL
                           ORDER BY a.id DESC LIMIT 1), o.reason)
            FROM message m JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE message_id = m.id)
            WHERE m.person_id = ?1 AND m.on_date >= ?2 AND (m.kind = 'morning' OR m.kind = 'afternoon')
              AND (arrived OR o.state = 'refused' OR o.state = 'expired')
            ORDER BY m.id DESC
            """, [.integer(person), Value(date)]
        ) { found in
            arrived = arrived || found.bool(1)
            guard !arrived else { return }
            row = (found.date(0), row?.channel ?? found.text(2), row?.reason ?? found.text(3))
        }
        return row
    }
}
