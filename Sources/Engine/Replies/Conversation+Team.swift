import CivilTime
import Coaching
import Store

/// What a leader asks of his people, and tells of them.
extension Conversation {
    /// Those whom the writer leads, and who are still here; without himself.
    var led: [Rep] {
        roster.order.compactMap { roster.members[$0]?.rep }.filter {
            $0.id != rep.id && roster.isLeaderOrDeputy(rep.id, of: $0) && !$0.hasLeft(on: today)
        }
    }

    /// Leave of somebody whom the writer leads.
    func away(_ person: RowID, _ first: CivilDate, _ last: CivilDate, _ reason: String?) throws -> Outcome {
        try leading(person) { rep in
            let undo = try store.undo(of: .away, at: { try store.leave(of: rep.id, from: first) }) {
                try store.addAway(of: rep.id, from: first, until: last, because: reason)
            }
            return .said(text.isAway(rep.shortName, from: first, through: last), undo: undo)
        }
    }

    /// What somebody did on some days.
    func showDays(of person: RowID?, from first: CivilDate, through last: CivilDate) throws -> Outcome {
        let person = person ?? rep.id
        guard let member = roster.members[person],
            person == rep.id || roster.isLeaderOrDeputy(rep.id, of: member.rep)
        else { return .said(text.leadersOnly) }
        let zone = member.rep.zone
        let deeds = try store.deeds(
            of: person, from: zone.startOfDay(first),
            before: min(zone.startOfDay(last.adding(days: 1)), now.adding(seconds: 1)))
        let name = person == rep.id ? nil : member.rep.shortName
        return .said(text.days(of: name, from: first, through: last, deeds))
    }

    /// - Parameter person: Nil is everybody.
    func showPromises(to person: RowID?) throws -> Outcome {
        let open = try store.openSaid(.promise, by: rep.id, at: now).filter { person == nil || $0.forID == person }
        guard !open.isEmpty else { return .said(text.noPromise) }
        return Outcome(
            lines: open.map { said in
                text.promised(said.text, to: roster.members[said.forID ?? 0]?.rep.shortName, by: said.dueOn)
            })
    }

    func showAway() -> Outcome {
        let people = isLeader ? led : [rep]
        let lines = people.compactMap { rep in
            rep.away.filter { $0.upperBound >= today && $0.lowerBound <= today.adding(days: 7) }
                .min { $0.lowerBound < $1.lowerBound }
                .map { text.isAway(rep.shortName, from: $0.lowerBound, through: $0.upperBound) }
        }
        return lines.isEmpty ? .said(text.nobodyAway) : Outcome(lines: lines)
    }

    func showAsks() throws -> Outcome {
        let people = isLeader ? led : [rep]
        let lines = try people.flatMap { rep in
            try store.openSaid(.ask, by: rep.id, at: now).map {
                text.ask($0.text, of: rep.shortName, about: $0.account)
            }
        }
        return lines.isEmpty ? .said(text.noAsk) : Outcome(lines: lines)
    }
}
