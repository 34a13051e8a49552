import Testing

@Suite("Help and usage")
struct HelpTests {
    private static let options: [String: [String]] = [
        "demo": ["--all"], "init": [],
        "check": ["--print-defaults", "--print-questions", "--at", "--store", "--config"],
        "import": ["--dry-run", "--strict", "--source", "--store", "--config"],
        "log": [
            "--two-way", "--who", "--milestone", "--note", "--when", "--rep", "--kept", "--commit", "--on", "--store",
            "--config",
        ],
        "findings": ["--at", "--json", "--team", "--rep", "--store", "--config"],
        "why": ["--at", "--json", "--store", "--config"],
        "agenda": ["--team", "--at", "--payload", "--store", "--config"],
        "nudges": ["--at", "--rep", "--team", "--slot", "--weekly", "--payload", "--store", "--config"],
        "oneonone": ["--by", "--at", "--json", "--store", "--config"],
        "effect": ["--team", "--quiet", "--resume", "--at", "--json", "--store", "--config"],
        "simulate": ["--from", "--to", "--seed", "--json", "--team", "--rep", "--store", "--config"],
        "outbox": ["--all", "--channel", "--json", "--store", "--config"],
        "send-test": ["--to", "--store", "--config"],
        "serve": ["--store", "--config"],
        "status": ["--at", "--json", "--store", "--config"], "backup": ["--force", "--store", "--config"],
        "praise": ["--account", "--by", "--at", "--store", "--config"],
        "history": ["--since", "--limit", "--json", "--at", "--store", "--config"],
    ]

    @Test("--help of a command names its use, its options and fits a terminal", arguments: Coachd.commands)
    func help(command: String) throws {
        let sandbox = try Sandbox()
        for arguments in [[command, "--help"], [command, "-h"], ["help", command]] {
            let ended = try sandbox.start(arguments).ended()
            #expect(ended.code == 0)
            #expect(ended.error.isEmpty)
            #expect(ended.output.hasPrefix("coachd \(command)"))
            for option in try #require(Self.options[command]) + ["--help"] {
                #expect(ended.output.contains("  \(option)"))
            }
        }
        #expect(try sandbox.names().filter { !$0.hasPrefix(".") }.isEmpty, "help writes nothing")
    }

    @Test(
        "--help of a command that is a word before others lists them, and each explains itself",
        arguments: Coachd.groups)
    func groupHelp(group: String, verbs: [String]) throws {
        let sandbox = try Sandbox()
        let list = try sandbox.run(group, "--help")
        #expect(list.code == 0)
        #expect(try sandbox.run(group).code == 2, "\(group) alone is a usage error")
        for verb in verbs {
            #expect(list.output.contains("\n  coachd \(group) \(verb)"))
            let ended = try sandbox.run("help", group, verb)
            #expect(ended.code == 0)
            #expect(ended.output.hasPrefix("coachd \(group) \(verb)"))
            #expect(ended.output.contains("  --store FILE"))
            #expect((list.lines + ended.lines).allSatisfy { $0.count <= 120 }, "\(group) \(verb)")
        }
    }

    @Test("a line of help is at most 120 columns wide")
    func width() throws {
        let sandbox = try Sandbox()
        for command in Coachd.commands {
            let lines = try sandbox.run(command, "--help").lines
            #expect(lines.allSatisfy { $0.count <= 120 }, "\(command)")
        }
    }

    @Test("the overview lists all commands")
    func overview() throws {
        let sandbox = try Sandbox()
        for arguments in [["--help"], ["-h"], ["help"]] {
            let ended = try sandbox.start(arguments).ended()
            #expect(ended.code == 0)
            for command in Coachd.commands { #expect(ended.output.contains("\n  \(command) ")) }
            #expect(ended.output.contains("coachd --version"))
        }
        #expect(try sandbox.run().code == 2, "no command at all is a usage error")
    }

    @Test("the version is a line of its own")
    func version() throws {
        for argument in ["--version", "version"] {
            let ended = try Sandbox().run(argument)
            #expect(ended.code == 0)
            #expect(ended.output.wholeMatch(of: /coachd \d+\.\d+\.\d+\n/) != nil)
        }
    }

    @Test(
        "what cannot be understood ends with 2 and the nearest that can",
        arguments: [
            (["finding"], "did you mean coachd findings?"), (["ageda"], "did you mean coachd agenda?"),
            (["xyzzy"], "coachd --help lists them"),
            (["help", "sevre"], "did you mean coachd serve?"), (["check", "--stroe", "x"], "did you mean --store?"),
            (["findings", "--jsno"], "did you mean --json?"), (["check", "--xyzzy"], "coachd check --help says more"),
            (["check", "extra"], "\"extra\" is one too many"),
            (["import"], "something is missing: coachd import DIR|FILE…"),
            (["log", "Acme"], "something is missing: coachd log ACCOUNT KIND"),
            (["check", "--store"], "--store needs a value: --store FILE"),
            (["check", "--store", "a", "--store", "b"], "--store is given twice"),
            (["findings", "--json=yes"], "--json takes no value"),
            (["findings", "--at", "yesterday"], "--at: \"yesterday\" is not"),
            (["nudges", "--slot", "evening"], "--slot is morning or afternoon"),
        ])
    func usage(arguments: [String], expected: String) throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.start(arguments).ended()
        #expect(ended.code == 2)
        #expect(ended.isExit)
        #expect(ended.output.isEmpty)
        #expect(ended.error.contains(expected), "\(ended.error)")
    }

    @Test("options stand anywhere after the command, with a blank or =, and after -- all are operands")
    func places() throws {
        let sandbox = try Company.sandbox()
        for arguments in [
            ["log", "--note=x", "Acme Logistics", "call"], ["log", "Acme Logistics", "--note", "x", "call"],
            ["log", "--note", "x", "--", "Acme Logistics", "call"],
        ] {
            #expect(try sandbox.start(arguments).ended().code == 0)
        }
        #expect(
            try sandbox.run("log", "--", "Acme Logistics", "--note").error.contains("\"--note\" is no kind of activity")
        )
    }

    @Test("control characters of an argument do not reach the terminal")
    func controls() throws {
        let ended = try Sandbox().run("\u{1B}[31mred")
        #expect(ended.code == 2)
        #expect(!ended.error.contains("\u{1B}"))
    }
}
