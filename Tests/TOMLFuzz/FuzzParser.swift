import Diagnostics
import TOML

/// The entry that libFuzzer calls with each input. Stops the process where the parser breaks a promise of its own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let (document, diagnostics) = TOMLParser.parse(bytes, file: "fuzz.toml")
    let lines = lineLengths(bytes)

    precondition(diagnostics.count <= 21, "more diagnostics than are told")
    for diagnostic in diagnostics {
        precondition(!diagnostic.message.isEmpty && !diagnostic.description.isEmpty, "an empty diagnostic")
        for location in [diagnostic.location] + diagnostic.notes.map({ Optional($0.location) }) {
            guard let location else { preconditionFailure("a diagnostic without a place") }
            check(line: location.line, column: location.column, length: location.length, in: lines)
        }
    }
    check(document.root, in: document, lines)
    return 0
}

/// Every place of the document lies in it, and every key is found under its name.
private func check(_ table: TOMLTable, in document: TOMLDocument, _ lines: [Int]) {
    for entry in table.entries {
        precondition(table.entry(entry.key) == entry || hasNotANumber(entry.node.value), "a key is not found")
        precondition(document.location(of: entry.keySpan).excerpt != nil, "a key's line is not found")
        check(line: entry.keySpan.line, column: entry.keySpan.column, length: entry.keySpan.length, in: lines)
        check(entry.node, in: document, lines)
    }
}

private func check(_ node: TOMLNode, in document: TOMLDocument, _ lines: [Int]) {
    check(line: node.span.line, column: node.span.column, length: node.span.length, in: lines)
    switch node.value {
    case .array(let nodes): for node in nodes { check(node, in: document, lines) }
    case .table(let table): check(table, in: document, lines)
    default: break
    }
}

private func check(line: Int, column: Int, length: Int, in lines: [Int]) {
    precondition(line >= 1 && line <= lines.count, "line \(line) of \(lines.count)")
    precondition(column >= 1 && column <= lines[line - 1] + 1, "column \(column) of \(lines[line - 1])")
    precondition(length >= 1 && column + length - 1 <= max(lines[line - 1], column), "length \(length) of a place")
}

private func hasNotANumber(_ value: TOMLValue) -> Bool {
    switch value {
    case .float(let number): number.isNaN
    case .array(let nodes): nodes.contains { hasNotANumber($0.value) }
    case .table(let table): table.entries.contains { hasNotANumber($0.node.value) }
    default: false
    }
}

/// How many scalars each line has, counted as the text would be shown.
private func lineLengths(_ bytes: [UInt8]) -> [Int] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return text.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).unicodeScalars.count }
}
