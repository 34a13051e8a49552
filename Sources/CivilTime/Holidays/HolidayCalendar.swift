import Diagnostics

/// An iCalendar file (RFC 5545), as calendars export them.
package enum HolidayCalendar {
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
