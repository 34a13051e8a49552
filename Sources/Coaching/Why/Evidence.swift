import CivilTime

/// A row of the store that an explanation rests on.
package struct RowReference: Hashable, Sendable {
    package var table: String
    package var id: RowID?
    package var externalID: String?
    /// What it says.
    package var words: String

    package init(_ table: String, _ id: RowID?, externalID: String? = nil, _ words: String) {
        self.table = table
        self.id = id
        self.externalID = externalID
        self.words = words
    }

    /// "activity 812 (call with Jonas (user), Thu 5 Nov)".
    package var description: String {
        let name = [table, id.map(String.init), externalID.map { "\"\($0)\"" }].compactMap { $0 }
        return "\(name.joined(separator: " ")): \(words)"
    }
}

/// What the store knows of an account, with the ids by which its rows are found again.
package struct Evidence: Sendable {
    package var story: AccountStory
    /// The row of the story's last touch, and who logged it.
    package var touchID: RowID?
    package var touchExternalID: String?
    package var touchBy: String?
    /// The ids of the account's holds by their first date.
    package var holds: [CivilDate: RowID]
    /// What days off are called.
    package var dayNames: [CivilDate: String]

    package init(
        _ story: AccountStory, touchID: RowID? = nil, touchExternalID: String? = nil, touchBy: String? = nil,
        holds: [CivilDate: RowID] = [:], dayNames: [CivilDate: String] = [:]
    ) {
        self.story = story
        self.touchID = touchID
        self.touchExternalID = touchExternalID
        self.touchBy = touchBy
        self.holds = holds
        self.dayNames = dayNames
    }
}
