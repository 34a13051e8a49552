import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("Listening to what people write")
struct ListenerTests {
    private let world: World
    private let ana: RowID

    init() throws {
        world = try World("2026-03-02 10:00")
        ana = try world.person("Ana")
        try world.store.setHandle(of: ana, on: "telegram", to: "4711")
    }

    @Test("what was written before the first look is not for coachd; what comes after it is heard once")
    func once() throws {
        let chat = Chatroom(world)
        chat.written = ["4711:call off the fire brigade"]
        try chat.listen()
        #expect(try chat.heard() == [])
        chat.written.append("4711:plan")
        try chat.pass(5)
        try chat.pass(60)
        #expect(try chat.heard() == ["plan"])
        #expect(try chat.answers() == ["Nothing is planned for today."])
        #expect(chat.reports == [])
    }

    @Test("after a crash nothing is taken twice, and nothing is lost that was written meanwhile")
    func restarted() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan"]
        try chat.pass(5)
        chat.restart()
        chat.written.append("4711:thanks")
        try chat.listen()
        #expect(try chat.heard() == ["plan", "thanks"])
        #expect(try chat.answers().count == 1)
    }

    @Test("what is written while coachd is down is heard, though nothing was before")
    func writtenMeanwhile() throws {
        let chat = Chatroom(world, Mouthpiece(steps: 2))
        try chat.listen()
        try chat.pass(5)
        chat.restart()
        chat.written = ["4711:plan"]
        try chat.listen()
        try chat.pass(5)
        #expect(try chat.heard() == ["plan"])
    }

    @Test("a look whose words could not be written down leaves again")
    func fullDisk() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan"]
        chat.now = chat.now.adding(seconds: 5)
        let look = try #require(try chat.looks().first)
        try world.sql("PRAGMA query_only = ON")
        #expect(throws: (any Error).self) { try chat.answer(look) }
        try world.sql("PRAGMA query_only = OFF")
        try chat.pass(5)
        #expect(try chat.heard() == ["plan"])
    }

    @Test("a server that cannot be reached is asked less and less, and told of once, until it answers")
    func outage() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.status = 503
        // From 5 s up to 10 minutes.
        let looks = try chat.pass(3600)
        #expect(looks < 15)
        #expect(chat.reports == [.deaf(channel: "bot", reason: "HTTP 503", isForGood: false)])
        #expect(try world.store.deafChannels()["bot"]?.reason == "HTTP 503")
        chat.status = 200
        try chat.pass(600)
        #expect(chat.reports.last == .hears(channel: "bot"))
        #expect(chat.reports.count == 2)
        #expect(try world.store.deafChannels().isEmpty)
    }

    @Test("what the store says of a channel that is not heard ends after a restart too")
    func heardAfterRestart() throws {
        let chat = Chatroom(world)
        chat.status = 401
        try chat.listen()
        #expect(try world.store.deafChannels()["bot"]?.since == world.now)
        chat.restart()
        chat.status = 200
        try chat.pass(5)
        try chat.listen()
        #expect(try world.store.deafChannels().isEmpty)
    }

    @Test("a token that was revoked is told of once, however many people are listened to")
    func revoked() throws {
        for number in 0..<20 {
            let id = try world.person("Rep\(number)")
            try world.store.setHandle(of: id, on: "telegram", to: "\(number)")
        }
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        chat.status = 401
        try chat.listen()
        try chat.pass(1800)
        #expect(chat.reports == [.deaf(channel: "bot", reason: "the token was revoked", isForGood: true)])
    }

    @Test("a person whom the platform does not know is told of once, and the others are heard")
    func unknownPerson() throws {
        let ben = try world.person("Ben")
        try world.store.setHandle(of: ben, on: "telegram", to: "12")
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        for number in 0..<40 {
            for look in try chat.looks() {
                chat.status = look.look.handle == "12" ? 404 : 200
                try chat.answer(look)
            }
            if number == 2 { chat.written = ["4711:plan"] }
            chat.now = chat.now.adding(seconds: 60)
        }
        #expect(
            chat.reports == [.deafTo(handle: "12", channel: "bot", reason: "there is no such person")])
        #expect(try chat.heard() == ["plan"])
    }

    @Test("a place that the platform forgot is told of, and listening goes on from now")
    func lost() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.status = 410
        try chat.pass(3)
        chat.status = 200
        chat.written = ["4711:plan"]
        try chat.pass(30)
        chat.written.append("4711:plan")
        try chat.pass(30)
        #expect(chat.reports.first == .lostPlace(channel: "bot", reason: "the place is gone"))
        #expect(try chat.heard() == ["plan"])
    }

    @Test("each person is looked for in turn, a few at a time, within the platform's pace")
    func pace() throws {
        for number in 0..<99 {
            let id = try world.person("Rep\(number)")
            try world.store.setHandle(of: id, on: "telegram", to: "\(number)")
        }
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        #expect(try chat.listen() + chat.pass(600) == 401)
    }

    @Test("a server that is slow to answer is not asked for more than a few people at once")
    func slowServer() throws {
        for number in 0..<99 {
            let id = try world.person("Rep\(number)")
            try world.store.setHandle(of: id, on: "telegram", to: "\(number)")
        }
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        var looks = 0
        for _ in 0..<60 {
            looks += try chat.looks().count
            chat.now = chat.now.adding(seconds: 1)
        }
        #expect(looks == 4)
    }

    @Test("outside working hours people are looked for less often")
    func leisure() throws {
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        try chat.listen()
        #expect(try chat.pass(600) == 60)
        chat.now = try at("2026-03-02 22:00")
        try chat.listen()
        #expect(try chat.pass(600) == 10)
    }

    @Test("a clock that was set back keeps nobody waiting")
    func clockSetBack() throws {
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        try chat.listen()
        try chat.pass(60)
        chat.now = chat.now.adding(seconds: -3600)
        #expect(try chat.listen() == 1)
        #expect(try chat.pass(60) > 4)
    }

    @Test("what is too long to be read is asked for in smaller pieces, and nothing behind it is lost")
    func cut() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan"]
        chat.now = chat.now.adding(seconds: 5)
        let look = try #require(try chat.looks().first)
        #expect(!look.look.isNarrow)
        chat.isCut = true
        try chat.answer(look)
        chat.now = chat.now.adding(seconds: 2)
        let narrow = try #require(try chat.looks().first)
        #expect(narrow.look.isNarrow && narrow.look.position == look.look.position)
        chat.isCut = false
        try chat.answer(narrow)
        #expect(try chat.heard() == ["plan"])
        chat.now = chat.now.adding(seconds: 2)
        #expect(try chat.looks().first?.look.isNarrow == false)
    }

    @Test("who listens with another token says that what was written before may be missing")
    func anotherToken() throws {
        let chat = Chatroom(world)
        try chat.listen()
        let other = Chatroom(world, Mouthpiece(listener: "another"))
        try other.listen()
        #expect(
            other.reports == [.lostPlace(channel: "bot", reason: "it listens there as another than before")])
        other.restart()
        try other.listen()
        #expect(other.reports.count == 1)
    }

    @Test("an outage is told of once, whatever each answer says, and a restart in it says nothing new")
    func outageOfMany() throws {
        for number in 0..<5 {
            let id = try world.person("Rep\(number)")
            try world.store.setHandle(of: id, on: "telegram", to: "\(number)")
        }
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        for number in 0..<60 {
            chat.status = 500 + number
            try chat.listen()
            chat.now = chat.now.adding(seconds: 30)
        }
        #expect(chat.reports.count == 1)
        chat.restart()
        try chat.listen()
        #expect(try world.store.deafChannels()["bot"] != nil)
        #expect(chat.reports.count == 1)
        chat.status = 200
        try chat.pass(700)
        #expect(chat.reports.last == .hears(channel: "bot"))
        #expect(try world.store.deafChannels().isEmpty)
    }

    @Test("one person's trouble keeps no channel in trouble")
    func ownTrouble() throws {
        let ben = try world.person("Ben")
        try world.store.setHandle(of: ben, on: "telegram", to: "12")
        let chat = Chatroom(world, Mouthpiece(isPerPerson: true, holdSeconds: 0))
        for number in 0..<120 {
            for look in try chat.looks() {
                let isDown = (20..<60).contains(number)
                chat.status = isDown ? 503 : look.look.handle == "12" ? 404 : 200
                try chat.answer(look)
            }
            chat.now = chat.now.adding(seconds: 60)
        }
        #expect(chat.reports.contains(.hears(channel: "bot")))
        #expect(try world.store.deafChannels().isEmpty)
    }

    @Test("what was written long before it was heard is answered when the writer works again")
    func heardAtNight() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan"]
        chat.now = try at("2026-03-02 22:00")
        let words = IncomingWords(
            id: "late", senders: ["4711"], text: "plan", at: try at("2026-03-02 16:00"))
        _ = try world.store.database.transaction {
            try world.engine.hear(words, through: chat.channel, at: chat.now)
        }
        let now = IncomingWords(id: "now", senders: ["4711"], text: "plan", at: chat.now)
        _ = try world.store.database.transaction {
            try world.engine.hear(now, through: chat.channel, at: chat.now)
        }
        let turns = try world.store.database.query("SELECT not_before FROM outbox ORDER BY id") { $0.int64(0) }
        #expect(turns == [try at("2026-03-03 09:00"), chat.now].map(\.secondsSinceEpoch))
    }

    @Test("a server that does not hold the look is not asked without a pause")
    func busyServer() throws {
        let chat = Chatroom(world)
        try chat.listen()
        #expect(try chat.pass(60) <= 30)
    }

    @Test("what comes from an address that was replaced meanwhile is not heard")
    func readdressed() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.now = chat.now.adding(seconds: 5)
        let look = try #require(try chat.looks().first)
        let other = Channel(name: "bot", platform: Mouthpiece(listener: "other", address: "new"), takesReplies: true)
        chat.now = chat.now.adding(seconds: 5)
        let looks = try chat.listener.looks(at: chat.now, roster: world.engine.roster, channels: ["bot": other])
        #expect(looks.map(\.look.position) == [nil])
        chat.written = ["4711:plan"]
        try chat.answer(look)
        #expect(try chat.heard() == [])
    }

    @Test("an id that is nobody's, or of two people, is told to the operator once, and does nothing")
    func stranger() throws {
        let ben = try world.person("Ben")
        try world.store.setHandle(of: ben, on: "telegram", to: "4711")
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan", "4711:plan", "815:plan"]
        try chat.pass(5)
        #expect(
            chat.reports
                == ["4711", "815"].map {
                    .stranger(channel: "bot", platform: "telegram", id: $0, name: "Ana R.")
                })
        #expect(try chat.answers() == [])
        #expect(try chat.heard().count == 2)
    }

    @Test("a flood of strangers fills nothing")
    func flood() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = (0..<500).map { "\(1000 + $0 / 2):buy now" }
        try chat.pass(5)
        #expect(try chat.heard().count <= 101)
    }

    @Test("a machine that answers each answer is not answered for ever")
    func loop() throws {
        let chat = Chatroom(world)
        try chat.listen()
        for _ in 0..<100 {
            chat.written.append("4711:I am out of the office")
            try chat.pass(3)
        }
        #expect(try chat.answers().count == 30)
        try chat.pass(700)
        chat.written.append("4711:plan")
        try chat.pass(5)
        #expect(try chat.answers().count == 31)
    }

    @Test("who has left or only observes is not answered", arguments: ["left_on = '2026-03-01'", "role = 'observer'"])
    func outsiders(change: String) throws {
        try world.sql("UPDATE person SET \(change)")
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan"]
        try chat.pass(5)
        #expect(try chat.answers() == [] && chat.reports == [])
    }

    @Test("a channel that takes no replies, or is one room, is not listened to")
    func deaf() throws {
        let closed = Channel(name: "bot", platform: Mouthpiece())
        let room = Channel(
            name: "bot", platform: Telegram(token: Secret("1:a"), chat: "-100"), takesReplies: true)
        let listener = Listener(store: world.store)
        for channel in [closed, room] {
            let looks = try listener.looks(at: world.now, roster: world.engine.roster, channels: ["bot": channel])
            #expect(looks.isEmpty)
        }
        #expect(listener.next(after: world.now) == nil)
    }

    @Test("an answer is no nudge: it takes no place of the day's three messages, and has no fallback")
    func uncounted() throws {
        let chat = Chatroom(world)
        try chat.listen()
        chat.written = ["4711:plan", "4711:plan", "4711:plan", "4711:plan"]
        try chat.pass(5)
        #expect(try chat.answers().count == 4)
        #expect(try world.store.messages(to: ana, on: date("2026-03-02")) == (0, 0))
    }
}
