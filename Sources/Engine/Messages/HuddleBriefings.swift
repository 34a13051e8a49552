import CivilTime
import Coaching
import Store

/// Gathers from the store what a team's agenda is composed of.
struct HuddleBriefings {
    let store: Store
    let roster: Roster
    let bank: QuestionBank

    /// Working days of the bar.
    private static let barDays = 5
    /// Calendar days within which they are looked for.
    private static let barWithin = 60
    /// Calendar days back to which it is told what was said, however long there was no huddle.
    private static let saidWithin = 14
    /// Working days within which good work is told of.
    private static let newsDays = 5
    /// Calendar days back to which it matters when something was said of an account.
    private static let memory = 120
    /// Calendar days back to which it matters whether messages arrived.
    private static let arrivals = 14
    /// Calendar days over which places are shared out evenly: as long as it takes until each account has come up.
    private static let sharedOver = 70

    /// - Parameter leader: Who leads the huddle: the leader, or the deputy.
    func briefing(
        for team: Roster.Team, leader: Roster.Member, surveys: [RowID: Survey], at now: Instant
    ) throws -> HuddleBriefing {
        var briefing = try outline(of: team, leader: leader, at: now)
        let day = briefing.day
        let yesterday = day.rep.calendar.previous(before: day.today) ?? day.today.adding(days: -1)
        briefing.promises = try promises(of: leader, in: team, on: day)
        briefing.asked = try store.questionsAsked(to: leader.rep.id, since: Briefings.questionsSince(day))
        // What the rep was asked about an account is not asked again at the huddle.
        let asked = try store.questionsAsked(aboutAccountsIn: team.id, since: Briefings.questionsSince(day))
        briefing.asked.merge(asked) { $0.union($1) }
        briefing.aim = roster.leader(of: team, on: day.today)?.rep.id == leader.rep.id ? team.aim : nil
        briefing.teamDate = team.zone.date(at: now)
        briefing.matched = try store.matchedColleagues(in: team.id, at: now)
        briefing.helpsThisWeek = try store.helps(in: team.id, since: briefing.monday)
        briefing.placesLately = try store.places(in: team.id, since: day.today.adding(days: -Self.sharedOver))
        briefing.lastTurns = try store.lastTurns(in: team.id)
        let quieted = try store.quieted(in: team.id)
        let lastHuddle = try store.lastHuddle(of: team.id)
        briefing.quieted = quieted.filter { kind in lastHuddle.map { kind.at > $0 } ?? true }.map {
            QuietNotice($0.kind, on: day.rep.zone.date(at: $0.at), team: roster.teams.count > 1 ? team.name : nil)
        }
        let last = briefing.lastAgenda
        // What was told to whoever stood in is told; where nobody did, the days in between count as well.
        let said = max(last?.on ?? yesterday, day.today.adding(days: -Self.saidWithin))
        briefing.saidSince = said
        let isNewWeek = briefing.isNewWeek
        let seen = try store.huddlesSeen(of: team.id)
        let looks = try store.firstLooks(ofTeam: team.id)
        let news = day.rep.calendar.adding(workingDays: -Self.newsDays, to: day.today) ?? yesterday
        let highlights = Highlights(
            store: store, since: news, asksSince: last?.on ?? yesterday,
            told: try store.highlightsTold(of: team.id, since: news))
        for id in team.memberIDs {
            guard let member = roster.members[id], let survey = surveys[id] else { continue }
            guard !member.rep.hasLeft(on: survey.day.today) else {
                if isNewWeek || !member.rep.hasLeft(on: yesterday), !survey.accounts.isEmpty {
                    briefing.leftBehind.append(
                        LeftBehind(name: member.rep.shortName, accounts: survey.accounts.map(\.name)))
                }
                continue
            }
            let isSelling = !survey.accounts.isEmpty || member.rep.role == .rep
            guard isSelling else { continue }
            briefing.members.append(try teamMember(member.rep, survey, leaderDay: day, since: said))
            briefing.highlights += try highlights.highlights(of: member.rep, at: now)
            briefing.lastPraised[id] = try store.lastPraise(of: id, through: day.today)
            let lost = try store.undelivered(to: id, since: day.today.adding(days: -Self.arrivals))
            briefing.support += try candidates(
                of: member, survey, seen, last: try store.lastHuddles(of: team.id, onAccountsOf: id),
                quieted: Set(quieted.map(\.kind)), isReached: member.channel != nil && lost == nil, zone: day.rep.zone)
            // Who was never there yet is looked at when he comes; what waits for him is no less of the first day.
            briefing.backlog +=
                looks[id] == nil
                ? survey.states.values.count { !$0.isEmpty } : try store.unmentionedBacklog(of: id)
            if let lost {
                briefing.unreached.append(
                    Unreached(
                        name: member.rep.shortName, since: lost.since, channel: lost.channel, reason: lost.reason))
            }
        }
        try addBars(to: &briefing)
        briefing.leftBehind += try unlisted(of: team, after: isNewWeek ? nil : lastHuddle)
        let selling = Set(briefing.members.map(\.rep.id))
        briefing.othersAway = people(of: team, at: now).filter { !selling.contains($0.id) && $0.role != .observer }
            .compactMap { RepDay($0, at: now).absence }
        return briefing
    }

