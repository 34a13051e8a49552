/// What stands below what a person typed.
enum Signature {
    private static let devices = [
        "sent from my ", "sent from outlook", "sent from mail for", "sent via ", "get outlook for ", "von meinem ",
        "von meiner ",
        "gesendet von ", "gesendet mit ", "diese nachricht wurde von meinem ", "outlook für ", "holen sie sich outlook",
    ]
    private static let closings: Set<String> = [
        "best", "best regards", "kind regards", "regards", "best wishes", "cheers", "thanks", "many thanks",
        "thank you",
        "yours", "sincerely", "br", "grüße", "viele grüße", "beste grüße", "liebe grüße", "schöne grüße",
        "freundliche grüße",
        "mit freundlichen grüßen", "mit freundlichem gruß", "gruß", "viele gruesse", "mit freundlichen gruessen", "vg",
        "lg",
        "mfg", "danke", "vielen dank",
    ]

    /// Whether a signature begins with the first of the lines.
    /// - Parameter typed: The lines above.
    static func begins(_ lines: ArraySlice<String>, after typed: [String]) -> Bool {
        guard let line = lines.first else { return false }
        // RFC 3676, 4.3: "-- ", which has lost its blank here.
        if line == "--" { return true }
        let words = line.lowercased()
        if devices.contains(where: words.hasPrefix), words.count < 100 {
            return !words.hasPrefix("von mein") || words.hasSuffix("gesendet") || words.hasSuffix("gesendet.")
        }
        // Alone, and below something, it takes leave; above all else it may be what is said.
        let bare = words.reversed().drop { ",.!".contains($0) }.reversed()
        return closings.contains(String(bare)) && typed.contains { !$0.isEmpty }
    }
}
