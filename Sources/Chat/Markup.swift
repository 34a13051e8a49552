import Coaching

/// How a platform's text is marked up: what is written around coachd's own structure, and how data is kept from being read as markup.
/// Platforms differ in these few signs only, so the text itself is composed here once.
struct Markup: Sendable {
    typealias Writing = @Sendable (String) -> String

    /// Data as it stands in the text.
    var data: Writing
    /// coachd's own words as they stand in the text.
    var words: Writing = { $0 }
    var bold: Writing
    var italic: Writing
    /// Whether a line may be read as an item of a list, a quotation or a heading for the sign it begins with.
    var knowsLists = true
    /// The lines of a text picture, in letters of one width where the platform has them.
    var picture: @Sendable ([Phrase]) -> String
    /// Between the lines of a paragraph.
    var lineEnd = "\n"
    /// Between paragraphs.
    var paragraphEnd = "\n\n"

    /// The message with its title.
    func text(_ message: Message, _ envelope: Envelope) -> String {
        ([bold(line(message.title))] + body(message, envelope)).joined(separator: paragraphEnd)
    }

    /// The message's paragraphs without its title.
    func body(_ message: Message, _ envelope: Envelope) -> [String] {
        envelope.notes(on: message).map { italic(line($0)) } + message.sections.flatMap(paragraphs)
    }

    func paragraphs(_ section: Message.Section) -> [String] {
        var paragraphs: [String] = []
        if let heading = section.heading { paragraphs.append(bold(line(heading))) }
        if section.isPicture {
            paragraphs.append(picture(section.lines))
        } else if !section.lines.isEmpty {
            paragraphs.append(section.lines.map(line).joined(separator: lineEnd))
        }
        return paragraphs + section.items.map(paragraph)
    }

    private func paragraph(_ item: Message.Item) -> String {
        let heading = item.number.map { bold(words("\($0). ") + line(item.heading)) } ?? line(item.heading)
        let question = item.question.map { italic(line($0)) }
        return ([heading] + item.facts.map(line) + [question].compactMap { $0 }).joined(separator: lineEnd)
    }

    /// A phrase as it stands in the text.
    func line(_ phrase: Phrase) -> String {
        phrase.runs.enumerated().map { offset, run in
            guard run.isData else { return words(run.text) }
            return data(knowsLists && offset == 0 ? run.text.breakingListSigns : run.text)
        }.joined()
    }
}

extension Markup {
    /// Text without any markup.
    static let plain = Markup(
        data: inert, bold: { $0 }, italic: { $0 }, knowsLists: false, picture: namesLast(inert))

    /// Data that forms no link and no mention, for where nothing else has a meaning.
    static let inert: Writing = { $0.breakingLinks.breakingMentions }

    /// A picture between fences of three backticks, in which nothing but the fence has a meaning.
    static let fencedPicture: @Sendable ([Phrase]) -> String = { lines in
        "```\n\(lines.map { $0.mappingData(inFence).text }.joined(separator: "\n"))\n```"
    }

    /// Mattermost reads Slack's `<!channel>` and `<userid>` there too.
    static let inFence: Writing = { $0.mapping { $0 == "`" ? "ˋ" : nil }.breakingMentions.broken(after: ["<"]) }

    /// A picture for letters of different widths: the names stand behind, so that all bars begin at the margin.
    static func namesLast(
        _ data: @escaping Writing, lineEnd: String = "\n"
    ) -> @Sendable ([Phrase]) -> String {
        { lines in
            lines.map { line in
                guard let name = line.runs.first, name.isData else { return line.mappingData(data).text }
                let rest = Phrase(runs: Array(line.runs.dropFirst())).mappingData(data).text
                return "\(rest.drop { $0 == " " })  \(data(name.text))"
            }.joined(separator: lineEnd)
        }
    }
}

extension Envelope {
    /// What is to be said of this try before anything else.
    func notes(on message: Message) -> [Phrase] {
        [message.lateness, mayBeRepeat ? Phrase(words: Envelope.repeatNote(in: message.language)) : nil].compactMap {
            $0
        }
    }
}