    /// What is told whatever the reps did: when it is, and what was asked.
    private func outline(of team: Roster.Team, leader: Roster.Member, at now: Instant) throws -> HuddleBriefing {
        var briefing = HuddleBriefing(team: team.name, day: RepDay(leader.rep, at: now), bank: bank)
        let today = briefing.day.today
        briefing.lastAgenda = try store.lastAgenda(of: team.id, before: today)
        briefing.isNewWeek = briefing.lastAgenda.map { $0.on < briefing.monday } ?? true
        briefing.askHuddles = try store.huddlesSinceAsks(of: team.id, before: today, at: now)
        briefing.asks = try people(of: team, at: now).flatMap {
            try store.openAsks(of: $0.id, named: $0.shortName, at: now, in: leader.rep.zone)
        }
        return briefing
    }

    /// The asks that the agenda of the day tells in words.
    func asksToTell(in team: Roster.Team, leader: Roster.Member, at now: Instant) throws -> Set<RowID> {
        Set(try outline(of: team, leader: leader, at: now).asksInWords.compactMap(\.id))
    }

    private func people(of team: Roster.Team, at now: Instant) -> [Rep] {
        roster.people(of: team).filter { !$0.hasLeft(on: $0.zone.date(at: now)) }
    }

    /// What whoever leads said he will do for this team: until its day, for then it is a matter between coachd and him.
    private func promises(of leader: Roster.Member, in team: Roster.Team, on day: RepDay) throws -> [Promise] {
        return try store.openPromises(of: leader.rep.id, at: day.now, in: day.rep.zone).filter { promise in
            let isOurs = promise.repID.flatMap { roster.members[$0]?.rep.teamID }.map { $0 == team.id } ?? true
            let isToCome =
                promise.dueOn.map { $0 >= day.today }
                ?? promise.madeOn.map {
                    day.workingDays(after: $0, before: day.today) < team.leaderThresholds.promise
                } ?? true
            return isOurs && isToCome
        }.map(roster.named)
    }

    /// Accounts that a handover left on nobody's list.
    /// - Parameter instant: Of when they are news; nil is since ever.
    private func unlisted(of team: Roster.Team, after instant: Instant?) throws -> [LeftBehind] {
        try store.unlistedAccounts(lastOf: team.id).sorted { $0.key < $1.key }.compactMap { owner, accounts in
            let isNews = accounts.contains { account in instant.map { account.since > $0 } ?? true }
            guard isNews, let rep = roster.members[owner]?.rep else { return nil }
            return LeftBehind(name: rep.shortName, accounts: accounts.map(\.name), isHandedOver: true)
        }
    }

