import CivilTime
import Coaching
import Configuration
import Diagnostics
import Engine
import Store

/// What most commands need: the configuration, the zones, the store.
struct Context: Sendable {
    /// The configuration as it was read at the start.
    let found: ReadConfiguration
    let zones: ZoneDatabase
    let storePath: String
    /// The store lies in the service manager's state directory, where nobody mistypes it: it is made when it is missing.
    let isServiceStore: Bool
    /// What `--config` named.
    private let givenFile: String?
    private let isSender: Bool
    private let sender: String?

    /// Finds and reads the configuration. With `--store` none is needed.
    /// - Parameters:
    ///   - isSender: Whether something is to be sent, for which the secrets of the channels are needed.
    ///   - sender: The only channel that sends, where it is one.
    init(_ invocation: Invocation, isSender: Bool = false, through sender: String? = nil) throws {
        self.isSender = isSender
        self.sender = sender
        zones = ZoneDatabase()
        givenFile = invocation.value("--config")
        found = try Self.read(
            ConfigurationPlace.find(givenFile), zones, isSender: isSender, sender, at: try invocation.instant())
        // A service keeps its state where the service manager says (systemd.exec(5), StateDirectory=).
        let stateDirectory = Terminal.environment("STATE_DIRECTORY")
        let path =
            invocation.value("--store") ?? found.configuration.storePath ?? stateDirectory.map { "\($0)/coachd.db" }
            ?? "coachd.db"
        storePath = path
        isServiceStore = stateDirectory.map { path.hasPrefix("\($0)/") } ?? false
    }

    var configuration: Configuration { found.configuration }
    /// The file that was read; nil when there is none and all is default.
    var configurationFile: String? { found.file }

    /// The configuration as it is now. The store stays the one that was opened.
    /// - Parameter last: The file that it stood in before; where it is gone and no other has come, that is an error.
    func configurationReadAnew(after last: String?) throws -> ReadConfiguration {
        try Self.read(
            ConfigurationPlace.find(givenFile) ?? last, zones, isSender: isSender, sender, at: SystemClock.now)
    }

    private static func read(
        _ file: String?, _ zones: ZoneDatabase, isSender: Bool, _ sender: String?, at now: Instant
    ) throws -> ReadConfiguration {
        guard let file else { return ReadConfiguration() }
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try readSmallFile(file)
        } catch {
            throw ConfigurationProblem(diagnostics: [Diagnostic(.error, "\(file) cannot be read: \(error.reason)")])
        }
        let surroundings = Surroundings(
            directory: StoreFile.directory(of: file), needsSecrets: isSender, sender: sender,
            environment: { Terminal.environment($0) })
        let configuration = try Configuration(
            bytes, file: file, surroundings: surroundings, zones: zones, today: Zone.utc.date(at: now))
        return ReadConfiguration(configuration, file: file, bytes: bytes)
    }

    func store(_ access: Store.Access) throws -> Store {
        let store = try Store(path: storePath, access: access)
        for line in store.takeRepairs() { ErrorLog()(.warning, line) }
        return store
    }

    func engine(_ store: Store) throws -> Engine {
        try Engine(store: store, policy: configuration.policy, routing: configuration.routing, zones: zones)
    }

    func roster(_ store: Store) throws -> Roster {
        try Roster(store, policy: configuration.policy, routing: configuration.routing, zones: zones)
    }
}

/// Where the configuration is looked for.
enum ConfigurationPlace {
    static func find(_ given: String?) -> String? {
        if let given { return given }
        if let variable = Terminal.environment("COACHD_CONFIG") { return variable }
        let home = Terminal.environment("XDG_CONFIG_HOME") ?? Terminal.environment("HOME").map { "\($0)/.config" }
        let places = ["coachd.toml", home.map { "\($0)/coachd/coachd.toml" }, "/etc/coachd/coachd.toml"]
        return places.compactMap { $0 }.first(where: Files.exist)
    }
}
