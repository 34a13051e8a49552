import Coaching
import SQLite

/// The store's schema: tables for people, accounts and their activity, and what coachd decides and does with them.
package enum Schema {
    /// "coac" in ASCII, so that a foreign SQLite file is told from a store.
    package static let applicationID = 0x636F_6163
    package static let version = 8
    /// The Magnificent 50.
    package static let accountsPerRep = 50

    /// What brings a store of a version to the next one. They say what that version was, so nothing of today's schema stands in them.
    static let upgrades = [
        1: upgradeToVersion2, 2: upgradeToVersion3, 3: upgradeToVersion4, 4: upgradeToVersion5, 5: upgradeToVersion6,
        6: upgradeToVersion7, 7: upgradeToVersion8,
    ]

    /// All statements of the current version, in order.
    static var script: String {
        ([tables, ownTables] + activityIndexes + triggers + views).map { $0 + ";" }.joined(separator: "\n")
    }

    static let touchKinds = ActivityKind.allCases.filter(\.isTouch).map(\.rawValue)

    /// "column = 'a' OR column = 'b'", which a NULL passes. A list after IN would be built as a table of its own for each row.
    static func oneOf(_ column: String, _ values: [String]) -> String {
        values.map { "\(column) = '\($0)'" }.joined(separator: " OR ")
    }
}
