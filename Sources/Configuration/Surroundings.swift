import Glibc

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

/// Why a file could not be read.
package struct FileProblem: Error, Hashable, Sendable {
    package let reason: String
}

/// Reads a whole file of a configuration's size.
/// - Throws: `FileProblem` when it is not there, too large, or no regular file.
package func readSmallFile(_ path: String, limit: Int = 4 << 20) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 { throw FileProblem(reason: String(cString: strerror(errno))) }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
        if bytes.count > limit { throw FileProblem(reason: "it is larger than \(limit / 1_048_576) MiB") }
    }
}
