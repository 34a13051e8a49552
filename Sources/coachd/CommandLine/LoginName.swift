import Glibc

/// Who is logged in, as the system knows him.
enum LoginName {
    /// The user's name, or his number where the system has no name for it. Under sudo it is that of the user who called it.
    static var current: String {
        if let caller = Terminal.environment("SUDO_USER"), getpwnam(caller) != nil { return caller }
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "user \(getuid())" }
        return String(cString: name)
    }
}
