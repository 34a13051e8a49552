import CivilTime
import Engine
import SQLite
import Store

/// What the daemon says of itself: to the log, once each, and to the service manager.
extension Daemon {
    var statusLine: String {
        StatusLine(
            trouble: record.trouble, isReloadRefused: record.refusedAt != nil, blocked: (try? queue.blockages()) ?? [],
            teams: engine.roster.teams.count,
            people: engine.roster.order.count, inFlight: inFlight
        ).text
    }

    func tellStatus(isRepeated: Bool = false) {
        let line = statusLine
        guard isRepeated || line != lastStatus else { return }
        lastStatus = line
        manager.status(line)
    }

    func tellAlive() { if manager.watchdogMicroseconds != nil { manager.isAlive() } }

    func tell(_ reports: [DeliveryQueue.Report]) {
        for (priority, words) in DeliveryWords.lines(for: reports) { log(priority, words) }
    }

    /// Tells what is wrong with the people in the store, each once.
    func warnOfRoster() {
        let problems = engine.roster.problems + (engine.roster.order.isEmpty ? [StatusLine.nobody] : [])
        guard problems != toldOfRoster else { return }
        let told = Set(toldOfRoster)
        for problem in problems where !told.contains(problem) { log(.warning, problem) }
        toldOfRoster = problems
    }

    func report(_ error: any Error) {
        // It may have waited for another writer: several such waits in a row are no reason for a restart.
        tellAlive()
        let isBusy = (error as? DatabaseError)?.isBusy ?? false
        let damage = (error as? DatabaseError).flatMap { StoreError($0, path: store.path) }
        let words =
            isBusy
            ? "another program is writing to the store for long; trying again" : damage?.description ?? "\(error)"
        guard words != record.trouble else { return }
        record.trouble = words
        log(.error, words)
    }
}
