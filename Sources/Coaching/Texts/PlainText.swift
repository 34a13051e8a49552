extension Message {
    /// The message as plain text, as on a terminal: no markup, an empty line between parts.
    package var plainText: String {
        var text = ""
        // Of the usual message, so that it need not move while it grows.
        text.reserveCapacity(1024)
        title.append(to: &text)
        if let lateness {
            text += "\n"
            lateness.append(to: &text)
        }
        for section in sections { section.append(to: &text) }
        return text
    }
}

extension Message.Section {
    /// The section's heading stands directly above the first of its parts.
    fileprivate func append(to text: inout String) {
        var gap = "\n\n"
        if let heading {
            text += gap
            heading.append(to: &text)
            gap = "\n"
        }
        for line in lines {
            text += gap
            line.append(to: &text)
            gap = "\n"
        }
        if !lines.isEmpty { gap = "\n\n" }
        for item in items {
            text += gap
            item.append(to: &text)
            // Under a heading items stand close together; by themselves each has room.
            gap = heading == nil ? "\n\n" : "\n"
        }
    }
}

extension Message.Item {
    fileprivate func append(to text: inout String) {
        let lead = number.map { "\($0). " } ?? ""
        text += lead
        heading.append(to: &text)
        let indent = "\n" + String(repeating: " ", count: lead.utf8.count)
        for line in facts {
            text += indent
            line.append(to: &text)
        }
        if let question {
            text += indent
            question.append(to: &text)
        }
    }
}

extension Phrase {
    fileprivate func append(to text: inout String) {
        for run in runs { text += run.text }
    }
}
