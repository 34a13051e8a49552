import Chat
import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let simulate = Command(
        "simulate", "", "what would be said from one day to another, message by message",
        details: """
            The real engine under a clock that runs fast, on a scratch copy of the store: nothing is sent, and the store stays as it
            is. Without --seed nobody acts. With --seed N people work, rest, answer and forget by the dice, the same for the
            same N: so it shows how a policy feels before it is used.

              coachd simulate --from 2026-11-24 --to 2026-12-18 --rep ana@example.com
              coachd simulate --from 2026-11-24 --to 2027-11-23 --seed 7 --json

            The days are everybody's own. What is dated later than a simulated moment does not count yet, and what coachd itself
            decided after the first is taken back. With --json one object a line: at (UTC), local (RFC 9557), to (the person's
            e-mail; of a team's room the team), kind (\(Message.Kind.ofSlots.map(\.rawValue).joined(separator: ", "))),
            channel, text, and items, each with kind, account (its external id, else its name), state (new, still, back, thanks,
            rotation) and day: the working days since it was first mentioned to its rep, 0 on that day.
            """,
        options: [
            .init("--from", "DATE", "the first day: \(DateWord.forms)"), .init("--to", "DATE", "the last day"),
            .init("--seed", "N", "people act by the dice of this number"), .json,
            .init("--team", "NAME", "show what one team hears"), .init("--rep", "EMAIL", "show what one person hears"),
            .store, .config,
        ]
    ) { invocation in
        let context = try Context(invocation)
        let zone = context.configuration.policy.top.zone ?? PolicyDefaults.zone
        let (first, last) = try days(of: invocation, today: zone.date(at: SystemClock.now))
        guard first <= last else { throw UsageError("--to is before --from") }
        let seed = try invocation.value("--seed").map { text throws(UsageError) in
            guard let seed = UInt64(text) else { throw UsageError("--seed is a whole number, not \"\(text)\"") }
            return seed
        }
        let store = try context.store(.read).scratchCopy()
        let roster = try context.roster(store)
        let team = try invocation.value("--team").map { try Names.team($0, roster) }
        let rep = invocation.has("--rep") ? try chosenMembers(invocation, roster).first?.rep : nil
        let simulation = try Simulation(
            store, policy: context.configuration.policy, routing: context.configuration.routing, zones: context.zones,
            period: first...last, life: seed.map { .people(seed: $0) } ?? .nobody)
        var view = SimulationView(isJSON: invocation.has("--json"))
        try simulation.run { heard in
            // Who lives far east or west of the others may hear something on the day before or after.
            guard (first...last).contains(heard.zone.date(at: heard.at)) else { return }
            if let team, heard.team?.id ?? heard.rep?.teamID != team.id { return }
            if let rep, heard.rep?.id != rep.id { return }
            try view.show(heard, store)
        }
        if !view.isJSON, view.count == 0 { Terminal.writeLine("Nobody would hear anything in these days.") }
        return .done
    }

    private static func days(
        of invocation: Invocation, today: CivilDate
    ) throws(UsageError) -> (first: CivilDate, last: CivilDate) {
        guard let first = try invocation.date("--from", today: today), let text = invocation.value("--to") else {
            throw UsageError("something is missing: simulate --from DATE --to DATE")
        }
        do throws(TimeFormatError) {
            return (first, try DateWord.last(text, from: first, today: today))
        } catch {
            throw UsageError("--to: \(error)", hint: "a date is \(DateWord.forms)")
        }
    }
}

/// Prints what is heard in a simulation.
private struct SimulationView {
    let isJSON: Bool
    private(set) var count = 0
    private var date: CivilDate?

    init(isJSON: Bool) { self.isJSON = isJSON }

    mutating func show(_ heard: Heard, _ store: Store) throws {
        count += 1
        if isJSON {
            Terminal.writeLine(try JSON(heard, store).text)
            return
        }
        let local = heard.zone.local(heard.at)
        if local.date != date {
            date = local.date
            let day = DateWords(today: local.date).dated(local.date)
            Terminal.writeLine(
                "\n" + Terminal.styled("━━━ \(day) \(local.date.year) " + String(repeating: "━", count: 40), .blue))
        }
        let reader = heard.rep?.name ?? heard.team?.name ?? ""
        Terminal.writeLine(
            "\n"
                + Terminal.styled(
                    "\(local.time) \(heard.zone) · \(heard.message.kind.rawValue) to \(reader) (\(heard.channel))"
                        .escapingControls, .dim))
        Terminal.writeLine(MessageView(heard.message).text)
    }
}

extension JSON {
    /// One line of `simulate --json`.
    fileprivate init(_ heard: Heard, _ store: Store) throws {
        self = [
            "at": .string(heard.at.rfc3339), "local": .string(heard.zone.rfc9557(heard.at)),
            "to": JSON(heard.rep?.email ?? heard.team?.name), "kind": .string(heard.message.kind.rawValue),
            "channel": .string(heard.channel), "text": .string(heard.message.plainText),
            "items": .array(
                try heard.message.items.map { item in
                    [
                        "kind": .string(item.kind?.rawValue ?? "healthy"),
                        "account": JSON(try item.accountID.flatMap { try store.key(ofAccount: $0) }),
                        "state": .string(item.state.rawValue),
                        "day": JSON(item.state == .thanks ? nil : item.findingID.flatMap { heard.ladderDays[$0] }),
                    ]
                }),
        ]
    }
}
