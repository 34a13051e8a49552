import Chat
import Diagnostics
import TOML

/// Reads `[channels.NAME]`.
struct ChannelReader {
    let surroundings: Surroundings

    func channel(named name: String, _ span: SourceSpan, _ reader: TableReader) -> Channel? {
        if name == Channel.console.name {
            // Another channel of this name would get what is meant for the operator's own console, past the checks of routes.
            reader.log.error(
                "the channel \"\(name)\" is there without being configured: another one needs another name", at: span)
        }
        let type = reader.string("type")
        let rate = rate(reader)
        let authority = authority(reader)
        let isShared = reader.boolean("shared") ?? false
        let timeout = reader.duration("timeout", 1...120)
        let onAmbiguous = onAmbiguous(reader)
        let takesReplies = reader.boolean("replies") ?? false
        guard let type else {
            // The settings of a type that is not known cannot be judged.
            if reader.table["type"] == nil {
                reader.log.error("the channel \"\(name)\" needs a type", at: span, hint: Self.types)
            }
            return nil
        }
        let platform = platform(type, reader, span)
        reader.finish()
        guard let platform else { return nil }
        if takesReplies { checkReplies(platform, reader) }
        return Channel(
            name: name, platform: platform, rate: rate, certificateAuthorityFile: authority, isShared: isShared,
            timeoutSeconds: timeout ?? (platform is Email ? Email.usualTimeoutSeconds : Channel.usualTimeoutSeconds),
            onAmbiguous: onAmbiguous, takesReplies: takesReplies)
    }

    /// What is private is heard where one person writes alone, of a platform that can be asked.
    private func checkReplies(_ platform: any Platform, _ reader: TableReader) {
        guard let node = reader.table["replies"] else { return }
        guard platform is any Answerable else {
            reader.log.error(
                "\(reader.path).replies: nothing that is written there can be fetched from \(platform.typeName)",
                at: node.span,
                hint: "replies are heard on \(PlatformReader.answerableNames.joined(separator: ", "))")
            return
        }
        if let email = platform as? Email, email.inbox == .nowhere, reader.table["imap"] == nil {
            reader.log.error(
                "\(reader.path).replies: answers to mails are fetched from a mailbox, and the channel does not say which: it needs "
                    + "the setting imap", at: node.span, hint: "as in imap = \"imaps://mail.example.com\"")
        }
        if !platform.reachesEachPersonAlone {
            reader.log.error(
                "\(reader.path).replies: the channel is one room, and only what a person writes to the bot alone is heard",
                at: node.span, hint: "leave out the room, so that the bot writes to each person")
        }
    }

    private static let types = "the types are \(PlatformReader.typeNames.joined(separator: ", "))"

    private func platform(_ type: String, _ reader: TableReader, _ span: SourceSpan) -> (any Platform)? {
        if let read = PlatformReader.types[type] {
            return read(PlatformReader(surroundings: surroundings, reader: reader, span: span))
        }
        let near = nearestName(to: type, in: PlatformReader.typeNames).map { "did you mean \"\($0)\"?" }
        reader.log.error(
            "there is no channel type \"\(type)\"", at: reader.table["type"]?.span ?? span, hint: near ?? Self.types)
        // The settings of a type that is not known cannot be judged.
        for entry in reader.table.entries { _ = reader.node(entry.key) }
        return nil
    }

    /// A file that cannot be read would fail at sending only.
    private func authority(_ reader: TableReader) -> String? {
        guard let path = reader.string("ca_file").map(surroundings.path), let node = reader.table["ca_file"] else {
            return nil
        }
        do throws(FileProblem) {
            _ = try readSmallFile(path)
            return path
        } catch {
            reader.log.error("\(reader.path).ca_file: \(path) cannot be read: \(error.reason)", at: node.span)
            return nil
        }
    }

    private func onAmbiguous(_ reader: TableReader) -> OnAmbiguous {
        guard let text = reader.string("on_ambiguous"), let node = reader.table["on_ambiguous"] else { return .repeat }
        if let choice = OnAmbiguous(rawValue: text) { return choice }
        reader.log.error(
            "\(reader.path).on_ambiguous is \"\(text)\"; expected \"repeat\" (send again, marked) or \"hold\" (wait for "
                + "`coachd outbox`)", at: node.span)
        return .repeat
    }

    /// "50/s", "20/min", "100/h".
    private func rate(_ reader: TableReader) -> Rate? {
        guard let text = reader.string("rate"), let node = reader.table["rate"] else { return nil }
        let parts = text.split(separator: "/")
        let units = ["s": 1, "min": 60, "h": 3600]
        guard parts.count == 2, let count = Int(parts[0]), (1...10_000).contains(count),
            let seconds = units[String(parts[1])]
        else {
            reader.log.error(
                "\(reader.path).rate is \"\(text)\"; expected a pace such as \"50/s\", \"20/min\" or \"100/h\"",
                at: node.span)
            return nil
        }
        return Rate(count: count, seconds: seconds)
    }
}
