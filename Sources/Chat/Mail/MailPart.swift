/// A mail, or a part of one (RFC 2045, RFC 2046).
struct MailPart {
    /// Of parts within parts, and of parts in all: more are in no mail that a person wrote.
    private static let depthLimit = 6
    private static let partLimit = 60

    let fields: MailFields
    private let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        let lines = bytes.lineStarts
        let end = lines.first { bytes[$0...].isEmptyLine } ?? bytes.endIndex
        fields = MailFields(bytes[..<end])
        body = bytes[end...].drop { $0 == UInt8(ascii: "\r") }.dropFirst()
    }

    var type: FieldParameters { FieldParameters(fields["Content-Type"] ?? "text/plain") }

    /// What was written to be read: the first plain text that is no attachment, else the first page.
    var reading: (text: String, isPage: Bool, type: FieldParameters)? {
        var budget = Self.partLimit
        let texts = texts(depth: 0, &budget)
        guard let part = texts.first(where: { $0.type.value == "text/plain" }) ?? texts.first else { return nil }
        let type = part.type
        let bytes = TransferEncoding.decode(part.body, part.fields["Content-Transfer-Encoding"])
        return (Charset.text(bytes, type["charset"]), type.value == "text/html", type)
    }

    private func texts(depth: Int, _ budget: inout Int) -> [MailPart] {
        let type = type
        if ["text/plain", "text/html"].contains(type.value) {
            return FieldParameters(fields["Content-Disposition"] ?? "").value == "attachment" ? [] : [self]
        }
        guard type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty,
            depth < Self.depthLimit
        else { return [] }
        var found: [MailPart] = []
        for part in Self.parts(of: body, boundary: boundary, limit: budget) {
            budget -= 1
            guard budget >= 0 else { break }
            found += part.texts(depth: depth + 1, &budget)
        }
        return found
    }

    /// What stands between the lines of the boundary (RFC 2046, 5.1.1); a mail that was cut ends with its last part.
    private static func parts(of body: ArraySlice<UInt8>, boundary: String, limit: Int) -> [MailPart] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        for line in body.lineStarts where body[line...].starts(with: mark) {
            let rest = body[line...].dropFirst(mark.count)
            let isEnd = rest.starts(with: "--".utf8)
            guard isEnd || rest.isEmptyLine else { continue }
            if let start { parts.append(MailPart(body[start..<line])) }
            start = isEnd ? nil : rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            if isEnd || parts.count >= limit { return parts }
        }
        if let start { parts.append(MailPart(body[start...])) }
        return parts
    }
}

extension ArraySlice<UInt8> {
    /// Where lines begin.
    fileprivate var lineStarts: some Sequence<Int> {
        sequence(state: Optional(startIndex)) { next in
            guard let start = next, start < endIndex else { return nil }
            next = self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            return start
        }
    }

    /// Whether nothing but blanks comes before the line's end.
    fileprivate var isEmptyLine: Bool {
        let next = first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
        return next == UInt8(ascii: "\n") || next == nil
    }
}
