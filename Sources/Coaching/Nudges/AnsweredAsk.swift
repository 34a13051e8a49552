/// A rep's request for help that somebody answered.
package struct AnsweredAsk: Hashable, Sendable {
    package var helper: String
    package var question: String
    package var answer: String

    package init(helper: String, question: String, answer: String) {
        self.helper = helper
        self.question = question
        self.answer = answer
    }

    /// "Ben answers "who has met a CFO in energy?": "I have, call me at two.""
    fileprivate func line(in language: Language) -> Phrase {
        let helper = helper.firstName
        return language.say(
            "\(helper) answers \(language.quoted(question)): \(language.quoted(answer))",
            "\(helper) antwortet auf \(language.quoted(question)): \(language.quoted(answer))")
    }
}

extension Message {
    /// The message with what others answered to its reader, which is why he asked, before all else.
    package func telling(_ answers: [AnsweredAsk]) -> Message {
        guard !answers.isEmpty else { return self }
        var message = self
        message.sections.insert(Section(lines: answers.map { $0.line(in: language) }), at: 0)
        return message
    }
}
