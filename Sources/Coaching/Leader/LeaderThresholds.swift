/// The numbers of the leader's rules, resolved for one team. All are working days of the leader.
package struct LeaderThresholds: Hashable, Sendable {
    /// Since the last coaching talk with a rep.
    package var coachingRep = 5
    /// Since an account was last looked at together.
    package var coachingAccount = 20
    /// For which a rep who did right things heard nothing.
    package var highlight = 5
    /// After which a promise without a date is asked about.
    package var promise = 5

    package init() {}
}
