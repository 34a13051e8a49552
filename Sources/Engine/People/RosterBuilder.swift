import Chat
import CivilTime
import Coaching
import Store

extension Roster {
    /// Resolves each value: the person in the file, the person's row, the team in the file, the team's row, the top of the file, the
    /// default.
    struct Builder {
        let settings: Settings
        let zones: ZoneDatabase
        var problems: [String] = []

        init(settings: Settings, zones: ZoneDatabase) {
            self.settings = settings
            self.zones = zones
        }

        mutating func member(_ row: PersonRow, team: TeamRow?, holidays: [HolidayRow]) -> Member {
            let person = settings.people[row.email.lowercased()] ?? Settings.Layer()
            let group = team.flatMap { settings.teams[$0.name] } ?? Settings.Layer()
            let layers = [person, group, settings.top]
            let whose = "\(row.email) (person)"
            let zone =
                person.zone ?? self.zone(row.timeZone, whose) ?? group.zone
                ?? self.zone(team?.timeZone, "\(team?.name ?? "") (team)") ?? settings.top.zone ?? Defaults.zone
            let hours = person.hours ?? parse(row.hours, "working hours", whose, WorkingHours.init(parsing:))
                ?? group.hours ?? settings.top.hours ?? Defaults.hours
            let workdays = person.workdays ?? parse(row.workdays, "working days", whose, WeekdaySet.init(parsing:))
                ?? group.workdays ?? settings.top.workdays ?? Defaults.workdays
            let daysOff =
                holidays.filter { $0.applies(to: row) }.map(\.date) + layers.flatMap { Array($0.holidays) }
            let calendar = WorkingCalendar(workdays: workdays, daysOff: daysOff, rangesOff: row.away)
            let rep = Rep(
                id: row.id, email: row.email, name: row.name, role: row.role, teamID: row.teamID, zone: zone,
                calendar: calendar, hours: hours, plan: row.plan, thresholds: thresholds(layers), leftOn: row.leftOn,
                away: row.away)
            var policy = NudgePolicy()
            if let items = layers.firstValue(\.items) { policy.usual = items }
            policy.maximum = max(policy.maximum, policy.usual)
            let (channel, unreached) = self.channel(layers.firstValue(\.routes.rep), role: "rep")
            return Member(
                rep: rep, morning: morning(layers, hours, zone, calendar),
                afternoon: afternoon(layers, hours, zone, calendar), policy: policy, channel: channel,
                fallback: layers.firstValue(\.routes.fallback).flatMap { settings.channels[$0] }, unreached: unreached)
        }

        mutating func team(_ row: TeamRow, members: [PersonRow]) -> Team {
            let group = settings.teams[row.name] ?? Settings.Layer()
            let layers = [group, settings.top]
            let leader = row.leaderID.flatMap { id in members.first { $0.id == id } }
            let person = leader.flatMap { settings.people[$0.email.lowercased()] } ?? Settings.Layer()
            let zone = group.zone ?? zone(row.timeZone, "\(row.name) (team)") ?? settings.top.zone ?? Defaults.zone
            let route = person.routes.leader ?? layers.firstValue(\.routes.leader)
            return Team(
                id: row.id, name: row.name, zone: zone, leader: row.leaderID, deputy: row.deputyID,
                memberIDs: members.map(\.id), huddleAt: layers.firstValue(\.huddleAt) ?? Defaults.huddleAt,
                huddleLateUntil: layers.firstValue(\.huddleLateUntil) ?? Defaults.huddleLateUntil,
                leaderChannel: channel(route, role: "leader").0,
                room: layers.firstValue(\.routes.team).flatMap { settings.channels[$0] },
                fallback: layers.firstValue(\.routes.fallback).flatMap { settings.channels[$0] })
        }

        /// A room of several people is nobody's own: what is private does not go there, unless the team wants it so.
        func checkPrivacy(of members: inout [RowID: Member]) {
            var users: [String: Int] = [:]
            for member in members.values where member.rep.role != .observer {
                for channel in [member.channel, member.fallback] { if let channel { users[channel.name, default: 0] += 1 } }
            }
            func isPrivate(_ channel: Channel) -> Bool {
                channel.platform.reachesEachPersonAlone || channel.isShared || users[channel.name, default: 0] <= 1
            }
            for (id, member) in members {
                if let channel = member.channel, !isPrivate(channel) {
                    members[id]?.channel = nil
                    members[id]?.unreached = "the channel \"\(channel.name)\" is a room of several people"
                }
                if let fallback = member.fallback, !isPrivate(fallback) { members[id]?.fallback = nil }
            }
        }

