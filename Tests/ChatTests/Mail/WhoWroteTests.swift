import CivilTime
import Testing

@testable import Chat

@Suite("Who wrote a mail")
struct WhoWroteTests {
    private let email: Email

    init() throws {
        email = Email(server: "smtps://mail.example.com", from: try #require(EmailAddress("coachd@example.com")))
    }

    private func words(_ fields: String, _ text: String = "plan") -> IncomingWords? {
        let mail = Array("\(fields)\n\n\(text)\n".replacing("\n", with: "\r\n").utf8)
        return email.words(in: mail[...], at: "7/12", arrived: Answer.now, now: Answer.now)
    }

    private static let answer = "In-Reply-To: <msg_a1b2@example.com>"

    @Test("an answer to a mail of coachd's, with all that is told by it")
    func whole() throws {
        let heard = try #require(
            words(
                """
                From: =?utf-8?Q?Ana_R=C3=A9is?= <Ana@Example.com>
                Subject: AW: Good morning
                Message-ID: <x1@mail.example.com>
                \(Self.answer)
                References: <msg_0f0f@example.com>
                 <msg_a1b2@EXAMPLE.com> <other@example.com>
                """))
        #expect(heard.id == "x1@mail.example.com")
        #expect(heard.senders == ["Ana@Example.com"] && heard.name == "Ana Réis")
        #expect(heard.text == "plan" && heard.at == Answer.now)
        #expect(heard.inReplyTo == ["a1b2", "a1b2", "0f0f"])
        #expect(heard.thread == .init(id: "x1@mail.example.com", subject: "AW: Good morning"))
    }

    @Test(
        "a From field with one address is taken",
        arguments: [
            ("ana@example.com", "ana@example.com", ""), ("<ana@example.com>", "ana@example.com", ""),
            ("Ana Reis <ana@example.com>", "ana@example.com", "Ana Reis"),
            ("\"Reis, Ana <x@evil.example>\" <ana@example.com>", "ana@example.com", "Reis, Ana <x@evil.example>"),
            ("Ana (at work, mostly) <ana@example.com>", "ana@example.com", "Ana"),
            ("\"a\\\"b\" <ana@example.com>", "ana@example.com", "a\"b"),
        ])
    func sender(field: String, address: String, name: String) throws {
        let sender = try #require(words("From: \(field)\n\(Self.answer)"))
        #expect(sender.senders == [address] && sender.name == name)
    }

    @Test(
        "a From field that programs read differently is nobody's",
        arguments: [
            "From: ana@example.com, ben@example.com", "From: <ana@example.com> <ben@example.com>", "From: Ana", "From:",
            "From: ana@example.com\nFrom: ben@example.com", "From: \"ana@example.com", "From: ana@example.com (x",
            "From: team: ana@example.com;", "From: <ana@example.com> x", "From: ana@example.com <", "Subject: x",
            "From: ana@exa mple.com", "From: ana@example.com>",
        ])
    func unclear(fields: String) { #expect(words("\(fields)\n\(Self.answer)") == nil) }

    @Test(
        "a mail that answers none of coachd's is not for it",
        arguments: [
            "Subject: x", "In-Reply-To: <x1@example.com>", "In-Reply-To: <msg_a1b2@evil.example>",
            "In-Reply-To: msg_a1b2",
            "In-Reply-To: <msg_@example.com>", "In-Reply-To: <msg_a'b@example.com>",
            "In-Reply-To: <msg_a1@b2@example.com>",
            "In-Reply-To: <<msg_a1b2@example.com", "References: <a msg_a1b2@example.com>",
        ])
    func noAnswer(fields: String) { #expect(words("From: ana@example.com\n\(fields)") == nil) }

    @Test(
        "mails of machines are not taken",
        arguments: [
            "Auto-Submitted: auto-replied", "auto-submitted: auto-generated; x=y", "Auto-Submitted: auto-notified",
            "Precedence: bulk", "Precedence: auto_reply", "Precedence: list", "Precedence: Junk", "X-Autoreply: yes",
            "X-Autorespond: x", "Return-Path: <>",
            "Content-Type: multipart/report; boundary=x; report-type=delivery-status",
            "List-Id: <team.example.com>", "Subject: Out of office: Good morning", "Subject: Automatic reply: x",
            "Subject: Automatische Antwort: x", "Subject: Abwesenheitsnotiz",
            "Subject: =?utf-8?Q?Automatic_reply=3A_x?=",
            "Subject: Undeliverable: x", "X-Failed-Recipients: x@example.com",
        ])
    func machine(field: String) { #expect(words("From: ana@example.com\n\(field)\n\(Self.answer)") == nil) }

    @Test(
        "mails of people are taken",
        arguments: [
            "Auto-Submitted: no", "Precedence: first-class", "Return-Path: <ana@example.com>",
            "Subject: Re: out of office",
            "X-Auto-Response-Suppress: OOF", "Subject: AW: Autohaus",
        ])
    func person(field: String) { #expect(words("From: ana@example.com\n\(field)\n\(Self.answer)") != nil) }

    @Test("neither bounces nor coachd's own mails are taken, nor those in which nothing was typed")
    func others() {
        #expect(words("From: MAILER-DAEMON@mail.example.com\n\(Self.answer)") == nil)
        #expect(words("From: Coachd@example.com\n\(Self.answer)") == nil)
        #expect(words("From: ana@example.com\n\(Self.answer)", "\n> Good morning\n") == nil)
    }
}
