/// Finds what is secret in addresses, wherever they stand: of "smtps://user:password@example.com:465/path" all but scheme, host and port.
enum AddressMask {
    static func secrets(in letters: [Unicode.Scalar]) -> [Range<Int>] {
        var secrets: [Range<Int>] = []
        var place = 0
        while place < letters.count {
            guard letters[place...].starts(with: "://".unicodeScalars) else {
                place += 1
                continue
            }
            let start = place + 3
            place = letters[start...].firstIndex(where: isOutside) ?? letters.count
            let end = letters[start..<place].lastIndex { !",;.)".unicodeScalars.contains($0) }.map { $0 + 1 } ?? start
            secrets += parts(of: letters[start..<end])
        }
        return secrets
    }

    /// An apostrophe may stand in an address.
    private static func isOutside(_ letter: Unicode.Scalar) -> Bool {
        letter.properties.isWhitespace || "\"`“”„‟<>".unicodeScalars.contains(letter)
    }

    /// The secret parts of an address without its scheme.
    private static func parts(of address: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        let authority = address.prefix { !"/?#\\".unicodeScalars.contains($0) }
        let path = address[authority.endIndex...].dropFirst()
        // The password may have such a sign in it: then there is no telling where the host is.
        guard !path.contains("@") else { return [address.indices] }
        var (user, host) = (authority.prefix(0), authority)
        if let at = authority.lastIndex(of: "@") { (user, host) = (authority[..<at], authority[(at + 1)...]) }
        let port = host.first == "[" ? [] : host.drop { $0 != ":" }.dropFirst()
        let isPort = port.allSatisfy { ("0"..."9").contains($0) }
        return [user.indices, isPort ? port.prefix(0).indices : port.indices, path.indices]
    }
}
