import Chat
import Coaching
import Store

extension Roster.Builder {
    /// What is private goes only where one person reads: a room of several people, and a bot's way to somebody that is another's too, are
    /// nobody's own, unless the team wants it so. An agenda names gaps, so it never goes to a team's room.
    mutating func checkPrivacy(of members: inout [RowID: Roster.Member], in teams: inout [Roster.Team]) {
        let readers = Readers(members, teams)
        var refused: Set<String> = []
        for (id, member) in members {
            if let channel = member.channel, let reason = readers.objection(to: channel, for: member) {
                members[id]?.channel = nil
                members[id]?.unreached = reason
            }
            if let fallback = member.fallback, readers.objection(to: fallback, for: member) != nil {
                members[id]?.fallback = nil
                refused.insert(fallback.name)
            }
        }
        for index in teams.indices {
            let team = teams[index]
            if let channel = team.leaderChannel, readers.isOpen(channel) {
                teams[index].leaderChannel = nil
                problems.append(
                    "\(team.name): the agenda names gaps, so it does not go to \"\(channel.name)\", where the whole team reads"
                )
            }
            if let fallback = team.agendaFallback, readers.isOpen(fallback) || readers.isReps(fallback) {
                teams[index].agendaFallback = nil
                refused.insert(fallback.name)
            }
            // Who leads and has no place apart hears what is private where the agenda comes, if nobody else reads there.
            for leader in team.leads(in: members) where leader.channel == nil {
                guard let channel = teams[index].leaderChannel, readers.objection(to: channel, for: leader) == nil,
                    Self.obstacle(to: leader, through: channel) == nil
                else { continue }
                members[leader.rep.id]?.channel = channel
                members[leader.rep.id]?.unreached = nil
            }
            for leader in team.leads(in: members) {
                guard let channel = teams[index].leaderChannel,
                    let reason = Self.obstacle(to: leader, through: channel)
                else { continue }
                problems.append(
                    "\(team.name): the agenda does not reach \(leader.rep.email) through \"\(channel.name)\": \(reason)"
                )
            }
        }
        problems += refused.sorted().map {
            "the fallback \"\($0)\" is a room of several people: what is meant for one of them alone does not go there"
        }
    }
}

extension Roster.Team {
    /// The leader and the deputy.
    fileprivate func leads(in members: [RowID: Roster.Member]) -> [Roster.Member] {
        [leader, deputy].compactMap { $0.flatMap { members[$0] } }
    }
}

/// Who reads where.
private struct Readers {
    /// Rooms are told apart by their address, which two channels may share.
    private var people: [Secret: Set<RowID>] = [:]
    /// The rooms of whole teams.
    private var open: Set<Secret> = []
    /// Leaders, deputies and observers of agendas.
    private var leading: Set<RowID> = []
    /// Who has an id on a platform, by platform and id.
    private var owners: [String: [String: Set<RowID>]] = [:]

    init(_ members: [RowID: Roster.Member], _ teams: [Roster.Team]) {
        func note(_ channel: Channel?, _ person: RowID) {
            if let channel { people[channel.room, default: []].insert(person) }
        }
        for (id, member) in members where member.rep.role != .observer {
            note(member.channel, id)
            note(member.fallback, id)
            for (platform, handle) in member.handles { owners[platform, default: [:]][handle, default: []].insert(id) }
        }
        for team in teams {
            for leader in team.leads(in: members) {
                note(team.leaderChannel, leader.rep.id)
                note(team.agendaFallback, leader.rep.id)
                leading.insert(leader.rep.id)
            }
            for observer in team.observers {
                note(observer.channel, observer.id)
                leading.insert(observer.id)
            }
            if let room = team.room { open.insert(room.room) }
        }
    }

    /// Whether somebody reads there who leads nobody: what is a rep's place, or the fallback of several, is none for an agenda.
    func isReps(_ channel: Channel) -> Bool {
        !channel.isShared && !channel.platform.reachesEachPersonAlone
            && !(people[channel.room] ?? []).isSubset(of: leading)
    }

    /// Whether a whole team reads there.
    func isOpen(_ channel: Channel) -> Bool {
        !channel.isShared && !channel.platform.reachesEachPersonAlone && open.contains(channel.room)
    }

    /// Why a channel is not the person's own; nil where it is.
    func objection(to channel: Channel, for member: Roster.Member) -> String? {
        if channel.isShared { return nil }
        guard channel.platform.reachesEachPersonAlone else {
            return isOpen(channel) || (people[channel.room]?.count ?? 0) > 1
                ? "the channel \"\(channel.name)\" is a room of several people" : nil
        }
        let platform = channel.platform.typeName
        guard let handle = member.handles[platform], (owners[platform]?[handle]?.count ?? 0) > 1 else { return nil }
        return "the id on \(platform) is another person's too"
    }
}
