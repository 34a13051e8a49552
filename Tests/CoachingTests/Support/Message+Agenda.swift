import Coaching

extension Message {
    /// The agenda of a briefing, with the touches that the briefing knows.
    static func huddle(_ briefing: HuddleBriefing) -> Message { HuddleAgenda(briefing).message }
    static func team(_ briefing: HuddleBriefing) -> Message? { HuddleAgenda(briefing).roomMessage }
}
