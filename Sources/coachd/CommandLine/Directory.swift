import Glibc

enum Directory {
    /// Makes a directory and those above it; one that is there is good.
    static func make(_ path: String) -> Bool {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            if mkdir(made, 0o755) != 0, errno != EEXIST { return false }
        }
        return Files.isDirectory(path)
    }
}
