import CivilTime

/// What people answer to mails of coachd's: the mailbox is searched for what came since, and each mail is fetched by itself, without
/// marking it as read. RFC 3501.
extension Email: Answerable {
    /// Mails that are fetched before the next search.
    private static let mailLimit = 20
    /// How many numbers one search spans: its answer is one line, of which libcurl reads eight thousand bytes.
    private static let span: UInt32 = 256
    /// Bytes of a mail: what was typed stands before what is attached.
    private static let fetchLimit = 262_144

    package var listener: String { inbox.place }
    /// Each look signs in anew.
    package var hearing: Hearing { Hearing(isPerPerson: false, pauseSeconds: 30, pace: Rate(count: 60, seconds: 60)) }

    package func errand(for look: Look) -> Errand {
        guard let position = Position(look.position) else { return .command(inbox.command("NOOP")) }
        if let number = position.waiting.first {
            return .command(inbox.command("UID FETCH \(number) (UID INTERNALDATE BODY.PEEK[]<0.\(Self.fetchLimit)>)"))
        }
        return .command(inbox.command("UID SEARCH UID \(position.last &+ 1):\(position.end(of: Self.span))"))
    }

    /// The status is 200 where the command was done, and the body all that the server said; else 400 where it refused the command, 401
    /// where it let nobody in or has no such mailbox, and 503 where it closed, and the body is the reason.
    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        if response.status == 400, var position = Position(look.position), let number = position.waiting.first {
            // A mail that the server cannot give is passed over: the others wait behind it.
            position.waiting.removeFirst()
            position.last = number
            return .words([], position: position.text, isMore: true)
        }
        guard response.isSuccess else { return failure(response) }
        let answer = MailboxAnswer(response.body)
        guard let validity = answer.validity, let next = answer.next else {
            return .later(seconds: nil, reason: "the mail server does not say what numbers its mails have")
        }
        guard var position = Position(look.position) else {
            return .words([], position: Position(validity: validity, last: max(next, 1) - 1).text)
        }
        guard position.validity == validity else {
            return .lost(reason: "the mailbox numbers its mails anew")
        }
        if let number = position.waiting.first {
            position.waiting.removeFirst()
            position.last = number
            let words = answer.mail.flatMap { mail in
                self.words(
                    in: mail.bytes, at: "\(validity)/\(number)",
                    arrived: mail.arrivedAt.flatMap(InternetDate.instant(ofInternalDate:)) ?? now, now: now)
            }
            return .words([words].compactMap { $0 }, position: position.text, isMore: true)
        }
        guard let found = answer.found else {
            return .later(seconds: nil, reason: "the mail server does not say what it found")
        }
        let end = position.end(of: Self.span)
        position.waiting = Array(found.filter { $0 > position.last && $0 <= end }.prefix(Self.mailLimit))
        // Numbers of mails that are gone are passed over.
        if position.waiting.isEmpty { position.last = max(position.last, min(end, max(next, 1) - 1)) }
        return .words([], position: position.text, isMore: !position.waiting.isEmpty || position.last &+ 1 < next)
    }

    private func failure(_ response: IncomingResponse) -> LookOutcome {
        let reason = "the mail server answered \(response.words)"
        // RFC 5530: what passes by itself.
        let passes = ["[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]"].contains(
            where: reason.uppercased().contains)
        guard response.status == 401, !passes else { return .later(seconds: nil, reason: reason) }
        return .refused(
            reason: "\(reason). It does not let coachd into \(inbox.mailbox): check user and password, imap and mailbox"
        )
    }
}

/// Up to which mail the mailbox was heard, and those behind it that were found and are still to be fetched: "1795743984/12/14,15".
private struct Position {
    let validity: UInt32
    var last: UInt32
    var waiting: [UInt32] = []

    var text: String {
        let place = "\(validity)/\(last)"
        return waiting.isEmpty ? place : "\(place)/\(waiting.map(String.init).joined(separator: ","))"
    }

    /// The last of so many numbers behind it.
    func end(of span: UInt32) -> UInt32 { last > .max - span ? .max : last + span }
}

extension Position {
    init?(_ text: String?) {
        let parts = text?.split(separator: "/") ?? []
        guard parts.count > 1, let validity = UInt32(parts[0]), let last = UInt32(parts[1]) else { return nil }
        let waiting = parts.count > 2 ? parts[2].split(separator: ",").compactMap { UInt32($0) } : []
        self.init(validity: validity, last: last, waiting: waiting)
    }
}
