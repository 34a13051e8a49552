import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Morning plans of Monday 2 March 2026, 09:00 in UTC.
@Suite("What is remembered of a channel over restarts and reloads")
struct ChannelMemoryTests {
    @Test("a pause that a server asked for holds over a restart")
    func pauseOverRestart() throws {
        let world = try World.ofReps(10)
        let calm = try at("2026-03-02 09:30")
        world.answer = { _, now in now < calm ? .status(429, retryAfter: "1800") : .ok }
        try world.run(until: at("2026-03-02 09:10"))
        try world.restart()
        try world.run(until: at("2026-03-02 09:29"))
        #expect(world.attempts.count == 1)
        try world.run(until: at("2026-03-02 09:35"))
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
