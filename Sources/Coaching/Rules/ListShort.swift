/// `list-short`: the rep has fewer active accounts than a list needs. A leader without accounts has no list.
enum ListShort {
    static func finding(_ work: RepWork, on day: RepDay) -> Finding? {
        let needed = day.rep.thresholds.listShort
        guard work.listed < needed, day.rep.role == .rep || (day.rep.role == .leader && work.listed > 0) else {
            return nil
        }
        return Finding(.listShort, repID: day.rep.id, planned: needed, done: work.listed)
    }
}
