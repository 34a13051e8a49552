import Diagnostics
import SQLite
import Store

extension Command {
    static let status = Command(
        "status", "", "whether a daemon serves the store, and what waits: for cron and monitoring",
        details: """
            Says which process serves the store, since when and by which configuration, how large the store is, when it last
            got an activity, which slots come next, and of each channel the last delivery and what waits. Only reads.

            Ends with 0 when all is well, and with 1 when no daemon serves the store, or it cannot use it; it runs by an
            earlier configuration than stands there now, or refused that; the disk is nearly full; a slot passed without a
            trace; nobody is in the store, a zone or a working time in it cannot be read; a channel takes nothing or is
            not heard, or a message waits for more than an hour after its turn; each is a line that begins with "trouble:".
            --json is one object, its members ok, store, pid, since, configuration, store_bytes, wal_bytes,
            latest_activity_at, next_huddle and next_nudge (at, who, zone), channels (name, takes, last_delivery_at, waiting,
            waits_since, failures, reason, not_heard), trouble; of a store that cannot be read only ok, store and trouble.

              */10 * * * * root coachd status > /run/coachd.status || mail -s coachd admin < /run/coachd.status
            """,
        options: [.at, .json, .store, .config]
    ) { invocation in
        let context = try Context(invocation)
        let report: StatusReport
        do {
            report = try StatusReport(context, at: invocation.instant())
        } catch {
            let words = (error as? DatabaseError).flatMap { StoreError($0)?.description } ?? "\(error)"
            if invocation.has("--json") { Terminal.writeLine(StatusReport.json(of: words, context.storePath).text) }
            throw error
        }
        if invocation.has("--json") {
            Terminal.writeLine(report.json.text)
        } else {
            for line in report.lines { Terminal.writeLine(line) }
        }
        return report.trouble.isEmpty ? .done : .negative
    }
}
