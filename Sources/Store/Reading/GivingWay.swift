import CivilTime
import Coaching
import SQLite

extension Store {
    /// The active accounts of a full list that would best give way to another: nothing agreed, longest untouched, lowest on the list.
    /// Those that rest on purpose and the inner circle keep their place.
    /// - Parameter newest: Those with a higher number are passed over.
    package func givingWay(
        of rep: RowID, today: CivilDate, limit: Int = 3, upTo newest: RowID = .max
    ) throws -> [GivingWay] {
        try database.query(
            """
            SELECT a.name, a.rank, a.last_touch_at, a.selected_on, a.next_step_on
            FROM account a WHERE a.rep_id = ?1 AND a.status = 'active' AND a.inner_circle = 0 AND a.id <= ?4
              AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.account_id = a.id AND ?2 BETWEEN h.from_on AND h.until_on)
            ORDER BY ifnull(a.next_step_on, '') >= ?2, ifnull(a.last_touch_at, 0), a.selected_on, \(ListOrder.reversed)
            LIMIT ?3
            """, .integer(rep), Value(today), Value(limit), .integer(newest)
        ) { row in
            GivingWay(
                account: row.text(0), rank: row.optionalInt(1), lastTouchAt: row.optionalInstant(2),
                selectedOn: row.date(3), nextStepOn: row.optionalDate(4))
        }
    }
}
