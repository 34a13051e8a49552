import CivilTime
import Coaching
import TOML

/// Times of one layer that do not go together.
struct TimeCheck {
    let log: DiagnosticLog

    /// - Parameter ways: The layers that may fill what this one leaves open, the nearest first. Whose team a person is in, only the store
    /// knows: then there are several ways, and only what is wrong in all of them is told.
    func run(_ layer: PolicySettings.Layer, over ways: [[PolicySettings.Layer]], _ table: TOMLTable) {
        func order(_ first: Setting, _ what: String, _ second: Setting) {
            func isWrong(_ layers: [PolicySettings.Layer]) -> Bool {
                second.value(in: layers) <= first.value(in: layers)
            }
            guard ways.allSatisfy({ isWrong([layer] + $0) }),
                // What is wrong below already is told there.
                ways.contains(where: { $0.isEmpty || !isWrong($0) }),
                let span = Self.span(second.group, [second.key, first.key], table)
            else { return }
            let layers = [layer] + ways[0]
            log.error(
                "\(second.group).\(second.key) is \(second.value(in: layers)), which is not after \(what) at "
                    + "\(first.value(in: layers))", at: span)
        }
        order(.huddle, "the huddle", .huddleLateUntil)
        order(.morning, "the morning plan", .afternoon)
        order(.afternoon, "the afternoon bundle", .nudgesLateUntil)
        let thresholds = ways.map { below in
            let layers = [layer] + below
            return (
                quiet: layers.lazy.compactMap(\.quiet).first ?? Thresholds().quiet,
                stalled: layers.lazy.compactMap(\.stalled).first ?? Thresholds().stalled
            )
        }
        if thresholds.allSatisfy({ $0.quiet >= $0.stalled }),
            let span = Self.span("thresholds", ["quiet", "stalled"], table)
        {
            let (quiet, stalled) = thresholds[0]
            log.warning(
                "an account stalls after \(stalled) working days, so none is ever quiet (after \(quiet))", at: span)
        }
    }

    /// A time of day with its place in a table and its default.
    private struct Setting {
        var group: String
        var key: String
        var path: KeyPath<PolicySettings.Layer, TimeOfDay?>
        var otherwise: TimeOfDay

        func value(in layers: [PolicySettings.Layer]) -> TimeOfDay {
            layers.lazy.compactMap { $0[keyPath: path] }.first ?? otherwise
        }

        static var huddle: Setting {
            Setting(group: "huddle", key: "at", path: \.huddleAt, otherwise: PolicyDefaults.huddleAt)
        }
        static var huddleLateUntil: Setting {
            Setting(
                group: "huddle", key: "late_until", path: \.huddleLateUntil, otherwise: PolicyDefaults.huddleLateUntil)
        }
        static var morning: Setting {
            Setting(group: "nudges", key: "morning", path: \.morning, otherwise: PolicyDefaults.morning)
        }
        static var afternoon: Setting {
            Setting(group: "nudges", key: "afternoon", path: \.afternoon, otherwise: PolicyDefaults.afternoon)
        }
        static var nudgesLateUntil: Setting {
            Setting(
                group: "nudges", key: "late_until", path: \.nudgesLateUntil, otherwise: PolicyDefaults.nudgesLateUntil)
        }
    }

    /// The place of the first of the settings that this very layer has; nil when the layer has none of them.
    private static func span(_ group: String, _ keys: [String], _ table: TOMLTable) -> SourceSpan? {
        guard case .table(let group)? = table[group]?.value else { return nil }
        return keys.lazy.compactMap { group[$0]?.span }.first
    }
}
