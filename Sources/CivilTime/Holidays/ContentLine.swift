import Diagnostics

/// One unfolded line of an iCalendar file (RFC 5545 section 3.1): `NAME;PARAMETER=value:value`.
struct ContentLine {
    /// Upper case.
    let name: String
    /// Names in upper case; values without their quotes.
    let parameters: [String: String]
    let value: String
    let location: SourceLocation

    /// The lines of a file, with folds undone. Lines without a name and a colon are left out: in a file that people exported and
    /// mended by hand they are noise.
    static func all(in text: [UInt8], file: String) -> [ContentLine] {
        var lines: [ContentLine] = []
        var unfolded: [UInt8] = []
        var start = 1
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = text.starts(with: byteOrderMark) ? text.dropFirst(byteOrderMark.count) : text[...]
        func finish() {
            if let line = ContentLine(unfolded, at: start, of: file) { lines.append(line) }
        }
        for (index, physical) in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = physical.last == UInt8(ascii: "\r") ? physical.dropLast() : physical
            if let first = line.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                unfolded += line.dropFirst()
            } else {
                finish()
                unfolded = Array(line)
                start = index + 1
            }
        }
        finish()
        return lines
    }

    private init?(_ unfolded: [UInt8], at line: Int, of file: String) {
        let text = String(decoding: unfolded, as: UTF8.self)
        var isQuoted = false
        var parts: [Substring] = []
        var partStart = text.startIndex
        var colon: String.Index?
        // A quoted parameter may hold colons and semicolons.
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") else { continue }
            parts.append(text[partStart..<index])
            partStart = text.utf8.index(after: index)
            if byte == UInt8(ascii: ":") {
                colon = index
                break
            }
        }
        guard colon != nil, let name = parts.first, !name.isEmpty else { return nil }
        self.name = name.uppercased()
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let value = part[part.index(after: equals)...].filter { $0 != "\"" }
            parameters[part[..<equals].uppercased()] = value
        }
        self.parameters = parameters
        value = String(text[partStart...])
        location = SourceLocation(file: file, line: line, column: 1, length: name.unicodeScalars.count, excerpt: text)
    }

    /// The value of a TEXT property (section 3.3.11) on one line: an escaped line feed becomes a space.
    var plainText: String {
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? " " : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// The elements of a value that is a list, or the one value.
    var elements: [String] {
        value.split(separator: ",").map { String($0) }
    }
}
