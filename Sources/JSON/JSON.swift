/// A JSON value whose objects keep the order in which they were written, so that payloads are the same bytes each time (RFC 8259).
package enum JSON: Hashable, Sendable {
    case object([Member])
    case array([JSON])
    case string(String)
    case integer(Int)
    /// A number that is no Int, as it was written.
    case number(String)
    case bool(Bool)
    case null

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSON

        package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value as UTF-8 text without white space.
    package var utf8: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.utf8
    }

    package var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(name: $0, value: $1) })
    }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }

    package init(_ string: String?) { self = string.map { .string($0) } ?? .null }
    package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .null }
}
