import Chat
import CivilTime
import Coaching
import Engine
import Store

/// What `check` shows of a team: when each of its messages comes next, to whom, and where it goes.
struct Timetable {
    private let team: Roster.Team
    private let roster: Roster
    private let store: Store
    private let now: Instant

    init(of team: Roster.Team, in roster: Roster, _ store: Store, at now: Instant) {
        (self.team, self.roster, self.store, self.now) = (team, roster, store, now)
    }

    /// One message or person, its times and its place.
    struct Line {
        var label: String
        var times: String
        var place: String?
    }

    /// The lines below each other, labels in one column.
    static func text(_ lines: [Line]) -> String {
        let width = min(lines.map(\.label.count).max() ?? 0, 32)
        return lines.map { line in
            let gap = String(repeating: " ", count: max(0, width - line.label.count) + 2)
            return "  \(line.label)\(gap)\(line.times)\(line.place.map { "  → \($0)" } ?? "")".escapingControls
        }.joined(separator: "\n")
    }

    /// What the whole team hears: nothing where nobody leads it, or its zone cannot be read.
    var ofTeam: [Line] {
        guard let (leader, instant) = roster.nextHuddle(of: team, after: now) else { return [] }
        let date = words(team.zone).dated(team.zone.date(at: instant))
        var lines = [
            Line(
                label: "huddle", times: "\(date) \(team.huddleAt)",
                place: "\(team.leaderChannel?.name ?? "nowhere"), for \(leader.rep.name)")
        ]
        if let room = team.room { lines.append(Line(label: "team note", times: "with the huddle", place: room.name)) }
        if let (leader, slot) = roster.weeklySlot(of: team, at: now), let time = next(slot, of: leader.rep) {
            lines.append(
                Line(
                    label: "line of the week", times: time,
                    place: "\(leader.channel?.name ?? "nowhere"), for \(leader.rep.name)"))
        }
        return lines
    }

    /// What a person hears; nil of who left.
    func line(of member: Roster.Member) throws -> Line? {
        let rep = member.rep
        guard !rep.hasLeft(on: rep.zone.date(at: now)) else { return nil }
        let label = rep.role == .rep ? rep.name : "\(rep.name) (\(rep.role.rawValue))"
        guard rep.role != .observer else { return observer(rep, label) }
        let times = member.isZoneKnown ? try times(of: member) : "nothing, for the time zone cannot be read"
        return Line(
            label: label, times: "\(times) (\(rep.zone.identifier), \(rep.calendar.workdays), \(rep.hours))",
            place: member.channel?.name ?? "nowhere")
    }

    /// When something comes that is a person's alone: who only leads hears what is owed, once a day.
    static func slots(
        of member: Roster.Member, in roster: Roster, _ store: Store
    ) throws -> [(label: String, slot: DailySlot)] {
        let rep = member.rep
        guard rep.role != .observer else { return [] }
        if try rep.role == .rep || !rep.plan.isEmpty || store.listSize(of: rep.id).accounts > 0 {
            return [("morning", member.morning)] + (member.afternoon.map { [("afternoon", $0)] } ?? [])
        }
        let leads = roster.isLeaderOrDeputy(rep.id)
        return leads ? [("what is owed", member.morning)] : []
    }

    private func times(of member: Roster.Member) throws -> String {
        let rep = member.rep
        let slots = try Self.slots(of: member, in: roster, store)
        guard !slots.isEmpty else { return "nothing, for there are no accounts and no team to lead" }
        let times = slots.compactMap { label, slot in next(slot, of: rep).map { "\(label) \($0)" } }
        guard times.isEmpty else { return times.joined(separator: ", ") }
        return rep.leftOn.map { "nothing more before leaving on \(words(rep.zone).dated($0))" }
            ?? "nothing, for no working day is to come"
    }

    /// An observer reads agendas along where a route of his own leads to a channel.
    private func observer(_ rep: Rep, _ label: String) -> Line {
        if let own = team.observers.first(where: { $0.id == rep.id }) {
            return Line(label: label, times: "the agenda, with the huddle", place: own.channel.name)
        }
        return Line(label: label, times: "nothing: [people.\"\(rep.email)\"] routes.leader brings the agenda")
    }

    private func next(_ slot: DailySlot, of rep: Rep) -> String? {
        guard let (date, _) = slot.next(after: now), !rep.hasLeft(on: date) else { return nil }
        return "\(words(slot.zone).dated(date)) \(slot.time)"
    }

    private func words(_ zone: Zone) -> DateWords { DateWords(today: zone.date(at: now)) }
}
