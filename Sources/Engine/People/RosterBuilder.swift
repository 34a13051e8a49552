import Chat
import CivilTime
import Coaching
import Store

extension Roster {
    /// Resolves each value: the person in the file, the person's row, the team in the file, the team's row, the top of the file, the
    /// default.
    struct Builder {
        let policy: PolicySettings
        let routing: Routing
        let zones: ZoneDatabase
        var problems: [String] = []
        /// Those of zones and working times.
        private(set) var unread: [String] = []
        private var told: Set<String> = []
        /// By team name; most people have no questions of their own.
        private var banks: [String?: QuestionBank] = [:]

        init(policy: PolicySettings, routing: Routing, zones: ZoneDatabase) {
            self.policy = policy
            self.routing = routing
            self.zones = zones
        }

        mutating func member(_ row: PersonRow, team: TeamRow?, holidays: [HolidayRow]) -> Member {
            let person = policy.people[row.email.lowercased()] ?? PolicySettings.Layer()
            let group = team.flatMap { policy.teams[$0.name] } ?? PolicySettings.Layer()
            let layers = [person, group, policy.top]
            let routes = [routing.people[row.email.lowercased()], team.flatMap { routing.teams[$0.name] }, routing.top]
                .compactMap { $0 }
            let whose = "\(row.email) (person)"
            let (known, unreadZone) = zone(of: [
                (person.zone, row.timeZone, whose), (group.zone, team?.timeZone, "\(team?.name ?? "") (team)"),
            ])
            let zone = known ?? policy.top.zone ?? PolicyDefaults.zone
            let hours =
                person.hours ?? parse(row.hours, "working hours", whose, WorkingHours.init(parsing:))
                ?? group.hours ?? policy.top.hours ?? PolicyDefaults.hours
            let workdays =
                person.workdays ?? parse(row.workdays, "working days", whose, WeekdaySet.init(parsing:))
                ?? group.workdays ?? policy.top.workdays ?? PolicyDefaults.workdays
            let daysOff =
                holidays.filter { $0.applies(to: row) }.map(\.date) + layers.flatMap { Array($0.holidays) }
            let calendar = WorkingCalendar(workdays: workdays, daysOff: daysOff, rangesOff: row.away)
            let rep = Rep(
                id: row.id, email: row.email, name: row.name, role: row.role, teamID: row.teamID, zone: zone,
                calendar: calendar, hours: hours, plan: row.plan, thresholds: thresholds(layers), leftOn: row.leftOn,
                away: row.away)
            let slotDays = known == nil ? .empty : calendar
            var nudges = NudgePolicy()
            if let items = layers.firstValue(\.items) { nudges.usual = items }
            let (channel, unreached) = self.channel(routes.firstValue(\.rep), role: "rep")
            var member = Member(
                rep: rep, handles: row.handles, morning: morning(layers, hours, zone, slotDays),
                afternoon: afternoon(layers, hours, zone, slotDays), policy: nudges,
                bank: person.questions == nil
                    ? bank(ofTeam: team?.name) : QuestionSettings.bank(of: layers.map(\.questions)),
                channel: channel,
                fallback: routes.firstValue(\.fallback).flatMap { routing.channels[$0] }, unreached: unreached)
            member.unreadZone = unreadZone
            if let channel, let reason = Self.obstacle(to: member, through: channel) {
                member.channel = nil
                member.unreached = "channel \"\(channel.name)\": \(reason)"
            }
            return member
        }

        /// Why the channel has no way to the person: a bot, for one, without the person's id.
        static func obstacle(to member: Member, through channel: Channel) -> String? {
            let envelope = Envelope(id: "msg", to: member.recipient, at: Instant(secondsSinceEpoch: 0))
            let message = Message(.morning, title: "")
            guard case .impossible(let reason) = channel.platform.delivery(of: message, in: envelope) else {
                return nil
            }
            return reason
        }

