import CivilTime
import Signing

/// Words as platforms hand them out.
extension IncomingWords {
    /// Unicode scalars of a text that are kept. Not characters, since one of them may have any number of marks.
    static let textLimit = 4_000

    /// Nil where a part is missing, or nothing was typed, as with a picture.
    /// - Parameters:
    ///   - senders: Each is taken once.
    ///   - seconds: Since 1970, by the platform's clock; words are never of the future.
    init?(
        id: String?, senders: [String?], name: String? = nil, typed: String?, at seconds: Int?, now: Instant
    ) {
        guard let id, let typed, let seconds, !typed.allSatisfy(\.isWhitespace) else { return nil }
        var known: [String] = []
        for case let sender? in senders where !known.contains(sender) { known.append(sender) }
        let instant = Instant(secondsSinceEpoch: Int64(max(0, seconds)))
        self.init(
            id: id, senders: known, name: (name ?? "").prefix(scalars: Self.textLimit),
            text: typed.prefix(scalars: Self.textLimit), at: min(instant, now))
    }
}

extension String {
    fileprivate func prefix(scalars limit: Int) -> String {
        String(UnicodeScalarView(unicodeScalars.prefix(limit)))
    }

    /// What stands between two signs, with the signs, replaced by what it means; where that is nil, it is left as it is.
    func replacing(between open: Character, and close: Character, by meaning: (Substring) -> String?) -> String {
        let parts = split(separator: open, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            guard let end = part.firstIndex(of: close), let words = meaning(part[..<end]) else {
                text += "\(open)\(part)"
                return
            }
            text += words + part[part.index(after: end)...]
        }
    }
}

extension Secret {
    /// Tells one secret from another and gives neither away.
    var mark: String { String(SHA256.digest(of: Array(value.utf8)).hexadecimal.prefix(16)) }
}
