import Glibc

/// The files below a tzdata directory.
struct ZoneDirectory {
    let path: String

    /// Larger than any zone's file by far.
    private static let maximumFileSize = 1 << 20

    enum ReadFailure: Error {
        case missing
        /// The reason is a clause.
        case unreadable(String)
    }

    /// The contents of a zone's file and its stamp, taken from the same open file.
    func read(_ identifier: String) throws(ReadFailure) -> (bytes: [UInt8], stamp: FileStamp) {
        let descriptor = open(filePath(identifier), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .lastError }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .lastError }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .missing }
        guard status.st_size <= Self.maximumFileSize else { throw .unreadable("it is too large for a zone") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                // The buffer is not empty, so it has an address.
                Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .lastError }
            guard count > 0 else { throw .unreadable("it became shorter while it was read") }
            filled += count
        }
        return (bytes, FileStamp(status))
    }

    func filePath(_ identifier: String) -> String { "\(path)/\(identifier)" }

    /// The names of all zone files, sorted.
    var identifiers: [String] {
        names(in: "", depth: 0).sorted()
    }

    /// A name of letters, digits, `_`, `-` and `+` in parts with slashes between them. `right/` zones count leap seconds, which POSIX
    /// time does not; `posix/` ones repeat the others; `posixrules` is no place.
    static func isValid(_ identifier: String) -> Bool {
        let parts = identifier.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard identifier.utf8.count <= 128, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isNameByte) }) else {
            return false
        }
        return !["right", "posix", "posixrules"].contains(String(parts[0]) ?? "")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "+": true
        default: false
        }
    }

    /// The names below a folder of the directory; the deepest are like America/Argentina/Ushuaia.
    private func names(in folder: String, depth: Int) -> [String] {
        guard depth < 4, let stream = opendir(filePath(folder)) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let identifier = folder.isEmpty ? name : "\(folder)/\(name)"
            guard Self.isValid(identifier) else { continue }
            if FileStamp(path: filePath(identifier))?.isDirectory == true {
                names += self.names(in: identifier, depth: depth + 1)
            } else if hasZoneData(identifier) {
                names.append(identifier)
            }
        }
        return names
    }

    private func hasZoneData(_ identifier: String) -> Bool {
        let descriptor = open(filePath(identifier), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var magic = [UInt8](repeating: 0, count: 4)
        return Glibc.read(descriptor, &magic, magic.count) == magic.count && TZif.isTZif(magic)
    }
}

extension ZoneDirectory.ReadFailure {
    fileprivate static var lastError: Self { .unreadable(String(cString: strerror(errno))) }
}
