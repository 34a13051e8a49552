import Coaching
import Foundation
import Testing

@testable import Chat

@Suite("Names, notes and titles are data")
struct HostileDataTests {
    /// What means something to somebody: mentions, links, markup, JSON, HTML, terminals, the direction of writing.
    static let fragments = [
        "<!channel>", "<!here|x>", "<@U123ABC>", "<#C123>", "<https://evil.example|click>", "@all", "@here", "@channel",
        "@everyone", "@ana", "<userid>", "https://evil.example/x", "www.evil.example", "mailto:x@evil.example",
        "[click](https://evil.example)",
        "![x](https://evil.example/x.png)", "</script>", "<b>", "&lt;!channel&gt;", "&#64;all", "`", "```", "*", "**",
        "_", "__", "~", "~~", "~town",
        "#tag", "# ", "> ", "- ", "1. ", "+ ", "| a | b |", "---", "===", "\\", "\\\\", "\"", "'", "{", "}", "\n",
        "\r\n", "\n\n\n", "\t", "\0",
        "\u{7}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200F}",
        "\u{FEFF}",
        "<at id=all></at>", "<at user_id=\"all\">", "<@all>", "<@personEmail:x@evil.example>", "<users/all>", "@room",
        "@**all**", "@_**Ana|7**", "#**sales**", "/start", "$USD", "tel:+15550100", "evil.example", "10.0.0.1:8080",
        "*\u{301}",
        "<\u{338}!channel>", "<\u{301}!channel>", "&\u{301}lt;", "@\u{301}all", "||x||", "\\(x\\)",
        "<font color=\"warning\">", "<t:1795510800:R>", "1) ",
        ":smile:", "$$x$$", "R&amp;D", "&copy;", "&lt", "%s", "${x}", "{{x}}", "🚚", "é", "e\u{301}", "中",
    ]