    private func candidates(
        of member: Roster.Member, _ survey: Survey, _ seen: [RowID: (sinceMove: Int, isCountedAnew: Bool)],
        last: [RowID: CivilDate], quieted: Set<FindingKind>, isReached: Bool, zone: Zone
    ) throws -> [SupportCandidate] {
        let rep = member.rep
        let found = try store.openEpisodes(.rep(rep.id))
        let open = found.filter { !quieted.contains($0.finding.kind) }
        let silenced = Set(
            found.filter { quieted.contains($0.finding.kind) && !$0.finding.kind.isGroundwork }
                .compactMap(\.finding.accountID))
        let episodes = Dictionary(grouping: open, by: { $0.finding.accountID })
        let mentions = try store.lastMentions(to: rep.id, since: survey.day.today.adding(days: -Self.memory))
        let talks = try store.lastTalks(onAccountsOf: rep.id, at: survey.day.now, in: zone)
        // Whom no message reaches hears of nothing before the huddle.
        let unheard = isReached ? unheard(open, by: member, survey, mentions) : []
        return survey.accounts.filter { $0.isSelected(on: survey.day.today) }.map { account in
            let (huddles, episodes) = (seen[account.id], episodes[account.id] ?? [])
            var candidate = SupportCandidate(
                story: AccountStory(account), day: survey.day, episodes: episodes,
                unheard: unheard.intersection(episodes.map(\.id)),
                huddles: huddles?.sinceMove ?? 0,
                isCountedAnew: huddles?.isCountedAnew ?? false,
                lastHuddleOn: last[account.id], lastTalkOn: talks[account.id], lastSaidOn: mentions[account.id])
            candidate.isSilenced = episodes.isEmpty && silenced.contains(account.id)
            return candidate
        }
    }

    /// What can wait until the rep was asked about it, and is not among what he is asked this morning.
    private func unheard(
        _ open: [Episode], by member: Roster.Member, _ survey: Survey, _ mentions: [RowID: CivilDate]
    ) -> Set<RowID> {
        var unheard = Set(open.filter(\.canWaitForItsQuestion).map(\.id))
        guard !unheard.isEmpty, let morning = member.morning.instant(on: survey.day.today), morning >= survey.day.now
        else { return unheard }
        let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
        unheard.subtract(
            member.policy.select(open, accounts: accounts, lastMention: mentions, on: survey.day).episodes.map(\.id))
        return unheard
    }

    private func teamMember(
        _ rep: Rep, _ survey: Survey, leaderDay: RepDay, since said: CivilDate
    ) throws -> TeamMember {
        let selected = survey.accounts.filter { $0.isSelected(on: survey.day.today) }
        return TeamMember(
            day: survey.day, backOn: survey.day.absence?.backOn,
            strip: selected.map { Pictures.AccountState(of: $0, findings: survey.states[$0.id] ?? [], on: survey.day) },
            commitments: try store.commitments(
                of: rep.id, from: said, through: leaderDay.today, at: leaderDay.now))
    }

    /// The last days on which somebody of the team worked, whoever led it then, so that all bars show the same ones; each rep's own days
    /// off among them stay empty.
    private func addBars(to briefing: inout HuddleBriefing) throws {
        let (today, now) = (briefing.day.today, briefing.day.now)
        let reps = briefing.members.map(\.rep)
        let days = (1...Self.barWithin).lazy.map { today.adding(days: -$0) }
            .filter { date in reps.contains { $0.works(on: date) } }.prefix(Self.barDays).reversed()
        for place in briefing.members.indices {
            let rep = reps[place]
            briefing.members[place].bar = try days.map { date in
                let done = PlanKind.touch.count(in: try store.done(by: rep.id, on: date, zone: rep.zone, at: now))
                return Pictures.DayCount(done: done, planned: rep.works(on: date) ? rep.plannedTouches : nil)
            }
        }
    }
}

extension RepDay {
    /// Today's leave or holiday.
    fileprivate var absence: Absence? {
        guard rep.isAway(on: today), let back = rep.calendar.next(after: today) else { return nil }
        return Absence(name: rep.shortName, backOn: back)
    }
}
