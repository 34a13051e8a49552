import CivilTime
import Coaching
import Testing

@testable import Chat

@Suite("Answers to mails")
struct EmailRepliesTests {
    private let email: Email

    init() throws {
        email = Email(
            server: "smtps://mail.example.com", from: try #require(EmailAddress("coachd@example.com")),
            inbox: Inbox(
                server: "imaps://imap.example.com:993", user: "coachd", password: Secret("hooks/secret-password")))
    }

    private func command(_ position: String?) -> String? {
        guard case .command(let command) = email.errand(for: Look(position: position)) else { return nil }
        return command.command
    }

    private static func said(_ lines: String..., validity: Int = 7, next: Int = 20) -> String {
        let select = [
            "* OK ready", "* 3 EXISTS", "* OK [UIDVALIDITY \(validity)] x", "* ok [uidnext \(next)] x", "A003 OK",
        ]
        return (select + lines + ["A004 OK done", ""]).joined(separator: "\r\n")
    }

    private static let mail = "From: ana@example.com\r\nIn-Reply-To: <msg_a1b2@example.com>\r\n\r\nplan\r\n"

    private static func fetched(_ mail: String, _ attributes: String = "UID 12 BODY[]<0>", count: Int? = nil) -> String
    {
        said("* 3 FETCH (\(attributes) {\(count ?? mail.utf8.count)}\r\n\(mail))")
    }

    @Test("a mailbox is asked where it is, then what came, then for each mail, which stays unread")
    func commands() {
        #expect(command(nil) == "NOOP")
        #expect(command("7/12") == "UID SEARCH UID 13:268")
        #expect(command("7/12/14,15") == "UID FETCH 14 (UID INTERNALDATE BODY.PEEK[]<0.262144>)")
        #expect(command("7/4294967290") == "UID SEARCH UID 4294967291:4294967295")
        #expect(command("7/4294967295") == "UID SEARCH UID 0:4294967295")
    }

    @Test("who listens is told without a secret")
    func listener() {
        #expect(email.listener == "imap.example.com:993/coachd/INBOX")
        #expect(!"\(email.errand(for: Look()))".contains("secret"))
    }

    static let answers: [Answer] = [
        Answer(said(), after: nil, .words([], position: "7/19")),
        Answer(said(next: 1), after: nil, .words([], position: "7/0")),
        Answer(said("* SEARCH"), after: "7/19", .words([], position: "7/19")),
        Answer(said("* SEARCH 14 13"), after: "7/12", .words([], position: "7/12/13,14", isMore: true)),
        // Some servers give the last mail whatever is asked for.
        Answer(said("* SEARCH 12"), after: "7/12", .words([], position: "7/19")),
        // Those that are gone are passed over, a span at a time.
        Answer(said("* SEARCH", next: 1000), after: "7/12", .words([], position: "7/268", isMore: true)),
        Answer(
            said("* SEARCH " + (13...60).map(String.init).joined(separator: " "), next: 61), after: "7/12",
            .words([], position: "7/12/" + (13...32).map(String.init).joined(separator: ","), isMore: true)),
        Answer(fetched(mail), after: "7/11/12,14", .words(["plan"], position: "7/12/14", isMore: true)),
        Answer(fetched(mail), after: "7/11/12", .words(["plan"], position: "7/12", isMore: true)),
        // It was deleted meanwhile.
        Answer(said(), after: "7/11/12", .words([], position: "7/12", isMore: true)),
        Answer(said("* 3 FETCH (FLAGS ())"), after: "7/11/12", .words([], position: "7/12", isMore: true)),
        // Cut, or with a literal that is shorter or longer than it says.
        Answer(
            String(fetched(mail + "list\r\n", count: 9999).dropLast(17)), after: "7/11/12",
            .words(["plan\nlis"], position: "7/12", isMore: true)),
        Answer(fetched(mail, count: 3), after: "7/11/12", .words([], position: "7/12", isMore: true)),
        Answer(fetched("From: x@y.example\r\n\r\nspam"), after: "7/11/12", .words([], position: "7/12", isMore: true)),
        Answer(said(validity: 8), after: "7/12", .lost),
        Answer(said("* SEARCH 13", validity: 8), after: "7/12", .lost),
        Answer("* OK ready\r\nA004 OK\r\n", after: "7/12", .later()),
        Answer(said(), after: "7/12", .later()),
        Answer(401, "NO [AUTHENTICATIONFAILED] no", after: "7/12", .refused),
        Answer(401, "NO [UNAVAILABLE] later", after: "7/12", .later()),
        Answer(400, "BAD what?", after: "7/12", .later()),
        Answer(503, "BYE too many connections", after: nil, .later()),
        Answer("", after: "7/12", .later()), Answer("", after: "x", .later()),
    ]

    @Test("each answer brings what it says", arguments: answers)
    func heard(answer: Answer) { #expect(Answer.Brings(answer.heard(by: email)) == answer.brings) }

    @Test("a mail was written when it arrived, and in no time to come")
    func arrival() {
        for (date, seconds) in [
            ("24-Nov-2026 09:30:00 +0100", -1800), (" 4-Nov-2026 09:00:00 +0000", -20 * 86_400),
            ("25-Nov-2026 09:00:00 +0000", 0), ("nonsense", 0),
        ] {
            let answer = Answer(
                Self.fetched(Self.mail, "INTERNALDATE \"\(date)\" UID 12 BODY[]<0>"), after: "7/11/12", .later())
            #expect(answer.heard(by: email).words.map(\.at) == [Answer.now.adding(seconds: Int64(seconds))])
        }
    }

    @Test("the reason why nobody is let in says what to look at")
    func reason() {
        let answer = Answer(401, "NO [AUTHENTICATIONFAILED] no", after: nil, .refused)
        #expect(
            answer.heard(by: email).reason
                == "the mail server answered NO [AUTHENTICATIONFAILED] no. It does not let coachd into INBOX: check user and "
                + "password, imap and mailbox")
    }

    @Test("an answer is a mail in the same talk")
    func thread() throws {
        var message = Message(.reply, title: "Nothing is planned for today.")
        for (subject, expected) in [("Good morning", "Re: Good morning"), ("AW: Good morning", "AW: Good morning")] {
            message.thread = .init(id: "x1@mail.example.com", subject: subject)
            let text = try mail(message)
            #expect(text.contains("\r\nSubject: \(expected)\r\n"))
            #expect(text.contains("\r\nIn-Reply-To: <x1@mail.example.com>\r\nReferences: <x1@mail.example.com>\r\n"))
            #expect(text.contains("\r\nAuto-Submitted: auto-replied\r\n"))
        }
        message.thread = .init(id: "x\r\nBcc: <b@example.com", subject: "a\r\nBcc: b@example.com")
        #expect(try !mail(message).contains("\r\nBcc"))
    }

    private func mail(_ message: Message) throws -> String {
        let envelope = Envelope(id: "msg_1", to: .init(name: "Ana", email: "ana@example.com"), at: Answer.now)
        guard case .mail(let mail) = email.delivery(of: message, in: envelope) else { return "" }
        return String(decoding: mail.message, as: UTF8.self)
    }
}
