import Chat
import CivilTime
import Coaching
import Configuration
import Engine
import SQLite
import Store

/// A store in memory with one team, its leader and one rep, to see what a configuration makes of them.
struct Household {
    let store: Store

    /// The columns are those of the rows in the store; nil leaves them open.
    init(
        teamZone: String? = nil, personZone: String? = nil, workdays: String? = nil, hours: String? = nil
    ) throws {
        store = try Store.inMemory()
        let database = store.database
        try database.run("INSERT INTO team(id, name, time_zone) VALUES (1, 'Team North', ?)", Value(teamZone))
        try database.run(
            "INSERT INTO person(id, email, name, role, team_id) VALUES (1, 'mara@example.com', 'Mara Holt', 'leader', 1)"
        )
        try database.run("UPDATE team SET leader_id = 1")
        try database.run(
            """
            INSERT INTO person(id, email, name, team_id, time_zone, workdays, hours)
            VALUES (2, 'Ana@Example.com', 'Ana Reis', 1, ?, ?, ?)
            """, Value(personZone), Value(workdays), Value(hours))
    }

    func roster(_ configuration: Configuration) throws -> Roster {
        try Roster(store, policy: configuration.policy, routing: configuration.routing, zones: Reading.zones)
    }

    /// What a configuration makes of the rep and of the team.
    func resolved(_ text: String) throws -> (ana: Roster.Member, team: Roster.Team) {
        try resolved(try Reading.configuration(text))
    }

    func resolved(_ configuration: Configuration) throws -> (ana: Roster.Member, team: Roster.Team) {
        let roster = try roster(configuration)
        guard let ana = roster.members[2], let team = roster.teams.first else { throw Missing() }
        return (ana, team)
    }

    struct Missing: Error {}
}
