import CivilTime
import Coaching
import Store

/// Gathers from the store what a rep's message is composed of.
struct Briefings {
    let store: Store
    let bank: QuestionBank

    /// Calendar days back to which mentions and thanks look.
    private static let memory = 90
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
        let answered = try store.answeredEpisodes(of: rep.id, since: since)
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
        for episode in answered where episode.resolution == .touch {
            guard let id = episode.finding.accountID else { continue }
            stories[id]?.firstTouchAt = try store.firstTouchAt(of: id, at: day.now)
        }
        let yesterday = rep.calendar.previous(before: day.today) ?? day.today.adding(days: -1)
        var briefing = Briefing(
            day: day, stories: stories, episodes: episodes, answered: answered,
            lastMention: try store.lastMentions(to: rep.id, since: day.today.adding(days: -Self.memory)),
            asked: try store.questionsAsked(to: rep.id, since: Self.questionsSince(day)), doneToday: survey.done,
            commitments: try store.commitments(of: rep.id, from: yesterday, through: day.today, at: day.now),
            withNextStep: survey.accounts.count { account in
                account.isSelected(on: day.today) && account.nextStepOn.map { $0 >= day.today } ?? false
            }, listed: survey.accounts.count { $0.isSelected(on: day.today) }, bank: bank, policy: member.policy)
        if episodes.contains(where: { $0.finding.kind == .activityMissing }) {
            briefing.idleAfternoons = try store.idleAfternoons(of: rep.id, before: day.today, at: day.now)
        }
        return briefing
    }

    static func questionsSince(_ day: RepDay) -> CivilDate {
        day.rep.calendar.adding(workingDays: -questionRest, to: day.today) ?? day.today.adding(days: -14)
    }
}
