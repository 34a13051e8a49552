import Foundation

/// The built program.
enum Coachd {
    /// It lies in the build folder, beside the test bundle that is running.
    static let path: String = {
        let bundle =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(filePath: bundle).deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "coachd")
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory), !isDirectory.boolValue
            {
                return candidate.path
            }
            folder.deleteLastPathComponent()
        }
        return packageRoot.appending(path: ".build/debug/coachd").path
    }()

    static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let commands = [
        "demo", "init", "check", "import", "log", "findings", "agenda", "nudges", "oneonone", "effect", "serve",
    ]
}

/// How a run of a program ended.
struct Ended {
    var code: Int32
    /// Not by a signal.
    var isExit: Bool
    var output: String
    var error: String

    var lines: [Substring] { output.split(separator: "\n") }
    var all: String { output + error }
}
