import Coaching

extension Message {
    /// The message in a form that fits: whole, else without pictures, else with fewer items and lines, of which the longest section
    /// gives its last one first. What was left out is counted. Nothing is ever cut inside an item or a line.
    func shortened(toFit fits: (Message) -> Bool) -> Message {
        if fits(self) { return self }
        var rest = self
        rest.sections.removeAll(where: \.isPicture)
        var candidates = [rest]
        while rest.shed() { candidates.append(rest.saying(left: candidates.count)) }
        // The first one that fits: what is behind it is shorter still.
        var (low, high) = (0, candidates.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if fits(candidates[middle]) { high = middle } else { low = middle + 1 }
        }
        var found = candidates[low]
        // A title that names half the team.
        while !fits(found), found.title.runs.count > 2 {
            let isCut = found.title.runs.last?.text == "…"
            found.title = Phrase(runs: Array(found.title.runs.dropLast(isCut ? 2 : 1))) + "…"
        }
        return found
    }

    /// Takes away the last item or line of the longest section.
    /// - Returns: whether there was one.
    private mutating func shed() -> Bool {
        guard let longest = sections.indices.max(by: { sections[$0].length < sections[$1].length }) else {
            return false
        }
        if sections[longest].items.popLast() == nil { _ = sections[longest].lines.popLast() }
        if sections[longest].items.isEmpty, sections[longest].lines.isEmpty { sections.remove(at: longest) }
        return true
    }

    private func saying(left: Int) -> Message {
        guard left > 0 else { return self }
        var message = self
        message.sections.append(Section(lines: [language.andMore(left)]))
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
