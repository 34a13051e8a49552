import CivilTime

/// `promise-open`: its day has come, and it is neither kept nor dropped. Without a day it is asked about some working days after
/// it was made.
enum PromiseOpen {
    static func finding(_ promise: Promise, in view: LeaderView) -> Finding? {
        guard let id = promise.id, let since = promise.dueOn ?? promise.madeOn else { return nil }
        let days = view.workingDays(since: since)
        guard promise.dueOn.map({ $0 <= view.day.today }) ?? (days >= view.thresholds.promise) else { return nil }
        return Finding(
            .promiseOpen, repID: view.leader.id, accountID: promise.accountID, days: days, personID: promise.repID,
            subjectID: id)
    }
}
