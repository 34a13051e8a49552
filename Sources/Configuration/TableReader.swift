import CivilTime
import Diagnostics
import TOML

/// Reads a table by the names of its settings. What nobody asked for by `finish` is an unknown setting.
final class TableReader {
    let table: TOMLTable
    let path: String
    let log: DiagnosticLog
    private var asked: [String] = []

    /// - Parameter path: The table's own name, as `teams."Team North".work`; empty at the top.
    init(_ table: TOMLTable, path: String, log: DiagnosticLog) {
        self.table = table
        self.path = path
        self.log = log
    }

    func name(of key: String) -> String { path.isEmpty ? key.asKey : "\(path).\(key.asKey)" }

    /// The node of a setting, whatever its type.
    func node(_ key: String) -> TOMLNode? {
        asked.append(key)
        return table[key]
    }

    /// Reports settings that nobody asked for, each with the nearest valid name.
    func finish() {
        for entry in table.entries where !asked.contains(entry.key) {
            let near = nearestName(to: entry.key, in: asked) ?? longer(than: entry.key)
            let place = path.isEmpty ? "at the top of the file" : "in [\(path)]"
            log.error(
                "there is no setting \"\(entry.key)\" \(place)", at: entry.keySpan,
                hint: near.map { "did you mean \"\($0)\"?" }
                    ?? "the settings here are \(asked.sorted().joined(separator: ", "))")
        }
    }

    /// The only setting that begins with the letters of a name.
    private func longer(than name: String) -> String? {
        let longer = Set(asked.filter { $0.hasPrefix(name.lowercased()) })
        return name.count > 2 && longer.count == 1 ? longer.first : nil
    }

    // MARK: Types

    func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard case .string(let text) = node.value else { return wrongType(key, node, "a text in quotes") }
        return text
    }

    func boolean(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        guard case .boolean(let value) = node.value else { return wrongType(key, node, "true or false") }
        return value
    }

    /// - Parameter unit: As in "working days", for the message.
    func integer(_ key: String, _ range: ClosedRange<Int>, unit: String) -> Int? {
        guard let node = node(key) else { return nil }
        let expected = "a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)"
        guard case .integer(let value) = node.value else { return wrongType(key, node, expected) }
        guard let value = Int(exactly: value), range.contains(value) else {
            log.error("\(name(of: key)) is \(value); expected \(expected)", at: node.span)
            return nil
        }
        return value
    }

    func strings(_ key: String) -> [(text: String, span: SourceSpan)]? {
        guard let node = node(key) else { return nil }
        guard case .array(let elements) = node.value else { return wrongType(key, node, "a list of texts") }
        return elements.compactMap { element in
            if case .string(let text) = element.value { return (text, element.span) }
            log.error("\(name(of: key)) holds \(element.value.typeName); expected texts in quotes", at: element.span)
            return nil
        }
    }

    /// A table below this one; nil where there is none.
    func table(_ key: String) -> TableReader? {
        guard let node = node(key) else { return nil }
        guard case .table(let table) = node.value else {
            return wrongType(key, node, "a table: write [\(name(of: key))] above its settings")
        }
        return TableReader(table, path: name(of: key), log: log)
    }

    /// A table of tables whose names the user chose.
    func tables(_ key: String) -> [(name: String, span: SourceSpan, reader: TableReader)] {
        guard let outer = table(key) else { return [] }
        return outer.table.entries.compactMap { entry in
            outer.table(entry.key).map { (entry.key, entry.keySpan, $0) }
        }
    }

    /// A text that `parse` reads, such as a time or working hours.
    func parsed<Value>(_ key: String, _ expected: String, _ parse: (String) throws(TimeFormatError) -> Value) -> Value?
    {
        guard let node = node(key) else { return nil }
        if case .localTime = node.value {
            log.error("\(name(of: key)) needs quotes; expected \(expected)", at: node.span)
            return nil
        }
        guard case .string(let text) = node.value else { return wrongType(key, node, expected) }
        do throws(TimeFormatError) {
            return try parse(text)
        } catch {
            log.error("\(name(of: key)): \(error)", at: node.span)
            return nil
        }
    }

    /// A duration in seconds: "90s", "2min", "1h".
    func duration(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = string(key), let node = table[key] else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["s": 1, "min": 60, "h": 3600]
        guard let unit = units[String(text.dropFirst(digits.count))], let count = Int(digits), count <= 1_000_000,
            range.contains(count * unit)
        else {
            log.error(
                "\(name(of: key)) is \"\(text)\"; expected a duration from \(range.lowerBound)s to \(range.upperBound)s, "
                    + "such as \"30s\" or \"2min\"", at: node.span)
            return nil
        }
        return count * unit
    }

    func time(_ key: String) -> TimeOfDay? {
        parsed(key, "a time such as \"08:40\"") { text throws(TimeFormatError) in try TimeOfDay(parsing: text) }
    }

    func wrongType<Value>(_ key: String, _ node: TOMLNode, _ expected: String) -> Value? {
        log.error("\(name(of: key)) is \(node.value.typeName); expected \(expected)", at: node.span)
        return nil
    }
}
