import CivilTime

/// How coachd behaves, in three layers: for all, for a team, for a person.
package struct PolicySettings: Sendable {
    package var top = Layer()
    /// By team name.
    package var teams: [String: Layer] = [:]
    /// By e-mail in small letters.
    package var people: [String: Layer] = [:]

    package init() {}

    /// The questions of whoever has no others.
    package var bank: QuestionBank { QuestionSettings.bank(of: [top.questions]) }

    /// The values of a layer; nil comes from the layer below it.
    package struct Layer: Sendable {
        package var zone: Zone?
        package var workdays: WeekdaySet?
        package var hours: WorkingHours?
        package var holidays: Set<CivilDate> = []
        /// In the team's zone.
        package var huddleAt: TimeOfDay?
        package var huddleLateUntil: TimeOfDay?
        /// In the person's zone.
        package var morning: TimeOfDay?
        package var afternoon: TimeOfDay?
        package var nudgesLateUntil: TimeOfDay?
        /// Items of a nudge where they are there.
        package var items: Int?
        /// Working days.
        package var quiet: Int?
        package var stalled: Int?
        package var stalledByMilestone: [String: Int] = [:]
        package var nextStepPause: Int?
        package var milestoneNear: Int?
        package var liveThreads: Int?
        /// Calendar days.
        package var threadDays: Int?
        package var questions: QuestionSettings?
        /// Of 100.
        package var alike: Int?
        package var offList: Int?
        /// Accounts.
        package var listShort: Int?
        package var research: [ResearchTopic]?
        /// By the title of a milestone.
        package var researchBefore: [String: [ResearchTopic]] = [:]
        /// Working days of the leader.
        package var coachingRep: Int?
        package var coachingAccount: Int?
        package var highlight: Int?
        package var promise: Int?
        /// In the leader's zone.
        package var weeklyDay: Weekday?
        package var weeklyAt: TimeOfDay?

        package init() {}
    }
}

/// What holds where no layer says otherwise.
package enum PolicyDefaults {
    package static let zone = Zone.utc
    package static let workdays = WeekdaySet.mondayToFriday
    package static let hours = literal("09:00-17:30", WorkingHours.init(parsing:))
    package static let huddleAt = literal("08:40", TimeOfDay.init(parsing:))
    package static let huddleLateUntil = literal("11:00", TimeOfDay.init(parsing:))
    package static let morning = literal("09:00", TimeOfDay.init(parsing:))
    package static let afternoon = literal("14:30", TimeOfDay.init(parsing:))
    package static let nudgesLateUntil = literal("17:00", TimeOfDay.init(parsing:))
    package static let weeklyDay = Weekday.friday
    package static let weeklyAt = literal("16:00", TimeOfDay.init(parsing:))

    private static func literal<Value>(_ text: String, _ parse: (String) throws -> Value) -> Value {
        do { return try parse(text) } catch { preconditionFailure("a default is not what it should be: \(error)") }
    }
}
