extension String {
    /// As one word of a shell command, in quotes where it needs them.
    package var quotedForShell: String {
        let isPlain = unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_.@/:,+=".unicodeScalars.contains(scalar)
        }
        if isPlain, !isEmpty, !hasPrefix("-") { return self }
        return "'" + map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }
}
