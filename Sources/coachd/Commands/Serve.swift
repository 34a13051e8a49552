import Chat
import Coaching
import Configuration
import Dispatch
import Engine
import Glibc
import HTTP
import Store

extension Command {
    static let serve = Command(
        "serve", "", "run the daemon: watch the store, post huddles and nudges when they are due",
        details: """
            Ends with 0 on SIGTERM or SIGINT, after what is in flight, and with 1 when another file has taken the store's
            place: the next start serves that. SIGHUP finds and reads the configuration anew; a bad one changes nothing. Speaks
            systemd's protocol (READY, STATUS, WATCHDOG, STOPPING) when $NOTIFY_SOCKET is set. A second daemon on the same
            store is refused.
            """,
        options: [.store, .config]
    ) { invocation in
        // Who asks for a reload while it starts gets what the start reads.
        signal(SIGHUP, SIG_IGN)
        let context = try Context(invocation, isSender: true)
        let environment = { @Sendable (name: String) in Terminal.environment(name) }
        let log = ErrorLog()
        for warning in context.configuration.warnings { log(warning) }
        if let remark = Proxy.remark(of: Secret("https://")) { log(.info, remark) }
        let manager = ServiceManager(environment: environment)
        // Room for many channels at once: some may be slow, and each is to have its own way.
        let client = CurlClient(configuration: .init(maximumConnections: 256))
        let daemon = try manager.whileStarting {
            try makeDaemon(context, client, manager, log)
        }
        let registered = DispatchGroup()
        func on(_ number: Int32, _ act: @escaping @Sendable () -> Void) {
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            registered.enter()
            source.setRegistrationHandler { registered.leave() }
            // The handler keeps its own source alive, for as long as the process lives.
            source.setEventHandler { [source] in
                _ = source
                act()
            }
            source.activate()
        }
        for number in [SIGTERM, SIGINT] {
            on(number) {
                guard daemon.willStop() else { return }
                Task {
                    await daemon.stop {
                        Terminal.flush()
                        exit(ExitCode.done.rawValue)
                    }
                }
                Task {
                    // A server that does not answer may not keep us: what is still in flight is recorded as such.
                    try? await Task.sleep(for: .seconds(10))
                    await client.shutDown()
                }
            }
        }
        on(SIGHUP) { daemon.requestReload() }
        // A peer that closes its socket must not end the daemon.
        signal(SIGPIPE, SIG_IGN)
        // Whoever reads that it serves may stop it at once: no signal is to be lost before its handler is there.
        registered.notify(queue: .global()) { Task { await daemon.start() } }
        dispatchMain()
    }

    private static func makeDaemon(
        _ context: Context, _ client: CurlClient, _ manager: ServiceManager, _ log: ErrorLog
    ) throws -> Daemon {
        if context.isServiceStore {
            let isNew = !Files.exist(context.storePath)
            _ = try context.store(.create)
            if isNew { log(.notice, "\(context.storePath) was not there: a new, empty store was made") }
        } else if !Files.exist(context.storePath) {
            throw StoreError.missing(path: context.storePath)
        }
        let storePath = StoreFile.resolved(context.storePath)
        let lock = try InstanceLock(storePath: storePath)
        return try Daemon(
            storePath: storePath, zones: context.zones, transport: client,
            outlet: Outlet { (message, envelope) throws(Outlet.Failure) in
                let reader = envelope.to?.name ?? envelope.team ?? "everybody"
                guard Terminal.say("── to \(reader) ──\n\(MessageView(message).text)\n") else {
                    throw Outlet.Failure(reason: "standard output: \(String(cString: strerror(errno)))")
                }
            },
            found: context.found, readConfiguration: { try context.configurationReadAnew(after: $0) },
            manager: manager, log: log, executor: QueueExecutor(label: "coachd.engine"), lock: lock,
            whenLost: {
                Terminal.flush()
                exit(ExitCode.negative.rawValue)
            })
    }
}
