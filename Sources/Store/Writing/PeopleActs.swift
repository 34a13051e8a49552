import CivilTime
import Coaching
import SQLite

/// People come, go, move and are away.
extension Store {
    /// Adds a person. What is nil comes from the team or the configuration.
    /// - Parameters:
    ///   - zone: An IANA name.
    ///   - hours: As `WorkingHours` writes them.
    package func addPerson(
        email: String, name: String, role: PersonRole, team: RowID?, zone: String?, workdays: String?, hours: String?
    ) throws {
        try database.run(
            "INSERT INTO person(email, name, role, team_id, time_zone, workdays, hours) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(email), .text(name), .text(role.rawValue), Value(team), Value(zone), Value(workdays), Value(hours))
        try tell("added", of: "person", database.lastInsertID, to: email)
    }

    /// A field of a person's row that an act changes.
    package enum PersonField: String, Sendable {
        case zone = "time_zone"
        case workdays, hours
        case leftOn = "left_on"
    }

    package func set(_ field: PersonField, of person: RowID, to value: String?) throws {
        try database.run("UPDATE person SET \(field.rawValue) = ?2 WHERE id = ?1", .integer(person), Value(value))
    }

    package func move(_ person: RowID, to team: RowID) throws {
        try database.run("UPDATE person SET team_id = ?2 WHERE id = ?1", .integer(person), .integer(team))
    }

    /// So many activities of a kind on a working day; none takes the line out of the plan.
    package func setPlan(of person: RowID, _ kind: PlanKind, to count: Int) throws {
        let before = try database.first(
            "SELECT count FROM plan WHERE rep_id = ? AND kind = ?", .integer(person), .text(kind.rawValue)
        ) { $0.int(0) }
        if count == 0 {
            try database.run("DELETE FROM plan WHERE rep_id = ? AND kind = ?", .integer(person), .text(kind.rawValue))
        } else {
            try database.run(
                """
                INSERT INTO plan(rep_id, kind, count) VALUES (?, ?, ?)
                ON CONFLICT (rep_id, kind) DO UPDATE SET count = excluded.count
                """, .integer(person), .text(kind.rawValue), Value(count))
        }
        guard before ?? 0 != count else { return }
        try tell("plan \(kind.rawValue)", of: "person", person, from: before.map(String.init), to: String(count))
    }

    // MARK: Away

    /// Leave, both ends included. One that begins on the same day lasts until the new end.
    package func addAway(of person: RowID, from first: CivilDate, until last: CivilDate, because reason: String?) throws
    {
        try database.run(
            """
            INSERT INTO away(person_id, from_on, until_on, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id, from_on) DO UPDATE SET until_on = excluded.until_on, reason = excluded.reason
            """, .integer(person), Value(first), Value(last), Value(reason))
        try tell("away", of: "person", person, to: "\(first.iso) \(last.iso)")
    }

    /// Ends the leave that covers the day with the day before; one that began on it is gone.
    /// - Returns: whether there was one.
    package func endAway(of person: RowID, on today: CivilDate) throws -> Bool {
        try database.run(
            "DELETE FROM away WHERE person_id = ?1 AND from_on = ?2 AND until_on >= ?2", .integer(person), Value(today))
        let removed = database.changes
        try database.run(
            "UPDATE away SET until_on = ?3 WHERE person_id = ?1 AND from_on < ?2 AND until_on >= ?2", .integer(person),
            Value(today), Value(today.adding(days: -1)))
        guard removed + database.changes > 0 else { return false }
        try tell("back", of: "person", person, to: today.iso)
        return true
    }

    // MARK: Who he is on a chat platform

    /// The person's id on a platform; nil forgets it.
    package func setHandle(of person: RowID, on platform: String, to value: String?) throws {
        let before = try database.first(
            "SELECT value FROM handle WHERE person_id = ? AND platform = ?", .integer(person), .text(platform)
        ) { $0.text(0) }
        if let value {
            try database.run(
                """
                INSERT INTO handle(person_id, platform, value) VALUES (?, ?, ?)
                ON CONFLICT (person_id, platform) DO UPDATE SET value = excluded.value
                """, .integer(person), .text(platform), .text(value))
        } else {
            try database.run(
                "DELETE FROM handle WHERE person_id = ? AND platform = ?", .integer(person), .text(platform))
        }
        guard before != value else { return }
        try tell("handle \(platform)", of: "person", person, from: before, to: value)
    }

    /// Platform and id, by platform.
    package func handleLines(of person: RowID) throws -> [(platform: String, value: String)] {
        try database.query(
            "SELECT platform, value FROM handle WHERE person_id = ? ORDER BY platform", .integer(person)
        ) { ($0.text(0), $0.text(1)) }
    }

    /// When the person is away now or later, with the reason.
    package func awayLines(
        of person: RowID, from today: CivilDate
    ) throws -> [(from: CivilDate, until: CivilDate, reason: String?)] {
        try database.query(
            "SELECT from_on, until_on, reason FROM away WHERE person_id = ? AND until_on >= ? ORDER BY from_on",
            .integer(person), Value(today)
        ) { ($0.date(0), $0.date(1), $0.optionalText(2)) }
    }

    // MARK: Teams

    package func addTeam(_ name: String, zone: String?) throws -> RowID {
        try database.run("INSERT INTO team(name, time_zone) VALUES (?, ?)", .text(name), Value(zone))
        let id = database.lastInsertID
        try tell("added", of: "team", id, to: name)
        return id
    }

    /// Who leads a team, or stands in for the leader.
    package enum TeamPost: String, Sendable {
        case leader, deputy
    }

    /// Nil leaves the post empty.
    package func set(_ post: TeamPost, of team: RowID, to person: RowID?) throws {
        let column = "\(post.rawValue)_id"
        let before =
            try database.first("SELECT \(column) FROM team WHERE id = ?", .integer(team)) {
                $0.optionalInt64(0)
            } ?? nil
        guard before != person else { return }
        try database.run("UPDATE team SET \(column) = ?2 WHERE id = ?1", .integer(team), Value(person))
        try tell(
            "\(post.rawValue)_id", of: "team", team, from: before.map { String($0) }, to: person.map { String($0) })
    }

    /// Makes a person a leader who was none.
    package func setRole(of person: RowID, to role: PersonRole) throws {
        try database.run("UPDATE person SET role = ?2 WHERE id = ?1", .integer(person), .text(role.rawValue))
    }

    /// What a team wants to reach together. Only the leader is shown it, so history does not say it.
    package func setAim(of team: RowID, to aim: String?) throws {
        try database.run("UPDATE team SET aim = ?2 WHERE id = ?1", .integer(team), Value(aim))
        try tell("aim", of: "team", team)
    }
}
