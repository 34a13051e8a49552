import Chat
import CivilTime
import Coaching

/// How coachd behaves and where it speaks: three layers of the configuration, and what stands only once.
package struct Settings: Sendable {
    /// The top of the file.
    package var top = Layer()
    /// By team name.
    package var teams: [String: Layer] = [:]
    /// By e-mail in small letters.
    package var people: [String: Layer] = [:]
    package var channels: [String: Channel] = [:]
    package var bank = QuestionBank.english

    package init() {}

    /// The values of a layer; nil comes from the layer below it.
    package struct Layer: Sendable {
        package var zone: Zone?
        package var workdays: WeekdaySet?
        package var hours: WorkingHours?
        package var holidays: Set<CivilDate> = []
        package var huddleAt: TimeOfDay?
        package var huddleLateUntil: TimeOfDay?
        package var morning: TimeOfDay?
        package var afternoon: TimeOfDay?
        package var nudgesLateUntil: TimeOfDay?
        /// Items of a nudge where they are there.
        package var items: Int?
        package var quiet: Int?
        package var stalled: Int?
        package var stalledByMilestone: [String: Int] = [:]
        package var nextStepPause: Int?
        package var milestoneNear: Int?
        package var liveThreads: Int?
        package var threadDays: Int?
        package var routes = Routes()

        package init() {}
    }

    /// Channel names.
    package struct Routes: Sendable, Hashable {
        package var leader: String?
        package var rep: String?
        package var team: String?
        package var fallback: String?

        package init() {}

        package var isEmpty: Bool { self == Routes() }
    }

    /// Nothing is routed: all is said on the console.
    package var saysAllOnConsole: Bool {
        ([top] + teams.values + people.values).allSatisfy(\.routes.isEmpty)
    }
}

/// What holds where no layer says otherwise.
package enum Defaults {
    package static let zone = Zone.utc
    package static let workdays = WeekdaySet.mondayToFriday
    package static let hours = time("09:00-17:30", WorkingHours.init(parsing:))
    package static let huddleAt = time("08:40", TimeOfDay.init(parsing:))
    package static let huddleLateUntil = time("11:00", TimeOfDay.init(parsing:))
    package static let morning = time("09:00", TimeOfDay.init(parsing:))
    package static let afternoon = time("14:30", TimeOfDay.init(parsing:))
    package static let nudgesLateUntil = time("17:00", TimeOfDay.init(parsing:))

    private static func time<Value>(_ text: String, _ parse: (String) throws -> Value) -> Value {
        do { return try parse(text) } catch { preconditionFailure("a default is not what it should be: \(error)") }
    }
}
