import Engine

/// What `systemctl status` shows: trouble before all else, then whom the daemon serves and what is on its way.
struct StatusLine {
    /// Why the work of the last step failed.
    var trouble: String?
    /// Whether what was to be taken over at the last reload was not.
    var isReloadRefused = false
    var blocked: [DeliveryQueue.Blockage] = []
    var teams: Int
    var people: Int
    var inFlight: Int

    static let nobody = "nobody is in the store, so nothing is said: coachd import …"

    var text: String {
        var parts: [String] = []
        if let trouble { parts.append("cannot use the store: \(trouble)") }
        if isReloadRefused { parts.append("the last reload was refused, so an earlier configuration holds") }
        for channel in blocked {
            let wait = channel.waiting == 1 ? "1 message waits" : "\(channel.waiting) messages wait"
            parts.append("channel \(channel.name) takes nothing since \(channel.since), \(wait)")
        }
        guard people > 0 else { return (parts + [Self.nobody]).joined(separator: "; ") }
        let waiting = inFlight == 0 ? "" : ", \(inFlight) \(inFlight == 1 ? "request" : "requests") in flight"
        parts.append(
            "\(teams) \(teams == 1 ? "team" : "teams"), \(people) \(people == 1 ? "person" : "people")\(waiting)")
        return parts.joined(separator: "; ")
    }
}
