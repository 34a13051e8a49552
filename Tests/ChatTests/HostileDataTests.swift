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
        ":smile:", "$$x$$", "%s", "${x}", "{{x}}", "🚚", "é", "e\u{301}", "中",
    ]

    /// Random strings with a letter at their ends, so that none is empty.
    static let strings: [String] = {
        var generator = SeededGenerator(seed: 7)
        let joined = (0..<150).map { _ in
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                fragments.randomElement(using: &generator) ?? ""
            }.joined(separator: Bool.random(using: &generator) ? "" : " ")
        }
        return (fragments + joined).map { "x\($0)x" } + fragments.filter { $0.contains { $0.isLetter } }
    }()

    private func expectTidy(_ strings: [String], lines: [String]) {
        for (string, plain) in zip(strings, lines) {
            // Data adds no line, no control and no change of direction.
            #expect(string.count { $0 == "\n" } == plain.count { $0 == "\n" })
            #expect(
                string.unicodeScalars.allSatisfy { scalar in
                    scalar == "\n" || scalar.properties.generalCategory != .control
                })
            #expect(
                string.unicodeScalars.allSatisfy {
                    !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
                })
        }
        #expect(strings.count == lines.count)
    }

    @Test("in Slack's blocks data stands where no markup is read, and the blocks stay the same")
    func slackBlocks() throws {
        let plain = try Sample.slack.payload(Samples.everywhere("x"))
        for string in Self.strings {
            let payload = try Sample.slack.payload(Samples.everywhere(string))
            let blocks = try #require(payload["blocks"] as? [[String: Any]])
            // A title past the header's limit stands in a rich text block.
            let isLong = blocks.first?["type"] as? String != "header"
            if !isLong { #expect(skeleton(blocks) == skeleton(try #require(plain["blocks"]))) }
            for block in blocks.dropFirst() {
                #expect(block["type"] as? String == "rich_text")
            }
            expectTidy(
                texts(of: Array(blocks.dropFirst())),
                lines: texts(of: Array((plain["blocks"] as? [Any] ?? []).dropFirst())))
        }
    }

    @Test("in Slack's notification text no sign of a mention or a link is left")
    func slackText() throws {
        for string in Self.strings {
            let text = try #require(try Sample.slack.payload(Samples.everywhere(string))["text"] as? String)
            #expect(!text.contains("<") && !text.contains(">"))
            let bare = text.replacing("&amp;", with: "").replacing("&lt;", with: "").replacing("&gt;", with: "")
            #expect(!bare.contains("&"))
        }
    }

    /// The signs of Markdown that are left when escaped ones are taken away.
    private func signs(_ markdown: String) -> [Character: Int] {
        var counts: [Character: Int] = [:]
        var isEscaped = false
        for character in markdown {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if "*_~`[]<>#|!{}$".contains(character) {
                counts[character, default: 0] += 1
            }
        }
        return counts
    }

    @Test("in Mattermost's Markdown every sign of data is escaped, and nobody is mentioned")
    func mattermost() throws {
        let plain = try #require(try Sample.mattermost.payload(Samples.everywhere("x"))["text"] as? String)
        for string in Self.strings {
            let text = try #require(try Sample.mattermost.payload(Samples.everywhere(string))["text"] as? String)
            expectTidy([text], lines: [plain])
            let parts = text.components(separatedBy: "```")
            #expect(parts.count == 3)
            #expect(signs(parts[0]) == signs(plain.components(separatedBy: "```")[0]), "\(string.debugDescription)")
            #expect(unbrokenMentions(parts[0] + parts[2]).isEmpty, "\(string.debugDescription)")
            #expect(!parts[0].contains("://") && !parts[0].contains("www.e") && !parts[0].contains("<!channel"))
        }
    }

    @Test("nor is anybody mentioned by a name in a picture")
    func pictures() throws {
        let text = try #require(try Sample.mattermost.payload(Samples.everywhere("@all"))["text"] as? String)
        #expect(unbrokenMentions(text).isEmpty)
    }

    private func unbrokenMentions(_ text: String) -> [String] {
        text.components(separatedBy: "@").dropFirst().filter { !$0.hasPrefix("\u{200B}") }
    }

    @Test("the signed webhook tells data as it is, on one line", arguments: Sample.allCases)
    func json(sample: Sample) throws {
        for string in Self.strings {
            // Another reader takes it for JSON, whatever stands in it.
            _ = try sample.payload(Samples.everywhere(string))
        }
        let plain = try #require(try Sample.webhook.payload(Samples.everywhere("x"))["data"] as? [String: Any])
        for string in Self.strings {
            let payload = try Sample.webhook.payload(Samples.everywhere(string))
            let data = try #require(payload["data"] as? [String: Any])
            #expect(skeleton(data["to"] ?? "") == skeleton(plain["to"] ?? ""))
            expectTidy([data["text"] as? String ?? ""], lines: [plain["text"] as? String ?? ""])
            let items = try #require(data["items"] as? [[String: Any]])
            // The name itself is told untouched, for a program to look it up.
            #expect(items.allSatisfy { $0["account"] as? String == string })
        }
    }
}
