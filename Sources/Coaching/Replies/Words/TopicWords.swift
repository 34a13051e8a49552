/// The topics of the research checklist, as a line names them.
struct TopicWords {
    private let topics: [ResearchTopic]

    /// - Parameter topics: The team's checklist, under whose names the topics are kept.
    init(_ topics: [ResearchTopic]) { self.topics = topics }

    /// What may be named: those that are written down, and not the people, who are known one by one.
    var names: [String] { topics.filter { $0.subject != .stakeholders }.map(\.name) }

    /// The longest topic at a word, by its whole name, or by the beginning of it before a pause.
    func match(_ line: TypedLine, at place: Int) -> (topic: ResearchTopic, end: Int)? {
        for end in (place + 1..<place + 5).reversed() where end <= line.count && line.pause(in: place..<end) == .none {
            let words = line.text(place..<end)
            if let topic = whole(words) { return (topic, end) }
            if line.pause(after: end - 1) > .none, let topic = begun(words) { return (topic, end) }
        }
        return nil
    }

    private func whole(_ words: String) -> ResearchTopic? {
        let topic = ResearchTopic(Self.otherNames[Folding(words).key] ?? words)
        if let own = topics.first(where: { $0 == topic }) { return own.subject == .stakeholders ? nil : own }
        switch topic.subject {
        case .other, .stakeholders: return nil
        default: return topic
        }
    }

    private static let otherNames = ["schmerz": "pain", "schmerzen": "pain"]

    private func begun(_ words: String) -> ResearchTopic? {
        let wanted = words.lowercased()
        let found = topics.filter {
            let name = $0.name.lowercased()
            return $0.subject != .stakeholders
                && (name.hasPrefix(wanted) || name.split(separator: " ").last == Substring(wanted))
        }
        return found.count == 1 ? found[0] : nil
    }
}
