/// Good work that the team should hear of.
package struct Highlight: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The account became a customer: what all the others lead to.
        case won
        case milestone(title: String)
        /// - Parameter isFirst: Whether no touch came before, so that it did not move again: the first contact is made.
        case movingAgain(idleDays: Int, touch: Touch, isFirst: Bool = false)
        /// - Parameter by: The touch in which somebody took part for the first time.
        case metEconomicBuyer(name: String, by: ActivityKind)
        /// A stakeholder of a role that had not talked with us before.
        case newRole(name: String, role: StakeholderRole, by: ActivityKind)
        case firstReply(name: String, by: ActivityKind)
        case fullPlan(daysInARow: Int)
        case askedForHelp
    }

    package var repID: RowID
    package var rep: String
    package var accountID: RowID?
    package var account: String?
    package var kind: Kind

    package init(repID: RowID, rep: String, accountID: RowID? = nil, account: String? = nil, kind: Kind) {
        self.repID = repID
        self.rep = rep
        self.accountID = accountID
        self.account = account
        self.kind = kind
    }
}
