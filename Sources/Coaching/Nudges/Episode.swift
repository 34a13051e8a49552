import CivilTime

/// A finding from its opening to its resolution, with what was said about it.
package struct Episode: Hashable, Sendable {
    package var id: RowID
    package var finding: Finding
    package var openedOn: CivilDate
    package var openedAt: Instant
    /// It was open when coachd first saw the store.
    package var isBacklog: Bool
    package var resolvedOn: CivilDate?
    package var resolution: Resolution?
    /// Mentions to the rep, without those of messages that never arrived.
    package var mentions: Int
    package var firstMentionedOn: CivilDate?
    package var lastMentionedOn: CivilDate?
    /// When the last episode of the same kind on the same account was resolved.
    package var previousResolvedOn: CivilDate?
    /// How a touch ended it. Looked up only where it is told.
    package var movingAgain: MovingAgain?

    package init(
        id: RowID, finding: Finding, openedOn: CivilDate, openedAt: Instant, isBacklog: Bool = false,
        resolvedOn: CivilDate? = nil, resolution: Resolution? = nil, mentions: Int = 0,
        firstMentionedOn: CivilDate? = nil, lastMentionedOn: CivilDate? = nil, previousResolvedOn: CivilDate? = nil
    ) {
        self.id = id
        self.finding = finding
        self.openedOn = openedOn
        self.openedAt = openedAt
        self.isBacklog = isBacklog
        self.resolvedOn = resolvedOn
        self.resolution = resolution
        self.mentions = mentions
        self.firstMentionedOn = firstMentionedOn
        self.lastMentionedOn = lastMentionedOn
        self.previousResolvedOn = previousResolvedOn
    }

    /// The weightiest first; of one weight the one that opened first.
    package func comesBefore(_ other: Episode) -> Bool {
        (finding.kind.priority, id) < (other.finding.kind.priority, other.id)
    }

    /// New, mentioned before, or open again within 20 working days of its resolution.
    package func state(for rep: Rep) -> Message.Item.State {
        if mentions > 0 { return .still }
        if let previous = previousResolvedOn, rep.calendar.workingDays(after: previous, before: openedOn) < 20 {
            return .back
        }
        return .new
    }
}
