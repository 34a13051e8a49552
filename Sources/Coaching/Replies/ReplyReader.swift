import CivilTime

/// Reads what somebody answered in the chat, in English or German.
package struct ReplyReader: Sendable {
    let names: ReplyNames
    let zone: Zone
    let now: Instant

    package init(names: ReplyNames, zone: Zone, now: Instant) {
        self.names = names
        self.zone = zone
        self.now = now
    }

    /// The acts that the text holds, in its order. One that cannot be understood gives one `unclear`.
    package func replies(in text: String) -> [Reply] {
        switch text.lowercased() {
        case "help", "?", "hilfe": [.help]
        case "list", "liste": [.list]
        case "plan": [.plan]
        case "undo", "rückgängig": [.undo]
        case "ok", "thanks", "danke", "👍": [.courtesy]
        default: [.unclear(.noVerb(near: nil), line: text)]
        }
    }
}
