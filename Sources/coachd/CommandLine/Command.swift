/// A command with all that `--help` says of it. One that has subcommands does nothing itself.
struct Command: Sendable {
    /// An option; one that takes a value names it.
    struct Option: Sendable {
        let name: String
        let value: String?
        let help: String
        /// What the value looks like, of an option that may stand without one.
        let mayBe: (@Sendable (String) -> Bool)?

        init(_ name: String, _ value: String? = nil, _ help: String, mayBe: (@Sendable (String) -> Bool)? = nil) {
            self.name = name
            self.value = value
            self.help = help
            self.mayBe = mayBe
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
    /// What to do about one operand too many, where people expect it to be one.
    let surplusHint: String?
    /// Named with the command's own name before theirs: "account hold".
    let subcommands: [Command]
    let run: @Sendable (Invocation) throws -> ExitCode

    init(
        _ name: String, _ operands: String = "", _ summary: String, details: String = "", options: [Option],
        operandCount: ClosedRange<Int> = 0...0, surplusHint: String? = nil,
        run: @escaping @Sendable (Invocation) throws -> ExitCode
    ) {
        self.name = name
        self.operands = operands
        self.summary = summary
        self.details = details
        self.options = options + [.help]
        self.operandCount = operandCount
        self.surplusHint = surplusHint
        subcommands = []
        self.run = run
    }

    /// A command that is a word before others: `coachd account hold …`.
    init(_ name: String, _ summary: String, details: String = "", _ subcommands: [Command]) {
        self.name = name
        operands = "\(subcommands.map(\.verb).joined(separator: "|")) …"
        self.summary = summary
        self.details = details
        options = [.help]
        operandCount = 0...0
        surplusHint = nil
        self.subcommands = subcommands
        run = { _ in .usage }
    }

    /// The last word of the name.
    var verb: String { name.split(separator: " ").last.map(String.init) ?? name }

    var usage: String { "coachd \(name)\(operands.isEmpty ? "" : " \(operands)") [options]" }

    var helpText: String { subcommands.isEmpty ? ownHelpText : listText }

    private var listText: String {
        let lines = subcommands.map { "  \($0.usage.dropLast(" [options]".count))\n      \($0.summary)" }
        return
            (["coachd \(name) …\n\n\(summary)."] + [details].filter { !$0.isEmpty } + [
                lines.joined(separator: "\n"),
                "coachd \(name) \(subcommands.first?.verb ?? "") --help says more of one.",
            ]).joined(separator: "\n\n") + "\n"
    }

    private var ownHelpText: String {
        let names = options.map { option in
            option.value.map { "\(option.name) \(option.mayBe == nil ? $0 : "[\($0)]")" } ?? option.name
        }
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
