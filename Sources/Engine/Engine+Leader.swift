import CivilTime
import Coaching
import Store

/// What the engine does for those who lead: the matters of the morning, after the huddle, and the line of the week.
extension Engine {
    /// The teams whose matters are a person's at the instant: his own, and those of a leader who is away.
    func teamsLed(by member: Roster.Member, at now: Instant) -> [Roster.Team] {
        roster.teams(ledBy: member.rep.id).filter { roster.leads(member, $0, at: now) }
    }

    /// The last huddle of today that a slot of the person's own waits for; one after the slot's cut-off is not waited for.
    func huddleToCome(for member: Roster.Member, before slot: DailySlot, _ now: Instant) -> Instant? {
        let today = slot.zone.date(at: now)
        guard let usual = slot.instant(on: today), let cutOff = slot.cutOff(on: today) else { return nil }
        let start = slot.zone.startOfDay(today).adding(seconds: -1)
        return roster.teams(ledBy: member.rep.id).flatMap { team in
            roster.huddleSlots(of: team, at: now).filter { $0.member.rep.id == member.rep.id }.compactMap {
                _, huddle -> Instant? in
                guard let (_, instant) = huddle.next(after: start), roster.leads(member, team, at: instant),
                    instant > usual, instant < cutOff
                else { return nil }
                return instant
            }
        }.max()
    }

    /// What waits for a person as leader or deputy; nil for everybody else. Brings the episodes up to date: call it in a transaction.
    func leaderBriefing(for member: Roster.Member, _ day: RepDay) throws -> LeaderBriefing? {
        let led = teamsLed(by: member, at: day.now)
        guard !led.isEmpty else { return nil }
        var teams: [LeaderBriefing.Team] = []
        for team in led {
            guard
                let survey = try LeaderSurvey(of: team, acting: member, in: roster, at: day.now, store: store)
            else { continue }
            try LeaderEpisodes(store: store).update(survey)
            teams.append(
                LeaderBriefing.Team(
                    view: survey.view, findings: survey.findings,
                    episodes: try store.openLeaderEpisodes(of: survey.view.leader.id),
                    quieted: Set(try store.quieted(in: team.id).map(\.kind)),
                    asksTold: try asksTold(in: team, to: member, day)))
        }
        var briefing = LeaderBriefing(
            day: day, teams: teams, bank: try Briefings.bank(member.bank, for: day, in: store),
            asked: try store.questionsAsked(to: member.rep.id, since: Briefings.questionsSince(day)))
        // What anybody was asked about an account counts: the rep, the leader or the deputy.
        for team in led {
            let asked = try store.questionsAsked(aboutAccountsIn: team.id, since: Briefings.questionsSince(day))
            briefing.asked.merge(asked) { $0.union($1) }
        }
        for id in briefing.accountsSpokenOf {
            guard let account = try store.accounts(.account(id), at: day.now).first else { continue }
            briefing.stories[id] = AccountStory(account, lastTouch: try store.lastTouch(of: id, at: day.now))
        }
        return briefing
    }

    /// The asks that today's agenda told the person who led the huddle.
    private func asksTold(in team: Roster.Team, to member: Roster.Member, _ day: RepDay) throws -> Set<RowID> {
        let today = member.rep.zone.startOfDay(day.today)
        guard let agenda = try store.agenda(of: team.id, to: member.rep.id, since: today, at: day.now) else {
            return []
        }
        return try HuddleBriefings(store: store, roster: roster, bank: member.bank)
            .asksToTell(in: team, leader: member, at: agenda)
    }

    /// Acts end what they answer at once: a talk, a promise kept, an ask answered, praise, an account that moves again.
    func answerLeaders(_ changes: Changes, _ now: Instant) throws {
        let episodes = LeaderEpisodes(store: store)
        try episodes.answer(people: changes.days, accounts: changes.accounts, at: now, roster: roster)
        for person in changes.days where roster.isLeaderOrDeputy(person) { try answer(byLeader: person, now) }
    }

    /// What a leader or deputy said or did answers what is open with the leaders of his teams.
    private func answer(byLeader id: RowID, _ now: Instant) throws {
        let episodes = LeaderEpisodes(store: store)
        for team in roster.teams(ledBy: id) {
            guard let leader = roster.leader(of: team, on: team.zone.date(at: now)) else { continue }
            try episodes.answer(leader: RepDay(leader.rep, at: now))
        }
    }
}
