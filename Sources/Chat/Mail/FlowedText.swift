/// Lines that a mail program broke and the writer did not.
enum FlowedText {
    /// A text with format=flowed (RFC 3676): a line goes on in the next one where it ends with a blank.
    static func joined(_ text: String, deletesSpace: Bool) -> String {
        var lines: [String] = []
        var goesOn = false
        for line in text.textLines {
            // A blank was put before what could be taken for a sign.
            let line = line.first == " " ? line.dropFirst() : line
            // A signature, or another depth of quotation, ends a paragraph.
            let isSign = line == "-- " || line.first == ">"
            let flows = !isSign && line.last == " "
            let piece = flows && deletesSpace ? line.dropLast() : line
            if goesOn, !isSign { lines[lines.count - 1] += piece } else { lines.append(String(piece)) }
            goesOn = flows
        }
        return lines.joined(separator: "\n")
    }

    /// Lines that were broken because the next word had no room, as Gmail breaks them near the 78th column.
    static func unwrapped(_ lines: [String]) -> [String] {
        var joined: [String] = []
        var lastCount = 0
        for line in lines {
            let word = line.prefix { $0 != " " }.count
            if lastCount >= 60, !line.isEmpty, lastCount + 1 + word > 76 {
                joined[joined.count - 1] += " \(line)"
            } else {
                joined.append(line)
            }
            lastCount = line.count
        }
        return joined
    }
}

extension String {
    /// Its lines, also the empty ones.
    var textLines: [Substring] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
}
