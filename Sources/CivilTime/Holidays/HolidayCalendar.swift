import Diagnostics

/// The all-day events of an iCalendar file (RFC 5545), as calendars export them.
package struct HolidayCalendar: Hashable, Sendable {
    package let events: [HolidayEvent]

    package init(events: [HolidayEvent]) {
        self.events = events
    }

    /// The days in the range that are covered by an event.
    package func dates(in range: ClosedRange<CivilDate>) -> Set<CivilDate> {
        events.reduce(into: []) { $0.formUnion($1.dates(in: range)) }
    }

    /// Reads the events of whole days: of one or more days, once or every year. Cancelled events and everything that is no event are
    /// passed over in silence. An event of another kind is left out and named by a warning. Never fails: text that is no calendar
    /// gives an error and no events.
    package static func parse(
        _ text: [UInt8], file: String
    ) -> (events: [HolidayEvent], diagnostics: [Diagnostic]) {
        var reader = HolidayReader()
        for line in ContentLine.all(in: text, file: file) { reader.read(line) }
        reader.finish(file: file)
        return (reader.events, reader.diagnostics)
    }
}
