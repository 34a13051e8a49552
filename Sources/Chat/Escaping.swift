/// Ways to keep data from being read as markup, which the platforms combine as their markup needs it.
extension String {
    /// U+200B, which has no width: between two signs it keeps them from being read as one.
    static let noSpace = "\u{200B}"

    /// Each scalar for which there is another text, replaced by it. Scalars and not characters, since a mark that is set upon a sign makes
    /// another character of it, but leaves the sign to the platform's parser.
    func mapping(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var mapped = UnicodeScalarView()
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                mapped.append(contentsOf: text.unicodeScalars)
            } else {
                mapped.append(scalar)
            }
        }
        return String(mapped)
    }

    /// A backslash before each of these signs, as CommonMark has it.
    func backslashed(_ signs: Set<Unicode.Scalar>) -> String { mapping { signs.contains($0) ? "\\\($0)" : nil } }

    /// U+200B after each of these signs.
    func broken(after signs: Set<Unicode.Scalar>) -> String {
        mapping { signs.contains($0) ? "\($0)\(Self.noSpace)" : nil }
    }

    /// `&`, `<` and `>` as entities.
    var escapingAngles: String {
        mapping { sign in
            switch sign {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: nil
            }
        }
    }

    /// No `@name` that a platform could read as a mention.
    var breakingMentions: String { broken(after: ["@", "＠"]) }

    /// No address that a platform could make a link of, and no `:name:` that it could make a picture of: "https://x", "mailto:x", "x.com".
    var breakingLinks: String {
        var broken = UnicodeScalarView()
        for (scalar, next) in zip(unicodeScalars, unicodeScalars.dropFirst().map(Optional.some) + [nil]) {
            broken.append(scalar)
            let breaks =
                switch scalar {
                case ":": next != " "
                case ".": next.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
                default: false
                }
            if breaks { broken.append(contentsOf: Self.noSpace.unicodeScalars) }
        }
        return String(broken)
    }

    /// No `&lt;` or `&#60;` that Markdown could read as a sign. A name of one letter is none: "R&D" stays as it is.
    var breakingEntities: String {
        var broken = UnicodeScalarView()
        for (place, scalar) in zip(unicodeScalars.indices, unicodeScalars) {
            broken.append(scalar)
            guard scalar == "&" else { continue }
            let next = unicodeScalars[place...].dropFirst().prefix(2)
            if next.first == "#" || next.count == 2 && next.allSatisfy(\.isLetterOrDigit) {
                broken.append(contentsOf: Self.noSpace.unicodeScalars)
            }
        }
        return String(broken)
    }

    /// Signs of style that no escape is documented for, as others that look alike.
    var replacingStyleSigns: String {
        mapping { sign in
            switch sign {
            case "*": "∗"
            case "_": "ˍ"
            case "~": "∼"
            case "`": "ˋ"
            case "[": "［"
            default: nil
            }
        }
    }

    /// No sign at the beginning of a line that makes it an item of a list, a quotation, a heading or a row of a table.
    var breakingListSigns: String {
        let digits = unicodeScalars.prefix { ("0"..."9").contains($0) }
        let isNumbered = !digits.isEmpty && [".", ")"].contains(unicodeScalars.dropFirst(digits.count).first)
        let isSigned = unicodeScalars.first.map { "-+*>#=|".unicodeScalars.contains($0) } ?? false
        guard isNumbered || isSigned else { return self }
        let lead = max(1, digits.count)
        return String(unicodeScalars.prefix(lead)) + Self.noSpace + String(unicodeScalars.dropFirst(lead))
    }
}

extension Unicode.Scalar {
    /// Of ASCII.
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
