import Coaching
import SQLite

extension Store {
    /// Tells `history` what no trigger tells: a row that was added, or a field that is not tracked. Within `editing`, whose author,
    /// reason and instant it takes.
    func tell(
        _ field: String, of subject: String, _ id: RowID, account: RowID? = nil, from old: String? = nil,
        to new: String? = nil
    ) throws {
        try database.run(
            """
            INSERT INTO history(at, author, reason, account_id, subject, subject_id, field, old_value, new_value)
              SELECT ifnull((SELECT at FROM editor), unixepoch()), (SELECT name FROM editor), (SELECT reason FROM editor),
                     ?1, ?2, ?3, ?4, ?5, ?6
            """, Value(account), .text(subject), .integer(id), .text(field), Value(old), Value(new))
    }
}
