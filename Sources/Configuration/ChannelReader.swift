import Chat
import Diagnostics
import TOML

/// Reads `[channels.NAME]`.
struct ChannelReader {
    let surroundings: Surroundings

    func channel(named name: String, _ span: SourceSpan, _ reader: TableReader) -> Channel? {
        let type = reader.string("type")
        let rate = rate(reader)
        let authority = reader.string("ca_file").map(surroundings.path)
        let isShared = reader.boolean("shared") ?? false
        let timeout = reader.duration("timeout", 1...120) ?? Channel.usualTimeoutSeconds
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
        return Channel(
            name: name, platform: platform, rate: rate, certificateAuthorityFile: authority, isShared: isShared,
            timeoutSeconds: timeout)
    }

    private static let typeNames = [
        Console.typeName, File.typeName, Mattermost.typeName, Slack.typeName, StandardWebhook.typeName,
    ]
    private static let types = "the types are \(typeNames.joined(separator: ", "))"

    private func platform(_ type: String, _ reader: TableReader, _ span: SourceSpan) -> (any Platform)? {
        switch type {
        case Console.typeName: return Console()
        case File.typeName:
            return required("path", reader.string("path"), reader, span).map { File(path: surroundings.path($0)) }
        case Slack.typeName: return url(reader, span).map(Slack.init)
        case Mattermost.typeName: return url(reader, span).map(Mattermost.init)
        case StandardWebhook.typeName:
            let secrets = [signingSecret("secret", reader), signingSecret("old_secret", reader)].compactMap { $0 }
            return url(reader, span).map { StandardWebhook(url: $0, signingSecrets: secrets) }
        default:
            let near = nearestName(to: type, in: Self.typeNames).map { "did you mean \"\($0)\"?" }
            reader.log.error(
                "there is no channel type \"\(type)\"", at: reader.table["type"]?.span ?? span, hint: near ?? Self.types
            )
            // The settings of a type that is not known cannot be judged.
            for entry in reader.table.entries { _ = reader.node(entry.key) }
            return nil
        }
    }

    private func required<Value>(_ key: String, _ value: Value?, _ reader: TableReader, _ span: SourceSpan) -> Value? {
        if value == nil, reader.table[key] == nil {
            reader.log.error("\(reader.path) needs the setting \(key)", at: span)
        }
        return value
    }

    private func url(_ reader: TableReader, _ span: SourceSpan) -> Secret? {
        guard let secret = required("url", reader.secret("url", surroundings), reader, span) else { return nil }
        let url = secret.value
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count > 2, ["https:", "http:"].contains(parts[0]), parts[1].isEmpty, !parts[2].isEmpty,
            !url.contains(where: \.isWhitespace)
        else {
            reader.log.error(
                "\(reader.path).url is not an address that begins with https:// or http://",
                at: reader.table["url"]?.span ?? span)
            return nil
        }
        return secret
    }

    /// A key of Standard Webhooks: `whsec_` and the base64 of 24 to 64 random bytes.
    private func signingSecret(_ key: String, _ reader: TableReader) -> Secret? {
        guard let secret = reader.secret(key, surroundings) else { return nil }
        guard SigningKey(secret) != nil else {
            reader.log.error(
                "\(reader.path).\(key) is no signing secret: it is whsec_ followed by the base64 of 24 to 64 random bytes",
                at: reader.table[key]?.span ?? SourceSpan(line: 1, column: 1, length: 1),
                hint: "make one: echo whsec_$(head -c 32 /dev/urandom | base64)")
            return nil
        }
        return secret
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
