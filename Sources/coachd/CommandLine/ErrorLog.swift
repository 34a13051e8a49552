import Diagnostics

/// What goes to standard error: one line a record, for the journal with its priority (sd-daemon(3)).
struct ErrorLog: Sendable {
    enum Priority: Int {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
    }

    /// Whether standard error goes to the journal; a shell that a service started has the variable as well.
    private let isJournal = Terminal.environment("JOURNAL_STREAM") != nil && !Terminal.isErrorTerminal

    func callAsFunction(_ priority: Priority, _ message: String) { write(priority, "coachd: ", message) }

    /// What is wrong in a file: its place, the line with its caret and the hint are records of their own.
    func callAsFunction(_ diagnostic: Diagnostic) {
        for line in diagnostic.description.split(separator: "\n") {
            write(diagnostic.severity == .error ? .error : .warning, "", String(line))
        }
    }

    /// What to do about an error that was told, in one or more lines.
    func hint(_ hint: String) {
        for (place, line) in hint.split(separator: "\n").enumerated() {
            write(.error, "", "    \(place == 0 ? "hint:" : "     ") \(line)")
        }
    }

    private func write(_ priority: Priority, _ name: String, _ line: String) {
        Terminal.error("\(isJournal ? "<\(priority.rawValue)>" : name)\(line.escapingControls)")
    }
}
