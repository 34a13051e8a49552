import CivilTime

/// What the rules do not find of an account although little is missing, and why.
package struct NearMiss: Hashable, Sendable {
    package var kind: FindingKind
    package var words: String

    /// Working days ahead within which something is near.
    fileprivate static let ahead = 3

    /// - Parameter found: The kinds that are found.
    package static func all(
        _ evidence: Evidence, _ origins: ThresholdOrigins, found: Set<FindingKind>, on day: RepDay
    ) -> [NearMiss] {
        let view = AccountView(evidence: evidence, origins: origins, day: day)
        return view.idle(found) + view.step + view.milestones + view.threads(found)
    }

    fileprivate static func isSoon(_ date: CivilDate, _ day: RepDay) -> Bool {
        day.workingDays(after: day.today, before: date) < ahead
    }
}

extension AccountView {
    fileprivate func idle(_ found: Set<FindingKind>) -> [NearMiss] {
        let stalled = thresholds.stalled(for: account, on: day)
        if idleness.isPaused, let step = account.nextStepOn {
            let days = day.workingDays(after: idleness.since, before: step)
            let kind: FindingKind = idleness.workingDays >= stalled ? .stalled : .quiet
            guard idleness.workingDays >= min(stalled, thresholds.quiet) else { return [] }
            return [
                NearMiss(
                    kind: kind,
                    words:
                        "the next step on \(dates.dated(step)) pauses it: \(days) whole working days lie between the start of the "
                        + "count and that date, at most \(thresholds.nextStepPause); \(idleDays.words)")
            ]
        }
        let wanted: [(FindingKind, Int, ThresholdOrigin)] = [
            (.quiet, thresholds.quiet, origins.quiet), (.stalled, stalled, origins.stalled(of: account, on: day)),
        ]
        for (kind, threshold, origin) in wanted where idleness.workingDays < threshold {
            guard !found.contains(.stalled),
                let last = day.rep.calendar.adding(workingDays: threshold, to: idleness.since),
                let date = day.rep.calendar.next(after: last)
            else { return [] }
            return [
                NearMiss(
                    kind: kind,
                    words:
                        "from \(dates.dated(date)) without a touch: \(workingDaysInWords(threshold)), from \(origin.words); "
                        + "now \(idleDays.words)")
            ]
        }
        return []
    }

    fileprivate var step: [NearMiss] {
        guard let step = account.nextStepOn, step >= day.today, NearMiss.isSoon(step, day),
            let date = day.rep.calendar.next(after: step)
        else { return [] }
        return [
            NearMiss(
                kind: .nextStepPassed,
                words: "from \(dates.dated(date)), if the step of \(dates.dated(step)) has no new date")
        ]
    }

    fileprivate var milestones: [NearMiss] {
        account.openMilestones(on: day.today).compactMap { milestone in
            guard let due = milestone.dueOn, due >= day.today else { return nil }
            let left = day.workingDays(after: day.today, before: due)
            if day.isNear(due) {
                guard let first = milestone.firstActivityAt else { return nil }
                return NearMiss(
                    kind: .milestoneNear,
                    words: "\"\(milestone.title)\" is due \(dates.said(due)), and activity serves it since "
                        + dates.dated(day.rep.zone.date(at: first)))
            }
            guard left < thresholds.milestoneNear + NearMiss.ahead, milestone.firstActivityAt == nil else { return nil }
            return NearMiss(
                kind: .milestoneNear,
                words:
                    "\"\(milestone.title)\" is due \(dates.dated(due)), \(left) whole working days ahead; it is near with fewer than "
                    + "\(thresholds.milestoneNear), from \(origins.milestoneNear.words)")
        }
    }

    fileprivate func threads(_ found: Set<FindingKind>) -> [NearMiss] {
        guard !found.contains(.singleThreaded) else { return [] }
        let live = SingleThreaded.liveStakeholders(of: account, on: day)
        let roles = Set(live.compactMap(\.role))
        guard account.milestones.contains(where: { $0.isDone(on: day.today) }) else {
            guard roles.count < thresholds.liveThreads else { return [] }
            return [
                NearMiss(
                    kind: .singleThreaded,
                    words:
                        "live roles: \(roles.count) of \(thresholds.liveThreads), which counts once the first milestone is done"
                )
            ]
        }
        // Only when one role less would be too few does it matter when the next one falls silent.
        guard roles.count == thresholds.liveThreads else { return [] }
        let ends = roles.compactMap { role in
            live.filter { $0.role == role }.compactMap(\.lastTwoWayAt).max().map {
                (role: role, date: day.rep.zone.date(at: $0).adding(days: thresholds.threadDays + 1))
            }
        }
        guard let next = ends.min(by: { ($0.date, $0.role.rawValue) < ($1.date, $1.role.rawValue) }) else { return [] }
        return [
            NearMiss(
                kind: .singleThreaded,
                words: "\(roles.count) of \(thresholds.liveThreads) roles are live; from \(dates.dated(next.date)) the "
                    + "\(next.role.rawValue) no longer counts without another two-way touch")
        ]
    }
}
