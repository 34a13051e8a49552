import Diagnostics
import Glibc
import TOML

/// Reads a TOML document from standard input and prints it as the tagged JSON of the toml-test suite
/// (github.com/toml-lang/toml-test); for an invalid one prints the diagnostics to standard error and exits with 1.
@main
struct TOMLDecoderCommand {
    static func main() {
        guard let bytes = readAll() else {
            write("toml-decoder: cannot read standard input\n", to: STDERR_FILENO)
            exit(2)
        }
        let (document, diagnostics) = TOMLParser.parse(bytes, file: "<stdin>")
        for diagnostic in diagnostics { write("\(diagnostic)\n", to: STDERR_FILENO) }
        if diagnostics.contains(where: { $0.severity == .error }) { exit(1) }
        write(TaggedJSON.text(of: .table(document.root)) + "\n", to: STDOUT_FILENO)
    }

    private static func readAll() -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { exit(2) }
            rest = rest.dropFirst(count)
        }
    }
}
