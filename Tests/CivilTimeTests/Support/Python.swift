import Foundation

/// Python as an oracle. The tests that ask it are skipped, with a message, where it is not there.
enum Python {
    static let hasZoneinfo = canImport("zoneinfo")
    static let hasCalendars = canImport("icalendar", "recurring_ical_events")

    /// The standard output of a script in the folder Oracle, which reads the system's zones and no others.
    static func run(_ script: String, _ arguments: [String] = []) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try output([folder.appending(path: "Oracle/\(script)").path()] + arguments)
    }

    /// The standard output of one line of Python.
    static func evaluate(_ line: String) throws -> Data {
        try output(["-c", line])
    }

    private static func canImport(_ modules: String...) -> Bool {
        (try? evaluate("import \(modules.joined(separator: ", "))")) != nil
    }

    private struct Failure: Error {
        let status: Int32
    }

    private static func output(_ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONTZPATH": Zones.directory ?? "/nowhere"], uniquingKeysWith: { $1 })
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return data
    }
}