        mutating func team(
            _ row: TeamRow, members: [PersonRow], observers: [PersonRow], leader: PersonRow?
        ) -> Team {
            let layers = [policy.teams[row.name], policy.top].compactMap { $0 }
            let routes = [routing.teams[row.name], routing.top].compactMap { $0 }
            let own = leader.flatMap { routing.people[$0.email.lowercased()] }
            let (known, unreadZone) = zone(of: [(policy.teams[row.name]?.zone, row.timeZone, "\(row.name) (team)")])
            let route = own?.leader ?? routes.firstValue(\.leader)
            var team = Team(
                id: row.id, name: row.name, zone: known ?? policy.top.zone ?? PolicyDefaults.zone, leader: row.leaderID,
                deputy: row.deputyID,
                memberIDs: members.map(\.id), huddleAt: layers.firstValue(\.huddleAt) ?? PolicyDefaults.huddleAt,
                huddleLateUntil: layers.firstValue(\.huddleLateUntil) ?? PolicyDefaults.huddleLateUntil,
                bank: bank(ofTeam: row.name), leaderChannel: channel(route, role: "leader").0,
                room: routes.firstValue(\.team).flatMap { routing.channels[$0] },
                fallback: routes.firstValue(\.fallback).flatMap { routing.channels[$0] }, aim: row.aim)
            team.unreadZone = unreadZone
            team.agendaFallback = (own?.fallback ?? routes.firstValue(\.fallback)).flatMap { routing.channels[$0] }
            team.leaderThresholds.coachingRep = layers.firstValue(\.coachingRep) ?? team.leaderThresholds.coachingRep
            team.leaderThresholds.coachingAccount =
                layers.firstValue(\.coachingAccount) ?? team.leaderThresholds.coachingAccount
            team.leaderThresholds.highlight = layers.firstValue(\.highlight) ?? team.leaderThresholds.highlight
            team.leaderThresholds.promise = layers.firstValue(\.promise) ?? team.leaderThresholds.promise
            team.weeklyDay = layers.firstValue(\.weeklyDay) ?? team.weeklyDay
            team.weeklyAt = layers.firstValue(\.weeklyAt) ?? team.weeklyAt
            team.observers = observers.compactMap { observer in
                routing.people[observer.email.lowercased()]?.leader.flatMap { routing.channels[$0] }
                    .map { Observer(id: observer.id, channel: $0) }
            }
            return team
        }

        private mutating func bank(ofTeam name: String?) -> QuestionBank {
            if let bank = banks[name] { return bank }
            let bank = QuestionSettings.bank(of: [name.flatMap { policy.teams[$0]?.questions }, policy.top.questions])
            banks[name] = bank
            return bank
        }

        private func channel(_ name: String?, role: String) -> (Channel?, String?) {
            guard let name else {
                if routing.saysAllOnConsole { return (.console, nil) }
                return (nil, "no route \"\(role)\" leads there")
            }
            guard let channel = routing.channels[name] else { return (nil, "there is no channel \"\(name)\"") }
            return (channel, nil)
        }

        /// Never outside the working hours: whose work ends before the usual time, or begins after it, has it at their beginning.
        private func morningTime(_ layers: [PolicySettings.Layer], _ hours: WorkingHours) -> TimeOfDay {
            let usual = layers.firstValue(\.morning) ?? PolicyDefaults.morning
            return hours.contains(usual) ? usual : hours.start
        }

        private func morning(
            _ layers: [PolicySettings.Layer], _ hours: WorkingHours, _ zone: Zone, _ calendar: WorkingCalendar
        ) -> DailySlot {
            let time = morningTime(layers, hours)
            // Once the afternoon is due the morning is over: two at once would be a heap.
            let usual = layers.firstValue(\.nudgesLateUntil) ?? PolicyDefaults.nudgesLateUntil
            let lateUntil = min(usual, afternoonTime(layers, hours) ?? hours.end, hours.end)
            return DailySlot(
                time: time, lateUntil: lateUntil > time ? lateUntil : hours.end, zone: zone, calendar: calendar)
        }

