extension Message {
    /// The message as plain text, as on a terminal: no markup, an empty line between parts.
    package var plainText: String {
        var blocks = [([title] + [lateness].compactMap { $0 }).map(\.text).joined(separator: "\n")]
        blocks += sections.flatMap(\.plainBlocks)
        return blocks.joined(separator: "\n\n")
    }
}

extension Message.Section {
    /// The section's parts: its heading stands directly above the first of them.
    fileprivate var plainBlocks: [String] {
        var blocks: [String] = []
        if !lines.isEmpty { blocks.append(lines.map(\.text).joined(separator: "\n")) }
        let spoken = items.map { $0.plainLines.joined(separator: "\n") }
        // Under a heading items stand close together; by themselves each has room.
        if heading == nil { blocks += spoken } else if !spoken.isEmpty { blocks.append(spoken.joined(separator: "\n")) }
        if let heading {
            if blocks.isEmpty { return [heading.text] }
            blocks[0] = heading.text + "\n" + blocks[0]
        }
        return blocks
    }
}

extension Message.Item {
    fileprivate var plainLines: [String] {
        let lead = number.map { "\($0). " } ?? ""
        let indent = String(repeating: " ", count: lead.count)
        return [lead + heading.text] + (facts + [question].compactMap { $0 }).map { indent + $0.text }
    }
}
