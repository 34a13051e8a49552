import Chat
import CivilTime
import Coaching
import Configuration
import Dispatch
import Engine
import Glibc
import HTTP
import SQLite
import Store

/// The service: one engine on one serial queue, woken by a timer when something is due, by the store when somebody wrote to it, and by
/// the answers of the channels.
actor Daemon {
    let executor: QueueExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Held for as long as the daemon lives.
    private let lock: InstanceLock
    let engine: Engine
    private let store: Store
    /// Which file was opened under the store's name.
    private let identity: StoreFile.Identity?
    /// What the configuration said of the store at the start.
    private let configuredPath: String?
    /// Called when another file, or none, has taken the store's place.
    private let whenLost: @Sendable () -> Void
    let queue: DeliveryQueue
    let transport: any Transport
    /// Reads the configuration anew, with the warnings that it gives.
    private let readConfiguration: @Sendable () throws -> Configuration
    private let zones: ZoneDatabase
    private let manager: ServiceManager
    private let log: DaemonLog

    private var alarm: (any DispatchSourceTimer)?
    private var heartbeat: (any DispatchSourceTimer)?
    private var watch: StoreWatch?
    var inFlight = 0
    /// What came back and is not recorded yet.
    var answers: [DeliveryQueue.Answer] = []
    var isRecordingPending = false
    /// Few answers came, and wait for others.
    var isGathering = false
    /// When the engine wants its next step; answers of channels alone are no reason for one.
    var nextStep = Instant(secondsSinceEpoch: 0)
    var isStopping = false
    private var isLookPending = false
    private var dataVersion = 0
    /// The wall clock less the monotonic one: it moves only when the clock is set.
    private var clockOffset: Int64 = 0
    /// When the clocks were compared last, by the wall clock of then.
    private var lastBeat = Instant(secondsSinceEpoch: 0)
    /// The trouble that was logged last, so that it is logged once.
    private var trouble: String?
    private var isLogLarge = false
    /// What the service manager was told last.
    private var lastStatus = ""
    private var whenStopped: (@Sendable () -> Void)?

    /// Seconds between looks when inotify is not to be had, at the tz data, and at the clocks; fewer where the service manager wants a
    /// sign of life more often.
    private static let heartbeatSeconds = 15
    /// Bytes of the write-ahead log from which the operator is told: a reader keeps it from being brought into the file.
    private static let largeLog = 64 << 20
    /// Seconds after which work that failed for a full disk or a busy store is tried again.
    private static let retrySeconds: Int64 = 5
    /// Seconds by which the wall clock may drift before it counts as set.
    private static let clockTolerance: Int64 = 2

    init(
        storePath: String, zones: ZoneDatabase, transport: any Transport, outlet: Outlet,
        configuration: Configuration, readConfiguration: @escaping @Sendable () throws -> Configuration,
        manager: ServiceManager, log: DaemonLog, executor: QueueExecutor,
        lock: InstanceLock, whenLost: @escaping @Sendable () -> Void
    ) throws {
        self.executor = executor
        self.lock = lock
        self.whenLost = whenLost
        let store = try Store(path: storePath, access: .write)
        for line in store.repairs { log(.warning, line) }
        try store.check()
        identity = StoreFile.identity(of: storePath)
        self.readConfiguration = readConfiguration
        configuredPath = configuration.storePath
        self.store = store
        engine = try Engine(store: store, policy: configuration.policy, routing: configuration.routing, zones: zones)
        queue = DeliveryQueue(store: store, outlet: outlet)
        self.transport = transport
        self.zones = zones
        self.manager = manager
        self.log = log
    }

    // MARK: Life

    /// Starts the loop; it runs until `stop`.
    func start() {
        clockOffset = Self.currentClockOffset
        lastBeat = SystemClock.now
        do {
            let interrupted = try store.recoverInterrupted(at: SystemClock.now)
            if interrupted > 0 {
                log(
                    .warning,
                    "\(interrupted) \(interrupted == 1 ? "message was" : "messages were") in flight when coachd last ended: each goes "
                        + "out once more, under its own id or marked as a possible repeat")
            }
            dataVersion = try store.database.dataVersion()
        } catch {
            report(error)
        }
        warnOfRoster()
        watch = StoreWatch(storePath: store.path, queue: executor.queue) { [weak self] in
            self?.assumeIsolated { $0.storeWasWritten() }
        }
        if watch == nil {
            log(.notice, "no inotify here: changes of the store are noticed every \(Self.heartbeatSeconds) seconds")
        }
        startHeartbeat()
        manager.ready(statusLine)
        log(.info, "serving \(store.path): \(statusLine)")
        tick()
    }

    /// Ends the loop: nothing new is begun, what is in flight is awaited for a while and recorded.
    /// - Parameter done: Called once all is written.
    func stop(then done: @escaping @Sendable () -> Void) {
        guard !isStopping else { return }
        isStopping = true
        whenStopped = done
        manager.stopping()
        log(.info, inFlight == 0 ? "stopping" : "stopping, \(inFlight) requests in flight")
        alarm?.cancel()
        heartbeat?.cancel()
        watch?.cancel()
        finishIfIdle()
    }

    /// Reads the configuration anew, on SIGHUP and when the zone data changed. A bad file changes nothing.
    func reload() {
        guard !isStopping else { return }
        manager.reloading()
        do {
            let configuration = try readConfiguration()
            for warning in configuration.warnings { log(warning) }
            try engine.reconfigure(policy: configuration.policy, routing: configuration.routing)
            queue.reconfigured(at: SystemClock.now)
            warnOfRoster()
            reroute()
            log(.notice, "the configuration was read anew")
            if configuration.storePath != configuredPath {
                log(.warning, "the store stays \(store.path): another one is served from the next start on")
            }
        } catch let problem as ConfigurationProblem {
            for diagnostic in problem.diagnostics { log(diagnostic) }
            log(.error, "the configuration stays as it was")
        } catch {
            log(.error, "the configuration stays as it was: \(error)")
        }
        manager.ready(statusLine)
        tick()
    }

    func finishIfIdle() {
        guard isStopping, inFlight == 0, let done = whenStopped else { return }
        whenStopped = nil
        do {
            // What cannot be recorded now stays marked as being sent, and the next start takes it up.
            try record(at: SystemClock.now)
            try store.checkpoint()
        } catch {
            report(error)
        }
        done()
    }

    // MARK: The loop

    /// Does what is due and sets the alarm for what comes next.
    func tick() {
        guard !isStopping else { return }
        let now = SystemClock.now
        attempt(at: now) {
            // Read first: who writes while the engine looks is noticed afterwards.
            dataVersion = try store.database.dataVersion()
            nextStep = try engine.step(at: now)
            try deliver(at: now)
        }
    }

    /// Does a piece of work; one that the disk or another writer stopped is tried again a little later.
    func attempt(at now: Instant, _ work: () throws -> Void) {
        do {
            try work()
            if trouble != nil {
                trouble = nil
                log(.notice, "working again")
            }
            tellStatus()
            let next = try queue.next(after: now).map { min($0, nextStep) } ?? nextStep
            setAlarm(max(next, now.adding(seconds: 1)))
        } catch {
            report(error)
            tellStatus()
            nextStep = now
            setAlarm(now.adding(seconds: Self.retrySeconds))
        }
    }

    private func setAlarm(_ instant: Instant) {
        let alarm = alarm ?? makeAlarm()
        // A wall deadline moves with the wall clock, as the slots do.
        alarm.schedule(
            wallDeadline: DispatchWallTime(timespec: timespec(tv_sec: Int(instant.secondsSinceEpoch), tv_nsec: 0)),
            leeway: .milliseconds(50))
    }

    private func makeAlarm() -> any DispatchSourceTimer {
        let alarm = DispatchSource.makeTimerSource(queue: executor.queue)
        alarm.setEventHandler { [weak self] in self?.assumeIsolated { $0.tick() } }
        alarm.activate()
        self.alarm = alarm
        return alarm
    }

    /// Somebody wrote to the file, perhaps we.
    private func storeWasWritten() {
        guard !isLookPending, !isStopping else { return }
        isLookPending = true
        // A writer of many rows wakes us for each: one look a little later serves them all.
        executor.queue.asyncAfter(deadline: .now() + .milliseconds(30)) { [weak self] in
            self?.assumeIsolated { $0.lookForChanges() }
        }
    }

    private func lookForChanges() {
        isLookPending = false
        guard !isStopping else { return }
        do {
            if try store.database.dataVersion() != dataVersion { tick() }
        } catch {
            report(error)
        }
    }

    // MARK: Heartbeat

    private func startHeartbeat() {
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
        guard !isStopping else { return }
        guard StoreFile.identity(of: store.path) == identity else {
            log(
                .error,
                "\(store.path) was moved away or replaced while it was served: coachd ends, and the next start serves what is there then"
            )
            return stop(then: whenLost)
        }
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
        if manager.watchdogMicroseconds != nil { manager.isAlive() }
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
    private static var currentClockOffset: Int64 {
        SystemClock.now.secondsSinceEpoch - SystemClock.monotonicMilliseconds / 1000
    }

    private var statusLine: String {
        StatusLine(
            trouble: trouble, blocked: (try? queue.blockages()) ?? [], teams: engine.roster.teams.count,
            people: engine.roster.order.count, inFlight: inFlight
        ).text
    }

    private func tellStatus(isRepeated: Bool = false) {
        let line = statusLine
        guard isRepeated || line != lastStatus else { return }
        lastStatus = line
        manager.status(line)
    }

    // MARK: Words for the operator

    func tell(_ reports: [DeliveryQueue.Report]) {
        for (priority, words) in DeliveryWords.lines(for: reports) { log(priority, words) }
    }

    /// What waits for channels that are gone is told now, and not at its turn only.
    private func reroute() {
        do {
            tell(
                try queue.rerouteAbandoned(
                    at: SystemClock.now, roster: engine.roster, channels: engine.routing.channels))
        } catch {
            report(error)
        }
    }

    private func warnOfRoster() {
        for problem in engine.roster.problems { log(.warning, problem) }
        if engine.roster.order.isEmpty { log(.warning, StatusLine.nobody) }
    }

    private func report(_ error: any Error) {
        let isBusy = (error as? DatabaseError)?.isBusy ?? false
        let words = isBusy ? "another program is writing to the store for long; trying again" : "\(error)"
        guard words != trouble else { return }
        trouble = words
        log(.error, words)
    }
}
