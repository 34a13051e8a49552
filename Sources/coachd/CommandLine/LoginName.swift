import Glibc

/// Who is logged in, as the system knows him.
enum LoginName {
    /// The user's name, or his number where the system has no name for it.
    static var current: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "user \(getuid())" }
        return String(cString: name)
    }
}
