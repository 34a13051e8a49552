import Glibc
import Store

/// Plain questions to the file system.
enum Files {
    static func exist(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isDirectory(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// The path from the root on; a symbolic link at its end stays one.
    static func absolute(_ path: String) -> String {
        let directory = StoreFile.resolved(StoreFile.directory(of: path).isEmpty ? "." : StoreFile.directory(of: path))
        return "\(directory == "/" ? "" : directory)/\(path.split(separator: "/").last ?? "")"
    }

    /// Bytes that may still be written where a path lies; nil where it cannot be told.
    static func free(at path: String) -> Int? {
        var information = statvfs()
        guard statvfs(path, &information) == 0 else { return nil }
        return Int(information.f_bavail) * Int(information.f_frsize)
    }

    /// Bytes; nil where there is no file.
    static func size(_ path: String) -> Int? {
        var information = stat()
        return stat(path, &information) == 0 ? Int(information.st_size) : nil
    }

    /// The names in a directory, sorted; nil when it cannot be read.
    static func names(in directory: String) -> [String]? {
        guard let handle = opendir(directory) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Writes a new file; one that is there is left as it is.
    /// - Returns: nil, or why it could not be written.
    static func create(_ path: String, _ text: String, mode: mode_t = 0o644) -> String? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return String(cString: strerror(errno)) }
            rest = rest.dropFirst(written)
        }
        return nil
    }
}
