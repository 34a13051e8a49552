import Configuration
import Diagnostics
import SQLite
import Store

/// `coachd COMMAND …`: finds the command, runs it, and says what went wrong so that it can be mended.
enum CommandLineInterface {
    static let version = "0.1.0"

    static let commands: [Command] = [
        .demo, .initialize, .check, .importFiles,
        .log, .account, .commit, .ask, .promise, .coach, .praise, .person, .team,
        .findings, .why, .agenda, .nudges, .oneOnOne, .effect, .history, .simulate,
        .saying, .replies,
        .outbox, .sendTest,
        .serve, .status, .backup,
    ]

    /// Runs a command to its end; what it could not say was in vain.
    static func run(_ arguments: [String]) -> ExitCode {
        let code = begin(arguments)
        guard !Terminal.flush() else { return code }
        complain("not all could be written to standard output")
        return code == .done ? .negative : code
    }

    private static func begin(_ arguments: [String]) -> ExitCode {
        guard let name = arguments.first else {
            Terminal.write(overview)
            return .usage
        }
        switch name {
        case "help" where arguments.count > 1: return begin(arguments.dropFirst() + ["--help"])
        case "--help", "-h", "help":
            Terminal.write(overview)
            return .done
        case "--version", "version":
            Terminal.writeLine("coachd \(version)")
            return .done
        default: break
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            let near = nearestName(to: name, in: commands.map(\.name)).map { "did you mean coachd \($0)?" }
            complain("there is no command \"\(name.escapingControls)\"", hint: near ?? "coachd --help lists them")
            return .usage
        }
        return command.subcommands.isEmpty
            ? run(command, arguments.dropFirst()) : run(oneOf: command, arguments.dropFirst())
    }

    private static func run(oneOf group: Command, _ arguments: ArraySlice<String>) -> ExitCode {
        guard let verb = arguments.first, verb != "--help", verb != "-h" else {
            Terminal.write(group.helpText)
            return arguments.isEmpty ? .usage : .done
        }
        if let command = group.subcommands.first(where: { $0.verb == verb }) {
            return run(command, arguments.dropFirst())
        }
        let near = nearestName(to: verb, in: group.subcommands.map(\.verb))
        complain(
            "there is no coachd \(group.name) \"\(verb)\"",
            hint: near.map { "did you mean coachd \(group.name) \($0)?" } ?? "coachd \(group.name) --help lists them")
        return .usage
    }

    private static func run(_ command: Command, _ arguments: ArraySlice<String>) -> ExitCode {
        do {
            let invocation = try Invocation(command, arguments: arguments)
            if invocation.has("--help") {
                Terminal.write(command.helpText)
                return .done
            }
            return try command.run(invocation)
        } catch let error as UsageError {
            complain(error.message, hint: error.hint ?? "coachd \(command.name) --help says more")
            return .usage
        } catch let error as Failure {
            complain(error.message, hint: error.hint)
            return error.code
        } catch let error as ConfigurationProblem {
            for diagnostic in error.diagnostics { ErrorLog()(diagnostic) }
            return .configuration
        } catch let error as StoreError {
            complain(error.description)
            return error.isWrongPlace ? .configuration : .negative
        } catch let error as DatabaseError {
            complain(
                error.isBusy
                    ? "the store is being written by another program for long; try again"
                    : StoreError(error)?.description ?? error.description)
            return .negative
        } catch {
            complain("\(error)")
            return .negative
        }
    }

    private static func complain(_ message: String, hint: String? = nil) {
        let log = ErrorLog()
        log(.error, message)
        if let hint { log.hint(hint) }
    }

    private static var overview: String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map { command in
            "  \(command.name)\(String(repeating: " ", count: width - command.name.count + 2))\(command.summary)"
        }
        return """
            coachd watches your team's accounts and daily activity, and coaches in chat: a huddle agenda for the leader each
            morning, a few well-chosen questions for each rep.

            coachd COMMAND [options]

            \(lines.joined(separator: "\n"))

            coachd COMMAND --help says more, coachd --version which one this is. Start with: coachd demo

            """
    }
}
