/// A key by its scalars: `String` itself takes canonically equivalent texts for equal, TOML takes them for two keys.
struct ExactKey: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    func hash(into hasher: inout Hasher) {
        // Texts with the same scalars are canonically equivalent, so that String's own hash serves.
        hasher.combine(text)
    }
}
