/// The ids by which mails name each other (RFC 5322, 3.6.4), without their brackets.
enum MessageIDs {
    /// Bytes of one.
    private static let longest = 250
    /// How many of a field are read: the last ones, which are the nearest.
    private static let most = 20

    static func list(_ field: String) -> [String] {
        let found = field.split(separator: "<").compactMap { part -> String? in
            guard let end = part.firstIndex(of: ">") else { return nil }
            let id = part[..<end]
            return (1...longest).contains(id.utf8.count) && id.utf8.allSatisfy { (0x21...0x7E).contains($0) }
                ? String(id) : nil
        }
        return Array(found.suffix(most))
    }
}

extension Email {
    /// The random part of a `Message-ID` that coachd made; nil for those of others.
    func token(in id: String) -> String? {
        let parts = id.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].lowercased() == from.domain.lowercased(),
            parts[0].hasPrefix(Envelope.idPrefix)
        else { return nil }
        let token = parts[0].dropFirst(Envelope.idPrefix.count)
        return !token.isEmpty && token.utf8.count <= 64
            && token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            ? String(token) : nil
    }
}
