import CivilTime

/// What the leader said he will do.
package struct Promise: Hashable, Sendable {
    package var id: RowID?
    package var text: String
    package var repID: RowID?
    package var rep: String?
    package var accountID: RowID?
    package var account: String?
    package var dueOn: CivilDate?
    /// In the leader's zone.
    package var madeOn: CivilDate?

    package init(
        id: RowID? = nil, text: String, repID: RowID? = nil, rep: String? = nil, accountID: RowID? = nil,
        account: String? = nil, dueOn: CivilDate? = nil, madeOn: CivilDate? = nil
    ) {
        self.id = id
        self.text = text
        self.repID = repID
        self.rep = rep
        self.accountID = accountID
        self.account = account
        self.dueOn = dueOn
        self.madeOn = madeOn
    }
}
