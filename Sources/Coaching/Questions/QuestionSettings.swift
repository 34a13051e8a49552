/// Which questions are asked, as one layer of the settings says it: for all, for a team, for a person.
package struct QuestionSettings: Sendable {
    package var language: Language?
    /// Questions of one's own, in the place of those of the same reasons.
    package var replacement: QuestionBank?
    /// Questions of one's own, besides the others.
    package var addition: QuestionBank?

    package init(language: Language? = nil, replacement: QuestionBank? = nil, addition: QuestionBank? = nil) {
        self.language = language
        self.replacement = replacement
        self.addition = addition
    }

    /// The bank that several layers make together.
    /// - Parameter layers: The nearest first. Questions of a layer belong to the language that holds there, so those of another one
    ///   are left out.
    package static func bank(of layers: [QuestionSettings?]) -> QuestionBank {
        let layers = layers.compactMap { $0 }
        func language(from place: Int) -> Language { layers[place...].lazy.compactMap(\.language).first ?? .english }
        let spoken = language(from: 0)
        var bank = QuestionBank.builtIn(spoken)
        for place in layers.indices.reversed() where language(from: place) == spoken {
            if let replacement = layers[place].replacement { bank = bank.replacing(with: replacement) }
            if let addition = layers[place].addition { bank = bank.adding(addition) }
        }
        return bank
    }
}
