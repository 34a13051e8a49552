import Testing

@testable import Chat

@Suite("What a mail says")
struct MailTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let mail: [UInt8]
        let typed: String

        /// - Parameter mail: Lines end as text has them; a mail's end with CR LF.
        init(_ name: String, _ mail: String, _ typed: String) {
            self.init(name, bytes: Array(mail.replacing("\n", with: "\r\n").utf8), typed)
        }

        init(_ name: String, bytes: [UInt8], _ typed: String) {
            (testDescription, self.mail, self.typed) = (name, bytes, typed)
        }
    }

    static let forms: [Case] = [
        Case("without any field", "\nplan\n", "plan"),
        Case("plain text without a charset", "Subject: x\n\nplan\n", "plan"),
        Case("bare line feeds", bytes: Array("Subject: x\n\nplan\nlist\n".utf8), "plan\nlist"),
        Case(
            "quoted-printable",
            "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: Quoted-Printable\n\n"
                + "Gr=C3=BC=C3=9Fe an =\nM=c3=bcller, 100 =% =\n", "Grüße an Müller, 100 =%"),
        Case(
            "base64 over lines, without its padding",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nR3LD\nvMOfZQ\n", "Grüße"),
        Case(
            "Latin 1",
            bytes: Array("Content-Type: text/plain; charset=\"ISO-8859-1\"\r\n\r\nGr".utf8) + [0xFC, 0xDF, 0x65],
            "Grüße"),
        Case(
            "Latin 9", bytes: Array("Content-Type: text/plain; charset=iso-8859-15\r\n\r\n5 ".utf8) + [0xA4], "5 €"),
        Case(
            "Windows",
            bytes: Array("Content-Type: text/plain; charset=windows-1252\r\n\r\n".utf8) + [0x93, 0x80, 0x94],
            "“€”"),
        Case("eight bits without a charset", bytes: Array("A: b\r\n\r\nGr".utf8) + [0xFC, 0xDF, 0x65], "Grüße"),
        Case(
            "a charset that is not known",
            bytes: Array("Content-Type: text/plain; charset=koi8-r\r\n\r\nplan ".utf8) + [0xC1],
            "plan \u{FFFD}"),
        Case(
            "text and page, as mail programs send it",
            """
            Content-Type: multipart/alternative;
             boundary="=_a b"

            a preamble
            --=_a b
            Content-Type: text/plain; charset=utf-8

            plan
            --=_a b
            Content-Type: text/html

            <p>another</p>
            --=_a b--
            an epilogue
            """, "plan"),
        Case(
            "a page before the text, which lies deeper",
            """
            Content-Type: multipart/mixed; boundary=out

            --out
            Content-Type: text/html

            <p>page</p>
            --out
            Content-Type: multipart/related; boundary=in

            --in
            Content-Type: text/plain

            plan
            --in--
            --out--
            """, "plan"),
        Case(
            "an attached text is not what was typed",
            """
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Disposition: attachment; filename="notes.txt"
            Content-Type: text/plain

            not this
            --x
            Content-Type: text/html

            <p>plan</p>
            --x--
            """, "plan"),
        Case(
            "cut in the middle",
            "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nplan\n", "plan"),
        Case("a boundary that never comes", "Content-Type: multipart/mixed; boundary=x\n\nplan\n", ""),
        Case("no boundary", "Content-Type: multipart/mixed\n\nplan\n", ""),
        Case("a picture alone", "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n", ""),
        Case(
            "a page alone",
            """
            Content-Type: text/html; charset=utf-8

            <html><head><title>x</title><style>p > a { color: red }</style></head><body><!-- <p>no</p> -->
            <p>called&nbsp;Globex &amp; Söhne<br>with&#32;Petra: 3 &lt; 4</p><div>next: call</div>
            <blockquote><p>what was written</p><blockquote>before</blockquote></blockquote><p>plan</p></body></html>
            """, "called Globex & Söhne\nwith Petra: 3 < 4\nnext: call\nplan"),
        Case(
            "flowed",
            "Content-Type: text/plain; format=flowed\n\ncalled Globex with Petra: the \naudit first\n> quoted \n>quoted\n-- \nAna\n",
            "called Globex with Petra: the audit first"),
        Case(
            "flowed, with blanks that are none",
            "Content-Type: text/plain; format=flowed; delsp=yes\n\nthe aud \nit first\n", "the audit first"),
        Case(
            "a line that was broken for want of room",
            "A: b\n\ncalled Globex with Petra: they want the audit of the second plant at first\nand the price after it\nplan\n",
            "called Globex with Petra: they want the audit of the second plant at first and the price after it\nplan"),
        Case("NULs and a byte order mark", "A: b\n\n\u{FEFF}pl\0an\n", "plan"),
    ]

    @Test("whatever its form, it is what was typed", arguments: forms)
    func form(_ some: Case) { #expect(IncomingMail(some.mail[...]).typed == some.typed) }

    @Test(
        "encoded words of a field are read",
        arguments: [
            ("plain", "plain"), ("=?utf-8?Q?Gr=C3=BC=C3=9Fe_an_alle?=", "Grüße an alle"),
            ("=?UTF-8?B?R3LDvMOfZQ==?= end", "Grüße end"), ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
            ("=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"), ("=?iso-8859-1*de?q?=FC?=", "ü"),
            ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
            ("=?utf-8?Q?a", "=?utf-8?Q?a"), ("=?", "=?"), ("=?=?utf-8?Q?a?=", "=?a"),
        ])
    func words(text: String, read: String) { #expect(MIME.decodingWords(in: text) == read) }

    /// What would be slow, deep or endless for a reader that is not careful.
    struct Bomb: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let mail: @Sendable () -> String

        init(_ name: String, _ mail: @escaping @Sendable () -> String) { (testDescription, self.mail) = (name, mail) }

        /// - Parameter line: Repeated to about a mebibyte.
        init(_ name: String, head: String = "", again line: String) {
            self.init(name) { head + String(repeating: line, count: (1 << 20) / line.utf8.count) }
        }
    }

    private static let page = "Content-Type: text/html\r\n\r\n"
    private static let parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"

    static let bombs = [
        Bomb("no line ends", again: "x"), Bomb("NULs", again: "\0"), Bomb("line ends alone", again: "\n"),
        Bomb("a header without end", again: "a: b\r\n"),
        Bomb("one field without end", head: "Subject: x", again: "\r\n y"),
        Bomb("parts in parts in parts") {
            (0..<20_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }.joined()
        },
        Bomb("one boundary for all depths", head: parts, again: "--b\r\n\(parts)"),
        Bomb("many parts", head: parts, again: "--b\r\n\r\nx\r\n"),
        Bomb("a page of open angles", head: page, again: "<"),
        Bomb("a page of open comments", head: page, again: "<!-- >"),
        Bomb("a page of open quotations", head: page, again: "<blockquote>"),
        Bomb("a page of signs", head: page, again: "&"), Bomb("open words", head: "Subject: ", again: "=?a?Q?"),
        Bomb("quotations on and on", head: "\r\n", again: "On 1 Nov at 9:41 x\r\nwrote:\r\n> x\r\n"),
        Bomb("marks on one letter", head: "\r\na", again: "\u{301}"),
        Bomb("ids on and on", head: "References: ", again: "<msg_a1b2@example.com> "),
        Bomb("senders on and on", head: "From: ", again: "(<"),
    ]

    /// What grows with the square of such a mail takes hours.
    @Test("a hostile mail is read to its end", .timeLimit(.minutes(10)), arguments: bombs)
    func bomb(_ bomb: Bomb) {
        let bytes = Array(bomb.mail().utf8)
        let mail = IncomingMail(bytes[...])
        _ = (mail.typed, mail.answered, mail.thread, mail.fields.areOfMachine, MailSender(mail.fields))
    }

    @Test("damaged mails crash nothing")
    func damaged() {
        var dice = SeededGenerator(seed: 4711)
        for some in Self.forms {
            for _ in 0..<60 {
                var mail = some.mail
                for _ in 0..<Int.random(in: 1...8, using: &dice) where !mail.isEmpty {
                    let place = Int.random(in: 0..<mail.count, using: &dice)
                    switch Int.random(in: 0..<3, using: &dice) {
                    case 0: mail[place] = UInt8.random(in: 0...255, using: &dice)
                    case 1: mail.remove(at: place)
                    default: mail.insert(contentsOf: mail[place...].prefix(20), at: place)
                    }
                }
                let read = IncomingMail(mail[...])
                _ = (read.typed, read.answered, read.thread, read.fields.areOfMachine, MailSender(read.fields))
            }
        }
    }
}
