/// What the configuration reads of the world: files and environment variables. Passed in, so that nothing below reads them.
package struct Surroundings: Sendable {
    package var environment: @Sendable (String) -> String?
    /// The directory that relative paths are relative to.
    package var directory: String

    package init(directory: String, environment: @escaping @Sendable (String) -> String?) {
        self.directory = directory
        self.environment = environment
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
}