    /// Random strings with a letter at their ends, so that none is empty.
    static let strings: [String] = {
        var generator = SeededGenerator(seed: 7)
        let joined = (0..<30).map { _ in
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                fragments.randomElement(using: &generator) ?? ""
            }.joined(separator: Bool.random(using: &generator) ? "" : " ")
        }
        return (fragments + joined).map { "x\($0)x" } + ["@all", "- x", "1. x", "> x", "# x"]
    }()

    /// The strings for which something is not as it should be: one expectation for all of them, which is quick.
    private func faulty(_ isFine: (String) throws -> Bool) rethrows -> [String] {
        try Self.strings.filter { try !isFine($0) }.map(\.debugDescription)
    }

    /// Data adds no line, no control and no change of direction.
    private func isTidy(_ strings: [String], lines: [String]) -> Bool {
        strings.count == lines.count
            && zip(strings, lines).allSatisfy { string, plain in
                string.utf8.count { $0 == 0x0A } == plain.utf8.count { $0 == 0x0A }
                    && string.unicodeScalars.allSatisfy { scalar in
                        (scalar == "\n" || scalar.properties.generalCategory != .control)
                            && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
                    }
            }
    }

    @Test(
        "in Slack's blocks data stands where no markup is read, and the blocks stay the same",
        arguments: [Sample.slack, .slackBot])
    func slackBlocks(sample: Sample) throws {
        let plain = try #require(try sample.payload(Samples.everywhere("x"))["blocks"] as? [[String: Any]])
        let faulty = try faulty { string in
            let blocks = try #require(try sample.payload(Samples.everywhere(string))["blocks"] as? [[String: Any]])
            // A title past the header's limit stands in a rich text block.
            let isLong = blocks.first?["type"] as? String != "header"
            return (isLong || skeleton(blocks) == skeleton(plain))
                && blocks.dropFirst().allSatisfy { $0["type"] as? String == "rich_text" }
                && isTidy(texts(of: Array(blocks.dropFirst())), lines: texts(of: Array(plain.dropFirst())))
        }
        #expect(faulty == [])
    }

    @Test("in Slack's notification text no sign of a mention or a link is left")
    func slackText() throws {
        for string in Self.strings {
            let text = try #require(try Sample.slack.payload(Samples.everywhere(string))["text"] as? String)
            // Scalars: with a mark upon it a sign is another character, but not for Slack.
            let scalars = Array(text.unicodeScalars)
            #expect(!scalars.contains("<") && !scalars.contains(">"))
            let ampersands = scalars.indices.filter { scalars[$0] == "&" }
            #expect(
                ampersands.allSatisfy { place in
                    ["&amp;", "&lt;", "&gt;"].contains { scalars[place...].starts(with: $0.unicodeScalars) }
                })
        }
    }

    /// The signs of Markdown that are left when escaped ones are taken away.
    private func signs(_ markdown: String) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if "*_~`[]<>#|".unicodeScalars.contains(scalar) {
                counts[scalar, default: 0] += 1
            }
        }
        return counts
    }

    /// Whether something was left out, since escaped data is longer: then the lines are fewer.
    private func isShortened(_ spoken: [String]) -> Bool { spoken.last?.hasSuffix(" more") ?? false }

    /// Platforms that read text: not Slack, whose blocks have tests of their own, and not a program behind a webhook.
    private static let readers = Sample.allCases.filter { ![.slack, .slackBot, .webhook].contains($0) }

    @Test(
        "on whatever platform data mentions nobody, links nothing, and changes neither markup nor lines",
        arguments: readers)
    func inert(sample: Sample) throws {
        let plain = try sample.payload(Samples.everywhere("x"))
        let faulty = try faulty { string in
            let payload = try sample.payload(Samples.everywhere(string))
            let spoken = sample.spoken(payload)
            let isWhole = !isShortened(spoken)
            return isInert(payload, sample) && isMarkupOurs(spoken, sample.spoken(plain), sample)
                && (!isWhole || skeleton(payload) == skeleton(plain) && isTidy(spoken, lines: sample.spoken(plain)))
        }
        #expect(faulty == [])
    }

    private static let links = ["://", "mailto:x", "tel:+", "www.e", "evil.e", "10.0.", ":smile:"].map {
        Array($0.utf8)
    }

    /// The plain forms for notifications and old clients too. What stands in a fence forms no link.
    private func isInert(_ payload: [String: Any], _ sample: Sample) -> Bool {
        let more = [payload["body"], payload["text"], at(payload, "markdown", "title"), payload["fallbackText"]]
        return (sample.spoken(payload) + more.compactMap { $0 as? String }).allSatisfy { text in
            unbrokenMentions(text) == 0
                && !Self.links.contains { bytes(parts([text], sample)[0], contain: $0) }
        }
    }

    /// Whether all markup of a text is that of the plain one.
    private func isMarkupOurs(_ spoken: [String], _ plain: [String], _ sample: Sample) -> Bool {
        let (parts, plainParts) = (parts(spoken, sample), parts(plain, sample))
        guard parts.count == plainParts.count || isShortened(spoken) else { return false }
        switch sample.escaping {
        case .blocks, .raw, .plain: return true
        case .html: return tags(parts[0]) == tags(plainParts[0])
        case .backslashes: return isShortened(spoken) || signs(parts[0]) == signs(plainParts[0])
        case .lookalikes:
            return (isShortened(spoken) || replaceable(parts[0]) == replaceable(plainParts[0]))
                && parts[0].split(separator: "\n").allSatisfy { $0.wholeMatch(of: /([-+>#=|]|\d+[.)])\s.*/) == nil }
        }
    }

    /// What is said before, in and behind a picture, where it stands between fences: nothing in it may end it.
    private func parts(_ spoken: [String], _ sample: Sample) -> [String] {
        let text = spoken.joined(separator: "\n")
        return [.backslashes, .lookalikes].contains(sample.escaping) ? text.components(separatedBy: "```") : [text]
    }

    private func replaceable(_ text: String) -> Int {
        text.unicodeScalars.count { "*_~`[".unicodeScalars.contains($0) }
    }

    /// The tags, and what is left of signs when tags and entities are taken away: nothing.
    private func tags(_ html: String) -> [String] {
        let tag = /<[^<>]*>/.matchingSemantics(.unicodeScalar)
        let rest = html.replacing(tag, with: "").replacing(
            /&(amp|lt|gt);/.matchingSemantics(.unicodeScalar), with: "")
        return html.matches(of: tag).map { String($0.output) } + rest.filter { "<>&".contains($0) }.map(String.init)
    }

    private func bytes(_ text: String, contain part: [UInt8]) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { bytes[$0] == part[0] && bytes[$0...].starts(with: part) }
    }

    @Test(
        "no sign is written as an entity where Markdown would read it, and a lone ampersand stays as it is",
        arguments: [Sample.mattermost, .mattermostBot, .webex, .nextcloud, .zulip, .wecom, .rocketchat])
    func entities(sample: Sample) throws {
        func text(_ data: String) throws -> String {
            let spoken = sample.spoken(try sample.payload(Samples.everywhere(data))).joined(separator: "\n")
            return parts([spoken], sample)[0]
        }
        // The last one meets a semicolon of coachd's own.
        for data in ["R&amp;D", "&#60;b&#62;", "&#x3c;", "x&lt"] {
            #expect(try text(data).firstMatch(of: /&(#?[0-9A-Za-z]+);/) == nil, "\(data)")
        }
        #expect(try text("R&D, AT&T").contains("R&D, AT&T"))
        #expect(try text("Fish & Co").contains("Fish & Co"))
    }

    @Test("no formula begins on Rocket.Chat: before each sign of one stands a letter without width")
    func formulas() throws {
        let text = try #require(
            Sample.rocketchat.spoken(try Sample.rocketchat.payload(Samples.everywhere("$$x$$"))).first)
        let scalars = Array(parts([text], .rocketchat)[0].unicodeScalars)
        #expect(scalars.indices.filter { scalars[$0] == "$" }.allSatisfy { scalars[$0 - 1] == "\u{200B}" })
    }

    @Test("nor is anybody mentioned by a name in a picture")
    func pictures() throws {
        for sample in [Sample.mattermost, .mattermostBot, .zulip, .discord, .discordBot, .telegram, .dingtalk] {
            let text = sample.spoken(try sample.payload(Samples.everywhere("@all"))).joined(separator: "\n")
            #expect(unbrokenMentions(text) == 0)
        }
    }

    @Test("nor by Slack's signs, which Mattermost reads in a picture too", arguments: ["<!channel>", "<userid>"])
    func slackSignsInPictures(data: String) throws {
        let text = try #require(Sample.mattermost.spoken(try Sample.mattermost.payload(Samples.everywhere(data))).first)
        let picture = text.components(separatedBy: "```")[1]
        #expect(picture.contains("<\u{200B}"))
        #expect(!picture.contains(data))
    }

    private func unbrokenMentions(_ text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.count { place in
            scalars[place] == "@" && (place + 1 == scalars.count || scalars[place + 1] != "\u{200B}")
        }
    }

    @Test("the signed webhook tells data as it is, on one line")
    func json() throws {
        let plain = try #require(try Sample.webhook.payload(Samples.everywhere("x"))["data"] as? [String: Any])
        let faulty = try faulty { string in
            let payload = try Sample.webhook.payload(Samples.everywhere(string))
            let data = try #require(payload["data"] as? [String: Any])
            let items = try #require(data["items"] as? [[String: Any]])
            return skeleton(data["to"] ?? "") == skeleton(plain["to"] ?? "")
                && isTidy([data["text"] as? String ?? ""], lines: [plain["text"] as? String ?? ""])
                // The name itself is told untouched, for a program to look it up.
                && items.allSatisfy { $0["account"] as? String == string }
        }
        #expect(faulty == [])
    }
}
