/// Who a mail says it is from (RFC 5322, 3.6.2). Whoever writes a mail can write anything there.
struct MailSender: Equatable {
    let address: EmailAddress
    /// What the sender is called; empty where the mail does not say.
    let name: String

    /// Nil where there is not exactly one address in exactly one field: programs disagree on which of several counts.
    init?(_ fields: MailFields) {
        let froms = fields.all("From")
        guard froms.count == 1, let (bare, quoted) = froms.first.flatMap(Self.split) else { return nil }
        let parts = bare.split(separator: "<", omittingEmptySubsequences: false)
        let text: String
        switch parts.count {
        case 1: text = bare.trimmed
        case 2:
            let end = parts[1].trimmed
            guard end.hasSuffix(">"), end.dropLast().allSatisfy({ $0 != ">" }) else { return nil }
            text = end.dropLast().trimmed
        default: return nil
        }
        guard let address = EmailAddress(text) else { return nil }
        self.address = address
        let display = parts.count == 2 ? parts[0].trimmed : ""
        name = MIME.decodingWords(in: quoted.isEmpty ? display : quoted.trimmed)
    }

    /// What stands in no quotes and no comment, and what stands in quotes; nil where one of them has no end, or more than one address is
    /// listed.
    private static func split(_ text: String) -> (bare: String, quoted: String)? {
        var (bare, quoted) = (String.UnicodeScalarView(), String.UnicodeScalarView())
        var (isQuoted, isEscaped, depth) = (false, false, 0)
        for letter in text.unicodeScalars {
            switch letter {
            case _ where isEscaped:
                isEscaped = false
                if isQuoted { quoted.append(letter) }
            case "\\" where isQuoted || depth > 0: isEscaped = true
            case "\"" where depth == 0: isQuoted.toggle()
            case _ where isQuoted: quoted.append(letter)
            case "(": depth += 1
            case ")": depth -= 1
            case _ where depth > 0: break
            case ",", ";", ":": return nil
            default: bare.append(letter)
            }
            if depth < 0 { return nil }
        }
        return isQuoted || depth > 0 ? nil : (String(bare), String(quoted))
    }
}
