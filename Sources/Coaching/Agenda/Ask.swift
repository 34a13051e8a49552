import CivilTime

/// A rep's request for help.
package struct Ask: Hashable, Sendable {
    package var id: RowID?
    package var repID: RowID?
    package var rep: String
    package var accountID: RowID?
    package var account: String?
    package var text: String
    package var askedOn: CivilDate

    package init(
        id: RowID? = nil, repID: RowID? = nil, rep: String, accountID: RowID? = nil, account: String? = nil,
        text: String, askedOn: CivilDate
    ) {
        self.id = id
        self.repID = repID
        self.rep = rep
        self.accountID = accountID
        self.account = account
        self.text = text
        self.askedOn = askedOn
    }
}

/// A colleague who was proposed for an ask, and on which day last.
package struct AskMatch: Hashable, Sendable {
    package var helperID: RowID
    package var on: CivilDate

    package init(helperID: RowID, on date: CivilDate) {
        self.helperID = helperID
        self.on = date
    }
}
