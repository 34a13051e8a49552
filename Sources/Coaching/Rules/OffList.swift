/// `off-list`: a good part of the rep's touches of the last working days went to companies that are on nobody's list.
package enum OffList {
    /// Fewer touches are chance and not a habit.
    static let atLeast = 5

    static func finding(_ work: RepWork, on day: RepDay) -> Finding? {
        // Whoever has no list, as a leader who lends a hand, has nothing to be off from.
        guard work.listed > 0, isMuch(work.touchesOffList, of: work.touches, on: day) else { return nil }
        return Finding(
            .offList, repID: day.rep.id, planned: work.touches, done: work.touchesOffList,
            percent: work.touchesOffList * 100 / work.touches)
    }

    /// Whether so many touches off the list are enough for a question.
    package static func isMuch(_ touches: Int, of all: Int, on day: RepDay) -> Bool {
        let share = day.rep.thresholds.offList
        return share > 0 && touches >= atLeast && touches * 100 >= share * all
    }
}
