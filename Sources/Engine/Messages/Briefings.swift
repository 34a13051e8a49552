import CivilTime
import Coaching
import Store

/// Gathers from the store what a rep's message is composed of.
struct Briefings {
    let store: Store
    let bank: QuestionBank

    /// Working days after an act within which it is thanked for.
    private static let thanksWithin = 10
    /// Working days within which a question is not repeated for an account.
    static let questionRest = 10

    func briefing(for member: Roster.Member, _ survey: Survey) throws -> Briefing {
        let day = survey.day
        let rep = day.rep
        let quieted = Set(try rep.teamID.map { try store.quieted(in: $0).map(\.kind) } ?? [])
        let episodes = try store.openEpisodes(.rep(rep.id)).filter { !quieted.contains($0.finding.kind) }
        let since = rep.calendar.adding(workingDays: -Self.thanksWithin, to: day.today) ?? day.today.adding(days: -14)
        var answered = try store.answeredEpisodes(of: rep.id, since: since)
        for place in answered.indices {
            answered[place].movingAgain = try store.movingAgain(answered[place], of: rep, at: day.now)
        }
        let spokenOf = Set((episodes + answered).compactMap(\.finding.accountID))
        var stories: [RowID: AccountStory] = [:]
        let lastTouches = try store.lastTouches(ofAccountsOf: rep.id, at: day.now)
        for account in survey.accounts where spokenOf.contains(account.id) {
            stories[account.id] = AccountStory(account, lastTouch: lastTouches[account.id])
        }
        for finding in episodes.map(\.finding) {
            guard let other = finding.otherAccountID, let id = finding.accountID else { continue }
            stories[id]?.otherName = survey.accounts.first { $0.id == other }?.name
        }
        let yesterday = rep.calendar.previous(before: day.today) ?? day.today.adding(days: -1)
        var briefing = Briefing(
            day: day, stories: stories, episodes: episodes, answered: answered,
            lastMention: try store.lastMentions(to: rep.id, since: day.today.adding(days: -NudgePolicy.memory)),
            asked: try store.questionsAsked(to: rep.id, since: Self.questionsSince(day)), doneToday: survey.done,
            commitments: try store.commitments(of: rep.id, from: yesterday, through: day.today, at: day.now),
            withNextStep: survey.accounts.count { account in
                account.isSelected(on: day.today) && account.nextStepOn.map { $0 >= day.today } ?? false
            }, listed: survey.accounts.count { $0.isSelected(on: day.today) },
            bank: try Self.bank(bank, for: day, in: store),
            policy: member.policy)
        briefing.withStepToday = survey.accounts.filter { account in
            account.nextStepOn == day.today && account.isSelected(on: day.today) && account.hold(on: day.today) == nil
        }
        briefing.leave = LeaveAhead(of: survey.accounts, on: day)
        if answered.contains(where: { $0.finding.milestoneID != nil }) {
            briefing.movedBefore = try store.milestonesThankedForADate(
                of: rep.id, since: day.today.adding(days: -NudgePolicy.memory))
        }
        // Who sat at the huddle has heard its questions.
        if let team = rep.teamID {
            let heard = try store.questionsOfAgenda(of: team, on: day.today)
            briefing.asked[nil, default: []].formUnion(heard)
            for question in heard { briefing.bank.lastHeard[question] = day.today }
        }
        for episode in answered where episode.finding.kind == .commitmentOpen {
            // What was moved may be for any day to come.
            guard let id = episode.finding.subjectID, !briefing.commitments.contains(where: { $0.id == id }),
                let commitment = try store.commitment(id, at: day.now)
            else { continue }
            briefing.commitments.append(commitment)
        }
        if episodes.contains(where: { [.commitmentOpen, .offList, .listShort].contains($0.finding.kind) }) {
            briefing.askedBefore = try store.askedBefore(rep.id)
        }
        if episodes.contains(where: { $0.finding.kind == .activityMissing }) {
            briefing.idleAfternoons = try store.idleAfternoons(of: rep.id, before: day.today, at: day.now)
        }
        return briefing
    }

    /// The bank for a reader, with when he heard its questions: of those alone that he is spared for now it matters when.
    static func bank(_ bank: QuestionBank, for day: RepDay, in store: Store) throws -> QuestionBank {
        bank.heard(try store.questionsHeard(by: day.rep.id, since: questionsSince(day)))
    }

    static func questionsSince(_ day: RepDay) -> CivilDate {
        day.rep.calendar.adding(workingDays: -questionRest, to: day.today) ?? day.today.adding(days: -14)
    }
}
