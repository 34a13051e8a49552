import TOML

/// The JSON that the toml-test suite compares: each leaf is an object of its type and its value as text.
enum TaggedJSON {
    static func text(of value: TOMLValue) -> String {
        switch value {
        case .string(let text): tagged("string", text)
        case .integer(let number): tagged("integer", String(number))
        case .float(let number): tagged("float", number.isNaN ? "nan" : String(number))
        case .boolean(let flag): tagged("bool", String(flag))
        case .offsetDateTime(let time): tagged("datetime", time.description)
        case .localDateTime(let time): tagged("datetime-local", time.description)
        case .localDate(let date): tagged("date-local", date.description)
        case .localTime(let time): tagged("time-local", time.description)
        case .array(let nodes): "[\(nodes.map { text(of: $0.value) }.joined(separator: ", "))]"
        case .table(let table):
            "{\(table.entries.map { "\(quoted($0.key)): \(text(of: $0.node.value))" }.joined(separator: ", "))}"
        }
    }

    private static func tagged(_ type: String, _ value: String) -> String {
        "{\"type\": \(quoted(type)), \"value\": \(quoted(value))}"
    }

    /// RFC 8259 section 7.
    private static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
