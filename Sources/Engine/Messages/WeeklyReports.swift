import CivilTime
import Coaching
import Store

/// Gathers from the store what the leader's line of the week is composed of.
struct WeeklyReports {
    let store: Store
    let roster: Roster

    /// Calendar days of the week that it looks back on.
    private static let week = 7
    /// Working days within which an account was touched, to count as covered.
    private static let coverageDays = 20

    func report(for team: Roster.Team, leader: Roster.Member, at now: Instant) throws -> WeeklyReport {
        let day = RepDay(leader.rep, at: now)
        let zone = leader.rep.zone
        let first = day.today.adding(days: 1 - Self.week)
        let reps = team.memberIDs.compactMap { roster.members[$0]?.rep }
            .filter { $0.role == .rep && !$0.hasLeft(on: day.today) }
        let talks = try store.talks(in: team.id, from: zone.startOfDay(first), through: now)
        let noted = try store.notedTalks(in: team.id, from: zone.startOfDay(first), through: now)
        var seen: Set<Talk> = []
        var places: [RowID: Set<Talk>] = [:]
        var firstTalk: [RowID: Instant] = [:]
        // A leader who sells has a list of his own.
        let sellers = team.memberIDs.compactMap { roster.members[$0]?.rep }
            .filter { $0.role != .observer && !$0.hasLeft(on: day.today) }
        let names = Set(sellers.map(\.id))
        for row in talks where names.contains(row.repID) {
            let talk = Talk(account: row.accountID, on: zone.date(at: row.at))
            if firstTalk[row.accountID] == nil { firstTalk[row.accountID] = row.at }
            seen.insert(talk)
            if row.isOfHuddle { places[row.repID, default: []].insert(talk) }
        }
        var report = WeeklyReport(
            team: team.name, day: day, language: leader.bank.language,
            shares: reps.map { rep in
                WeeklyReport.Share(
                    rep: rep.shortName, places: places[rep.id]?.count ?? 0, talks: noted[rep.id] ?? 0,
                    wasAway: (0..<Self.week).allSatisfy { !rep.works(on: first.adding(days: $0)) })
            }, talkedAbout: firstTalk.count, times: seen.count, coverageDays: Self.coverageDays,
            isOneOfSeveral: roster.teams.count > 1)
        let movements = try firstTalk.map { account, at in
            try store.movement(of: account, since: at, at: now, in: zone)
        }
        report.movedOn = movements.count { $0 == .moved }
        report.heardFromUs = movements.count { $0 == .heardFromUs }
        for rep in sellers {
            let today = rep.zone.date(at: now)
            let since = rep.calendar.adding(workingDays: -Self.coverageDays, to: today) ?? first
            let (accounts, touched) = try store.coverage(of: rep.id, since: rep.zone.startOfDay(since), at: now)
            report.accounts += accounts
            report.touched += touched
        }
        let quieted = try store.quieted(in: team.id)
        report.quieted = quieted.map {
            QuietNotice($0.kind, on: zone.date(at: $0.at), team: report.isOneOfSeveral ? team.name : nil)
        }
        report.effects = try Effects(store: store, roster: roster).effects(in: team, at: now)
        let asked = try store.proposedForSilence(
            to: leader.rep.id, since: day.today.adding(days: 1 - Effect.proposedEvery))
        report.proposed = report.effects.filter(\.isNoise).map(\.kind)
            .filter { kind in !asked.contains(kind) && !quieted.contains { $0.kind == kind } }
        return report
    }

    private struct Talk: Hashable {
        var account: RowID
        var on: CivilDate
    }
}
