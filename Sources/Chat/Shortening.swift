import Coaching

extension Message {
    /// The longest form of the message that fits: whole, then without pictures, then with fewer items, and last with fewer lines; what
    /// was left out is counted. Nothing is ever cut inside an item.
    func shortened(toFit fits: (Message) -> Bool) -> Message {
        if fits(self) { return self }
        var message = self
        message.sections.removeAll(where: \.isPicture)
        var left = 0
        while !fits(message) {
            guard let place = message.sections.lastIndex(where: { !$0.items.isEmpty || $0.lines.count > 1 }) else {
                break
            }
            if message.sections[place].items.isEmpty {
                message.sections[place].lines.removeLast()
            } else {
                message.sections[place].items.removeLast()
            }
            left += 1
            message.note(left: left)
        }
        return message
    }

    /// Says at the end how many were left out.
    private mutating func note(left: Int) {
        let words: Phrase = "and \(left) more"
        if sections.last?.heading == nil, sections.last?.lines.first?.text.hasPrefix("and ") == true,
            sections.last?.items.isEmpty == true, sections.last?.lines.count == 1
        {
            sections[sections.count - 1].lines = [words]
        } else {
            sections.append(Section(lines: [words]))
        }
    }
}
