extension Command {
    static let demo = Command("demo", "", "see a team's week in chat, in seconds: no file, no network, no account", options: []) { _ in
        return .done
    }
}
