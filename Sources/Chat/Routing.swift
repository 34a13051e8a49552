/// Where coachd speaks: the channels by name, and which of them leads to whom, in three layers.
package struct Routing: Sendable {
    package var channels: [String: Channel] = [:]
    package var top = Routes()
    /// By team name.
    package var teams: [String: Routes] = [:]
    /// By e-mail in small letters.
    package var people: [String: Routes] = [:]

    package init() {}

    /// Nothing is routed: all is said on the console.
    package var saysAllOnConsole: Bool {
        top.isEmpty && teams.values.allSatisfy(\.isEmpty) && people.values.allSatisfy(\.isEmpty)
    }
}

/// Channel names; nil comes from the layer below.
package struct Routes: Sendable, Hashable {
    package var leader: String?
    package var rep: String?
    package var team: String?
    package var fallback: String?

    package init() {}

    package var isEmpty: Bool { self == Routes() }
}

extension [String: Channel] {
    /// A channel by its name. The console is there without being configured.
    package func channel(named name: String) -> Channel? {
        self[name] ?? (name == Channel.console.name ? .console : nil)
    }
}
