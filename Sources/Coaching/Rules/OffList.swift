/// `off-list`: a good part of the rep's touches of the last working days went to companies that are on nobody's list.
enum OffList {
    /// Fewer touches are chance and not a habit.
    private static let atLeast = 5

    static func finding(_ work: RepWork, on day: RepDay) -> Finding? {
        let share = day.rep.thresholds.offList
        guard share > 0, work.touchesOffList >= atLeast, work.touchesOffList * 100 >= share * work.touches else {
            return nil
        }
        return Finding(
            .offList, repID: day.rep.id, planned: work.touches, done: work.touchesOffList,
            percent: work.touchesOffList * 100 / work.touches)
    }
}
