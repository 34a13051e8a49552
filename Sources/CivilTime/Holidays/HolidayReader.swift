import Diagnostics

/// Collects events from the lines of an iCalendar file.
struct HolidayReader {
    private(set) var events: [HolidayEvent] = []
    private var warnings: [Diagnostic] = []
    private var error: Diagnostic?
    private var skippedCount = 0
    /// The components that are open, outermost first.
    private var components: [ContentLine] = []
    private var properties = EventProperties()
    private var isCalendar = false

    /// A private calendar taken by mistake may have thousands of other events.
    private static let maximumWarnings = 100

    /// Calendars nest three deep.
    private static let maximumDepth = 32

    var diagnostics: [Diagnostic] {
        var all = warnings
        if skippedCount > warnings.count {
            let more = skippedCount - warnings.count
            all.append(Diagnostic(.warning, "\(more) more events were left out", at: warnings.last?.location))
        }
        return all + (error.map { [$0] } ?? [])
    }

    mutating func read(_ line: ContentLine) {
        switch line.name {
        case "BEGIN":
            guard components.count < Self.maximumDepth else { return }
            components.append(line)
            if line.isFor("VCALENDAR") { isCalendar = true }
            if line.isFor("VEVENT") { properties = EventProperties() }
        case "END":
            // A component whose end was lost ends with the one around it.
            guard let index = components.lastIndex(where: { $0.isFor(line.value.uppercased()) }) else { return }
            if components[index].isFor("VEVENT") { finishEvent(begun: components[index]) }
            components.removeSubrange(index...)
        default:
            if components.last?.isFor("VEVENT") == true { properties.add(line) }
        }
    }

    mutating func finish(file: String) {
        if !isCalendar {
            error = Diagnostic(
                .error, "this is not an iCalendar file: it has no line BEGIN:VCALENDAR",
                at: SourceLocation(file: file, line: 1, column: 1),
                hint: "export the calendar as .ics and name that file")
        } else if let open = components.first(where: { $0.isFor("VEVENT") }) {
            error = Diagnostic(
                .error, "the file ends within an event", at: open.location,
                hint: "it was probably cut off; export or download it again")
        }
    }

    private mutating func finishEvent(begun begin: ContentLine) {
        do throws(EventProperties.Problem) {
            if let event = try properties.event() { events.append(event) }
        } catch {
            skippedCount += 1
            guard warnings.count < Self.maximumWarnings else { return }
            warnings.append(
                Diagnostic(
                    .warning, "\"\(properties.summary)\" was left out: \(error.reason)",
                    at: (error.line ?? begin).location))
        }
    }
}

extension ContentLine {
    /// Whether a BEGIN line opens the component.
    fileprivate func isFor(_ component: String) -> Bool {
        value.uppercased() == component
    }
}
