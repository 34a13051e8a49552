import CivilTime
import Coaching

/// Mail by a mail server of the customer's own: one recipient a mail, text and HTML. RFC 5321 (SMTP), 5322 and 2045 to 2049 (the mail), 3834
/// (what no person wrote), 2369 (how to leave).
package struct Email: Platform {
    package static let typeName = "email"

    /// Bytes of a whole mail. Gmail cuts what it shows at 102 kB.
    static let sizeLimit = 100_000
    /// Mail servers look for spam before they answer; RFC 5321, 4.5.3.2, gives them minutes. A daemon that stops waits for it.
    package static let usualTimeoutSeconds = 60

    package enum Security: String, Sendable, Hashable, CaseIterable {
        case required, none
    }

    /// `smtps://…` or `smtp://…`.
    package var server: String
    package var from: EmailAddress
    /// Both or none.
    package var user: String?
    package var password: Secret?
    package var security: Security
    /// Where a mail goes that is for a whole team.
    package var list: EmailAddress?
    /// The mailbox that a reader may write to who wants no more mail.
    package var unsubscribe: EmailAddress?
    /// Where answers arrive.
    package var inbox: Inbox

    /// - Parameter security: nil asks for TLS of every server but one on this machine.
    package init(
        server: String, from: EmailAddress, user: String? = nil, password: Secret? = nil, security: Security? = nil,
        list: EmailAddress? = nil, unsubscribe: EmailAddress? = nil, inbox: Inbox = .nowhere
    ) {
        self.server = server
        self.from = from
        self.user = user
        self.password = password
        self.security = security ?? (Secret(server).isOnThisMachine ? .none : .required)
        self.list = list
        self.unsubscribe = unsubscribe
        self.inbox = inbox
    }

    package var reachesEachPersonAlone: Bool { true }
    package var usualRate: Rate? { nil }
    /// Mailboxes know a repeat by its `Message-ID`, but not all of them.
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret("\(server) \(from) \(list?.description ?? "")") }
    package var place: String { "\(Secret(server).host) from \(from)" }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        guard envelope.to != nil || list != nil else {
            return .impossible(
                reason: "the mail is for a whole team: give the channel the address of the team's list, to = \"…\"")
        }
        guard let recipient = envelope.to.map({ EmailAddress($0.email) }) ?? list else {
            return .impossible(reason: "the person's e-mail is no address that mail can be sent to: correct it")
        }
        let limit = isShort ? Self.sizeLimit / 2 : Self.sizeLimit
        let fitting = message.shortened { mail(for: $0, in: envelope, to: recipient).count <= limit }
        return .mail(
            OutgoingMail(
                server: server, requiresTLS: security == .required, user: user, password: password, sender: from,
                recipient: recipient, message: mail(for: fitting, in: envelope, to: recipient)))
    }

    /// The status is the code of the server's last reply, the body its text.
    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let reason = "the mail server answered \(response.status) \(response.words)"
        switch response.status {
        case 200..<300: return .delivered()
        case 552 where ["5.2.3", "5.3.4"].contains(response.words.prefix(5)): return .tooLong(reason: reason)
        case 530, 534, 535, 538:
            return .refused(
                reason: "\(reason). It does not let coachd sign in: check user and password", isChannelDead: true)
        case 500...: return .refused(reason: reason, isChannelDead: false)
        // The recipient's mailbox is busy, or it is a stranger's first mail, which many servers turn away for some minutes.
        case 450, 451, 452: return .later(seconds: nil, reason: reason, isChannelWell: true)
        default: return .later(seconds: nil, reason: reason)
        }
    }

    private func mail(for message: Message, in envelope: Envelope, to recipient: EmailAddress) -> [UInt8] {
        // Neither quoted-printable nor a header's name holds "=_".
        let boundary = "=_coachd_\(idLetters(envelope.id).prefix(60))"
        let text = (envelope.mayBeRepeat ? "\(Envelope.repeatNote(in: message.language))\n\n" : "") + message.plainText
        let html = EmailHTML.page(for: message, mayBeRepeat: envelope.mayBeRepeat)
        var fields = [
            MIME.field("From", from, called: "coachd"),
            // Tidied as all that people wrote: without controls and overrides of direction, and not too long.
            MIME.field("To", recipient, called: Phrase(data: envelope.to?.name ?? envelope.team ?? "").text),
            MIME.field("Subject", text: message.thread?.subject.map(answerSubject) ?? message.title.text),
            "Date: \(InternetDate.text(of: envelope.at))",
            "Message-ID: <\(idLetters(envelope.id))@\(from.domain)>",
            "Auto-Submitted: \(message.kind == .reply ? "auto-replied" : "auto-generated")",
            // Exchange does not know the former: no answers of people who are away.
            "X-Auto-Response-Suppress: OOF, AutoReply",
        ]
        if let thread = message.thread, MessageIDs.list("<\(thread.id)>") == [thread.id] {
            fields += ["In-Reply-To: <\(thread.id)>", "References: <\(thread.id)>"]
        }
        if let unsubscribe { fields.append("List-Unsubscribe: <\(unsubscribe.mailto)>") }
        fields += ["MIME-Version: 1.0", "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", ""]
        return lines(fields) + part("plain", text, after: boundary) + part("html", html, after: boundary)
            + lines(["--\(boundary)--"])
    }

    private func part(_ subtype: String, _ text: String, after boundary: String) -> [UInt8] {
        let fields = [
            "Content-Type: text/\(subtype); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        ]
        return lines(["--\(boundary)"] + fields) + MIME.quotedPrintable(text)
    }

    /// Mail programs show as one talk what has one subject, whatever their own word for an answer is.
    private func answerSubject(_ subject: String) -> String {
        let isAnswer = ["re:", "aw:", "antw:"].contains(where: subject.lowercased().hasPrefix)
        return isAnswer ? subject : "Re: \(subject)"
    }

    private func lines(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\r\n" }.joined().utf8) }

    /// What both a `Message-ID` and a boundary (RFC 2046, 5.1.1) may hold; an id of ours consists of nothing else.
    private func idLetters(_ id: String) -> String {
        id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}
