extension String {
    /// The text as a key: bare where it can be.
    package var asKey: String { !utf8.isEmpty && utf8.allSatisfy(\.isBareKey) ? self : quoted }

    /// The text as a TOML string, in the quotes that need the fewest escapes.
    var quoted: String {
        func has(_ sign: Unicode.Scalar) -> Bool { unicodeScalars.contains(sign) }
        if (has("\\") || has("\"")) && !has("'") { return "'\(self)'" }
        let escaped = unicodeScalars.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }
        return "\"\(escaped.joined())\""
    }

    /// The text cut to a length that fits a message.
    var shortened: String {
        let limit = 48
        return unicodeScalars.count > limit ? "\(String(unicodeScalars.prefix(limit)))…" : self
    }
}
