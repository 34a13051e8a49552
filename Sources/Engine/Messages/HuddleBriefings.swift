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
    /// Runs of full plans that are told: each day's would soon be noise.
    private static let toldStreaks: Set = [3, 5, 10, 15, 20]
    /// Working days back to which a run of full plans is counted.
    private static let streakDays = 20

    func briefing(
        for team: Roster.Team, leader: Roster.Member, surveys: [RowID: Survey], at now: Instant
    ) throws -> HuddleBriefing {
        let day = RepDay(leader.rep, at: now)
        let yesterday = day.rep.calendar.previous(before: day.today) ?? day.today.adding(days: -1)
        let places = try store.huddlePlaces(of: team.id)
        var briefing = HuddleBriefing(
            team: team.name, day: day, promises: try store.openPromises(of: leader.rep.id, at: now), bank: bank,
            asked: try store.questionsAsked(to: leader.rep.id, since: Briefings.questionsSince(day)))
        for id in team.memberIDs {
            guard let member = roster.members[id], let survey = surveys[id], !member.rep.hasLeft(on: survey.day.today)
            else { continue }
            let isSelling = !survey.accounts.isEmpty || member.rep.role == .rep
            guard isSelling else { continue }
            // What the rep was asked about an account is not asked again at the huddle.
            let asked = try store.questionsAsked(to: id, since: Briefings.questionsSince(day))
            briefing.asked.merge(asked.filter { $0.key != nil }) { $0.union($1) }
            let episodes = Dictionary(
                grouping: try store.openEpisodes(of: id).filter { $0.finding.accountID != nil },
                by: { $0.finding.accountID })
            briefing.members.append(try teamMember(member.rep, survey, leaderDay: day, yesterday: yesterday))
            briefing.highlights += try highlights(of: member.rep, since: yesterday, at: now)
            briefing.asks += try store.openAsks(of: id, at: now).map { ask in
                Ask(
                    rep: member.rep.firstName, account: ask.account, text: ask.text,
                    askedOn: day.rep.zone.date(at: ask.at))
            }
            for account in survey.accounts where account.isSelected(on: survey.day.today) {
                briefing.support.append(
                    SupportCandidate(
                        story: AccountStory(account, lastTouch: try store.lastTouch(of: account.id, at: now)),
                        day: survey.day, episodes: episodes[account.id] ?? [],
                        huddles: places[account.id]?.running ?? 0, lastHuddleOn: places[account.id]?.last))
            }
            briefing.backlog += try store.unmentionedBacklog(of: id)
        }
        return briefing
    }

    private func teamMember(
        _ rep: Rep, _ survey: Survey, leaderDay: RepDay, yesterday: CivilDate
    ) throws -> TeamMember {
        let selected = survey.accounts.filter { $0.isSelected(on: survey.day.today) }
        return TeamMember(
            day: survey.day, backOn: rep.isAway(on: leaderDay.today) ? rep.calendar.next(after: leaderDay.today) : nil,
            bar: try bar(of: rep, leaderDay: leaderDay),
            strip: selected.map { Pictures.AccountState(of: $0, findings: survey.states[$0.id] ?? [], on: survey.day) },
            commitments: try store.commitments(of: rep.id, from: yesterday, through: leaderDay.today))
    }

    /// The huddle's last five working days; the rep's own days off among them stay empty.
    private func bar(of rep: Rep, leaderDay: RepDay) throws -> [Pictures.DayCount] {
        let touches = rep.plan.first { $0.kind == .touch }?.count
        let planned =
            touches
            ?? rep.plan.reduce(0) { sum, line in
                if case .activity(let kind) = line.kind, kind.isTouch { sum + line.count } else { sum }
            }
        var days: [CivilDate] = []
        var day = leaderDay.today
        while days.count < Self.barDays, let previous = leaderDay.rep.calendar.previous(before: day) {
            days.append(previous)
            day = previous
        }
        return try days.reversed().map { date in
            let done = PlanKind.touch.count(in: try store.done(by: rep.id, on: date, zone: rep.zone, at: leaderDay.now))
            return Pictures.DayCount(done: done, planned: rep.works(on: date) ? planned : nil)
        }
    }

    private func highlights(of rep: Rep, since date: CivilDate, at now: Instant) throws -> [Highlight] {
        let name = rep.firstName
        let today = rep.zone.date(at: now)
        var highlights: [Highlight] = []
        for (account, title) in try store.milestonesDone(of: rep.id, from: date, through: today) {
            highlights.append(Highlight(repID: rep.id, rep: name, account: account, kind: .milestone(title: title)))
        }
        let (start, end) = (rep.zone.startOfDay(date), now)
        for (account, buyer) in try store.economicBuyersMet(by: rep.id, from: start, before: end) {
            highlights.append(
                Highlight(repID: rep.id, rep: name, account: account, kind: .metEconomicBuyer(name: buyer)))
        }
        for episode in try store.stallsEndedByTouch(of: rep.id, since: date) {
            guard let id = episode.finding.accountID, let days = episode.finding.days,
                let account = try store.accounts(.account(id), at: now).first,
                let touch = try store.lastTouch(of: id, at: now)
            else { continue }
            highlights.append(
                Highlight(
                    repID: rep.id, rep: name, account: account.name, kind: .movingAgain(idleDays: days, touch: touch)))
        }
        let streak = try fullPlans(of: rep, before: today, at: now)
        if Self.toldStreaks.contains(streak) {
            highlights.append(Highlight(repID: rep.id, rep: name, kind: .fullPlan(daysInARow: streak)))
        }
        return highlights
    }

    /// How many working days running, up to the last one, the whole plan was done.
    private func fullPlans(of rep: Rep, before today: CivilDate, at now: Instant) throws -> Int {
        let plan = rep.plan.filter { $0.count > 0 }
        guard !plan.isEmpty else { return 0 }
        var streak = 0
        var day = today
        while streak < Self.streakDays, let previous = rep.calendar.previous(before: day) {
            let done = try store.done(by: rep.id, on: previous, zone: rep.zone, at: now)
            guard plan.allSatisfy({ $0.kind.count(in: done) >= $0.count }) else { break }
            streak += 1
            day = previous
        }
        return streak
    }
}
