import Coaching
import Diagnostics

/// Why a line has an operand that its command has no place for.
struct SurplusOperand {
    let command: Command
    let operand: String
    /// The option that stands before it, its value, and the operands between the two with the surplus one.
    private var before: (option: Command.Option, value: String, operands: [String])?

    /// - Parameter arguments: Those of the command, which has read them to their end.
    init(_ command: Command, _ operands: [String], of arguments: [String], values: [String: String]) {
        self.command = command
        let place = command.operandCount.upperBound
        operand = operands[place]
        var (count, rest) = (0, arguments[...])
        while let argument = rest.popFirst(), argument != "--" {
            if argument.hasPrefix("-"), argument.count > 1 {
                before = nil
                guard let option = command.options.first(where: { $0.name == argument }), option.value != nil,
                    let value = values[option.name]
                else { continue }
                if option.mayBe == nil || !value.isEmpty { rest = rest.dropFirst() }
                before = (option, value, [])
            } else {
                before?.operands.append(argument)
                if count == place { return }
                count += 1
            }
        }
        before = nil
    }

    var error: UsageError {
        guard let before else {
            return UsageError("\"\(operand)\" is one too many", hint: command.surplusHint ?? unquoted ?? command.usage)
        }
        let name = before.option.name
        if before.option.mayBe != nil, before.value.isEmpty {
            guard before.operands.count == 1 else {
                return UsageError("\"\(operand)\" is one too many", hint: unquoted)
            }
            return UsageError("\(name): \"\(operand)\" is no date", hint: "a date is \(DateWord.forms)")
        }
        let words = "\(before.value) \(before.operands[0]) …"
        return UsageError(
            "\"\(operand)\" is one too many", hint: "a text of several words goes in quotes: \(name) \"\(words)\"")
    }

    /// Where the last operand is a text, its other words are the surplus.
    private var unquoted: String? {
        let last = command.operands.split(separator: " ").last?.filter(\.isLetter) ?? ""
        return ["TEXT", "TITLE", "NAME", "IN", "WORD"].contains(last)
            ? "a name or text of several words goes in quotes: \(command.usage)" : nil
    }
}
