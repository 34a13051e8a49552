import Chat
import CivilTime
import Coaching
import Store

/// Everybody as the engine sees them: what stands in the store completed by the settings, person > team > default.
package struct Roster: Sendable {
    package private(set) var members: [RowID: Member] = [:]
    /// The ids of the members in the order of entry.
    package private(set) var order: [RowID] = []
    package private(set) var teams: [Team] = []
    /// By whose it is as leader or deputy, and by its id, where a team stands in `teams`.
    private var led: [RowID: [Int]] = [:]
    private var places: [RowID: Int] = [:]
    /// By team the ids of its people in the order of entry.
    private var peopleOfTeams: [RowID: [RowID]] = [:]

    /// Values of the store that could not be used, each with what is used instead.
    package private(set) var problems: [String] = []
    /// Those of zones and working times that cannot be read: who lives there has no slots, or others than were meant.
    package private(set) var unread: [String] = []

    /// A person with the slots and routes that hold for him.
    package struct Member: Sendable {
        package var rep: Rep
        /// The name of his zone where it cannot be read: then nothing comes at any time.
        package var unreadZone: String?
        package var isZoneKnown: Bool { unreadZone == nil }
        /// Who he is on chat platforms, by the channel type.
        package var handles: [String: String] = [:]
        package var morning: DailySlot
        /// Nil where the working day ends before it.
        package var afternoon: DailySlot?
        package var policy: NudgePolicy
        package var bank: QuestionBank
        /// The channel that reaches him alone, and the one for when it fails.
        package var channel: Channel?
        package var fallback: Channel?
        /// Why no channel reaches him.
        package var unreached: String?

        /// Whom a message to him names.
        package var recipient: Envelope.Recipient { .init(name: rep.name, email: rep.email, handles: handles) }
    }

    /// A team with its huddle.
    package struct Team: Sendable {
        package var id: RowID
        package var name: String
        package var zone: Zone
        /// The name of its zone where it cannot be read: then there is no huddle.
        package var unreadZone: String?
        package var isZoneKnown: Bool { unreadZone == nil }
        package var leader: RowID?
        package var deputy: RowID?
        package var memberIDs: [RowID]
        package var huddleAt: TimeOfDay
        package var huddleLateUntil: TimeOfDay
        package var bank: QuestionBank
        package var leaderChannel: Channel?
        package var room: Channel?
        /// Where what its room did not take goes.
        package var fallback: Channel?
        /// Where the agenda goes that the leader's channel did not take.
        package var agendaFallback: Channel?
        /// What the team is after, in the leader's words.
        package var aim: String?
        package var leaderThresholds = LeaderThresholds()
        /// When the week's line comes, in the leader's zone.
        package var weeklyDay = PolicyDefaults.weeklyDay
        package var weeklyAt = PolicyDefaults.weeklyAt
        /// Who only reads along: observers that have a route of their own for agendas.
        package var observers: [Observer] = []
    }

    package struct Observer: Sendable {
        package var id: RowID
        package var channel: Channel
    }

    package init(_ store: Store, policy: PolicySettings, routing: Routing, zones: ZoneDatabase) throws {
        let teamRows = try store.teams()
        let people = try store.people()
        let holidays = try store.holidays()
        let teamsByID = Dictionary(uniqueKeysWithValues: teamRows.map { ($0.id, $0) })
        var build = Builder(policy: policy, routing: routing, zones: zones)
        for row in people {
            let team = row.teamID.flatMap { teamsByID[$0] }
            members[row.id] = build.member(row, team: team, holidays: holidays)
            order.append(row.id)
        }
        let peopleByID = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
        let ofTeams = Dictionary(grouping: people.filter { $0.teamID != nil }) { $0.teamID ?? 0 }
        peopleOfTeams = ofTeams.mapValues { $0.map(\.id) }
        for (place, row) in teamRows.enumerated() {
            let own = ofTeams[row.id] ?? []
            teams.append(
                build.team(
                    row, members: own.filter { $0.role != .observer }, observers: own.filter { $0.role == .observer },
                    leader: row.leaderID.flatMap { peopleByID[$0] }))
            places[row.id] = place
            for id in Set([row.leaderID, row.deputyID].compactMap { $0 }) { led[id, default: []].append(place) }
        }
        for (id, name) in Self.namesInTeams(teams, members) { members[id]?.rep.nameInTeam = name }
        build.checkPrivacy(of: &members, in: &teams)
        problems = build.problems
        unread = build.unread
    }

    /// Who owes the team support: its leader, or the deputy where there is none or he left.
    package func leader(of team: Team, on date: CivilDate) -> Member? {
        [team.leader, team.deputy].compactMap { $0.flatMap { members[$0] } }.first { !$0.rep.hasLeft(on: date) }
    }

    package func team(_ id: RowID?) -> Team? { id.flatMap { places[$0] }.map { teams[$0] } }

    /// Those of which a person is the leader or the deputy, in their order.
    package func teams(ledBy person: RowID) -> [Team] { (led[person] ?? []).map { teams[$0] } }

    /// Whether a person is the leader or the deputy of some team.
    package func isLeaderOrDeputy(_ person: RowID) -> Bool { led[person] != nil }

    /// Whether a person is the leader or the deputy of another one's team.
    package func isLeaderOrDeputy(_ person: RowID, of rep: Rep) -> Bool {
        rep.teamID.flatMap { team in led[person]?.contains { teams[$0].id == team } } ?? false
    }

    /// The people of a team in the order of entry, observers included.
    package func people(of team: RowID) -> [Member] { (peopleOfTeams[team] ?? []).compactMap { members[$0] } }

    package func team(named name: String) -> Team? {
        teams.first { $0.name == name } ?? teams.first { $0.name.lowercased() == name.lowercased() }
    }
    package func member(email: String) -> Member? {
        members.values.first { $0.rep.email.lowercased() == email.lowercased() }
    }
}
