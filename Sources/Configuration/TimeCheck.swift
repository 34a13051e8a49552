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
        let huddle = value(\.huddleAt, PolicyDefaults.huddleAt)
        order(
            huddle, "the huddle", value(\.huddleLateUntil, PolicyDefaults.huddleLateUntil), "huddle.late_until",
            Self.span("huddle", ["late_until", "at"], table))
        let morning = value(\.morning, PolicyDefaults.morning)
        let afternoon = value(\.afternoon, PolicyDefaults.afternoon)
        order(
            morning, "the morning plan", afternoon, "nudges.afternoon",
            Self.span("nudges", ["afternoon", "morning"], table))
        order(
            afternoon, "the afternoon bundle", value(\.nudgesLateUntil, PolicyDefaults.nudgesLateUntil),
            "nudges.late_until",
            Self.span("nudges", ["late_until", "afternoon"], table))
        let quiet = value(\.quiet, Thresholds().quiet)
        let stalled = value(\.stalled, Thresholds().stalled)
        if quiet >= stalled, let span = Self.span("thresholds", ["quiet", "stalled"], table) {
            log.warning(
                "an account stalls after \(stalled) working days, so none is ever quiet (after \(quiet))", at: span)
        }
    }

    private func order(_ first: TimeOfDay, _ what: String, _ second: TimeOfDay, _ name: String, _ span: SourceSpan?) {
        guard let span, second <= first else { return }
        log.error("\(name) is \(second), which is not after \(what) at \(first)", at: span)
    }

    /// The place of the first of the settings that this very layer has; nil when the layer has none of them.
    private static func span(_ group: String, _ keys: [String], _ table: TOMLTable) -> SourceSpan? {
        guard case .table(let group)? = table[group]?.value else { return nil }
        return keys.lazy.compactMap { group[$0]?.span }.first
    }
}
