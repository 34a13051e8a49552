import CivilTime
import Coaching
import Foundation
import Testing

@testable import Chat

@Suite("Mail")
struct EmailTests {
    private func email(
        security: Email.Security? = nil, list: EmailAddress? = nil, unsubscribe: EmailAddress? = nil
    ) throws -> Email {
        Email(
            server: "smtps://mail.example.com", from: try #require(EmailAddress("coachd@example.com")), user: "coachd",
            password: Secret("hunter2"), security: security, list: list, unsubscribe: unsubscribe)
    }

    private func envelope(
        _ name: String = "Ana Reis", _ address: String = "ana@example.com", mayBeRepeat: Bool = false,
        at instant: Instant = Instant(secondsSinceEpoch: 1_795_510_800)
    ) -> Envelope {
        Envelope(
            id: "msg_a1b2", to: .init(name: name, email: address), team: "Team North", at: instant,
            mayBeRepeat: mayBeRepeat)
    }

    private func mail(_ message: Message, _ envelope: Envelope, by email: Email) throws -> OutgoingMail {
        guard case .mail(let mail) = email.delivery(of: message, in: envelope) else {
            throw CocoaError(.featureUnsupported)
        }
        return mail
    }

    private func mail(_ message: Message, _ envelope: Envelope) throws -> OutgoingMail {
        try mail(message, envelope, by: email())
    }

    private func lines(_ mail: OutgoingMail) -> [Substring] {
        String(decoding: mail.message, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
    }

    /// The lines of a field, the folded ones too.
    private func field(_ name: String, of mail: OutgoingMail) -> [Substring] {
        let header = lines(mail).prefix { !$0.isEmpty }
        guard let start = header.firstIndex(where: { $0.hasPrefix("\(name):") }) else { return [] }
        return [header[start]] + header[(start + 1)...].prefix { $0.hasPrefix(" ") }
    }

    @Test("the header says who, to whom, what, when, and that no person wrote it")
    func header() throws {
        let unsubscribe = EmailAddress("no+more@example.com")
        let mail = try mail(Samples.agenda, envelope(), by: email(unsubscribe: unsubscribe))
        #expect(mail.sender.description == "coachd@example.com" && mail.recipient.description == "ana@example.com")
        let header = lines(mail).prefix { !$0.isEmpty }
        #expect(header.contains("From: coachd <coachd@example.com>"))
        #expect(header.contains("To: Ana Reis <ana@example.com>"))
        #expect(header.contains("Date: Tue, 24 Nov 2026 09:00:00 +0000"))
        #expect(header.contains("Message-ID: <msg_a1b2@example.com>"))
        #expect(header.contains("Auto-Submitted: auto-generated"))
        #expect(header.contains("List-Unsubscribe: <mailto:no%2Bmore@example.com>"))
        #expect(header.contains("MIME-Version: 1.0"))
    }

    @Test("Python's email package reads what was meant")
    func judged() throws {
        for message in [Samples.agenda, Samples.morning, Samples.line] {
            let judged = try JudgedMail(mail(message, envelope()).message)
            #expect(judged.defects == [])
            #expect(judged.header("Subject") == message.title.text)
            #expect(judged.text == message.plainText)
            #expect(judged.to == ["Ana Reis", "ana@example.com"])
            #expect(judged.html.hasPrefix("<!DOCTYPE html>") && judged.html.hasSuffix("</html>"))
        }
    }

    private static let names = [
        "Ana Reis", "Reis, Ana (North) <x@evil.example>", "Ana \"Boss\" Reis", "Dr. Eva Braun",
        "Ana\r\nBcc: all@example.com",
        "Ana\nSubject: x\n\nbody", "Ana\0Reis", "Ana\u{2028}Bcc: x", "Ana\u{85}Bcc: x", "Zoë Łukasz", "山田太郎", "🚚🚚🚚",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "חברת הובלות", "\u{202E}evil", "=?UTF-8?B?QmNj?=", "a=?b", ",", "  Ana   Reis  ", "",
        String(repeating: "long ", count: 500), String(repeating: "x", count: 5_000),
        String(repeating: "é", count: 5_000),
    ]

    @Test("a name is one name, whatever it holds")
    func names() throws {
        let mails = try Self.names.map { try mail(Samples.everywhere($0), envelope($0)) }
        for (name, (mail, judged)) in zip(Self.names, zip(mails, try JudgedMail.judge(mails.map(\.message)))) {
            let message = Samples.everywhere(name)
            let comment = Comment(rawValue: String(name.prefix(40)))
            #expect(judged.defects == [], comment)
            #expect(judged.to == [Phrase(data: name).text, "ana@example.com"], comment)
            #expect(judged.header("Subject") == message.title.text, comment)
            #expect(judged.text == message.plainText, comment)
            #expect(judged.header("Bcc") == nil && judged.headers.count == 9, comment)
            expectShortLines(mail)
        }
    }

    @Test(
        "a field never ends before its end",
        arguments: [
            "a\r\nBcc: x", "a\rb", "a\nb", "\r\n", "a\0b", "a\u{1B}b", "a\u{2029}b", "a\u{B}b",
            String(repeating: " ", count: 300),
            String(repeating: "=?", count: 300), String(repeating: "é ", count: 300), String(repeating: "👩‍👩‍👧‍👦", count: 50),
            "",
        ])
    func fields(text: String) throws {
        let field = MIME.field("Subject", text: text)
        let lines = field.components(separatedBy: "\r\n")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.contains(where: \.isNewline) })
        #expect(field.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 0x20 || $0 == "\r" || $0 == "\n") })
        for line in lines {
            for word in line.split(separator: " ") where word.hasPrefix("=?UTF-8?B?") { #expect(word.utf8.count <= 75) }
        }
    }

