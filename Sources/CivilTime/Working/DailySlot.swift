/// A wall-clock time in a zone on each day of a working calendar, such as a huddle at 08:40.
///
/// Each working day has it exactly once, also a day of 23 or 25 hours: a time that does not exist moves to the first instant that
/// does; of a time that exists twice it is the first. A day that the zone's calendar skips has none.
package struct DailySlot: Hashable, Sendable {
    package let time: TimeOfDay
    /// Until when a missed slot is still made up for on its day.
    package let lateUntil: TimeOfDay?
    package let zone: Zone
    package let calendar: WorkingCalendar

    package init(time: TimeOfDay, lateUntil: TimeOfDay? = nil, zone: Zone, calendar: WorkingCalendar) {
        self.time = time
        self.lateUntil = lateUntil
        self.zone = zone
        self.calendar = calendar
    }

    /// Nil when the date is no working day or does not exist in the zone.
    package func instant(on date: CivilDate) -> Instant? {
        isHeld(on: date) ? zone.instant(of: CivilDateTime(date: date, time: time)) : nil
    }

    /// The first instant at which it is too late for the slot of the date. Nil when the date has no slot, or the slot no cut-off.
    package func cutOff(on date: CivilDate) -> Instant? {
        guard let lateUntil, isHeld(on: date) else { return nil }
        return zone.instant(of: CivilDateTime(date: date, time: lateUntil))
    }

    /// The first slot later than the instant; nil when there is no working day within ten years.
    package func next(after instant: Instant) -> (date: CivilDate, instant: Instant)? {
        // A gap over midnight moves the slot of a date to the next.
        var candidate = calendar.next(onOrAfter: zone.date(at: instant).adding(days: -1))
        while let date = candidate {
            if let slot = self.instant(on: date), slot > instant { return (date, slot) }
            candidate = calendar.next(after: date)
        }
        return nil
    }

    /// The last slot that is not later than the instant; nil when there was no working day for ten years.
    package func latest(atOrBefore instant: Instant) -> (date: CivilDate, instant: Instant)? {
        // Where the date line was moved a day came twice, and the date after it had a slot before its second coming.
        var candidate = calendar.previous(before: zone.date(at: instant).adding(days: 2))
        while let date = candidate {
            if let slot = self.instant(on: date), slot <= instant { return (date, slot) }
            candidate = calendar.previous(before: date)
        }
        return nil
    }

    private func isHeld(on date: CivilDate) -> Bool {
        calendar.isWorking(date) && zone.exists(date)
    }
}