        private func channel(_ name: String?, role: String) -> (Channel?, String?) {
            guard let name else {
                if settings.saysAllOnConsole { return (Channel(name: "console", platform: .console), nil) }
                return (nil, "no route \"\(role)\" leads to him")
            }
            guard let channel = settings.channels[name] else { return (nil, "there is no channel \"\(name)\"") }
            return (channel, nil)
        }

        /// Never before the working hours begin.
        private func morning(
            _ layers: [Settings.Layer], _ hours: WorkingHours, _ zone: Zone, _ calendar: WorkingCalendar
        ) -> DailySlot {
            let afternoon = layers.firstValue(\.afternoon) ?? Defaults.afternoon
            let time = max(layers.firstValue(\.morning) ?? Defaults.morning, hours.start)
            // Once the afternoon is due the morning is over: two at once would be a heap.
            let lateUntil = min(layers.firstValue(\.nudgesLateUntil) ?? Defaults.nudgesLateUntil, max(afternoon, time))
            return DailySlot(time: time, lateUntil: max(time, lateUntil), zone: zone, calendar: calendar)
        }

        private func afternoon(
            _ layers: [Settings.Layer], _ hours: WorkingHours, _ zone: Zone, _ calendar: WorkingCalendar
        ) -> DailySlot? {
            let time = layers.firstValue(\.afternoon) ?? Defaults.afternoon
            let morning = max(layers.firstValue(\.morning) ?? Defaults.morning, hours.start)
            guard hours.contains(time), time > morning else { return nil }
            let lateUntil = min(layers.firstValue(\.nudgesLateUntil) ?? Defaults.nudgesLateUntil, hours.end)
            return DailySlot(time: time, lateUntil: max(time, lateUntil), zone: zone, calendar: calendar)
        }

        private func thresholds(_ layers: [Settings.Layer]) -> Thresholds {
            var thresholds = Thresholds()
            thresholds.quiet = layers.firstValue(\.quiet) ?? thresholds.quiet
            thresholds.stalled = layers.firstValue(\.stalled) ?? thresholds.stalled
            thresholds.nextStepPause = layers.firstValue(\.nextStepPause) ?? thresholds.nextStepPause
            thresholds.milestoneNear = layers.firstValue(\.milestoneNear) ?? thresholds.milestoneNear
            thresholds.liveThreads = layers.firstValue(\.liveThreads) ?? thresholds.liveThreads
            thresholds.threadDays = layers.firstValue(\.threadDays) ?? thresholds.threadDays
            for layer in layers.reversed() { thresholds.stalledByMilestone.merge(layer.stalledByMilestone) { $1 } }
            return thresholds
        }

        private mutating func zone(_ name: String?, _ whose: String) -> Zone? {
            guard let name, !name.isEmpty else { return nil }
            do throws(ZoneError) {
                return try zones.zone(name)
            } catch {
                problems.append("\(whose): \(error)")
                return nil
            }
        }

        private mutating func parse<Value>(
            _ text: String?, _ what: String, _ whose: String, _ parse: (String) throws(TimeFormatError) -> Value
        ) -> Value? {
            guard let text, !text.isEmpty else { return nil }
            do throws(TimeFormatError) {
                return try parse(text)
            } catch {
                problems.append("\(whose): \(what): \(error)")
                return nil
            }
        }
    }
}

extension HolidayRow {
    fileprivate func applies(to person: PersonRow) -> Bool {
        if let personID { return personID == person.id }
        return teamID == nil || teamID == person.teamID
    }
}

extension [Settings.Layer] {
    /// The value of the first layer that has one.
    fileprivate func firstValue<Value>(_ path: KeyPath<Settings.Layer, Value?>) -> Value? {
        for layer in self { if let value = layer[keyPath: path] { return value } }
        return nil
    }
}
