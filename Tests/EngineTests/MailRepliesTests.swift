import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("Words whose writer the platform does not vouch for")
struct MailRepliesTests {
    private let world: World
    private let ana: RowID

    init() throws {
        world = try World("2026-03-02 10:00")
        ana = try world.person("Ana")
        _ = try world.person("Ben")
    }

    /// The token of a message that went to a person.
    private func token(to person: RowID) throws -> String {
        let store = world.store
        let message = try store.keep(
            Message(.morning, title: "Good morning"), slot: nil, team: nil, person: person, on: date("2026-03-02"),
            at: world.now)
        try store.queue(
            message: message, channel: "bot", key: "\(message)", notBefore: world.now, expires: world.now)
        return try store.database.first("SELECT token FROM outbox WHERE message_id = ?", .integer(message)) {
            $0.text(0)
        } ?? ""
    }

    private func heard(_ written: [String], answering tokens: [String]) throws -> Chatroom {
        let chat = Chatroom(world, Mouthpiece(inReplyTo: tokens))
        try chat.listen()
        chat.written = written
        try chat.pass(5)
        return chat
    }

    private func address(of person: RowID) throws -> String {
        try world.store.database.first("SELECT email FROM person WHERE id = ?", .integer(person)) { $0.text(0) } ?? ""
    }

    @Test("are taken where they answer a message to the person of that address, and answered in their thread")
    func taken() throws {
        let address = try address(of: ana).uppercased()
        let chat = try heard(["\(address):plan"], answering: ["0", try token(to: ana)])
        #expect(try chat.answers() == ["Nothing is planned for today."])
        #expect(chat.reports == [])
        let bodies = try world.store.database.query("SELECT body FROM message WHERE kind = 'reply'") {
            $0.withUTF8(0) { Array($0) }
        }
        #expect(
            try bodies.map { try Store.message($0)?.thread } == [.init(id: "x0@example.com", subject: "Good morning")])
    }

    @Test("are taken from another address that is known to be the person's")
    func alias() throws {
        try world.store.setHandle(of: ana, on: "telegram", to: "ana@home.example")
        let chat = try heard(["ana@home.example:plan"], answering: [try token(to: ana)])
        #expect(try chat.answers().count == 1 && chat.reports == [])
    }

    @Test("are a stranger's, and not kept, where the message went to somebody else, or there is none")
    func strangers() throws {
        let (token, address) = (try token(to: ana), try address(of: ana))
        let ben = address.replacing("ana", with: "ben")
        for (sender, tokens) in [(ben, [token]), ("x@example.com", [token]), (address, ["00"]), (address, [])] {
            let chat = try heard(["\(sender):plan"], answering: tokens)
            #expect(chat.reports.map(\.isStranger) == [true], "\(sender)")
            #expect(try chat.heard() == [] && chat.answers() == [])
        }
    }

    @Test("are not answered without end: a program that answers each answer is left alone for an hour")
    func loop() throws {
        let address = try address(of: ana)
        let chat = Chatroom(world, Mouthpiece(inReplyTo: [try token(to: ana)]))
        try chat.listen()
        for _ in 0..<100 {
            chat.written.append("\(address):plan")
            try chat.pass(30)
        }
        #expect(try chat.heard().count == 100)
        #expect(try chat.answers().count == 30)
        try chat.pass(3600)
        chat.written.append("\(address):plan")
        try chat.pass(30)
        #expect(try chat.answers().count == 31)
    }
}

extension Listener.Report {
    fileprivate var isStranger: Bool { if case .stranger = self { true } else { false } }
}
