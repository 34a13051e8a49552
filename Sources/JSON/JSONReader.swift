/// Reads JSON text piece by piece (RFC 8259): what the caller wants of it, without a value of all that stands there. Each reading takes one
/// value and then stands behind it; a value of another kind than the wanted is passed over.
package struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    /// Deeper nesting is refused, so that no text can exhaust the stack.
    private static let maximumDepth = 64

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Reads a text's one value. A text that is no Unicode is refused where that is read: nothing that is read here has one.
    /// - Parameter body: Must not keep the reader.
    package static func read<Value>(
        _ utf8: [UInt8], _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        let result = utf8.withUnsafeBufferPointer { bytes in
            Result { () throws(JSONError) in
                var reader = JSONReader(bytes: bytes)
                let value = try body(&reader)
                try reader.end()
                return value
            }
        }
        return try result.get()
    }

    /// Where the next value begins: bytes from the beginning of the text, from 0.
    package var offset: Int {
        mutating get {
            skipSpace()
            return position
        }
    }

    // MARK: Values

    /// Hands over the members of an object, in their order. Each call must read the member's value.
    package mutating func members(
        _ body: (_ name: String, _ value: inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard try enter(UInt8(ascii: "{")) else { return try skip() }
        if !take(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                let name = try text()
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw error("a colon") }
                try body(name, &self)
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw error("a comma or }") }
        }
        depth -= 1
    }

    /// Hands over the elements of an array, in their order. Each call must read the element.
    package mutating func elements(_ body: (_ element: inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        guard try enter(UInt8(ascii: "[")) else { return try skip() }
        if !take(UInt8(ascii: "]")) {
            repeat {
                try body(&self)
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "]")) else { throw error("a comma or ]") }
        }
        depth -= 1
    }

    package mutating func string() throws(JSONError) -> String? {
        if isNext(UInt8(ascii: "\"")) { return try text() }
        try skip()
        return nil
    }

    package mutating func integer() throws(JSONError) -> Int? { try value().integer }
    package mutating func bool() throws(JSONError) -> Bool? { try value().bool }

    /// Whether the value is null, which then is read.
    package mutating func takeNull() throws(JSONError) -> Bool {
        guard isNext(UInt8(ascii: "n")) else { return false }
        try skip()
        return true
    }

    /// Whether the value is an array; nothing is read.
    package mutating func isAtArray() -> Bool { isNext(UInt8(ascii: "[")) }

    /// Passes over whatever stands here.
    package mutating func skip() throws(JSONError) {
        if isNext(UInt8(ascii: "{")) {
            try members { (_, value) throws(JSONError) in try value.skip() }
        } else if isAtArray() {
            try elements { (element) throws(JSONError) in try element.skip() }
        } else {
            _ = try value()
        }
    }

    /// Whatever stands here.
    package mutating func value() throws(JSONError) -> JSON {
        guard depth < Self.maximumDepth else { throw error("less nesting") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"):
            var members: [JSON.Member] = []
            try self.members { (name, value) throws(JSONError) in
                members.append(JSON.Member(name: name, value: try value.value()))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSON] = []
            try self.elements { (element) throws(JSONError) in elements.append(try element.value()) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    /// Nothing may follow the text's one value.
    private mutating func end() throws(JSONError) {
        skipSpace()
        guard position == bytes.count else { throw error("the end of the text") }
    }

    // MARK: Characters

    private func error(_ expected: String) -> JSONError { JSONError(expected: expected, at: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func isNext(_ byte: UInt8) -> Bool {
        skipSpace()
        return next == byte
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Goes behind the bracket, where there is one.
    private mutating func enter(_ bracket: UInt8) throws(JSONError) -> Bool {
        guard isNext(bracket) else { return false }
        guard depth < Self.maximumDepth else { throw error("less nesting") }
        depth += 1
        position += 1
        skipSpace()
        return true
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[position...].starts(with: word.utf8) else { throw error(word) }
        position += word.utf8.count
        return value
    }

    /// RFC 8259, section 6.
    private mutating func number() throws(JSONError) -> JSON {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let isZeroFirst = next == UInt8(ascii: "0")
        let whole = skipDigits()
        var isValid = whole > 0 && !(isZeroFirst && whole > 1)
        if take(UInt8(ascii: ".")) { isValid = skipDigits() > 0 && isValid }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
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
}

// MARK: - Texts

extension JSONReader {
    private mutating func text() throws(JSONError) -> String {
        guard take(UInt8(ascii: "\"")) else { throw error("a text in quotes") }
        var isASCII = true
        // Up to an escape or the end the bytes stand for themselves; most texts are one such run.
        var run = takeRun(&isASCII)
        var escaped: [UInt8] = []
        while true {
            guard let byte = next else { throw error("the closing quote") }
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                // Only what is beyond ASCII can be wrong, and looking at it costs more than reading it.
                if isASCII, escaped.isEmpty { return String(decoding: bytes[run], as: UTF8.self) }
                let string =
                    escaped.isEmpty
                    ? String(validating: bytes[run], as: UTF8.self)
                    : String(validating: escaped + bytes[run], as: UTF8.self)
                guard let string else { throw error("UTF-8") }
                return string
            case UInt8(ascii: "\\"):
                escaped += bytes[run]
                try escape(into: &escaped)
                run = takeRun(&isASCII)
            default: throw error("no control character in a text")
            }
        }
    }

    /// Goes to the next quote, escape or control character.
    private mutating func takeRun(_ isASCII: inout Bool) -> Range<Int> {
        let start = position
        var all: UInt8 = 0
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
            all |= byte
            position += 1
        }
        isASCII = isASCII && all < 0x80
        return start..<position
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
        guard UTF16.isLeadSurrogate(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw error("a pair of surrogates")
        }
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
