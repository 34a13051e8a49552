import CivilTime

/// Whether what was logged last was the milestone already: a question that one line answers.
extension ItemText {
    /// Under which the question is remembered, as others are by their template.
    static func touchAlreadyKey(_ finding: Finding) -> String {
        "was the last touch milestone \(finding.milestoneID ?? 0)"
    }

    /// Working days within which a touch may have been what comes next.
    private static let fresh = 5

    /// "Did the visit to Alice on Mon 12 Oct settle "First meeting"? If so: done Juno First meeting". Nil where no touch is so fresh.
    /// - Parameter room: Characters that it may take.
    func touchAlready(for finding: Finding, within room: Int) -> Phrase? {
        guard finding.kind == .milestoneNear, let milestone = subject(of: finding), let touch = story.lastTouch,
            day.workingDays(since: date(of: touch)) <= Self.fresh
        else { return nil }
        let on = Phrase(words: " " + dates.on(date(of: touch)))
        // A title that is a question of its own stands in the heading.
        let isQuestion = milestone.title.withoutFullStop.last.map("?!".contains) ?? false
        let title = isQuestion ? language.say("it", "das") : language.quoted(milestone.title)
        let question = language.say(
            "Did \(touch.subject(in: language) + on) settle \(title)?",
            "Ist \(title) mit \(touch.dative(in: language) + on) schon geschafft?")
        let reply = language.say(
            " If so: done \(account.name) \(milestone.title)", " Wenn ja: erreicht \(account.name) \(milestone.title)")
        return [question + reply, question].first { $0.text.count <= room }
    }
}
