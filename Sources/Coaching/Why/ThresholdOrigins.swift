/// Where a number of the rules comes from.
package enum ThresholdOrigin: Hashable, Sendable {
    case account
    /// The open milestone due first, by its title in the configuration.
    case milestone(String)
    case person(String)
    case team(String)
    case file
    case builtIn

    package var words: String {
        switch self {
        case .account: "the account's own stall_after"
        case .milestone(let title): "[thresholds.milestones] \"\(title)\""
        case .person(let email): "[people.\"\(email)\".thresholds]"
        case .team(let name): "[teams.\"\(name)\".thresholds]"
        case .file: "[thresholds] of the file"
        case .builtIn: "the default"
        }
    }
}

/// Where each of a person's thresholds comes from.
package struct ThresholdOrigins: Hashable, Sendable {
    package var quiet = ThresholdOrigin.builtIn
    package var stalled = ThresholdOrigin.builtIn
    package var nextStepPause = ThresholdOrigin.builtIn
    package var milestoneNear = ThresholdOrigin.builtIn
    package var liveThreads = ThresholdOrigin.builtIn
    package var threadDays = ThresholdOrigin.builtIn

    package init() {}

    package init(_ policy: PolicySettings, email: String, team: String?) {
        func origin(_ path: KeyPath<PolicySettings.Layer, Int?>) -> ThresholdOrigin {
            if policy.people[email.lowercased()]?[keyPath: path] != nil { return .person(email) }
            if let team, policy.teams[team]?[keyPath: path] != nil { return .team(team) }
            return policy.top[keyPath: path] == nil ? .builtIn : .file
        }
        quiet = origin(\.quiet)
        stalled = origin(\.stalled)
        nextStepPause = origin(\.nextStepPause)
        milestoneNear = origin(\.milestoneNear)
        liveThreads = origin(\.liveThreads)
        threadDays = origin(\.threadDays)
    }

    /// Where the account's own stall threshold comes from.
    func stalled(of account: Account, on day: RepDay) -> ThresholdOrigin {
        if account.stallAfter != nil { return .account }
        guard let first = account.openMilestones(on: day.today).first,
            day.rep.thresholds.stalledByMilestone[first.title] != nil
        else { return stalled }
        return .milestone(first.title)
    }
}
