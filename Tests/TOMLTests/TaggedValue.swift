import TOML

/// Compares values with the suite's tagged JSON, where each leaf is an object of its type and its value as text.
enum TaggedValue {
    static func matches(_ value: TOMLValue, _ expected: Any) -> Bool {
        switch (value, expected) {
        case (.array(let nodes), let list as [Any]):
            return nodes.count == list.count && zip(nodes, list).allSatisfy { matches($0.value, $1) }
        case (.table(let table), let object as [String: Any]):
            return table.entries.count == object.count
                && object.allSatisfy { key, expected in table[key].map { matches($0.value, expected) } ?? false }
        case (_, let leaf as [String: String]):
            return leaf["type"] == type(of: value) && isEqual(value, leaf["value"] ?? "")
        default: return false
        }
    }

    private static func type(of value: TOMLValue) -> String {
        switch value {
        case .string: "string"
        case .integer: "integer"
        case .float: "float"
        case .boolean: "bool"
        case .offsetDateTime: "datetime"
        case .localDateTime: "datetime-local"
        case .localDate: "date-local"
        case .localTime: "time-local"
        case .array, .table: ""
        }
    }

    private static func isEqual(_ value: TOMLValue, _ text: String) -> Bool {
        switch value {
        case .string(let string): string.unicodeScalars.elementsEqual(text.unicodeScalars)
        case .integer(let number): Int64(text) == number
        case .float(let number): number.isNaN ? text.hasSuffix("nan") : Double(text) == number
        case .boolean(let flag): String(flag) == text
        case .offsetDateTime, .localDateTime, .localDate, .localTime: parsed(text) == value
        case .array, .table: false
        }
    }

    /// The suite writes the times in full, so that they are read as what they are compared with.
    private static func parsed(_ text: String) -> TOMLValue? {
        let (document, diagnostics) = TOMLParser.parse(Array("x = \(text)".utf8), file: "suite")
        return diagnostics.isEmpty ? document.root["x"]?.value : nil
    }
}
