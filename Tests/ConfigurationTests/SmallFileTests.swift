import Configuration
import Diagnostics
import Glibc
import Testing

@Suite("Files that the configuration names")
struct SmallFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test(
        "a pipe is refused at once instead of waited for",
        arguments: [
            "[work]\nholidays = [\"pipe.ics\"]\n", "[questions]\nadd = [\"pipe.ics\"]\n",
            "[channels.a]\ntype = \"slack\"\nurl = { file = \"pipe.ics\" }\n",
        ])
    func pipe(text: String) {
        #expect(mkfifo("\(directory.path)/pipe.ics", 0o600) == 0)
        let found = Reading.diagnostics(text, directory: directory.path)
        #expect(found.errors.count == 1)
        #expect(found.printed.contains("pipe.ics cannot be read: it is no regular file"), "\(found.printed)")
    }

    @Test("a file that is too large is told with the limit in its own unit")
    func tooLarge() throws {
        try directory.write("secret", String(repeating: "x", count: 70_000))
        let text = "[channels.a]\ntype = \"slack\"\nurl = { file = \"secret\" }\n"
        let found = Reading.diagnostics(text, directory: directory.path)
        #expect(found.printed.contains("secret cannot be read: it is larger than 64 kB"), "\(found.printed)")
    }
}
