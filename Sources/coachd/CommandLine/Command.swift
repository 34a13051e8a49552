/// A command with all that `--help` says of it.
struct Command: Sendable {
    /// An option; one that takes a value names it.
    struct Option: Sendable {
        let name: String
        let value: String?
        let help: String

        init(_ name: String, _ value: String? = nil, _ help: String) {
            self.name = name
            self.value = value
            self.help = help
        }

        static let config = Option(
            "--config", "FILE",
            "the configuration; else $COACHD_CONFIG, coachd.toml here, in $XDG_CONFIG_HOME/coachd/, in /etc/coachd/")
        static let store = Option("--store", "FILE", "the store; goes before the configuration's")
        static let at = Option(
            "--at", "INSTANT", "as of this instant (RFC 3339, such as 2026-11-24T08:40:00Z) instead of now")
        static let json = Option("--json", nil, "JSON Lines instead of text")
        static let help = Option("--help", nil, "this text")
    }

    let name: String
    /// The operands as the usage line shows them.
    let operands: String
    let summary: String
    /// Paragraphs and examples below the options.
    let details: String
    let options: [Option]
    /// How many operands there may be.
    let operandCount: ClosedRange<Int>
    let run: @Sendable (Invocation) throws -> ExitCode

    init(
        _ name: String, _ operands: String = "", _ summary: String, details: String = "", options: [Option],
        operandCount: ClosedRange<Int> = 0...0, run: @escaping @Sendable (Invocation) throws -> ExitCode
    ) {
        self.name = name
        self.operands = operands
        self.summary = summary
        self.details = details
        self.options = options + [.help]
        self.operandCount = operandCount
        self.run = run
    }

    var usage: String { "coachd \(name)\(operands.isEmpty ? "" : " \(operands)") [options]" }

    var helpText: String {
        let names = options.map { option in option.value.map { "\(option.name) \($0)" } ?? option.name }
        let options = zip(names, options).map { name, option in
            "  \(name)\n      \(option.help)"
        }
        return
            (["\(usage)\n\n\(summary)."] + [details].filter { !$0.isEmpty } + [
                "Options\n" + options.joined(separator: "\n")
            ])
            .joined(separator: "\n\n") + "\n"
    }
}
