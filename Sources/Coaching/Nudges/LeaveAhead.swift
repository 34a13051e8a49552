import CivilTime

/// What falls into a rep's leave, as it is said on his last working day before it.
package struct LeaveAhead: Hashable, Sendable {
    /// A next step or a milestone of one of his accounts.
    package struct Step: Hashable, Sendable {
        package var account: String
        package var what: String?
        package var on: CivilDate
    }

    /// The first working day after it.
    package let backOn: CivilDate
    package let steps: [Step]

    /// - Returns: nil where no leave begins before the next working day, or nothing falls into it.
    package init?(of accounts: some Sequence<Account>, on day: RepDay) {
        let rep = day.rep
        guard let back = rep.calendar.next(after: day.today) else { return nil }
        let days = day.today.adding(days: 1)..<back
        guard rep.away.contains(where: { $0.overlaps(days) }) else { return nil }
        let steps = accounts.filter { $0.isSelected(on: day.today) && $0.hold(on: day.today) == nil }.flatMap {
            account in
            [account.nextStepOn.map { Step(account: account.name, what: account.nextStep, on: $0) }].compactMap { $0 }
                + account.openMilestones(on: day.today).compactMap { milestone in
                    milestone.dueOn.map { Step(account: account.name, what: milestone.title, on: $0) }
                }
        }
        .filter { days.contains($0.on) }.sorted { ($0.on, $0.account) < ($1.on, $1.account) }
        guard !steps.isEmpty else { return nil }
        self.backOn = back
        self.steps = steps
    }
}

extension Briefing {
    private static let stepsShown = 3
    /// Letters of a step that tell which one it is.
    private static let longestStep = 40

    /// "You are back on Tue 22 Dec. Until then: Dorn Ferro (send the model, Tue 8 Dec). Who takes it?"
    var leaveLine: Phrase? {
        guard let leave else { return nil }
        let back = Phrase(words: dates.on(leave.backOn))
        let steps = leave.steps.map { step -> Phrase in
            let date = Phrase(words: dates.dated(step.on))
            guard let what = step.what, !what.isEmpty else { return "\(step.account) (" + date + ")" }
            return "\(step.account) (" + Phrase(data: what.withoutFullStop, limit: Self.longestStep) + ", " + date + ")"
        }
        .joined(", ", atMost: Self.stepsShown, in: language)
        return leave.steps.count == 1
            ? language.say(
                "You are back \(back). Until then: \(steps). Who takes it?",
                "Du bist \(back) wieder da. Bis dahin: \(steps). Wer übernimmt das?")
            : language.say(
                "You are back \(back). Until then: \(steps). Who takes them?",
                "Du bist \(back) wieder da. Bis dahin: \(steps). Wer übernimmt was?")
    }
}

extension ItemText {
    /// Calendar days up to which nobody wonders why something is near.
    private static let week = 7

    /// What is two weeks off may be near: leave lies before it.
    func leaveBefore(_ finding: Finding) -> Phrase? {
        guard let due = subject(of: finding)?.dueOn, due.days(since: day.today) > Self.week,
            let leave = day.rep.away.filter({ $0.lowerBound > day.today && $0.lowerBound <= due })
                .min(by: { $0.lowerBound < $1.lowerBound })
        else { return nil }
        let (first, last) = (Phrase(words: dates.dated(leave.lowerBound)), Phrase(words: dates.dated(leave.upperBound)))
        return language.say(
            "Near already, with the leave from \(first) to \(last).",
            "Schon nah, weil die Abwesenheit von \(first) bis \(last) davor liegt.")
    }
}
