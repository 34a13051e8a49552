import Diagnostics
import Store

/// The rows of a file for which lists have no room: one word for each rep, however many rows they are.
struct FullLists {
    private struct Rows {
        let first: Diagnostic
        /// Neighbours as one.
        var lines: [ClosedRange<Int>]
        var count = 1
    }

    private var rows: [String: Rows] = [:]
    /// The reps in the order of the file.
    private var reps: [String] = []

    mutating func add(_ diagnostic: Diagnostic, of rep: String) {
        let line = diagnostic.location?.line ?? 0
        let name = rep.lowercased()
        guard let last = rows[name]?.lines.last else {
            reps.append(name)
            rows[name] = Rows(first: diagnostic, lines: [line...line])
            return
        }
        rows[name]?.count += 1
        if last.upperBound == line - 1 {
            rows[name]?.lines.removeLast()
            rows[name]?.lines.append(last.lowerBound...line)
        } else {
            rows[name]?.lines.append(line...line)
        }
    }

    var diagnostics: [Diagnostic] {
        reps.compactMap { rep in
            guard let rows = rows[rep], rows.count > 1 else { return rows[rep]?.first }
            let lines = rows.lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            return Diagnostic(
                rows.first.severity,
                "\(rows.count) rows of \(rep) are refused, lines \(lines.joined(separator: ", ")): \(Schema.fullList)",
                at: rows.first.location, hint: rows.first.hint)
        }
    }
}
