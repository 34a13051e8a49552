extension Judge {
    /// How much a person hears on a day, and at which hours.
    mutating func judgeDays() {
        var heard: [Int64: [Int: [Record.Message]]] = [:]
        for message in record.messages {
            guard let person = message.person, let reader = record.people[person],
                let (day, second) = record.arrival(of: message)
            else { continue }
            heard[person, default: [:]][day, default: []].append(message)
            let what = "\(message.kind) \(message.id) to \(reader.name)"
            if !reader.works(on: day) { accuse("silence on days off", day, what) }
            // The leader chose the huddle's time.
            if message.kind != "huddle", !reader.hours.contains(second) {
                accuse("quiet hours", day, "\(what) at \(second / 3600):\(second / 60 % 60)")
            }
        }
        for (person, days) in heard {
            for (day, messages) in days {
                let kinds = messages.map(\.kind).joined(separator: ", ")
                // The agendas of a morning count as one, however many teams somebody leads.
                let agendas = messages.count { $0.kind == "huddle" }
                if messages.count - max(0, agendas - 1) > 3 {
                    accuse("3 messages a day", day, "\(name(person)): \(kinds)")
                }
                if messages.count(where: \.isNudge) > 2 { accuse("2 nudges a day", day, "\(name(person)): \(kinds)") }
            }
        }
    }

    /// Each slot once on each working day, done or skipped, from the first to the last.
    mutating func judgeSlots() {
        struct Key: Hashable { var kind: String, team: Int64?, person: Int64? }
        for (key, slots) in Dictionary(
            grouping: record.slots, by: { Key(kind: $0.kind, team: $0.team, person: $0.person) })
        {
            let what = "\(key.kind) of \(key.person.map { name($0) } ?? "the team")"
            let days = slots.map(\.day)
            for (earlier, later) in zip(days, days.dropFirst()) where earlier == later {
                accuse("a slot once a day", later, what)
            }
            for slot in slots {
                let wanted = slot.outcome == "sent" || slot.outcome == "late"
                if wanted != (slot.messages > 0) {
                    accuse("a slot has its message", slot.day, "\(what): \(slot.outcome), \(slot.messages) messages")
                }
                if let zone = key.person.flatMap({ record.people[$0]?.zone })
                    ?? key.team.flatMap({ record.teamZones[$0] }),
                    slot.messages > 0, record.clock(slot.due, zone).day != slot.day || slot.due > slot.done
                {
                    accuse("a slot is of its day", slot.day, what)
                }
            }
            guard let person = key.person, let owner = record.people[person], key.kind != "weekly",
                let first = days.first, let last = days.last
            else { continue }
            let known = Set(days)
            for day in first...last where owner.works(on: day) && !known.contains(day) {
                accuse("a slot each working day", day, what)
            }
        }
    }
}
