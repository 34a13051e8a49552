import Configuration
import Store

/// A configuration, and what it was read from.
struct ReadConfiguration: Sendable {
    var configuration = Configuration()
    /// The file; nil when there is none and all is default.
    var file: String?
    /// That file and those that it names, as they were.
    var sources: [InstanceRecord.Source] = []

    init() {}

    init(_ configuration: Configuration, file: String, bytes: [UInt8]) {
        self.configuration = configuration
        self.file = file
        let others = Set(configuration.otherFiles).sorted().compactMap { path in
            (try? readSmallFile(path)).map { InstanceRecord.Source(path: Files.absolute(path), bytes: $0) }
        }
        sources = [InstanceRecord.Source(path: Files.absolute(file), bytes: bytes)] + others
    }
}

extension InstanceRecord.Source {
    /// Whether something else stands there now, or nothing does. Of what may not be read here nothing is known.
    var hasChanged: Bool {
        guard let bytes = try? readSmallFile(path) else { return !Files.exist(path) }
        return Self(path: path, bytes: bytes) != self
    }
}
