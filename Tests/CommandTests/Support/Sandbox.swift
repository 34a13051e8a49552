import Foundation
import Glibc

/// A directory of its own in which programs run like a user's, gone with its value.
final class Sandbox {
    let path: String
    private var runs = 0

    init() throws {
        // A short path: the address of a socket has room for 107 bytes.
        var template = Array("/tmp/coachd-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

    func write(_ name: String, _ text: String) throws {
        let url = URL(filePath: file(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ name: String) -> String { (try? String(contentsOfFile: file(name), encoding: .utf8)) ?? "" }

    func names(in directory: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file(directory)).sorted()
    }

    /// Starts coachd here; what it says goes to two files.
    func start(
        _ arguments: [String], environment: [String: String] = [:], output: FileHandle? = nil,
        program: String = Coachd.path
    ) throws -> Running {
        runs += 1
        let (out, error) = (file(".out-\(runs)"), file(".err-\(runs)"))
        for path in [out, error] { try Data().write(to: URL(filePath: path)) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: path)
        let usual = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path, "TERM": "xterm",
            "SWIFT_BACKTRACE": "enable=no",
        ]
        process.environment = usual.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try output ?? FileHandle(forWritingTo: URL(filePath: out))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: error))
        try process.run()
        return Running(process: process, in: self, output: out, error: error)
    }

    /// Runs coachd here to its end.
    @discardableResult
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Ended {
        try start(arguments, environment: environment).ended()
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ended {
        try start(arguments, environment: environment).ended()
    }

    /// Runs another program here to its end.
    func run(program: String, _ arguments: [String]) throws -> Ended { try start(arguments, program: program).ended() }
}

/// A program that was started; it is ended with its value at the latest.
final class Running {
    let process: Process
    /// Kept as long as something runs in it.
    private let sandbox: Sandbox
    private let outputPath: String
    private let errorPath: String

    init(process: Process, in sandbox: Sandbox, output: String, error: String) {
        (self.process, self.sandbox, outputPath, errorPath) = (process, sandbox, output, error)
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    var output: String { (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "" }
    var error: String { (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? "" }

    /// Asks it to end, as service managers do, and waits for that.
    func terminated() -> Ended {
        process.terminate()
        return ended()
    }

    func ended() -> Ended {
        process.waitUntilExit()
        return Ended(
            code: process.terminationStatus, isExit: process.terminationReason == .exit, output: output, error: error)
    }
}

/// Waits until something is so, up to a generous deadline; how long it takes does not matter.
func eventually(within seconds: Double = 60, _ isSo: () throws -> Bool) rethrows -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while try !isSo() {
        guard Date() < deadline else { return false }
        usleep(20_000)
    }
    return true
}
