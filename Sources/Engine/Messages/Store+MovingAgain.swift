import CivilTime
import Coaching
import Store

extension Store {
    /// How a touch ended the episode of an account; nil where none did, or the account is nobody's now.
    func movingAgain(_ episode: Episode, of rep: Rep, at now: Instant) throws -> MovingAgain? {
        guard episode.resolution == .touch, let id = episode.finding.accountID,
            let touch = try touchThatEnded(episode.id, at: now, in: rep.zone)
        else { return nil }
        let start = rep.zone.startOfDay(rep.zone.date(at: touch.at))
        return try accounts(.account(id), at: start.adding(seconds: -1)).first.map { MovingAgain(touch, $0, of: rep) }
    }
}
