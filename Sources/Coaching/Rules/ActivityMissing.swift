import CivilTime

/// `activity-missing`: of a planned kind less is done today than the elapsed part of the working hours asks for.
enum ActivityMissing {
    static func finding(_ line: PlanLine, done: Int, on day: RepDay) -> Finding? {
        let hours = day.rep.hours
        let due = hours.seconds == 0 ? line.count : line.count * hours.elapsedSeconds(at: day.time) / hours.seconds
        guard done < due else { return nil }
        return Finding(
            .activityMissing, repID: day.rep.id, activity: line.kind, planned: line.count, due: due, done: done)
    }
}
