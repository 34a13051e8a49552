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
        let inbox = inbox(user, password, security, surroundings)
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
            unsubscribe: unsubscribe, inbox: inbox)
    }

    private func server() -> String? {
        address(
            of: "server", scheme: "smtp", "mail server's",
            hint: "as in \"smtps://mail.example.com\" or \"smtp://mail.example.com:587\"")
    }

    /// Where answers arrive; nowhere without the setting `imap`.
    private func inbox(
        _ user: String?, _ password: Secret?, _ security: Email.Security?, _ surroundings: Surroundings
    ) -> Inbox {
        let server = address(
            of: "imap", scheme: "imap", "mailbox's", hint: "as in \"imaps://mail.example.com\"")
        let (ownUser, ownPassword) = (reader.string("imap_user"), reader.secret("imap_password", surroundings))
        let mailbox = mailbox()
        guard let node = reader.table["imap"] else {
            for key in ["mailbox", "imap_user", "imap_password"] {
                guard let node = reader.table[key] else { continue }
                reader.log.error(
                    "\(reader.path).\(key) says how answers are fetched, and imap does not say where", at: node.span)
            }
            return .nowhere
        }
        let (hasUser, hasPassword) = (reader.table["imap_user"] != nil, reader.table["imap_password"] != nil)
        if hasUser != hasPassword {
            reader.log.error(
                "\(reader.path) signs in to its mailbox with imap_user and imap_password: give both or none",
                at: (reader.table["imap_user"] ?? reader.table["imap_password"])?.span ?? span)
        } else if !hasUser, reader.table["user"] == nil {
            reader.log.error(
                "\(reader.path).imap: nobody is let into a mailbox without user and password", at: node.span)
        }
        if server?.hasPrefix("imap://") == true, security == Email.Security.none {
            reader.log.warning(
                "\(reader.path).tls is \"none\": the password of the mailbox can be read on its way",
                at: reader.table["tls"]?.span ?? span)
        }
        return server.map {
            Inbox(
                server: $0, user: ownUser ?? user, password: ownPassword ?? password, mailbox: mailbox,
                security: security)
        } ?? .nowhere
    }

    private func mailbox() -> String {
        guard let name = reader.string("mailbox"), let node = reader.table["mailbox"] else { return Inbox.usualMailbox }
        if name.isEmpty || !name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            reader.log.error(
                "\(reader.path).mailbox is empty or holds other letters than ASCII", at: node.span,
                hint: "servers call a mailbox \"Entwürfe\" \"Entw&APw-rfe\" (RFC 3501, 5.1.3)")
        }
        return name
    }

    /// - Parameter scheme: That without TLS from the first byte.
    private func address(of key: String, scheme: String, _ whose: String, hint: String) -> String? {
        guard let text = reader.string(key), let node = reader.table[key] else { return nil }
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count > 2, ["\(scheme)s:", "\(scheme):"].contains(parts[0]), parts[1].isEmpty, !parts[2].isEmpty,
            !text.contains(where: { $0.isWhitespace || $0 == "@" })
        else {
            reader.log.error(
                "\(reader.path).\(key) is no \(whose) address: it begins with \(scheme)s:// or \(scheme)://, without a user",
                at: node.span, hint: hint)
            return nil
        }
        guard key != "imap" || parts.count == 3 || parts[3].isEmpty else {
            reader.log.error(
                "\(reader.path).imap has something behind the host: the mailbox has its own setting", at: node.span,
                hint: "mailbox = \"…\"; without it, it is \(Inbox.usualMailbox)")
            return nil
        }
        return reader.hasRightPort(text, key, at: node.span) ? text : nil
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
