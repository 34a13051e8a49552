import Coaching

extension Message {
    /// Every line of the message that is read as a sentence, text pictures left out.
    var phrases: [Phrase] {
        [title] + [lateness].compactMap { $0 } + sections.filter { !$0.isPicture }.flatMap(\.phrases)
    }

    var pictures: [Phrase] { sections.filter(\.isPicture).flatMap(\.lines) }

    /// Items that count: thanks do not.
    var counted: [Item] { items.filter { $0.state != .thanks } }
}

extension Message.Section {
    var phrases: [Phrase] { [heading].compactMap { $0 } + lines + items.flatMap(\.phrases) }
}

extension Message.Item {
    var phrases: [Phrase] { [heading] + facts + [question].compactMap { $0 } }

    /// The item as it stands in a message, without its number.
    var text: String { phrases.map(\.text).joined(separator: "\n") }
}

extension Phrase {
    /// coachd's own words, with `X` where data stands.
    var ownWords: String { mappingData { _ in "X" }.text }
}
