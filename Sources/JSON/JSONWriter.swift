/// Writes JSON text piece by piece, without white space and in the order of the calls, so without a value of the whole (RFC 8259).
package struct JSONWriter {
    package private(set) var utf8: [UInt8] = []
    /// Another value or member of the same level stands before.
    private var isBehindOther = false

    /// - Parameter capacity: The bytes to expect.
    package init(capacity: Int = 0) { utf8.reserveCapacity(capacity) }

    /// - Parameter members: Writes each of them by `member`.
    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// - Parameter elements: Writes each of them.
    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// - Parameter value: Writes exactly one.
    package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
        separate()
        quote(name)
        utf8.append(UInt8(ascii: ":"))
        isBehindOther = false
        value(&self)
    }

    /// A text; nil is null.
    package mutating func member(_ name: String, _ text: String?) {
        member(name) { if let text { $0.string(text) } else { $0.word("null") } }
    }

    package mutating func string(_ string: String) {
        separate()
        quote(string)
    }

    package mutating func value(_ value: JSON) {
        switch value {
        case .null: word("null")
        case .bool(let bool): word(bool ? "true" : "false")
        case .integer(let integer): word(String(integer))
        case .number(let text): word(text)
        case .string(let text): string(text)
        case .array(let elements): array { for element in elements { $0.value(element) } }
        case .object(let members):
            object { for member in members { $0.member(member.name) { $0.value(member.value) } } }
        }
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        separate()
        utf8.append(open)
        isBehindOther = false
        content(&self)
        utf8.append(close)
        isBehindOther = true
    }

    /// What stands for itself.
    private mutating func word(_ word: String) {
        separate()
        utf8 += word.utf8
    }

    private mutating func separate() {
        if isBehindOther { utf8.append(UInt8(ascii: ",")) }
        isBehindOther = true
    }

    private mutating func quote(_ string: String) {
        utf8.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { text in
            // What stands for itself is copied in one piece.
            var start = 0
            for offset in text.indices where Self.isEscaped(text[offset]) {
                utf8.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<offset]))
                utf8 += Self.escaped(text[offset])
                start = offset + 1
            }
            utf8.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        }
        utf8.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    /// A byte that may not stand in a text as it is.
    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "\""): return Array("\\\"".utf8)
        case UInt8(ascii: "\\"): return Array("\\\\".utf8)
        case UInt8(ascii: "\n"): return Array("\\n".utf8)
        case UInt8(ascii: "\t"): return Array("\\t".utf8)
        default:
            let hex = String(byte, radix: 16)
            return Array(("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
        }
    }
}
