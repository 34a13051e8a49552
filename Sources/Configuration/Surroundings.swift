/// What the configuration reads of the world: files and environment variables. Passed in, so that nothing below reads them.
package struct Surroundings: Sendable {
    package var environment: @Sendable (String) -> String?
    /// The directory that relative paths are relative to.
    package var directory: String
    /// Whether something is to be sent. Who sends nothing needs no secret: one that is not there, or that only the service can read, is
    /// no error then.
    package var needsSecrets: Bool
    /// The only channel that something is sent through; nil where it may be any.
    package var sender: String?

    package init(
        directory: String, needsSecrets: Bool = true, sender: String? = nil,
        environment: @escaping @Sendable (String) -> String?
    ) {
        self.directory = directory
        self.needsSecrets = needsSecrets
        self.sender = sender
        self.environment = environment
    }

    /// Those of a channel: it needs no secrets where only another one sends.
    func of(channel name: String) -> Surroundings {
        var own = self
        own.needsSecrets = needsSecrets && (sender ?? name) == name
        return own
    }

    func path(_ path: String) -> String {
        path.hasPrefix("/") || directory.isEmpty ? path : "\(directory)/\(path)"
    }
}

extension String {
    /// Whether it is a name that environment variables have everywhere.
    var isVariableName: Bool {
        !isEmpty && allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// Whether it reads like a token rather than like the name of a file.
    var looksLikeSecret: Bool {
        count >= 20 && !hasPrefix("/") && !contains(".") && contains(where: \.isNumber) && contains(where: \.isLetter)
    }
}
