/// Header fields in the order in which they were added; names are compared without regard to case (RFC 9110, 5.1).
package struct HTTPHeaders: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    private var fields: [Field] = []

    package init() {}

    /// The lines of a response's header (RFC 9112, 5). One that begins with a space continues the one before it.
    init(head: [UInt8]) {
        for line in head.split(separator: UInt8(ascii: "\n")) {
            let isContinuation = line.first?.isASCIISpace ?? true
            let colon = isContinuation ? nil : line.firstIndex(of: UInt8(ascii: ":"))
            let value = String(
                decoding: line[(colon.map { $0 + 1 } ?? line.startIndex)...].trimmingASCIISpace, as: UTF8.self)
            if let colon {
                append(name: String(decoding: line[..<colon], as: UTF8.self), value: value)
            } else if isContinuation {
                continueLast(with: value)
            }
        }
    }

    package init(_ fields: [Field]) { self.fields = fields }

    package func contains(_ name: String) -> Bool {
        fields.contains { Self.isSame($0.name, name) }
    }

    package mutating func append(name: String, value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Adds text to the last value: a line that continues the one before it (RFC 9112, 5.2).
    private mutating func continueLast(with text: String) {
        guard let last = fields.indices.last else { return }
        fields[last].value += " " + text
    }

    static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowered($0) == lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension HTTPHeaders: RandomAccessCollection {
    package var startIndex: Int { fields.startIndex }
    package var endIndex: Int { fields.endIndex }
    package subscript(position: Int) -> Field { fields[position] }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Keeps the order, and names that occur more than once.
    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }
}

extension HTTPHeaders: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: (name: String, value: String)...) {
        fields = elements.map { Field(name: $0.name, value: $0.value) }
    }
}

extension UInt8 {
    /// A space, a tab or the end of a line.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingASCIISpace: ArraySlice<UInt8> {
        let end = lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? startIndex
        return self[..<end].drop(while: \.isASCIISpace)
    }
}
