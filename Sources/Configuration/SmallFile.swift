import Glibc

/// Why a file could not be read.
package struct FileProblem: Error, Hashable, Sendable {
    package let reason: String
    /// The service may find and read it, though this process cannot.
    package var isElsewhere = false
}

/// Reads a whole file of a configuration's size.
/// - Throws: `FileProblem` when it is not there, too large, or no regular file.
package func readSmallFile(_ path: String, limit: Int = 4 << 20) throws(FileProblem) -> [UInt8] {
    // Not to wait for whoever might write into a pipe: the daemon reads its configuration on the engine's queue.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
        throw FileProblem(
            reason: String(cString: strerror(errno)), isElsewhere: [EACCES, ENOENT, ENOTDIR].contains(errno))
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw FileProblem(reason: String(cString: strerror(errno))) }
    switch information.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(reason: "it is a directory")
    default: throw FileProblem(reason: "it is no regular file but a pipe or a device")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { throw FileProblem(reason: String(cString: strerror(errno))) }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
        if bytes.count > limit {
            throw FileProblem(
                reason: "it is larger than \(limit < 1 << 20 ? "\(limit >> 10) kB" : "\(limit >> 20) MiB")")
        }
    }
}

func isDirectory(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
}

/// The directory that a file lies in.
func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
