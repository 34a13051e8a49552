import Coaching

/// The part of a mail that most programs show: one column, readable on a phone, nothing to load and nothing to run. Data is escaped and
/// keeps its own direction of writing (`bdi`); it stands between tags, never within one.
enum EmailHTML {
    static func page(for message: Message, mayBeRepeat: Bool) -> String {
        var body = ["<h1 style=\"font-size:20px;line-height:1.3\" dir=\"auto\">\(words(message.title))</h1>"]
        if let lateness = message.lateness { body.append("<p><em>\(words(lateness))</em></p>") }
        if mayBeRepeat { body.append("<p><em>\(Envelope.repeatNote(in: message.language))</em></p>") }
        body += message.sections.flatMap(blocks)
        return """
            <!DOCTYPE html>
            <html lang="\(message.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(message.title.text.escapingAngles)</title>
            </head>
            <body style="margin:0 auto;padding:16px;max-width:640px;font:16px/1.5 sans-serif">
            \(body.joined(separator: "\n"))
            </body>
            </html>
            """
    }

    private static func blocks(_ section: Message.Section) -> [String] {
        var blocks: [String] = []
        if let heading = section.heading {
            blocks.append("<h2 style=\"font-size:17px;margin:24px 0 8px\" dir=\"auto\">\(words(heading))</h2>")
        }
        if section.isPicture {
            // A line feed directly after the tag would be dropped, and a picture may be wider than a phone.
            let style = "font:14px/1.4 monospace;overflow-x:auto"
            blocks.append("<pre style=\"\(style)\">\(section.lines.map(words).joined(separator: "\n"))</pre>")
        } else if !section.lines.isEmpty {
            blocks.append(paragraph(section.lines.map(words)))
        }
        return blocks + section.items.map(paragraph)
    }

    private static func paragraph(_ item: Message.Item) -> String {
        let heading = item.number.map { "<strong>\($0). \(words(item.heading))</strong>" } ?? words(item.heading)
        let question = item.question.map { "<em>\(words($0))</em>" }
        return paragraph([heading] + item.facts.map(words) + [question].compactMap { $0 })
    }

    private static func paragraph(_ lines: [String]) -> String {
        "<p dir=\"auto\">\(lines.joined(separator: "<br>\n"))</p>"
    }

    private static func words(_ phrase: Phrase) -> String {
        phrase.runs.map { $0.isData ? "<bdi>\($0.text.escapingAngles)</bdi>" : $0.text.escapingAngles }.joined()
    }
}
