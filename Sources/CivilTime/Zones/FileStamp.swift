import Glibc

/// What tells one version of a file from the next.
struct FileStamp: Hashable {
    private let device: UInt
    private let inode: UInt
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int
    let isDirectory: Bool

    init(_ status: stat) {
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        size = Int(status.st_size)
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
    }

    /// Nil when there is no such file; follows symbolic links.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}
