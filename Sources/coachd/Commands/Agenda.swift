import Chat
import CivilTime
import Coaching
import Engine
import Store

extension Command {
    static let agenda = Command(
        "agenda", "", "the huddle agenda of a team as it would be posted at the instant",
        details: "Nothing is sent or kept. Without --team the agendas of all teams.",
        options: [
            .init("--team", "NAME", "the team"), .at,
            .init("--payload", nil, "the request bodies of the team's channel"),
            .store, .config,
        ]
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.write)
        let engine = try context.engine(store)
        let now = try invocation.instant()
        let teams = try invocation.value("--team").map { [try Names.team($0, engine.roster)] } ?? engine.roster.teams
        guard !teams.isEmpty else { throw Failure("the store has no teams yet: `coachd import` brings them in") }
        var shown = 0
        for team in teams {
            guard let (leader, agenda, room) = try engine.previewHuddle(team, at: now) else {
                Terminal.error("coachd: \(team.name) has no leader, so it has no huddle")
                continue
            }
            if shown > 0, !invocation.has("--payload") { Terminal.writeLine() }
            shown += 1
            let today = team.zone.date(at: now)
            let next = engine.roster.nextHuddle(of: team, after: team.zone.startOfDay(today).adding(seconds: -1))
            if next.map({ team.zone.date(at: $0.instant) }) != today {
                Terminal.error(
                    "coachd: \(team.name) has no huddle that day; this is what it would say".escapingControls)
            }
            Preview.show(
                agenda, Envelope(id: "preview", to: leader.recipient, team: team.name, at: now), team.leaderChannel,
                asPayload: invocation.has("--payload"))
            if let room, let channel = team.room {
                if !invocation.has("--payload") { Terminal.writeLine() }
                Preview.show(
                    room, Envelope(id: "preview", team: team.name, at: now), channel,
                    asPayload: invocation.has("--payload"))
            }
        }
        return shown > 0 ? .done : .negative
    }

    static let nudges = Command(
        "nudges", "", "each person's morning or afternoon message as it would be sent at the instant",
        details: """
            Nothing is sent or kept. The afternoon's are shown for an instant after the rep's afternoon slot, else the morning's;
            --slot says which. A leader's morning is what the team is owed; --weekly shows the line of the week.
            """,
        options: [
            .at, .init("--rep", "EMAIL", "one rep only"), .init("--team", "NAME", "one team only"),
            .init("--slot", "NAME", "morning or afternoon"),
            .init("--weekly", nil, "each leader's line of the week instead"),
            .init("--payload", nil, "the request bodies of each rep's channel"), .store, .config,
        ]
    ) { invocation in
        let context = try Context(invocation)
        let store = try context.store(.write)
        let engine = try context.engine(store)
        let now = try invocation.instant()
        let slot = try invocation.value("--slot").map { name throws(UsageError) in
            guard let kind = Message.Kind(rawValue: name), kind.isNudge else {
                throw UsageError("--slot is morning or afternoon, not \"\(name)\"")
            }
            return kind
        }
        if invocation.has("--weekly") { return try weekly(invocation, engine, at: now) }
        var (isFirst, isWorkingDay) = (true, false)
        for member in try chosenMembers(invocation, engine.roster) where member.rep.role != .observer {
            if let zone = member.unreadZone {
                Terminal.error(
                    "coachd: nothing is sent to \(member.rep.name), for the time zone \"\(zone)\" cannot be read"
                        .escapingControls)
                continue
            }
            let time = member.rep.zone.local(now).time
            let isAfternoon = member.afternoon.map { time >= $0.time } ?? false
            guard member.rep.works(on: member.rep.zone.date(at: now)) else { continue }
            isWorkingDay = true
            guard let message = try engine.preview(slot ?? (isAfternoon ? .afternoon : .morning), for: member, at: now)
            else { continue }
            if !isFirst, !invocation.has("--payload") {
                Terminal.writeLine("\n" + String(repeating: "─", count: 40) + "\n")
            }
            isFirst = false
            let envelope = Envelope(id: "preview", to: member.recipient, at: now)
            Preview.show(message, envelope, member.channel, asPayload: invocation.has("--payload"))
        }
        if isFirst {
            let hint = slot == nil && isWorkingDay ? " --slot morning shows the morning." : ""
            Terminal.writeLine("Nobody would hear anything at this instant.\(hint)")
        }
        return .done
    }

    private static func weekly(_ invocation: Invocation, _ engine: Engine, at now: Instant) throws -> ExitCode {
        let teams = try invocation.value("--team").map { [try Names.team($0, engine.roster)] } ?? engine.roster.teams
        var isFirst = true
        var shown: Set<Message> = []
        for team in teams {
            guard let leader = engine.roster.leader(of: team, on: team.zone.date(at: now)),
                let message = try engine.previewWeekly(team, at: now), shown.insert(message).inserted
            else { continue }
            if !isFirst, !invocation.has("--payload") { Terminal.writeLine() }
            isFirst = false
            Preview.show(
                message, Envelope(id: "preview", to: leader.recipient, team: team.name, at: now), leader.channel,
                asPayload: invocation.has("--payload"))
        }
        return isFirst ? .negative : .done
    }
}

/// A message that is shown and not sent.
enum Preview {
    static func show(_ message: Message, _ envelope: Envelope, _ channel: Channel?, asPayload: Bool) {
        guard asPayload else {
            Terminal.writeLine(MessageView(message).text)
            return
        }
        let channel = channel ?? .console
        switch channel.platform.delivery(of: message, in: envelope) {
        case .request(let request): Terminal.writeLine(String(decoding: request.body, as: UTF8.self))
        case .mail(let mail): Terminal.write(String(decoding: mail.message, as: UTF8.self))
        case .local:
            Terminal.write(
                String(decoding: File.line(for: message, in: envelope, channel: channel.name), as: UTF8.self))
        case .impossible(let reason): Terminal.writeLine("\(channel.name): \(reason)".escapingControls)
        }
    }
}
