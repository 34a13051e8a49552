import CivilTime
import Coaching
import SQLite

/// A team as it stands in the store.
package struct TeamRow: Hashable, Sendable {
    package var id: RowID
    package var name: String
    package var timeZone: String?
    package var leaderID: RowID?
    package var deputyID: RowID?
    package var aim: String?
}

/// A person as it stands in the store. What is nil comes from the team or the configuration; the texts are not checked yet.
package struct PersonRow: Hashable, Sendable {
    package var id: RowID
    package var email: String
    package var name: String
    package var role: PersonRole
    package var teamID: RowID?
    package var timeZone: String?
    package var workdays: String?
    package var hours: String?
    package var leftOn: CivilDate?
    package var away: [ClosedRange<CivilDate>] = []
    package var plan: [PlanLine] = []
    /// Who he is on chat platforms, by the channel type.
    package var handles: [String: String] = [:]
}

/// A day off for everybody, a team or a person.
package struct HolidayRow: Hashable, Sendable {
    package var date: CivilDate
    package var teamID: RowID?
    package var personID: RowID?
}

extension Store {
    package func teams() throws -> [TeamRow] {
        try database.query("SELECT id, name, time_zone, leader_id, deputy_id, aim FROM team ORDER BY id") { row in
            TeamRow(
                id: row.int64(0), name: row.text(1), timeZone: row.optionalText(2), leaderID: row.optionalInt64(3),
                deputyID: row.optionalInt64(4), aim: row.optionalText(5))
        }
    }

    /// Everybody, in the order of entry, with days away and plan.
    package func people() throws -> [PersonRow] {
        var people = try database.query(
            "SELECT id, email, name, role, team_id, time_zone, workdays, hours, left_on FROM person ORDER BY id"
        ) { row in
            PersonRow(
                id: row.int64(0), email: row.text(1), name: row.text(2),
                role: PersonRole(rawValue: row.text(3)) ?? .rep, teamID: row.optionalInt64(4),
                timeZone: row.optionalText(5), workdays: row.optionalText(6), hours: row.optionalText(7),
                leftOn: row.optionalDate(8))
        }
        let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($0.element.id, $0.offset) })
        try database.forEach("SELECT person_id, from_on, until_on FROM away") { row in
            guard let place = places[row.int64(0)], row.date(1) <= row.date(2) else { return }
            people[place].away.append(row.date(1)...row.date(2))
        }
        try database.forEach("SELECT rep_id, kind, count FROM plan ORDER BY id") { row in
            guard let place = places[row.int64(0)], let kind = PlanKind(rawValue: row.text(1)) else { return }
            people[place].plan.append(PlanLine(kind, count: row.count(2, upTo: 1_000)))
        }
        try database.forEach("SELECT person_id, platform, value FROM handle") { row in
            if let place = places[row.int64(0)] { people[place].handles[row.text(1)] = row.text(2) }
        }
        return people
    }

    package func holidays() throws -> [HolidayRow] {
        try database.query("SELECT on_date, team_id, person_id FROM holiday") { row in
            HolidayRow(date: row.date(0), teamID: row.optionalInt64(1), personID: row.optionalInt64(2))
        }
    }
}
