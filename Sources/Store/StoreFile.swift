import Glibc
import SQLite

/// What the file system says about the store's file.
package enum StoreFile {
    static func exists(_ path: String) -> Bool { identity(of: path) != nil }

    /// Makes an empty file that only its owner may read and write; one that is there stays as it is.
    static func createPrivately(_ path: String) {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    /// The folder that a path lies in; empty for a bare name.
    package static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The type of the file system that the file itself lies on, which is not that of a symbolic link to it; before there is one, its
    /// folder's.
    static func fileSystem(of path: String) -> Int? {
        let directory = directory(of: path)
        return fileSystemType(of: path) ?? fileSystemType(of: directory.isEmpty ? "." : directory)
    }

    /// The name of the network file system that the file lies on, or nil.
    static func networkFileSystem(of path: String) -> String? {
        // The magic numbers of statfs(2).
        let kinds: [UInt32: String] = [
            0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x517B: "SMB", 0x564C: "NCP",
            0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x0116_1970: "GFS2", 0x7461_636F: "OCFS2",
        ]
        return fileSystem(of: path).flatMap { kinds[UInt32(truncatingIfNeeded: $0)] }
    }

    /// The path without symbolic links, so that whoever opens the file by whichever name means the same; the path itself where there is
    /// no file.
    package static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Why a file could not be opened, with whose it and its folder are where these do not let this process write.
    static func reason(_ words: String, _ path: String) -> String {
        let directory = directory(of: path)
        let places = [path, directory.isEmpty ? "." : directory].filter(exists)
        guard let denied = places.first(where: { access($0, W_OK) != 0 }) else { return words }
        guard errno != EROFS else { return "\(words). Its file system is mounted to be read only" }
        let owners = places.map { "\($0) belongs to \(ownership(of: $0))" }.joined(separator: ", ")
        return
            "\(words). \(owners); coachd runs as \(userName(geteuid())) and has to write \(denied): run it as the owner, or hand "
            + "over both (chown, chmod u+rw)"
    }

    private static func ownership(of path: String) -> String {
        var information = stat()
        guard stat(path, &information) == 0 else { return "nobody" }
        let mode = String(information.st_mode & 0o7777, radix: 8)
        return
            "\(userName(information.st_uid)) with mode \(String(repeating: "0", count: max(0, 4 - mode.count)))\(mode)"
    }

    private static func userName(_ id: uid_t) -> String {
        getpwuid(id).map { String(cString: $0.pointee.pw_name) } ?? "user \(id)"
    }

    /// Which file it is: another one of the same name is another.
    package struct Identity: Hashable, Sendable {
        let device: UInt
        let inode: UInt
    }

    /// Nil where there is no file.
    package static func identity(of path: String) -> Identity? {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        return Identity(device: UInt(information.st_dev), inode: UInt(information.st_ino))
    }

    /// A store's file with its write-ahead log: SQLite takes the two for one.
    package struct Pair: Hashable, Sendable {
        private let file: Identity?
        private let log: Identity?

        /// What stands at the store's path now.
        package init(of path: String) {
            file = StoreFile.identity(of: path)
            log = StoreFile.identity(of: path + "-wal")
        }
    }
}
