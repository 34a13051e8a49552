import CivilTime
import Coaching

/// A mail as it arrived.
struct IncomingMail {
    private static let subjectLimit = 200
    /// Bytes of a text of which what was typed is read: it stands above what is quoted.
    private static let textLimit = 100_000

    private let part: MailPart

    init(_ bytes: ArraySlice<UInt8>) { part = MailPart(bytes) }

    var fields: MailFields { part.fields }

    /// What the sender typed.
    var typed: String {
        guard let reading = part.reading else { return "" }
        var text = String(reading.text.unicodeScalars.prefix(Self.textLimit))
        // What ends a text in other programs.
        text.unicodeScalars.removeAll { $0 == "\0" || $0 == "\u{FEFF}" }
        if reading.isPage { return TypedText.lines(of: PlainPage.text(of: text)).joined(separator: "\n") }
        let isFlowed = reading.type["format"]?.lowercased() == "flowed"
        if isFlowed { text = FlowedText.joined(text, deletesSpace: reading.type["delsp"]?.lowercased() == "yes") }
        let lines = TypedText.lines(of: text)
        return (isFlowed ? lines : FlowedText.unwrapped(lines)).joined(separator: "\n")
    }

    /// The ids of the mails that it answers, the nearest first.
    var answered: [String] {
        MessageIDs.list(fields["In-Reply-To"] ?? "") + MessageIDs.list(fields["References"] ?? "").reversed()
    }

    /// By what an answer belongs to it; nil where it has no id.
    var thread: Message.Thread? {
        MessageIDs.list(fields["Message-ID"] ?? "").first.map { id in
            let subject = MIME.decodingWords(in: fields["Subject"] ?? "").unicodeScalars.prefix(Self.subjectLimit)
            return Message.Thread(id: id, subject: String(subject))
        }
    }
}

extension Email {
    /// What a person wrote in answer to a mail of coachd's; nil for all other mails, and for those of machines.
    /// - Parameter place: Where in the mailbox it is, for a mail without an id.
    func words(in bytes: ArraySlice<UInt8>, at place: String, arrived instant: Instant, now: Instant) -> IncomingWords?
    {
        let mail = IncomingMail(bytes)
        let tokens = mail.answered.compactMap(token)
        guard !tokens.isEmpty, !mail.fields.areOfMachine, let sender = MailSender(mail.fields),
            sender.address.description.lowercased() != from.description.lowercased()
        else { return nil }
        let thread = mail.thread
        var words = IncomingWords(
            id: thread?.id ?? place, senders: [sender.address.description], name: sender.name, typed: mail.typed,
            at: Int(instant.secondsSinceEpoch), now: now)
        words?.inReplyTo = tokens
        words?.thread = thread
        return words
    }
}
