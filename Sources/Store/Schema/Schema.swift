import Coaching
import SQLite

/// The store's schema: tables for people, accounts and their activity, and what coachd decides and does with them.
package enum Schema {
    /// "coac" in ASCII, so that a foreign SQLite file is told from a store.
    package static let applicationID = 0x636F_6163
    package static let version = 1

    /// All statements of schema version 1, in order.
    static var script: String {
        ([tables, ownTables] + activityIndexes + triggers + [views]).map { $0 + ";" }.joined(separator: "\n")
    }

    static let kinds = quoted(ActivityKind.allCases)
    static let touchKinds = quoted(ActivityKind.allCases.filter(\.isTouch))

    private static func quoted(_ kinds: [ActivityKind]) -> String {
        kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }
}
