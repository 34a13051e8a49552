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
        "demo", "init", "check", "import", "log", "findings", "why", "agenda", "nudges", "oneonone", "effect",
        "simulate",
        "outbox", "send-test", "serve", "status", "backup", "praise", "history",
    ]
    /// Commands that are a word before others.
    static let groups: [String: [String]] = [
        "account": [
            "add", "drop", "swap", "rank", "inner", "next", "milestone", "hold", "resume", "threshold", "who", "know",
            "message", "show", "list",
        ],
        "person": [
            "add", "leave", "handover", "away", "back", "move", "zone", "hours", "plan", "handle", "show", "list",
        ],
        "team": ["add", "leader", "deputy", "aim"], "commit": ["add", "keep", "move", "drop", "list"],
        "ask": ["add", "answer", "list"], "promise": ["add", "keep", "drop", "list"],
        "coach": ["talk", "support", "one-to-one", "list"],
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
