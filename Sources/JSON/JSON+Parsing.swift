/// Text that is no JSON (RFC 8259).
package struct JSONError: Error, Hashable, Sendable {
    /// What was expected.
    package let message: String
    /// Bytes from the beginning, from 0.
    package let offset: Int

    package init(expected: String, at offset: Int) {
        message = "expected \(expected)"
        self.offset = offset
    }
}

extension JSON {
    /// Reads one value from UTF-8 text. A text that is no Unicode is refused: nothing that is read here has one.
    package init(parsing utf8: some Sequence<UInt8>) throws(JSONError) {
        self = try JSONReader.read(Array(utf8)) { (reader) throws(JSONError) in try reader.value() }
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
