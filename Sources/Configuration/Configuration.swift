import Chat
import CivilTime
import Coaching
import Diagnostics
import TOML

/// A configuration file, read and checked.
package struct Configuration: Sendable {
    package var policy = PolicySettings()
    package var routing = Routing()
    /// The store's path as the process can open it; nil where the file names none.
    package var storePath: String?
    /// Where each team and each person, by e-mail in small letters, is named.
    package var places = (teams: [String: SourceLocation](), people: [String: SourceLocation]())
    /// The calendars and questions that were read besides the file itself.
    package var otherFiles: [String] = []
    /// Warnings and notes only: with an error there is no configuration.
    package var warnings: [Diagnostic] = []

    /// All defaults: everything is said on the console.
    package init() {}

    /// Reads a configuration.
    /// - Parameters:
    ///   - bytes: The text of the file.
    ///   - file: Its path as messages show it.
    ///   - today: Yearly holidays are laid out around it.
    /// - Throws: `ConfigurationProblem` with all problems at once. While the text is no TOML, with those alone: what was skipped for them
    ///   would be missed.
    package init(
        _ bytes: [UInt8], file: String, surroundings: Surroundings, zones: ZoneDatabase, today: CivilDate
    ) throws(ConfigurationProblem) {
        let (document, diagnostics) = TOMLParser.parse(bytes, file: file)
        let log = DiagnosticLog(document, diagnostics)
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            throw ConfigurationProblem(diagnostics: log.told)
        }
        let top = TableReader(document.root, path: "", log: log)
        let layers = LayerReader(
            surroundings: surroundings, zones: zones, years: today.adding(days: -750)...today.adding(days: 1100))
        storePath = Self.storePath(top, surroundings)
        policy.top = layers.layer(top, of: .all)
        routing.top = layers.routes(top, of: .all)
        for (name, span, reader) in top.tables("channels") {
            routing.channels[name] = ChannelReader(surroundings: surroundings.of(channel: name)).channel(
                named: name, span, reader)
        }
        for (name, span, reader) in top.tables("teams") {
            places.teams[name] = log.place(of: span)
            policy.teams[name] = layers.layer(reader, of: .team)
            routing.teams[name] = layers.routes(reader, of: .team)
            reader.finish()
        }
        for (email, span, reader) in top.tables("people") {
            if policy.people[email.lowercased()] != nil {
                log.error(
                    "\"\(email)\" stands here already, in other letters: an e-mail is the same in all of them", at: span
                )
            }
            places.people[email.lowercased()] = log.place(of: span)
            policy.people[email.lowercased()] = layers.layer(reader, of: .person)
            routing.people[email.lowercased()] = layers.routes(reader, of: .person)
            reader.finish()
        }
        top.finish()
        RouteCheck(document: document, routing: routing, log: log).run()
        ListenerCheck(document: document, routing: routing, log: log).run()
        let times = TimeCheck(log: log)
        times.run(policy.top, over: [[]], document.root)
        for (name, table) in Self.tables("teams", in: document) {
            if let layer = policy.teams[name] { times.run(layer, over: [[policy.top]], table) }
        }
        let ways = [[policy.top]] + policy.teams.values.map { [$0, policy.top] }
        for (email, table) in Self.tables("people", in: document) {
            if let layer = policy.people[email.lowercased()] { times.run(layer, over: ways, table) }
        }
        guard !log.diagnostics.contains(where: { $0.severity == .error }) else {
            throw ConfigurationProblem(diagnostics: log.told)
        }
        warnings = log.told
        otherFiles = log.otherFiles
    }

    private static func storePath(_ top: TableReader, _ surroundings: Surroundings) -> String? {
        guard let text = top.string("store"), let node = top.table["store"] else { return nil }
        let path = surroundings.path(text)
        if text.isEmpty || isDirectory(path) {
            top.log.error(
                "store is \(text.isEmpty ? "empty" : "the directory \"\(text)\""); expected a file such as \"coachd.db\"",
                at: node.span)
        }
        return path
    }

    private static func tables(_ group: String, in document: TOMLDocument) -> [(name: String, table: TOMLTable)] {
        guard case .table(let tables)? = document.root[group]?.value else { return [] }
        return tables.entries.compactMap { entry in
            if case .table(let table) = entry.node.value { (entry.key, table) } else { nil }
        }
    }
}
