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
import Synchronization

/// The service: one engine on one serial queue, woken by a timer when something is due, by the store when somebody wrote to it, and by
/// the answers of the channels.
actor Daemon {
    let executor: QueueExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Held for as long as the daemon lives.
    let lock: InstanceLock
    let engine: Engine
    let store: Store
    /// Which files were opened under the store's name.
    let identity: StoreFile.Pair
    /// What the configuration said of the store at the start.
    private let configuredPath: String?
    /// Called when another file, or none, has taken the store's place.
    let whenLost: @Sendable () -> Void
    let queue: DeliveryQueue
    let listener: Listener
    let transport: any Transport
    /// The file that the configuration stands in; nil where there is none.
    private var configurationFile: String?
    /// Finds and reads the configuration anew, with the warnings that it gives; takes the file that it stood in.
    private let readConfiguration: @Sendable (String?) throws -> ReadConfiguration
    let zones: ZoneDatabase
    let manager: ServiceManager
    let log: ErrorLog

    private var alarm: (any DispatchSourceTimer)?
    var heartbeat: (any DispatchSourceTimer)?
    private var watch: StoreWatch?
    var inFlight = 0
    /// What came back and is not recorded yet.
    var answers: [DeliveryQueue.Answer] = []
    var isRecordingPending = false
    /// Few answers came, and wait for others.
    var isGathering = false
    /// When the engine wants its next step; answers of channels alone are no reason for one.
    var nextStep = Instant(secondsSinceEpoch: 0)
    /// Set by the signal itself: the queue may be busy, for as long as another writer holds the store.
    private let ending = Atomic(false)
    var isStopping: Bool { ending.load(ordering: .relaxed) }
    private let isReloadPending = Atomic(false)
    /// What was in flight when coachd last ended is still marked so, and all behind it waits.
    private var needsRecovery = true
    /// The look at what others wrote that is to come, and which of them since the last write.
    var nextLook: (turn: Int, work: DispatchWorkItem)?
    private var isNextStepPending = false
    var dataVersion = 0
    /// The wall clock less the monotonic one: it moves only when the clock is set.
    var clockOffset: Int64 = 0
    /// When the clocks were compared last, by the wall clock of then.
    var lastBeat = Instant(secondsSinceEpoch: 0)
    /// What `status` reads of this process.
    var record: InstanceRecord {
        didSet { if record != oldValue { lock.tell(record) } }
    }
    var toldOfRoster: [String] = []
    var isLogLarge = false
    /// What the service manager was told last.
    var lastStatus = ""
    var whenStopped: (@Sendable () -> Void)?

    /// Seconds after which work that failed for a full disk or a busy store is tried again.
    private static let retrySeconds: Int64 = 5
    /// For which a statement waits for another writer once the daemon is to end: the service manager waits for it.
    private static let lastBusyMilliseconds: Int32 = 2000
    /// Milliseconds between two of many transactions: SQLite has a writer that waits for his turn look at least so often.
    private static let turnOfOthers = 120

    private static let noFile = "no configuration file, so all is default"

    init(
        storePath: String, zones: ZoneDatabase, transport: any Transport, outlet: Outlet,
        found: ReadConfiguration, readConfiguration: @escaping @Sendable (String?) throws -> ReadConfiguration,
        manager: ServiceManager, log: ErrorLog, executor: QueueExecutor,
        lock: InstanceLock, whenLost: @escaping @Sendable () -> Void
    ) throws {
        limitMemoryPools()
        self.executor = executor
        self.lock = lock
        self.whenLost = whenLost
        let store = try Store(path: storePath, access: .write)
        for line in store.takeRepairs() { log(.warning, line) }
        try store.check()
        identity = StoreFile.Pair(of: storePath)
        configurationFile = found.file
        record = InstanceRecord(sources: found.sources)
        let configuration = found.configuration
        self.readConfiguration = readConfiguration
        configuredPath = configuration.storePath
        self.store = store
        engine = try Engine(store: store, policy: configuration.policy, routing: configuration.routing, zones: zones)
        queue = DeliveryQueue(store: store, outlet: outlet)
        listener = Listener(store: store)
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
        lock.tell(record)
        warnOfRoster()
        watch = StoreWatch(storePath: store.path, queue: executor.queue) { [weak self] in
            self?.assumeIsolated { $0.storeWasWritten() }
        }
        if watch == nil {
            log(.notice, "no inotify here: changes of the store are noticed every \(Self.heartbeatSeconds) seconds")
        }
        startHeartbeat()
        manager.ready(statusLine)
        log(.info, "serving \(store.path) by \(configurationFile ?? Self.noFile): \(statusLine)")
        tick()
    }

    /// Begins nothing new from now on, and tells the service manager so. To be called by the signal itself.
    /// - Returns: whether this was the first call.
    nonisolated func willStop() -> Bool {
        guard !ending.exchange(true, ordering: .relaxed) else { return false }
        manager.stopping()
        return true
    }

    /// Ends the loop after `willStop`: what is in flight is awaited for a while and recorded.
    /// - Parameter done: Called once all is written.
    func stop(then done: @escaping @Sendable () -> Void) {
        whenStopped = done
        log(.info, inFlight == 0 ? "stopping" : "stopping, \(inFlight) requests in flight")
        store.database.setBusyTimeout(milliseconds: Self.lastBusyMilliseconds)
        alarm?.cancel()
        heartbeat?.cancel()
        watch?.cancel()
        finishIfIdle()
    }

    /// Reads the configuration anew, soon and once: a second call before that changes nothing.
    nonisolated func requestReload() {
        guard !isReloadPending.exchange(true, ordering: .relaxed) else { return }
        Task { await reload() }
    }

    /// Reads the configuration anew, on SIGHUP and when the zone data changed. A bad file changes nothing.
    func reload() {
        isReloadPending.store(false, ordering: .relaxed)
        guard !isStopping else { return }
        manager.reloading()
        do {
            let found = try readConfiguration(configurationFile)
            let configuration = found.configuration
            for warning in configuration.warnings { log(warning) }
            try engine.reconfigure(policy: configuration.policy, routing: configuration.routing)
            toldOfRoster = []
            warnOfRoster()
            reconfigureQueue()
            configurationFile = found.file
            (record.sources, record.refusedAt) = (found.sources, nil)
            log(.notice, "the configuration was read anew: \(found.file ?? Self.noFile)")
            if configuration.storePath != configuredPath {
                log(.warning, "the store stays \(store.path): another one is served from the next start on")
            }
        } catch let problem as ConfigurationProblem {
            for diagnostic in problem.diagnostics { log(diagnostic) }
            record.refusedAt = SystemClock.now
            log(.error, "the configuration stays as it was")
        } catch {
            record.refusedAt = SystemClock.now
            log(.error, "the configuration stays as it was: \(error)")
        }
        manager.ready(statusLine)
        tick()
    }

    private func reconfigureQueue() {
        do {
            tell(
                try queue.reconfigured(at: SystemClock.now, roster: engine.roster, channels: engine.routing.channels))
        } catch {
            report(error)
        }
    }

    func finishIfIdle() {
        guard isStopping, inFlight == 0, let done = whenStopped, !endIfReplaced() else { return }
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
            try recover(at: now)
            nextStep = try engine.step(at: now)
            warnOfRoster()
            guard nextStep > now else { return try continueSoon(at: now) }
            // The step may have waited for another writer, and the end was asked for meanwhile.
            guard !isStopping else { return }
            try deliver(at: now)
            try listen(at: now)
        }
    }

    /// Puts what was in flight when coachd last ended back into the queue.
    private func recover(at now: Instant) throws {
        guard needsRecovery else { return }
        let interrupted = try store.recoverInterrupted(at: now)
        needsRecovery = false
        guard interrupted > 0 else { return }
        log(
            .warning,
            "\(interrupted) \(interrupted == 1 ? "message was" : "messages were") in flight when coachd last ended: each goes "
                + "out once more, under its own id or marked as a possible repeat")
    }

    /// More has changed or fallen due than one step does: what is answered by it is not known yet, so nothing leaves before it is.
    private func continueSoon(at now: Instant) throws {
        try record(at: now)
        guard !isNextStepPending else { return }
        isNextStepPending = true
        executor.queue.asyncAfter(deadline: .now() + .milliseconds(Self.turnOfOthers)) { [weak self] in
            self?.assumeIsolated {
                $0.isNextStepPending = false
                $0.tick()
            }
        }
    }

    /// Does a piece of work; one that the disk or another writer stopped is tried again a little later.
    func attempt(at now: Instant, _ work: () throws -> Void) {
        guard !endIfReplaced() else { return }
        do {
            try confirmSchema()
            try work()
            if record.trouble != nil {
                record.trouble = nil
                log(.notice, "working again")
            }
            tellStatus()
            let next = try [queue.next(after: now), listener.next(after: now)].compactMap { $0 }.reduce(nextStep, min)
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
}
