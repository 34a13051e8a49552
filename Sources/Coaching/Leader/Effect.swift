import CivilTime

/// How often messages about a kind were followed by an act: what helps, and what only makes noise. Of a message about the day's plan
/// any planned activity later on that day is one, for the whole plan is more than a message brings about.
package struct Effect: Hashable, Sendable {
    package var kind: FindingKind
    /// Mentions that had their working days to be acted on.
    package var mentions: Int
    /// Of these, those that were acted on within them.
    package var helped: Int

    package init(_ kind: FindingKind, mentions: Int, helped: Int) {
        self.kind = kind
        self.mentions = mentions
        self.helped = helped
    }

    /// Working days after a mention within which an act counts as its effect.
    package static let within = 2
    /// Working days that are looked back on.
    package static let span = 60
    /// Calendar days after which a kind may be proposed for silence again.
    package static let proposedEvery = 28

    /// One mention of an episode to a person; of the day's plan one message, whatever it missed.
    package struct Mention: Hashable, Sendable {
        package var kind: FindingKind
        package var personID: RowID
        package var on: CivilDate
        package var resolvedOn: CivilDate?
        package var resolution: Resolution?
        /// When the message was composed.
        package var at: Instant
        /// Whether planned activity followed on that day, of `activity-missing`.
        package var isFollowed = false

        package init(
            _ kind: FindingKind, personID: RowID, on date: CivilDate, at instant: Instant, resolvedOn: CivilDate? = nil,
            resolution: Resolution? = nil
        ) {
            self.kind = kind
            self.personID = personID
            self.on = date
            at = instant
            self.resolvedOn = resolvedOn
            self.resolution = resolution
        }

        /// Nil while it is too early to say.
        func isActedOn(_ calendar: WorkingCalendar, today: CivilDate) -> Bool? {
            guard kind != .activityMissing else { return isFollowed ? true : on < today ? false : nil }
            if let resolvedOn, calendar.workingDays(after: on, before: resolvedOn.adding(days: 1)) <= within {
                return resolution?.isAct ?? false
            }
            if resolvedOn != nil || calendar.workingDays(after: on, before: today) >= within { return false }
            return nil
        }
    }

    /// The effect of each kind that was mentioned, in the order of findings.
    /// - Parameter calendar: The working days of a person.
    package static func tally(
        _ mentions: [Mention], today: CivilDate, calendar: (RowID) -> WorkingCalendar?
    ) -> [Effect] {
        var effects: [FindingKind: Effect] = [:]
        for mention in mentions {
            guard let calendar = calendar(mention.personID), let isActedOn = mention.isActedOn(calendar, today: today)
            else { continue }
            effects[mention.kind, default: Effect(mention.kind, mentions: 0, helped: 0)].mentions += 1
            if isActedOn { effects[mention.kind]?.helped += 1 }
        }
        return effects.values.sorted { $0.kind.priority < $1.kind.priority }
    }

    /// Said often, and hardly ever of use: the leader may want it to stop. Where a ladder ended, his is the last ear.
    package var isNoise: Bool { kind != .stallUnanswered && mentions >= 20 && helped * 10 < mentions }

    /// "41 of 60 within 2 working days", "12 of 30 later that day"
    package var words: String { "\(helped) of \(mentions) \(span(in: .english))" }

    /// How long after a mention an act counts as its effect.
    func span(in language: Language) -> String {
        kind == .activityMissing
            ? language.word("later that day", "noch am selben Tag")
            : language.word("within ", "innerhalb von ") + language.dativeWorkingDays(Self.within)
    }
}
