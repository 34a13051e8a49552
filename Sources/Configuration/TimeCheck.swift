import CivilTime
import Coaching
import TOML

/// Times of one layer that do not go together.
struct TimeCheck {
    let log: DiagnosticLog

    /// - Parameter below: The layers that fill what this one leaves open.
    func run(_ layer: PolicySettings.Layer, _ below: [PolicySettings.Layer], _ table: TOMLTable) {
        func value<Value>(_ path: KeyPath<PolicySettings.Layer, Value?>, _ otherwise: Value) -> Value {
            for layer in [layer] + below { if let value = layer[keyPath: path] { return value } }
            return otherwise
        }
        func order(_ first: Setting, _ what: String, _ second: Setting) {
            let (one, other) = (value(first.path, first.otherwise), value(second.path, second.otherwise))
            // What is wrong below already is told there.
            func beneath(_ setting: Setting) -> TimeOfDay {
                below.lazy.compactMap { $0[keyPath: setting.path] }.first ?? setting.otherwise
            }
            guard other <= one, below.isEmpty || beneath(second) > beneath(first) else { return }
            guard let span = Self.span(second.group, [second.key, first.key], table) else { return }
            log.error("\(second.group).\(second.key) is \(other), which is not after \(what) at \(one)", at: span)
        }
        order(.huddle, "the huddle", .huddleLateUntil)
        order(.morning, "the morning plan", .afternoon)
        order(.afternoon, "the afternoon bundle", .nudgesLateUntil)
        let quiet = value(\.quiet, Thresholds().quiet)
        let stalled = value(\.stalled, Thresholds().stalled)
        if quiet >= stalled, let span = Self.span("thresholds", ["quiet", "stalled"], table) {
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
