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
}
