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
    /// Calendar days back to which it matters when something was said of an account.
    private static let memory = 120

    /// Calendar days back to which it matters whether messages arrived.
    private static let arrivals = 14

    func briefing(
        for team: Roster.Team, leader: Roster.Member, surveys: [RowID: Survey], at now: Instant
    ) throws -> HuddleBriefing {
        let day = RepDay(leader.rep, at: now)
        let yesterday = day.rep.calendar.previous(before: day.today) ?? day.today.adding(days: -1)
        var briefing = HuddleBriefing(
            team: team.name, day: day, promises: try store.openPromises(of: leader.rep.id, at: now, in: day.rep.zone),
            bank: bank, asked: try store.questionsAsked(to: leader.rep.id, since: Briefings.questionsSince(day)))
        // What the rep was asked about an account is not asked again at the huddle.
        let asked = try store.questionsAsked(aboutAccountsIn: team.id, since: Briefings.questionsSince(day))
        briefing.asked.merge(asked) { $0.union($1) }
        briefing.aim = team.aim
        briefing.matched = try store.matchedColleagues(in: team.id, at: now)
        let monday = day.today.adding(days: -((day.today.weekday.rawValue - Weekday.monday.rawValue + 7) % 7))
        briefing.helpsThisWeek = try store.helps(since: monday)
        briefing.lastTurns = try store.lastTurns(in: team.id)
        let quieted = try store.quieted(in: team.id)
        let lastHuddle = try store.lastHuddle(of: team.id)
        briefing.quieted = quieted.filter { kind in lastHuddle.map { kind.at > $0 } ?? true }
            .map { QuietNotice($0.kind, on: day.rep.zone.date(at: $0.at)) }
        let running = try store.huddlesRunning(of: team.id)
        for id in team.memberIDs {
            guard let member = roster.members[id], let survey = surveys[id] else { continue }
            guard !member.rep.hasLeft(on: survey.day.today) else {
                let isNews = yesterday < monday || !member.rep.hasLeft(on: yesterday)
                if isNews, !survey.accounts.isEmpty {
                    briefing.leftBehind.append(
                        LeftBehind(name: member.rep.firstName, accounts: survey.accounts.map(\.name)))
                }
                continue
            }
            let isSelling = !survey.accounts.isEmpty || member.rep.role == .rep
            guard isSelling else { continue }
            briefing.members.append(try teamMember(member.rep, survey, leaderDay: day, yesterday: yesterday))
            briefing.highlights += try Highlights(store: store).highlights(of: member.rep, since: yesterday, at: now)
            briefing.lastPraised[id] = try store.lastPraise(of: id, through: day.today)
            briefing.asks += try store.openAsks(of: id, named: member.rep.firstName, at: now, in: day.rep.zone)
            briefing.support += try candidates(
                of: member.rep, survey, running, last: try store.lastHuddles(of: team.id, onAccountsOf: id),
                quieted: Set(quieted.map(\.kind)), zone: day.rep.zone)
            briefing.backlog += try store.unmentionedBacklog(of: id)
            if let lost = try store.undelivered(to: id, since: day.today.adding(days: -Self.arrivals)) {
                briefing.unreached.append(
                    Unreached(
                        name: member.rep.firstName, since: lost.since, channel: lost.channel, reason: lost.reason))
            }
        }
        return briefing
    }

    private func candidates(
        of rep: Rep, _ survey: Survey, _ running: [RowID: Int], last: [RowID: CivilDate], quieted: Set<FindingKind>,
        zone: Zone
    ) throws -> [SupportCandidate] {
        let episodes = Dictionary(
            grouping: try store.openEpisodes(.rep(rep.id)).filter { !quieted.contains($0.finding.kind) },
            by: { $0.finding.accountID })
        let mentions = try store.lastMentions(to: rep.id, since: survey.day.today.adding(days: -Self.memory))
        let talks = try store.lastTalks(onAccountsOf: rep.id, at: survey.day.now, in: zone)
        return survey.accounts.filter { $0.isSelected(on: survey.day.today) }.map { account in
            SupportCandidate(
                story: AccountStory(account), day: survey.day, episodes: episodes[account.id] ?? [],
                huddles: running[account.id] ?? 0, lastHuddleOn: last[account.id],
                lastTalkOn: talks[account.id], lastSaidOn: mentions[account.id])
        }
    }

    private func teamMember(
        _ rep: Rep, _ survey: Survey, leaderDay: RepDay, yesterday: CivilDate
    ) throws -> TeamMember {
        let selected = survey.accounts.filter { $0.isSelected(on: survey.day.today) }
        return TeamMember(
            day: survey.day, backOn: rep.isAway(on: leaderDay.today) ? rep.calendar.next(after: leaderDay.today) : nil,
            bar: try bar(of: rep, leaderDay: leaderDay),
            strip: selected.map { Pictures.AccountState(of: $0, findings: survey.states[$0.id] ?? [], on: survey.day) },
            commitments: try store.commitments(
                of: rep.id, from: yesterday, through: leaderDay.today, at: leaderDay.now))
    }

    /// The huddle's last five working days; the rep's own days off among them stay empty.
    private func bar(of rep: Rep, leaderDay: RepDay) throws -> [Pictures.DayCount] {
        var days: [CivilDate] = []
        var day = leaderDay.today
        while days.count < Self.barDays, let previous = leaderDay.rep.calendar.previous(before: day) {
            days.append(previous)
            day = previous
        }
        return try days.reversed().map { date in
            let done = PlanKind.touch.count(in: try store.done(by: rep.id, on: date, zone: rep.zone, at: leaderDay.now))
            return Pictures.DayCount(done: done, planned: rep.works(on: date) ? rep.plannedTouches : nil)
        }
    }
}
