/// The part a person plays in the team.
package enum PersonRole: String, CaseIterable, Hashable, Sendable {
    case rep, leader, observer
}

/// The part a stakeholder plays in the customer's decision.
package enum StakeholderRole: String, CaseIterable, Hashable, Sendable {
    case economicBuyer = "economic buyer"
    case champion, user, evaluator, influencer, blocker
}

/// Only an active account is one of the 50.
package enum AccountStatus: String, CaseIterable, Hashable, Sendable {
    case active, won, lost, dropped
}
