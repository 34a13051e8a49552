import Coaching

/// A message on a terminal: its plain text, with a little weight and colour where the terminal has them.
struct MessageView {
    private let message: Message

    init(_ message: Message) { self.message = message }

    var text: String {
        guard Terminal.hasColour else { return message.plainText }
        var styled = message
        styled.title = Self.styled(message.title, .bold)
        for section in styled.sections.indices {
            if let heading = styled.sections[section].heading {
                styled.sections[section].heading = Self.styled(heading, .bold)
            }
            if styled.sections[section].isPicture {
                styled.sections[section].lines = styled.sections[section].lines.map { Self.styled($0, .cyan) }
            }
            for item in styled.sections[section].items.indices {
                let old = styled.sections[section].items[item]
                styled.sections[section].items[item].heading =
                    old.state == .thanks ? Self.styled(old.heading, .green) : Self.styled(old.heading, .bold)
                if let question = old.question {
                    styled.sections[section].items[item].question = Self.styled(question, .yellow)
                }
            }
        }
        return styled.plainText
    }

    private static func styled(_ phrase: Phrase, _ style: Terminal.Style) -> Phrase {
        Phrase(words: "\u{1B}[\(style.rawValue)m") + phrase + Phrase(words: "\u{1B}[0m")
    }
}
