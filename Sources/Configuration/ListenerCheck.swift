import Chat
import TOML

/// What people write in one place is heard by one channel: two would do twice what it says.
struct ListenerCheck {
    let document: TOMLDocument
    let routing: Routing
    let log: DiagnosticLog

    func run() {
        guard case .table(let channels)? = document.root["channels"]?.value else { return }
        var heard: [String: String] = [:]
        for entry in channels.entries {
            guard let channel = routing.channels[entry.key], let platform = channel.answerable,
                case .table(let table) = entry.node.value, let node = table["replies"]
            else { continue }
            let listener = "\(platform.typeName) \(platform.listener)"
            if let other = heard[listener] {
                log.error(
                    "channels.\(entry.key.asKey).replies: \"\(other)\" hears already what is written there, and it would be done twice",
                    at: node.span, hint: "replies = true in one of the two")
            } else {
                heard[listener] = entry.key
            }
        }
    }
}
