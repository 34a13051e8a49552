import Chat
import CivilTime
import Coaching
import Configuration
import Engine
import Import
import Store

extension Command {
    static let demo = Command(
        "demo", "", "a team's week in chat, in seconds: no file, no network, no account",
        details: """
            A sample team of a leader and four reps in two time zones lives through a working week. It is the real engine on a
            store in memory, under a clock that runs fast.
            """,
        options: [.init("--all", nil, "every message whole, not the telling ones only")]
    ) { invocation in
        try Demo(showsAll: invocation.has("--all")).run()
        return .done
    }
}

/// Drives the engine through the demo's week and prints what is said.
final class Demo {
    private let store: Store
    private let engine: Engine
    private let showsAll: Bool
    private let said = Said()
    private let london: Zone

    /// Collects what the queue delivers.
    private final class Said {
        var messages: [(message: Message, envelope: Envelope)] = []
    }

    init(showsAll: Bool) throws {
        self.showsAll = showsAll
        store = try Store.inMemory()
        let zones = ZoneDatabase()
        london = try zones.zone("Europe/London")
        let start = london.startOfDay(DemoTeam.monday)
        var problems: [String] = []
        let importer = Importer(store: store, zones: zones) { problems.append($0.description) }
        _ = try importer.run(DemoTeam().sources, at: start)
        guard problems.isEmpty else { throw Failure(problems.joined(separator: "\n")) }
        var routing = Routing()
        for name in ["leaders", "reps", "team-north"] {
            routing.channels[name] = Channel(name: name, platform: Console())
        }
        routing.top.leader = "leaders"
        routing.top.rep = "reps"
        routing.top.team = "team-north"
        engine = try Engine(store: store, policy: PolicySettings(), routing: routing, zones: zones)
    }

    func run() throws {
        let said = said
        let queue = DeliveryQueue(
            store: store, outlet: Outlet { said.messages.append(($0, $1)) }, isTransportThere: false)
        var acts = try DemoWeek(store: store).acts[...]
        var now = london.startOfDay(DemoTeam.monday)
        let end = london.startOfDay(DemoTeam.monday.adding(days: 5))
        var date: CivilDate?
        Terminal.writeLine(Self.introduction)
        while now < end {
            if london.date(at: now) != date {
                date = london.date(at: now)
                let words = DateWords(today: DemoTeam.monday.adding(days: -30)).dated(london.date(at: now))
                Terminal.writeLine("\n" + Terminal.styled("━━━ \(words) " + String(repeating: "━", count: 50), .blue))
            }
            while let act = acts.first, act.at <= now {
                switch act.deed {
                case .work(let story, let perform):
                    try perform(store)
                    if let story { tell(story, at: now) }
                case .words(let text, let writer): try hear(text, of: writer, at: now)
                }
                acts.removeFirst()
            }
            let next = try engine.settle(at: now)
            _ = try queue.collect(at: now, roster: engine.roster, channels: engine.routing.channels)
            show(at: now)
            now = min(next, acts.first?.at ?? end)
        }
        Terminal.writeLine(Self.ending)
    }

    private static let introduction = """
        A week with coachd: Team North, Mara leads, Ana, Ben and Chidi sell from London, Dana from New York. Nobody filled in
        a form: all of it comes from what they log, or write in the chat. The telling messages stand whole, the others in one
        line.
        """

    private static let ending = """

        That was the real engine on a store in memory. Your own team, in ten minutes:
          coachd init my-team                       a configuration, an empty store, CSV templates to fill
          coachd import my-team/csv --config my-team/coachd.toml
          coachd agenda --config my-team/coachd.toml     today's huddle, as it would be posted now
          coachd serve --config my-team/coachd.toml      every working day, by itself
        """

    private func show(at now: Instant) {
        var brief: [String] = []
        for (message, envelope) in said.messages {
            let day = london.date(at: now).days(since: DemoTeam.monday)
            let reader = message.kind == .team ? envelope.team ?? "" : envelope.to?.name ?? ""
            let spotlight = DemoWeek.Spotlight(day: day, kind: message.kind, to: reader)
            if showsAll || DemoWeek.spotlights.contains(spotlight) {
                let place = message.kind == .team ? "#team-north" : "direct message to \(reader)"
                Terminal.writeLine("\n" + Terminal.styled("\(localTime(of: envelope, now)) · \(place)", .dim))
                let lines = MessageView(message).text.split(separator: "\n", omittingEmptySubsequences: false)
                for line in lines { Terminal.writeLine(line.isEmpty ? "┃" : "┃ \(line)") }
            } else {
                let items = message.items.count { $0.state != .thanks }
                let thanks = message.items.contains { $0.state == .thanks } ? ", a thank you" : ""
                let what = items == 1 ? "1 item" : "\(items) items"
                switch message.kind {
                case .team: brief.append("the room of \(reader)")
                case .weekly: brief.append("the line of the week for \(reader)")
                default: brief.append("\(message.kind.rawValue) for \(reader) (\(what)\(thanks))")
                }
            }
        }
        said.messages.removeAll()
        if !brief.isEmpty {
            Terminal.writeLine(
                "\n" + Terminal.styled("\(london.local(now).time) · \(brief.joined(separator: ", "))", .dim))
        }
    }

    /// What somebody writes in chat, and what coachd answers there at once.
    private func hear(_ text: String, of email: String, at now: Instant) throws {
        guard let writer = engine.roster.member(email: email),
            let answer = try engine.answer(text, of: writer, id: "\(now.secondsSinceEpoch)", at: now)
        else { return }
        tell("\(writer.rep.shortName) writes: \(text)", at: now)
        for line in answer { Terminal.writeLine("┃ \(line.text)") }
    }

    private func localTime(of envelope: Envelope, _ now: Instant) -> String {
        guard let member = envelope.to.flatMap({ engine.roster.member(email: $0.email) }), member.rep.zone != london
        else {
            return "\(london.local(now).time)"
        }
        return "\(member.rep.zone.local(now).time) in \(member.rep.zone.identifier)"
    }

    private func tell(_ story: String, at now: Instant) {
        Terminal.writeLine("\n" + Terminal.styled("\(london.local(now).time) · \(story)", .green))
    }
}