    private func expectShortLines(_ mail: OutgoingMail) {
        let lines = lines(mail)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 }, "\(lines.max { $0.utf8.count < $1.utf8.count } ?? "")")
        #expect(lines.allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix("From ") })
        #expect(mail.message.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 13 || $0 == 10) })
        #expect(lines.last == "")
    }

    @Test("a body survives, whatever stands in it, in lines of at most 76 characters")
    func bodies() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array(".=F \tab\u{0}é東🚚\r~_\u{7F}").map(String.init) + ["\nFrom .", "\n", "\n."]
        let texts = (0..<200).map { _ in
            (0..<Int.random(in: 0...400, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }.joined()
        }
        let bodies = texts.map { String(decoding: MIME.quotedPrintable($0), as: UTF8.self) }
        for line in bodies.flatMap({ $0.components(separatedBy: "\r\n") }) {
            #expect(line.count <= 76 && !line.hasPrefix(".") && !line.hasPrefix("From ") && line.last != " ")
        }
        let decoded = try Python.run(
            """
            import json, quopri, sys
            print(json.dumps([quopri.decodestring(body.encode()).hex() for body in json.load(sys.stdin)]))
            """, input: JSONEncoder().encode(bodies))
        let expected = texts.map { text in
            Self.withLineEnds(text).map { String(format: "%02x", $0) }.joined()
        }
        #expect(try JSONDecoder().decode([String].self, from: Data(decoded.utf8)) == expected)
    }

    /// Each line feed as CR LF, also behind a CR of the text's own.
    private static func withLineEnds(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] } + [13, 10]
    }

    @Test("the date is that of Python's email.utils")
    func dates() throws {
        let seconds: [Int64] = [0, 951_782_400, 1_795_510_800, 1_798_761_599, 4_102_444_799]
        let mails = try seconds.map { try mail(Samples.line, envelope(at: Instant(secondsSinceEpoch: $0))).message }
        #expect(try JudgedMail.judge(mails).map(\.date) == seconds)
    }

    @Test("what stands in the HTML is escaped; it loads nothing and runs nothing")
    func html() throws {
        let data = "<img src=x onerror=alert(1)> & \"'</pre><script>"
        let html = try JudgedMail(mail(Samples.everywhere(data), envelope(data)).message).html
        #expect(!html.contains("<img") && !html.contains("<script") && !html.contains("</pre><"))
        #expect(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; \"'&lt;/pre&gt;&lt;script&gt;"))
        for sign in ["src=\"", "href", "url(", "http://", "https://", "<link", "@import"] {
            #expect(!html.contains(sign), "\(sign)")
        }
        #expect(html.contains("<pre style=\"font:14px/1.4 monospace;overflow-x:auto\"><bdi>&lt;img"))
    }

    @Test("a possible repeat says so, and keeps its Message-ID")
    func repeats() throws {
        let (first, second) = (try mail(Samples.line, envelope()), try mail(Samples.line, envelope(mayBeRepeat: true)))
        #expect(field("Message-ID", of: first) == field("Message-ID", of: second))
        let (once, twice) = (try JudgedMail(first.message), try JudgedMail(second.message))
        #expect(!once.text.contains("repeat") && !once.html.contains("repeat"))
        #expect(
            twice.text.hasPrefix("This may be a repeat.\n\n") && twice.html.contains("<em>This may be a repeat.</em>"))
    }

    @Test("a mail stays below 100 kB, at the border of an item")
    func long() throws {
        let fact: Phrase = "\(String(repeating: "東", count: 80))"
        let items = (1...16).map { number in
            Message.Item(
                heading: "Account \(number)", facts: Array(repeating: fact, count: 8) + ["END\(number)."], state: .new,
                number: number)
        }
        let message = Message(.morning, title: "Good morning", sections: [.init(items: items)])
        let mail = try mail(message, envelope())
        #expect(mail.message.count <= 100_000 && mail.message.count > 80_000)
        let text = try JudgedMail(mail.message).text
        let ends = (1...16).filter { text.contains("END\($0).") }
        #expect(ends.elementsEqual(1..<ends.count + 1))
        #expect(text.hasSuffix("and \(16 - ends.count) more"))
    }

    @Test("what is for a whole team goes to the team's list; without one it has nowhere to go")
    func teams() throws {
        let envelope = Envelope(id: "msg_1", team: "Team North", at: Instant(secondsSinceEpoch: 0))
        let list = EmailAddress("north@example.com")
        let mail = try mail(Samples.line, envelope, by: email(list: list))
        #expect(field("To", of: mail) == ["To: Team North <north@example.com>"])
        guard case .impossible(let reason) = try email().delivery(of: Samples.line, in: envelope) else {
            throw CocoaError(.featureUnsupported)
        }
        #expect(reason.contains("to = "))
    }

    @Test(
        "an address is one address",
        arguments: [
            ("ana@example.com", true), ("a.b+c_d'e@mail.example.co.uk", true), ("ana@localhost", true),
            ("jürgen@müller.example", true), ("山田@例え.jp", true), ("", false), ("ana", false), ("@example.com", false),
            ("ana@", false), ("ana@example..com", false), (".ana@example.com", false), ("ana reis@example.com", false),
            ("ana@example.com,b@example.com", false), ("<ana@example.com>", false),
            ("ana@example.com\r\nBcc: x@y", false),
            ("ana\n@example.com", false), ("ana@exam\0ple.com", false), ("ana@example.com>", false),
            ("a(b)@example.com", false),
            ("a@b@example.com", false), ("ana\u{202E}@example.com", false), ("ana@[127.0.0.1]", false),
            (String(repeating: "a", count: 65) + "@example.com", false),
        ])
    func addresses(text: String, isValid: Bool) throws {
        #expect((EmailAddress(text) != nil) == isValid)
        let delivery = try email().delivery(of: Samples.line, in: envelope("Ana", text))
        if case .impossible = delivery { #expect(!isValid) } else { #expect(isValid) }
    }

    @Test(
        "what a reply means",
        arguments: [
            (250, "2.0.0 ok", "delivered"), (252, "", "delivered"), (421, "4.3.2 closing", "later"),
            (450, "4.2.0 greylisted", "not yet"), (451, "4.7.1 try later", "not yet"),
            (452, "4.2.2 mailbox full", "not yet"), (454, "4.7.0 try later", "later"),
            (550, "5.1.1 no such user", "refused"), (552, "5.2.2 mailbox full", "refused"),
            (552, "5.3.4 too big", "too long"),
            (554, "5.7.1 blocked", "refused"), (530, "5.7.0 sign in", "dead"), (535, "5.7.8 wrong password", "dead"),
            (0, "", "later"), (354, "", "later"),
        ])
    func verdicts(code: Int, text: String, meaning: String) throws {
        let verdict = try email().verdict(
            of: IncomingResponse(status: code, body: Array(text.utf8)), at: Instant(secondsSinceEpoch: 0))
        switch verdict {
        case .delivered: #expect(meaning == "delivered")
        case .later(let seconds, let reason, let isChannelWell):
            #expect(meaning == (isChannelWell ? "not yet" : "later") && seconds == nil && reason.hasSuffix(" \(text)"))
        case .tooLong: #expect(meaning == "too long")
        case .refused(let reason, let isDead):
            #expect(meaning == (isDead ? "dead" : "refused"))
            #expect(reason.contains("\(code) \(text)"))
        case .ambiguous, .moved: Issue.record("\(verdict)")
        }
    }

    @Test("descriptions hold no secret")
    func descriptions() throws {
        let mail = try mail(Samples.line, envelope())
        var dumped = ""
        dump(mail, to: &dumped)
        dump(try email(), to: &dumped)
        #expect(!"\(mail) \(String(reflecting: mail)) \(dumped)".contains("hunter2"))
        #expect(try email().place == "mail.example.com from coachd@example.com")
    }
}
