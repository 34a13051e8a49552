import Chat
import CivilTime
import Configuration
import Diagnostics

/// Reads configurations as the daemon does, without its surroundings unless a test names some.
enum Reading {
    static let zones = ZoneDatabase()
    static let today = CivilDate(dayNumber: 20_781)

    static func configuration(
        _ text: String, directory: String = "/nowhere", environment: [String: String] = [:],
        needsSecrets: Bool = true
    ) throws(ConfigurationProblem) -> Configuration {
        try Configuration(
            Array(text.utf8), file: "coachd.toml",
            surroundings: Surroundings(
                directory: directory, needsSecrets: needsSecrets, environment: { environment[$0] }), zones: zones,
            today: today)
    }

    /// All that is said of a text: its errors, or the warnings of one that can be used.
    static func diagnostics(
        _ text: String, directory: String = "/nowhere", environment: [String: String] = [:]
    ) -> [Diagnostic] {
        do throws(ConfigurationProblem) {
            return try configuration(text, directory: directory, environment: environment).warnings
        } catch {
            return error.diagnostics
        }
    }
}

extension [Diagnostic] {
    var errors: [Diagnostic] { filter { $0.severity == .error } }

    /// All as they are printed.
    var printed: String { map(\.description).joined(separator: "\n") }

    /// The hints, joined.
    var hints: String { compactMap(\.hint).joined(separator: "\n") }

    /// The lines that errors point at.
    var errorLines: Set<Int> { Set(errors.compactMap { $0.location?.line }) }
}
