import Coaching

extension Message {
    /// The message in a form that fits: whole, else without pictures, else with fewer items and lines, of which the longest section
    /// gives its last one first. What was left out is counted. Nothing is ever cut inside an item or a line.
    func shortened(toFit fits: (Message) -> Bool) -> Message {
        if fits(self) { return self }
        var rest = self
        rest.sections.removeAll(where: \.isPicture)
        var left = 0
        while !fits(rest.saying(left: left)),
            let longest = rest.sections.indices.max(by: { rest.sections[$0].length < rest.sections[$1].length })
        {
            if rest.sections[longest].items.popLast() == nil { _ = rest.sections[longest].lines.popLast() }
            if rest.sections[longest].items.isEmpty, rest.sections[longest].lines.isEmpty {
                rest.sections.remove(at: longest)
            }
            left += 1
        }
        return rest.saying(left: left)
    }

    private func saying(left: Int) -> Message {
        guard left > 0 else { return self }
        var message = self
        message.sections.append(Section(lines: ["and \(left) more"]))
        return message
    }
}

extension Message.Section {
    /// In UTF-16, without what the platform adds.
    fileprivate var length: Int {
        let phrases = lines + items.flatMap { [$0.heading] + $0.facts + [$0.question].compactMap { $0 } }
        return phrases.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.text.utf16.count } }
    }
}
