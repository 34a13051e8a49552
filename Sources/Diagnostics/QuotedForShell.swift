extension String {
    /// As one word of a shell command, in quotes where it needs them.
    package var quotedForShell: String {
        let isPlain = unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_.@/:,+=".unicodeScalars.contains(scalar)
        }
        if isPlain, !isEmpty, !hasPrefix("-") { return self }
        // A mark set upon a quote makes another character of it, but not for the shell.
        return "'" + unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }
}
