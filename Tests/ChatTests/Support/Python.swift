import Foundation

/// Python as a judge. The tests that ask it are skipped, with a message, where it or its library is not there.
enum Python {
    static let hasStandardWebhooks = (try? run("import standardwebhooks")) != nil
    static let hasSlackSDK = (try? run("import slack_sdk")) != nil

    private struct Failure: Error {
        let status: Int32
    }

    /// The standard output of a script, without the line's end.
    static func run(_ script: String, input: Data = Data()) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", "-c", script]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        try stdin.fileHandleForWriting.close()
        let data = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
