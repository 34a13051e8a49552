/// The numbers of the rules, resolved for one person: person > team > default.
package struct Thresholds: Hashable, Sendable {
    /// Working days without a touch until an account is quiet.
    package var quiet = 5
    /// Working days without a touch until it is stalled.
    package var stalled = 10
    /// The same while a milestone of this title is the open one due first.
    package var stalledByMilestone: [String: Int] = [:]
    /// A next step pauses both while at most so many whole working days lie between the last touch and its date.
    package var nextStepPause = 15
    /// Working days before its date from which a milestone that nothing serves is near.
    package var milestoneNear = 3
    /// Live threads, by distinct role, that a project needs after its first milestone.
    package var liveThreads = 3
    /// Calendar days that a two-way touch keeps a thread live.
    package var threadDays = 30
    /// Of 100, from which on two own messages of a rep's list are generic.
    package var alike = 80
    /// Active accounts below which a list is short; 0 says nothing.
    package var listShort = 20
    /// Of 100 touches, from which share on those off the list are asked about; 0 says nothing.
    package var offList = 30
    package var research = ResearchChecklist()

    package init() {}

    /// The stall threshold of an account: account > its open milestone due first > person.
    func stalled(for account: Account, on day: RepDay) -> Int {
        if let own = account.stallAfter { return own }
        guard !stalledByMilestone.isEmpty, let first = account.openMilestones(on: day.today).first else {
            return stalled
        }
        return stalledByMilestone[first.title] ?? stalled
    }
}
