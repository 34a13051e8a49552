import CivilTime
import Coaching
import Store

/// What the rules say of the support that a leader owes his team at one instant, straight from the rows.
package struct LeaderSurvey: Sendable {
    package let view: LeaderView
    package let findings: [Finding]
    /// The people of other teams of the same leader: what is about them is found with those.
    let elsewhere: Set<RowID>
    private let isFirstTeam: Bool

    /// - Parameter acting: Who takes the matters on: the leader, or the deputy.
    /// - Returns: nil for a team without a leader.
    package init?(
        of team: Roster.Team, acting: Roster.Member, in roster: Roster, at now: Instant, store: Store
    ) throws {
        let day = RepDay(acting.rep, at: now)
        guard let leader = roster.leader(of: team, on: day.today)?.rep else { return nil }
        let led = roster.teams(ledBy: leader.id).filter { roster.leader(of: $0, on: day.today)?.rep.id == leader.id }
        elsewhere = Set(led.filter { $0.id != team.id }.flatMap(\.memberIDs))
        isFirstTeam = led.first?.id == team.id
        var view = LeaderView(leader: leader, day: day, thresholds: team.leaderThresholds)
        let looks = try store.firstLooks(ofTeam: team.id)
        for member in team.memberIDs.compactMap({ roster.members[$0] }) {
            let rep = RepDay(member.rep, at: now)
            guard !member.rep.hasLeft(on: rep.today) else { continue }
            var accounts = try store.coachedAccounts(of: member.rep.id, on: rep.today, at: now, in: leader.zone)
            guard !accounts.isEmpty || member.rep.role == .rep else { continue }
            let huddles = try store.lastHuddles(of: team.id, onAccountsOf: member.rep.id)
            let episodes = Dictionary(
                grouping: try store.openEpisodes(.rep(member.rep.id)), by: { $0.finding.accountID })
            for place in accounts.indices {
                let id = accounts[place].id
                accounts[place].lastLookedOn = [accounts[place].lastLookedOn, huddles[id]].compactMap { $0 }.max()
                accounts[place].episodes = episodes[id] ?? []
            }
            var coached = CoachedRep(
                day: rep, firstLookedOn: looks[member.rep.id],
                lastTalk: try store.lastTalk(with: member.rep.id, at: now, in: leader.zone),
                asks: try store.openAsks(of: member.rep.id, named: member.rep.shortName, at: now, in: leader.zone),
                lastPraisedOn: try store.lastPraise(of: member.rep.id, through: day.today), accounts: accounts)
            if LeaderRules.isUnpraised(coached, in: view) {
                coached.deeds = try store.deeds(
                    of: rep, workingDays: team.leaderThresholds.highlight, after: coached.lastPraisedOn)
            }
            view.reps.append(coached)
        }
        let (elsewhere, isFirst, members) = (elsewhere, isFirstTeam, Set(team.memberIDs))
        view.promises = try store.openPromises(of: leader.id, at: now, in: leader.zone).filter { promise in
            promise.repID.map(members.contains) ?? false
                || isFirst && !(promise.repID.map(elsewhere.contains) ?? false)
        }.map(roster.named)
        self.view = view
        findings = LeaderRules.findings(view)
    }

    /// Whether an episode of the leader's is about this team. What is about nobody, or about somebody who is gone, is the first's.
    func concerns(_ episode: Episode) -> Bool {
        guard let person = episode.finding.personID else { return isFirstTeam }
        return view.reps.contains { $0.rep.id == person } || isFirstTeam && !elsewhere.contains(person)
    }
}

extension Store {
    /// What a rep did right on his last working days and today.
    /// - Parameter praised: When it was last said; what was reached until then was heard.
    func deeds(of day: RepDay, workingDays: Int, after praised: CivilDate?) throws -> Deeds {
        let rep = day.rep
        var deeds = Deeds()
        var date = day.today
        while deeds.days < workingDays, let previous = rep.calendar.previous(before: date) {
            date = previous
            deeds.days += 1
            if try didWholePlan(rep, on: date, at: day.now) { deeds.fullPlans += 1 }
        }
        let unheard = praised.map { max(date, $0.adding(days: 1)) } ?? date
        deeds.milestones = try milestonesDone(of: rep.id, from: unheard, through: day.today).map {
            Deeds.AtAccount(account: $0.account, what: $0.title)
        }
        deeds.replies = try firstReplies(to: rep.id, from: rep.zone.startOfDay(unheard), before: day.now).map {
            FirstTalk(rep: rep.shortName, name: $0.name, account: $0.account, kind: $0.kind)
        }
        return deeds
    }

    /// Whether all of a rep's plan was done on a date; never where he has none.
    func didWholePlan(_ rep: Rep, on date: CivilDate, at now: Instant) throws -> Bool {
        let plan = rep.plan.filter { $0.count > 0 }
        guard !plan.isEmpty else { return false }
        let done = try done(by: rep.id, on: date, zone: rep.zone, at: now)
        return plan.allSatisfy { $0.kind.count(in: done) >= $0.count }
    }
}
