import CivilTime
import Diagnostics

/// An account that could give its place in a full list to another, with the facts that say so.
package struct GivingWay: Hashable, Sendable {
    package var account: String
    package var rank: Int?
    package var lastTouchAt: Instant?
    package var selectedOn: CivilDate
    package var nextStepOn: CivilDate?

    package init(
        account: String, rank: Int? = nil, lastTouchAt: Instant? = nil, selectedOn: CivilDate,
        nextStepOn: CivilDate? = nil
    ) {
        self.account = account
        self.rank = rank
        self.lastTouchAt = lastTouchAt
        self.selectedOn = selectedOn
        self.nextStepOn = nextStepOn
    }

    /// "Umbra: last touch on Fri 15 Nov, no next step, number 50 of the list".
    package func facts(in zone: Zone, today: CivilDate) -> String {
        let words = DateWords(today: today)
        let touch =
            lastTouchAt.map { "last touch \(words.on(zone.date(at: $0)))" }
            ?? "no touch since it was selected \(words.on(selectedOn))"
        let step =
            switch nextStepOn {
            case nil: "no next step"
            case let date? where date < today: "its next step was for \(words.said(date))"
            case let date?: "next step \(words.on(date))"
            }
        let place = rank.map { ", number \($0) of the list" } ?? ""
        return "\(account): \(touch), \(step)\(place)"
    }

    /// The command that takes it off the list.
    package var drop: String { "coachd account drop \(account.quotedForShell) --because TEXT" }

    /// The command that gives its place to another.
    package func swap(for newcomer: String, fit: String?) -> String {
        let why = fit.map { " --fit \($0.quotedForShell)" } ?? ""
        return "coachd account swap \(account.quotedForShell) \(newcomer.quotedForShell)\(why)"
    }
}
