import CivilTime
import Coaching
import Store

extension Engine {
    /// What would be said to a person at the instant; nothing is sent, and the episodes are left as they are.
    package func preview(_ kind: Message.Kind, for member: Roster.Member, at now: Instant) throws -> Message? {
        try inScratch {
            let survey = try survey(member, now)
            return try composed(kind, for: member, survey, on: survey.day.today)
        }
    }

    /// The agenda of a team at the instant, whose it is, and what its room would hear; nothing is sent.
    package func previewHuddle(
        _ team: Roster.Team, at now: Instant
    ) throws -> (leader: Roster.Member, agenda: Message, room: Message?)? {
        let leads = roster.huddleSlots(of: team, at: now)
        guard let leader = leads.first(where: { roster.leads($0.member, team, at: now) }) ?? leads.first else {
            return nil
        }
        return try inScratch {
            let agenda = try huddleAgenda(team, leader: leader.member, now)
            return (leader.member, agenda.message, agenda.roomMessage)
        }
    }

    private struct Undo: Error {}

    /// Runs `body` in a transaction that is rolled back.
    private func inScratch<Result>(_ body: () throws -> Result) throws -> Result {
        var result: Result?
        let (evaluated, known, ripens) = (evaluated, known, ripens)
        defer { (self.evaluated, self.known, self.ripens) = (evaluated, known, ripens) }
        do {
            try store.database.transaction {
                result = try body()
                throw Undo()
            }
        } catch is Undo {}
        guard let result else { throw Undo() }
        return result
    }
}
