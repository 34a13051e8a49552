import CivilTime
import Diagnostics

/// The arguments of one call, sorted into options and operands.
struct Invocation {
    let command: Command
    private let values: [String: String]
    let operands: [String]

    /// Options stand anywhere after the command, `--name value` or `--name=value`; after `--` all are operands.
    init(_ command: Command, arguments: some Sequence<String>) throws(UsageError) {
        self.command = command
        var values: [String: String] = [:]
        var operands: [String] = []
        let all = Array(arguments)
        var rest = all[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                operands += rest
                break
            }
            guard argument.hasPrefix("-"), argument.count > 1 else {
                operands.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0] == "-h" ? "--help" : parts[0]
            guard let option = command.options.first(where: { $0.name == name }) else {
                let near = nearestName(to: name, in: command.options.map(\.name)).map { "did you mean \($0)?" }
                throw UsageError("there is no option \(name)", hint: near)
            }
            guard values[name] == nil else { throw UsageError("\(name) is given twice") }
            if let wanted = option.value {
                // A value that is the name of another option was forgotten.
                let isForgotten = command.options.contains { $0.name == rest.first }
                if let mayBe = option.mayBe, parts.count == 1, !(rest.first.map(mayBe) ?? false) {
                    values[name] = ""
                    continue
                }
                guard let value = parts.count == 2 ? parts[1] : isForgotten ? nil : rest.popFirst() else {
                    throw UsageError("\(name) needs a value: \(name) \(wanted)")
                }
                values[name] = value
            } else {
                guard parts.count == 1 else { throw UsageError("\(name) takes no value") }
                values[name] = ""
            }
        }
        self.values = values
        self.operands = operands
        if values["--help"] == nil, !command.operandCount.contains(operands.count) {
            guard operands.count > command.operandCount.upperBound else {
                throw UsageError("something is missing: \(command.usage)")
            }
            throw SurplusOperand(command, operands, of: all, values: values).error
        }
    }

    func has(_ option: String) -> Bool { values[option] != nil }
    func value(_ option: String) -> String? { values[option] }

    /// The instant of `--at`, or now.
    func instant() throws(UsageError) -> Instant {
        guard let text = value("--at") else { return SystemClock.now }
        guard let instant = try? Instant(rfc3339: text) else {
            throw UsageError(
                "--at: \"\(text)\" is not an instant",
                hint: "an instant is 2026-11-24T08:40:00Z, or +01:00 in place of Z")
        }
        return instant
    }
}
