import Dispatch
import Foundation
import HTTP
import Testing

@Suite("Mail")
struct MailTests {
    @Test("a mail is taken: its envelope, its message, the server's words")
    func taken() async throws {
        let server = try ScriptedServer(MailScript())
        let result = await withClient { await $0.send(.plain(server.mailURL)) }
        #expect(result.reply == MailResponse(code: 250, text: "2.0.0 queued as 12"))
        #expect(
            server.commands.dropFirst() == [
                "MAIL FROM:<coachd@example.com>", "RCPT TO:<ana@example.com>", "DATA", "QUIT",
            ])
        #expect(server.messages == ["Subject: hello\r\n\r\nHello.\r\n.\r\n"])
    }

    @Test(
        "a message arrives as it is: dots at line starts, eight bits, long lines, many blocks",
        arguments: [
            ".\r\n", "..\r\n.\r\n...\r\n", "Subject: x\r\n\r\n.\r\n.hidden\r\n\r\n.\r\n\r\n", "Grüße, 東京 🚚\r\n",
            String(repeating: "x", count: 998) + "\r\n",
            String(repeating: ".\r\n..dots in every block, wherever it ends\r\n", count: 4_000),
        ])
    func unharmed(message: String) async throws {
        let server = try ScriptedServer(MailScript())
        let result = await withClient { await $0.send(.plain(server.mailURL, message)) }
        #expect(result.reply?.code == 250)
        let stuffed = message.components(separatedBy: "\r\n").map { $0.hasPrefix(".") ? "." + $0 : $0 }
        #expect(server.messages == [stuffed.joined(separator: "\r\n") + ".\r\n"])
    }

    @Test("each mail has a connection of its own, and QUIT ends it")
    func connections() async throws {
        let server = try ScriptedServer(MailScript())
        await withClient { client in
            for _ in 1...3 { #expect(await client.send(.plain(server.mailURL)).reply?.code == 250) }
        }
        #expect(server.connectionCount == 3)
        #expect(server.commands.count { $0 == "QUIT" } == 3)
    }

    @Test("a server that says nothing to QUIT has the mail all the same")
    func silentAtTheEnd() async throws {
        let server = try ScriptedServer(MailScript(quit: .wait))
        let result = await withClient { await $0.send(.plain(server.mailURL)) }
        #expect(result.reply?.code == 250)
    }

    @Test("another 2xx after the message is a yes as well")
    func otherSuccess() async throws {
        let server = try ScriptedServer(MailScript(end: "252 2.0.0 will do"))
        let result = await withClient { await $0.send(.plain(server.mailURL)) }
        #expect(result.reply == MailResponse(code: 252, text: "2.0.0 will do"))
    }

    @Test("the lines of a reply become one")
    func manyLines() async throws {
        let end = "550-5.7.1 Not from\r\n550-5.7.1 this address.\r\n550 5.7.1 See https://mail.example"
        let server = try ScriptedServer(MailScript(end: .say(end)))
        let result = await withClient { await $0.send(.plain(server.mailURL)) }
        #expect(
            result.reply
                == MailResponse(code: 550, text: "5.7.1 Not from 5.7.1 this address. 5.7.1 See https://mail.example"))
    }

    @Test("a server that thinks long about a mail holds up no other request")
    func slow() async throws {
        let (mayAnswer, isAsked) = (DispatchSemaphore(value: 0), AsyncStream<Void>.makeStream())
        let mailServer = try ScriptedServer { connection in
            connection.send("220 hi\r\n")
            for reply in ["250 hi", "250 ok", "250 ok", "354 go"] {
                _ = connection.read(4096)
                connection.send(reply + "\r\n")
            }
            var message: [UInt8] = []
            while !message.suffix(5).elementsEqual("\r\n.\r\n".utf8) { message += connection.read(4096) }
            isAsked.continuation.yield()
            mayAnswer.wait()
            connection.send("250 done\r\n")
            _ = connection.read(4096)
            connection.send("221 bye\r\n")
        }
        let server = try ScriptedServer(answering: okAnswer)
        await withClient { client in
            let mail = Task { await client.send(.plain(mailServer.mailURL)) }
            _ = await isAsked.stream.first { _ in true }
            #expect(await client.send(.post(server.url)).response?.text == "ok")
            mayAnswer.signal()
            #expect(await mail.value.reply == MailResponse(code: 250, text: "done"))
        }
    }

    @Test("many mails at once all arrive")
    func many() async throws {
        let server = try ScriptedServer(MailScript())
        await withClient { client in
            await withTaskGroup(of: Int?.self) { group in
                for number in 0..<40 {
                    group.addTask { await client.send(.plain(server.mailURL, "Subject: \(number)\r\n")).reply?.code }
                }
                for await code in group { #expect(code == 250) }
            }
        }
        #expect(Set(server.messages) == Set((0..<40).map { "Subject: \($0)\r\n.\r\n" }))
    }

    @Test(
        "what could be read as another command, or as the end of the mail, is not sent",
        arguments: [
            ("a@example.com\r\nRCPT TO:<b@example.com>", "x\r\n"), ("a@example.com> SIZE=1", "x\r\n"), ("", "x\r\n"),
            ("a b@example.com", "x\r\n"), ("a\0@example.com", "x\r\n"), ("a@example.com", ""), ("a@example.com", "x"),
            ("a@example.com", "x\n"), ("a@example.com", "x\n.\r\ny\r\n"), ("a@example.com", "x\r.\r\n"),
            ("a@example.com", "x\r\n.\ny\r\n"), ("a@example.com", "x\0\r\n"),
            ("a@example.com", String(repeating: "x", count: 999) + "\r\n"),
        ])
    func refused(address: String, message: String) async throws {
        let server = try ScriptedServer(MailScript())
        await withClient { client in
            for isSender in [true, false] {
                var mail = MailRequest.plain(server.mailURL, message)
                if isSender { mail.sender = address } else { mail.recipient = address }
                let error = await client.send(mail).error
                #expect(error?.mayHaveArrived == false)
                #expect(error?.description.contains("the mail cannot be sent") == true)
            }
        }
        #expect(server.connectionCount == 0)
    }

    @Test("descriptions hold no secret")
    func descriptions() {
        var mail = MailRequest.plain("smtp://mail.example")
        (mail.user, mail.password) = ("secret-user", "secret-password")
        var dumped = ""
        dump(mail, to: &dumped)
        #expect(!"\(mail) \(String(reflecting: mail)) \(dumped)".contains("secret"))
    }
}
