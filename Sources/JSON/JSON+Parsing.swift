/// Text that is no JSON (RFC 8259).
package struct JSONError: Error, Hashable, Sendable {
    /// What was expected.
    package let message: String
    /// Bytes from the beginning, from 0.
    package let offset: Int
}

extension JSON {
    /// Reads one value from UTF-8 text. A text that is no Unicode is refused: nothing that is read here has one.
    package init(parsing utf8: some Sequence<UInt8>) throws(JSONError) {
        var parser = JSONParser(bytes: Array(utf8))
        self = try parser.document()
    }

    /// The value of an object's member; the last one where a name stands twice.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    package var string: String? { if case .string(let string) = self { string } else { nil } }
    package var integer: Int? { if case .integer(let integer) = self { integer } else { nil } }
    package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    /// The elements of an array; none for anything else.
    package var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
}

private struct JSONParser {
    let bytes: [UInt8]
    private var position = 0

    /// Deeper nesting is refused, so that no text can exhaust the stack.
    private static let maximumDepth = 64

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSON {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw error("the end of the text") }
        return value
    }

    private func error(_ expected: String) -> JSONError { JSONError(message: "expected \(expected)", offset: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < Self.maximumDepth else { throw error("less nesting") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[position...].starts(with: word.utf8) else { throw error(word) }
        position += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSON {
        position += 1
        var members: [JSON.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            let name = try string()
            skipSpace()
            guard take(":") else { throw error("a colon") }
            members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw error("a comma or }") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSON {
        position += 1
        var elements: [JSON] = []
        skipSpace()
        if take("]") { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw error("a comma or ]") }
        return .array(elements)
    }

    /// RFC 8259, section 6.
    private mutating func number() throws(JSONError) -> JSON {
        let start = position
        _ = take("-")
        let isZeroFirst = next == UInt8(ascii: "0")
        let whole = skipDigits()
        var isValid = whole > 0 && !(isZeroFirst && whole > 1)
        if take(".") { isValid = skipDigits() > 0 && isValid }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            isValid = skipDigits() > 0 && isValid
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard isValid else {
            position = start
            throw error("a value")
        }
        return Int(text).map { .integer($0) } ?? .number(text)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func string() throws(JSONError) -> String {
        guard take("\"") else { throw error("a text in quotes") }
        var text: [UInt8] = []
        // Up to an escape or the end the bytes stand for themselves; most texts are one such run.
        var start = position
        var isASCII = true
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                let run = bytes[start..<position - 1]
                // Only what is beyond ASCII can be wrong, and looking at it costs more than reading it.
                if isASCII, text.isEmpty { return String(decoding: run, as: UTF8.self) }
                guard let string = String(validating: text + run, as: UTF8.self) else { throw error("UTF-8") }
                return string
            case UInt8(ascii: "\\"):
                text += bytes[start..<position - 1]
                try escape(into: &text)
                start = position
            case 0..<0x20: throw error("no control character in a text")
            case 0x80...: isASCII = false
            default: break
            }
        }
        throw error("the closing quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw error("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
        default: throw error("a known escape")
        }
    }

    /// Four hexadecimal digits, or two times four for a character beyond the basic plane.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
        guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else { throw error("a pair of surrogates") }
        let trail = try hexadecimal()
        guard UTF16.isTrailSurrogate(trail) else { throw error("a pair of surrogates") }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt16 {
        guard position + 4 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
            bytes[position] != UInt8(ascii: "+"), bytes[position] != UInt8(ascii: "-")
        else { throw error("four hexadecimal digits") }
        position += 4
        return unit
    }
}
