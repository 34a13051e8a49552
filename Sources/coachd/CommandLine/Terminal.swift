// For `stdout`, a variable that nobody sets.
@preconcurrency import Glibc

/// Standard output and error.
enum Terminal {
    /// Writes to standard output, buffered until `flush` or the end.
    static func write(_ text: String) { print(text, terminator: "") }

    static func writeLine(_ text: String = "") { print(text) }

    /// Writes out what is buffered.
    /// - Returns: whether standard output took all of it since the start.
    @discardableResult
    static func flush() -> Bool {
        fflush(nil)
        return ferror(stdout) == 0
    }

    /// Keeps files that are opened later from the places of standard streams that were closed, where they would get what is said. Standard
    /// output stays a place that nothing can be written to.
    static func holdClosedStreams() {
        for (stream, flags) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
        where fcntl(stream, F_GETFD) < 0 {
            // The lowest number that is free.
            _ = open("/dev/null", flags)
        }
    }

    static func error(_ text: String) { errorInPlace(text + "\n") }

    /// Writes to standard error without ending the line.
    static func errorInPlace(_ text: String) {
        flush()
        _ = write(text, to: STDERR_FILENO)
    }

    /// Writes a line to standard output at once.
    /// - Returns: whether all of it was taken.
    static func say(_ text: String) -> Bool {
        flush()
        return write(text + "\n", to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }

    /// All of standard input; nil when it is longer than the limit or cannot be read.
    static func readAll(limit: Int) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            guard count >= 0, bytes.count + count <= limit else { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// Colour on a terminal, unless `NO_COLOR` is set (https://no-color.org) or the terminal is dumb.
    static let hasColour = isOutputTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"

    /// SGR styles (ECMA-48, 8.3.117).
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case cyan = "36"
    }

    static func styled(_ text: String, _ style: Style) -> String {
        hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
