import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Morning plans of Monday 2 March 2026, 09:00 in UTC.
@Suite("What is remembered of a channel over restarts and reloads")
struct ChannelMemoryTests {
    @Test(
        "after a restart one message asks whether a pause still holds: at another address it does not",
        arguments: [true, false])
    func pauseOverRestart(isReplaced: Bool) throws {
        let world = try World.ofReps(10)
        world.answer = { shipment, _ in
            shipment.request.url.hasSuffix("/reps") ? .status(429, retryAfter: "43200") : .ok
        }
        try world.run(until: at("2026-03-02 09:10"))
        if isReplaced { world.routing.channels["reps"] = Channel(name: "reps", platform: World.webhook("new")) }
        try world.restart()
        try world.run(until: at("2026-03-02 17:29"))
        #expect(world.said.count == (isReplaced ? 10 : 0))
        #expect(world.attempts.count == (isReplaced ? 11 : 2))
    }

    @Test(
        "what waits for a channel whose pause lasts goes where the routes lead when a restart finds the channel gone",
        arguments: [429, 503])
    func pauseOfAChannelThatIsGone(status: Int) throws {
        let world = try World.ofReps(1)
        world.answer = { shipment, _ in
            shipment.channel.name == "reps" ? .status(status, retryAfter: "43200") : .ok
        }
        try world.run(until: at("2026-03-02 09:10"))
        world.routing.channels = ["new": Channel(name: "new", platform: World.webhook("new"))]
        world.routing.top.rep = "new"
        try world.restart()
        try world.run(until: at("2026-03-02 09:11"))
        #expect(world.said.map(\.channel) == ["new"])
    }

    @Test("a reload that cannot write leaves what it found for the next one")
    func reloadOfALockedStore() throws {
        let world = try World.ofReps(10)
        world.answer = { shipment, _ in
            shipment.request.url.hasSuffix("/reps") ? .status(429, retryAfter: "1800") : .ok
        }
        try world.run(until: at("2026-03-02 09:10"))
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.webhook("new"))
        try world.sql("PRAGMA query_only = ON")
        #expect(throws: (any Error).self) { try world.reload() }
        try world.sql("PRAGMA query_only = OFF")
        try world.reload()
        try world.run(until: at("2026-03-02 09:15"))
        #expect(world.said.count == 10)
    }

    @Test("a reload that replaces the address ends its pause; one that keeps it does not", arguments: [true, false])
    func pauseOverReload(isReplaced: Bool) throws {
        let world = try World.ofReps(10)
        world.answer = { shipment, _ in
            shipment.request.url.hasSuffix("/reps") ? .status(429, retryAfter: "1800") : .ok
        }
        try world.run(until: at("2026-03-02 09:10"))
        if isReplaced { world.routing.channels["reps"] = Channel(name: "reps", platform: World.webhook("new")) }
        try world.reload()
        try world.run(until: at("2026-03-02 09:15"))
        #expect(world.said.count == (isReplaced ? 10 : 0))
        #expect(isReplaced || world.attempts.count == 1)
    }

    @Test("a group that moved is followed, until the configuration names another")
    func movedGroup() throws {
        let world = try World.ofReps(1)
        func telegram(_ chat: String) -> Channel {
            Channel(
                name: "reps", platform: Telegram(token: Secret("1:token"), chat: chat), isShared: true)
        }
        let moved = #"{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":-1002}}"#
        world.answer = { shipment, _ in
            let body = String(decoding: shipment.request.body, as: UTF8.self)
            return body.contains(#""-1001""#) ? .status(400, moved) : .status(200, #"{"ok":true,"result":{}}"#)
        }
        func chats(after attempt: Int = 0) -> [String] {
            world.attempts.dropFirst(attempt).map {
                String($0.body.split(separator: "\"").first { $0.hasPrefix("-100") } ?? "")
            }
        }
        world.routing.channels["reps"] = telegram("-1001")
        try world.run(until: at("2026-03-02 12:00"))
        #expect(chats() == ["-1001", "-1002"])
        for (chat, expected) in [("-1001", "-1002"), ("-1003", "-1003")] {
            let before = world.attempts.count
            world.routing.channels["reps"] = telegram(chat)
            try world.reload()
            try world.account("New \(chat)", of: try #require(world.attempts.first?.shipment.row.personID))
            try world.run(until: world.now.adding(seconds: 86_400))
            #expect(Set(chats(after: before)) == [expected])
        }
    }
}
