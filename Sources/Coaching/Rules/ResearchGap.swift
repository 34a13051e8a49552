/// `research-gap`: one topic of the checklist is not known yet, that which the open milestone due first needs before the others.
enum ResearchGap {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        let checklist = day.rep.thresholds.research
        // `no-own-message` says already that there is none.
        let gap = (needed(by: account, on: day) + checklist.topics).first {
            $0.subject != .ownMessage && !account.knows($0)
        }
        return gap.map { Finding(.researchGap, of: account, topic: $0) }
    }

    /// The topics that the open milestone due first needs.
    static func needed(by account: Account, on day: RepDay) -> [ResearchTopic] {
        let before = day.rep.thresholds.research.before
        guard !before.isEmpty, let first = account.openMilestones(on: day.today).first else { return [] }
        return before[first.title] ?? []
    }
}
