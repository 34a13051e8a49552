import CivilTime
import Dispatch

/// What is looked at every few seconds, whatever else happens: the file, the clocks, the zones, the log; and the signs of life.
extension Daemon {
    /// Seconds between looks when inotify is not to be had, at the tz data, and at the clocks; fewer where the service manager wants a
    /// sign of life more often.
    static let heartbeatSeconds = 15
    /// Bytes of the write-ahead log from which the operator is told: a reader keeps it from being brought into the file.
    private static let largeLog = 64 << 20
    /// Seconds by which the wall clock may drift before it counts as set.
    private static let clockTolerance: Int64 = 2

    func startHeartbeat() {
        let longest = Self.heartbeatSeconds * 1000
        // Half of the time that the service manager waits (sd_watchdog_enabled(3)).
        let interval = manager.watchdogMicroseconds.map { max(1, Int(min($0 / 2000, UInt64(longest)))) } ?? longest
        let timer = DispatchSource.makeTimerSource(queue: executor.queue)
        timer.schedule(
            deadline: .now() + .milliseconds(interval), repeating: .milliseconds(interval),
            leeway: .milliseconds(min(200, interval / 4)))
        timer.setEventHandler { [weak self] in self?.assumeIsolated { $0.beat() } }
        timer.activate()
        heartbeat = timer
    }

    private func beat() {
        guard !isStopping, !endIfReplaced() else { return }
        let (now, offset) = (SystemClock.now, Self.currentClockOffset)
        let step = offset - clockOffset
        if abs(step) > Self.clockTolerance {
            clockOffset = offset
            log(.notice, "the clock was set by \(step) seconds")
            do { try queue.clockWasSet(by: step, since: lastBeat.adding(seconds: step), at: now) } catch {
                report(error)
            }
            tick()
        }
        lastBeat = now
        if zones.refresh() {
            log(.notice, "the zone data changed")
            reload()
        }
        lookForChanges()
        lookAtLog()
        // This runs on the engine's own queue: when it hangs, no sign of life leaves, and a restart helps. Against a full disk or a dead
        // channel none does: such trouble stands in the status, and the daemon goes on trying.
        tellAlive()
        tellStatus(isRepeated: true)
    }

    /// Tells once of a write-ahead log that grows, until it has shrunk again.
    private func lookAtLog() {
        let isLarge = (Files.size(store.path + "-wal") ?? 0) > Self.largeLog
        defer { isLogLarge = isLarge }
        guard isLarge, !isLogLarge else { return }
        log(
            .warning,
            "\(store.path)-wal is larger than \(Self.largeLog >> 20) MiB: some program has been reading the store for long, in one "
                + "transaction (fuser -v \(store.path) names it); it shrinks once that one has ended")
    }

    /// Wall seconds less monotonic seconds.
    static var currentClockOffset: Int64 {
        SystemClock.now.secondsSinceEpoch - SystemClock.monotonicMilliseconds / 1000
    }
}
