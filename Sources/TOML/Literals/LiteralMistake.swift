/// What is wrong with a literal, as `Diagnostic` tells it.
struct LiteralMistake: Error, Equatable {
    let message: String
    let hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
