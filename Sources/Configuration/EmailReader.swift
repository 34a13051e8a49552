import Chat
import Diagnostics
import TOML

/// Reads what a channel of type `email` needs.
struct EmailReader {
    let reader: TableReader
    let span: SourceSpan

    /// Nil when something is missing or wrong; it is told then.
    func email(_ surroundings: Surroundings) -> Email? {
        let server = server()
        let from = address("from")
        let list = address("to")
        let unsubscribe = address("unsubscribe")
        let user = reader.string("user")
        let password = reader.secret("password", surroundings)
        let security = security()
        for key in ["server", "from"] where reader.table[key] == nil {
            reader.log.error("\(reader.path) needs the setting \(key)", at: span)
        }
        if (reader.table["user"] == nil) != (reader.table["password"] == nil) {
            reader.log.error(
                "\(reader.path) signs in with user and password: give both or none",
                at: (reader.table["user"] ?? reader.table["password"])?.span ?? span)
        }
        guard let server, let from else { return nil }
        if server.hasPrefix("smtp://"), security == Email.Security.none, password != nil {
            reader.log.warning(
                "\(reader.path).tls is \"none\": the password and the mails can be read on their way",
                at: reader.table["tls"]?.span ?? span)
        }
        return Email(
            server: server, from: from, user: user, password: password, security: security, list: list,
            unsubscribe: unsubscribe)
    }

    private func server() -> String? {
        guard let text = reader.string("server"), let node = reader.table["server"] else { return nil }
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count > 2, ["smtps:", "smtp:"].contains(parts[0]), parts[1].isEmpty, !parts[2].isEmpty,
            !text.contains(where: { $0.isWhitespace || $0 == "@" })
        else {
            reader.log.error(
                "\(reader.path).server is no mail server's address: it begins with smtps:// or smtp://, without a user",
                at: node.span, hint: "as in \"smtps://mail.example.com\" or \"smtp://mail.example.com:587\"")
            return nil
        }
        return reader.hasRightPort(text, "server", at: node.span) ? text : nil
    }

    private func security() -> Email.Security? {
        guard let text = reader.string("tls"), let node = reader.table["tls"] else { return nil }
        let names = Email.Security.allCases.map(\.rawValue)
        guard let security = Email.Security(rawValue: text) else {
            let near = nearestName(to: text, in: names).map { "did you mean \"\($0)\"?" }
            reader.log.error(
                "\(reader.path).tls is \"\(text)\"; expected \"required\" or \"none\"", at: node.span, hint: near)
            return nil
        }
        return security
    }

    private func address(_ key: String) -> EmailAddress? {
        guard let text = reader.string(key), let node = reader.table[key] else { return nil }
        guard let address = EmailAddress(text) else {
            reader.log.error(
                "\(reader.path).\(key) is no e-mail address; expected one such as \"coachd@example.com\"", at: node.span
            )
            return nil
        }
        return address
    }
}
