import Chat
import Diagnostics
import TOML

/// Routes lead to channels that exist, and what is meant for one person does not lead into a room of several.
struct RouteCheck {
    let document: TOMLDocument
    let routing: Routing
    let log: DiagnosticLog

    /// A route as it stands in the file.
    private struct Route {
        var role: String
        var channel: String
        var span: SourceSpan
        /// Whose it is: nil for a route that several people share.
        var person: String?
    }

    func run() {
        let (routes, names) = (all, channelNames)
        for route in routes where !names.contains(route.channel) {
            guard route.channel != Channel.console.name else {
                log.error(
                    "\"\(route.channel)\" is where all is said while nothing is routed, and no route leads there",
                    at: route.span,
                    hint:
                        "a channel of your own prints as well: [channels.terminal] with type = \"console\", and \(route.role) = "
                        + "\"terminal\"")
                continue
            }
            let near = nearestName(to: route.channel, in: names.sorted())
            log.error(
                "there is no channel \"\(route.channel)\"", at: route.span,
                hint: near.map { "did you mean \"\($0)\"?" } ?? "[channels.\(route.channel)] defines one")
        }
        var owners: [String: String] = [:]
        for route in routes where route.role == "rep" {
            guard let channel = routing.channels[route.channel], !channel.platform.reachesEachPersonAlone,
                !channel.isShared
            else { continue }
            if let person = route.person, owners[channel.name] == nil || owners[channel.name] == person {
                owners[channel.name] = person
                continue
            }
            log.error(
                "the channel \"\(channel.name)\" is one room, and this route sends the private messages of several people there",
                at: route.span,
                hint:
                    "give each person a channel under [people.\"…\"], or say shared = true in [channels.\(channel.name)]"
            )
        }
    }

    /// Those of channels that could not be read too, lest each of their routes is an error as well.
    private var channelNames: Set<String> {
        guard case .table(let channels)? = document.root["channels"]?.value else { return [] }
        return Set(channels.entries.map(\.key))
    }

    private var all: [Route] {
        var routes = Self.routes(in: document.root, person: nil)
        for (group, isPerson) in [("teams", false), ("people", true)] {
            guard case .table(let tables)? = document.root[group]?.value else { continue }
            for entry in tables.entries {
                guard case .table(let table) = entry.node.value else { continue }
                routes += Self.routes(in: table, person: isPerson ? entry.key.lowercased() : nil)
            }
        }
        return routes
    }

    private static func routes(in table: TOMLTable, person: String?) -> [Route] {
        guard case .table(let routes)? = table["routes"]?.value else { return [] }
        return routes.entries.compactMap { entry in
            guard case .string(let channel) = entry.node.value else { return nil }
            return Route(role: entry.key, channel: channel, span: entry.node.span, person: person)
        }
    }
}
