/// A structured field: `text/plain; charset="utf-8"; format=flowed` (RFC 2045, 5.1).
struct FieldParameters {
    /// What stands before the first semicolon, in small letters.
    let value: String
    /// By their names in small letters.
    private let parameters: [String: String]

    subscript(_ name: String) -> String? { parameters[name] }

    init(_ text: String) {
        let parts = Self.parts(of: text)
        value = parts.first?.trimmed.lowercased() ?? ""
        parameters = Dictionary(
            parts.dropFirst().compactMap { part in
                let pair = part.split(separator: "=", maxSplits: 1)
                return pair.count == 2 ? (pair[0].trimmed.lowercased(), pair[1].trimmed) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Split at semicolons that stand in no quotes; the quotes are taken off.
    private static func parts(of text: String) -> [String] {
        var parts = [""]
        var (isQuoted, isEscaped) = (false, false)
        for letter in text.unicodeScalars {
            if isEscaped || isQuoted && letter != "\"" && letter != "\\" || !isQuoted && letter != "\"" && letter != ";"
            {
                parts[parts.count - 1].unicodeScalars.append(letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else if letter == "\"" {
                isQuoted.toggle()
            } else {
                parts.append("")
            }
        }
        return parts
    }
}
