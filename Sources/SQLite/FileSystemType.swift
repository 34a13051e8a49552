import CSQLite

/// The magic number of the file system that a path lies on, see statfs(2); nil where it cannot be told.
package func fileSystemType(of path: String) -> Int? {
    let type = coachd_file_system_type(path)
    return type < 0 ? nil : type
}
