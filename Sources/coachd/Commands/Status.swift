import Diagnostics

extension Command {
    static let status = Command(
        "status", "", "whether a daemon serves the store, and what waits: for cron and monitoring",
        details: """
            Says which process serves the store and since when, how large the store is, when it last got an activity, which
            slots come next, and of each channel the last delivery and what waits. Only reads.

            Ends with 0 when all is well, and with 1 when no daemon serves the store or a slot passed without a trace, nobody
            is in it, a zone cannot be read, a channel takes nothing, or a message waits for more than an hour after its
            turn; each is a line that begins with "trouble:".
            --json is one object, its members ok, store, pid, since, store_bytes, wal_bytes, latest_activity_at, next_huddle
            and next_nudge (at, who, zone), channels (name, takes, last_delivery_at, waiting, waits_since, failures,
            reason), trouble.

              */10 * * * * root coachd status > /run/coachd.status || mail -s coachd admin < /run/coachd.status
            """,
        options: [.at, .json, .store, .config]
    ) { invocation in
        let report = try StatusReport(Context(invocation), at: invocation.instant())
        if invocation.has("--json") {
            Terminal.writeLine(report.json.text)
        } else {
            for line in report.lines { Terminal.writeLine(line) }
        }
        return report.trouble.isEmpty ? .done : .negative
    }
}
