/// What the rules know of a rep's own work at one instant.
package struct RepWork: Hashable, Sendable {
    /// Today's activity on active accounts of his own 50.
    package var done: [ActivityKind: Int]
    /// His accounts that are active and selected, those on hold included.
    package var listed: Int
    /// His touches of the last 20 working days and today, from the day on which his list began.
    package var touches: Int
    /// Where it may be much: those of them on companies that were on nobody's list then, or on none. Helping a colleague is fine, and so is a customer.
    package var touchesOffList: Int
    /// What he said and neither kept nor took back, as it stands on this day.
    package var commitments: [Commitment]

    package init(
        done: [ActivityKind: Int] = [:], listed: Int = 0, touches: Int = 0, touchesOffList: Int = 0,
        commitments: [Commitment] = []
    ) {
        self.done = done
        self.listed = listed
        self.touches = touches
        self.touchesOffList = touchesOffList
        self.commitments = commitments
    }
}
