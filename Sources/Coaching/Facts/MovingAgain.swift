import CivilTime

/// How a touch ended the silence of an account.
package struct MovingAgain: Hashable, Sendable {
    package var touch: Touch
    /// Whole working days of the rep without a touch before it.
    package var idleDays: Int
    /// Whether no touch came before, so that the account did not move again: the first contact is made.
    package var isFirst: Bool
    /// Whether something was reached there before: then the first touch that is logged is no first contact.
    package var isKnown: Bool

    package init(_ touch: Touch, idleDays: Int, isFirst: Bool = false, isKnown: Bool = false) {
        self.touch = touch
        self.idleDays = idleDays
        self.isFirst = isFirst
        self.isKnown = isKnown
    }

    /// - Parameter before: The account as it was before the day of the touch.
    package init(_ touch: Touch, _ before: Account, of rep: Rep) {
        let day = RepDay(rep, at: touch.at)
        self.init(
            touch, idleDays: Idleness(of: before, on: day).workingDays, isFirst: before.lastTouchAt == nil,
            isKnown: before.milestones.contains { $0.isDone(on: day.today) })
    }
}
