import Diagnostics
import Glibc

/// The daemon's log: one line a record on standard error, for the journal with its priority (sd-daemon(3)).
struct DaemonLog: Sendable {
    enum Priority: Int {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
    }

    /// Whether standard error goes to the journal.
    private let isJournal: Bool

    init(environment: (String) -> String?) { isJournal = environment("JOURNAL_STREAM") != nil }

    func callAsFunction(_ priority: Priority, _ message: String) {
        let line = message.escapingControls
        Terminal.error(isJournal ? "<\(priority.rawValue)>\(line)" : "coachd: \(line)")
    }

    /// What is wrong in a file: its place, the line with its caret and the hint are records of their own.
    func callAsFunction(_ diagnostic: Diagnostic) {
        for line in diagnostic.description.split(separator: "\n") {
            self(diagnostic.severity == .error ? .error : .warning, String(line))
        }
    }
}
