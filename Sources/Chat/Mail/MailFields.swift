/// The header of a mail or of one of its parts (RFC 5322, 2.2): names and values, each on one line.
struct MailFields {
    /// Bytes of a header that are read; those of mails that have come a long way have a fifth of it.
    private static let sizeLimit = 65_536

    private let fields: [(name: String, value: String)]

    /// - Parameter bytes: The lines of the header alone. What is no field is left out.
    init(_ bytes: ArraySlice<UInt8>) {
        var lines: [[UInt8]] = []
        for line in bytes.prefix(Self.sizeLimit).split(separator: UInt8(ascii: "\n")) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
            let isContinued = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
            if isContinued, !lines.isEmpty { lines[lines.count - 1] += line } else { lines.append(Array(line)) }
        }
        fields = lines.compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            // RFC 6532: UTF-8 where it is not ASCII.
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            return (name, String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed)
        }
    }

    /// The first of this name.
    subscript(_ name: String) -> String? { all(name).first }

    func all(_ name: String) -> [String] {
        let name = name.lowercased()
        return fields.lazy.filter { $0.name == name }.map(\.value)
    }
}

extension StringProtocol {
    /// Without the blanks around it.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
