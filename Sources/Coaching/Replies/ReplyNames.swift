/// What the writer's words may name.
package struct ReplyNames: Sendable {
    package struct Entry: Sendable, Hashable {
        package var id: RowID
        package var name: String

        package init(_ id: RowID, _ name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The accounts of the writer's own list.
    package var own: [Entry]
    /// The active accounts of the other reps in the writer's teams.
    package var others: [Entry]
    /// The accounts that were the writer's, and are won, lost or dropped.
    package var closed: [Entry]
    /// The account of each numbered item of the last message to the writer: "1 called Jonas".
    package var items: [Int: RowID]
    /// By account.
    package var stakeholders: [RowID: [Entry]]
    /// By account, open ones first.
    package var milestones: [RowID: [Entry]]
    /// What comes next, by account.
    package var steps: [RowID: String]
    /// The people of the writer's teams, by full name.
    package var people: [Entry]
    /// What the writer said he would do, and is open.
    package var said: [String]
    /// The research checklist of the writer's team.
    package var topics: [ResearchTopic]

    package init(
        own: [Entry] = [], others: [Entry] = [], closed: [Entry] = [], items: [Int: RowID] = [:],
        stakeholders: [RowID: [Entry]] = [:],
        milestones: [RowID: [Entry]] = [:], steps: [RowID: String] = [:], people: [Entry] = [], said: [String] = [],
        topics: [ResearchTopic] = ResearchChecklist().topics
    ) {
        self.own = own
        self.others = others
        self.closed = closed
        self.items = items
        self.stakeholders = stakeholders
        self.milestones = milestones
        self.steps = steps
        self.people = people
        self.said = said
        self.topics = topics
    }
}