        /// Whose hours have no such time, or have only begun by then, hears it when two thirds of them have passed, about as others do.
        private func afternoonTime(_ layers: [PolicySettings.Layer], _ hours: WorkingHours) -> TimeOfDay? {
            let usual = layers.firstValue(\.afternoon) ?? PolicyDefaults.afternoon
            let morning = morningTime(layers, hours)
            let hasBegun = hours.elapsedSeconds(at: usual) * 4 >= hours.seconds
            return [hasBegun ? usual : nil, hours.twoThirds, hours.halfway(from: morning)].compactMap { $0 }
                .first { hours.contains($0) && $0 > morning }
        }

        private func afternoon(
            _ layers: [PolicySettings.Layer], _ hours: WorkingHours, _ zone: Zone, _ calendar: WorkingCalendar
        ) -> DailySlot? {
            guard let time = afternoonTime(layers, hours) else { return nil }
            let lateUntil = min(layers.firstValue(\.nudgesLateUntil) ?? PolicyDefaults.nudgesLateUntil, hours.end)
            return DailySlot(
                time: time, lateUntil: lateUntil > time ? lateUntil : hours.end, zone: zone, calendar: calendar)
        }

        private func thresholds(_ layers: [PolicySettings.Layer]) -> Thresholds {
            var thresholds = Thresholds()
            thresholds.quiet = layers.firstValue(\.quiet) ?? thresholds.quiet
            thresholds.stalled = layers.firstValue(\.stalled) ?? thresholds.stalled
            thresholds.nextStepPause = layers.firstValue(\.nextStepPause) ?? thresholds.nextStepPause
            thresholds.milestoneNear = layers.firstValue(\.milestoneNear) ?? thresholds.milestoneNear
            thresholds.liveThreads = layers.firstValue(\.liveThreads) ?? thresholds.liveThreads
            thresholds.threadDays = layers.firstValue(\.threadDays) ?? thresholds.threadDays
            thresholds.alike = layers.firstValue(\.alike) ?? thresholds.alike
            thresholds.offList = layers.firstValue(\.offList) ?? thresholds.offList
            thresholds.listShort = layers.firstValue(\.listShort) ?? thresholds.listShort
            thresholds.research.topics = layers.firstValue(\.research) ?? thresholds.research.topics
            for layer in layers.reversed() {
                thresholds.stalledByMilestone.merge(layer.stalledByMilestone) { $1 }
                thresholds.research.before.merge(layer.researchBefore) { $1 }
            }
            return thresholds
        }

        /// The first zone that is set in the file or in a row. Where it is one that cannot be read there is none, but its name: what is said by
        /// another one may come at night.
        private mutating func zone(
            of layers: [(set: Zone?, name: String?, whose: String)]
        ) -> (known: Zone?, unread: String?) {
            for layer in layers {
                if let zone = layer.set { return (zone, nil) }
                guard let name = layer.name, !name.isEmpty else { continue }
                do throws(ZoneError) {
                    return (try zones.zone(name), nil)
                } catch {
                    let problem = "\(layer.whose): \(error); until it can be read no nudges are sent there"
                    // All of a team have the one of their team.
                    if told.insert(problem).inserted {
                        unread.append(problem)
                        problems.append(problem)
                    }
                    return (nil, name)
                }
            }
            return (policy.top.zone ?? PolicyDefaults.zone, nil)
        }

        private mutating func parse<Value>(
            _ text: String?, _ what: String, _ whose: String, _ parse: (String) throws(TimeFormatError) -> Value
        ) -> Value? {
            guard let text, !text.isEmpty else { return nil }
            do throws(TimeFormatError) {
                return try parse(text)
            } catch {
                let problem =
                    "\(whose): \(what): \(error); until they can be read those of the team or the default hold"
                unread.append(problem)
                problems.append(problem)
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

extension Array {
    /// The value of the first layer that has one.
    fileprivate func firstValue<Value>(_ path: KeyPath<Element, Value?>) -> Value? {
        for layer in self { if let value = layer[keyPath: path] { return value } }
        return nil
    }
}
