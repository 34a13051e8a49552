import Chat
import Diagnostics
import Engine

/// What the operator reads of listening: each trouble once, with what to do.
enum ListenerWords {
    static func line(for report: Listener.Report) -> (ErrorLog.Priority, String) {
        switch report {
        case .deaf(let channel, let reason, isForGood: true):
            (
                .error,
                "nothing that people write in \"\(channel)\" is heard: \(reason). Mend it in the configuration or on the platform, "
                    + "then: systemctl reload coachd"
            )
        case .deaf(let channel, let reason, isForGood: false):
            (.warning, "what people write in \"\(channel)\" is not heard for now: \(reason); trying again")
        case .deafTo(let handle, let channel, let reason):
            (
                .warning,
                "what \(handle) writes in \"\(channel)\" is not heard: \(reason). coachd person handle sets the right id"
            )
        case .hears(let channel): (.notice, "what people write in \"\(channel)\" is heard again")
        case .lostPlace(let channel, let reason):
            (
                .warning,
                "\"\(channel)\" does not know any more up to where it was read (\(reason)): what was written since may be missing"
            )
        case .stranger(let channel, Email.typeName, let id, _):
            (
                .notice,
                "somebody answered a mail of \"\(channel)\" from \(id), to whom that mail did not go: it is not taken. If its reader "
                    + "writes from there: coachd person handle EMAIL email \(id.quotedForShell)"
            )
        case .stranger(let channel, let platform, let id, let name):
            (
                .notice,
                "\(name.isEmpty ? "somebody" : "\"\(name.prefix(60))\"") wrote in \"\(channel)\" and is nobody's id there. If it is one of yours: coachd "
                    + "person handle EMAIL \(platform) \(id.quotedForShell)"
            )
        case .failed(let channel, let person, let reason):
            (.error, "what \(person) wrote in \"\(channel)\" could not be worked on: \(reason)")
        }
    }
}
