/// What a statement of the schema makes. Read from its bytes: every command looks at the whole schema when it opens a store.
struct Declaration: Hashable {
    enum Kind: String {
        case table = "TABLE"
        case index = "INDEX"
        case view = "VIEW"
        case trigger = "TRIGGER"
    }

    let kind: Kind
    let name: String

    /// - Parameter statement: It begins with "CREATE TABLE name(", "CREATE UNIQUE INDEX name " or the like; nil for any other.
    init?(_ statement: some StringProtocol) {
        let words = statement.utf8.prefix(120).split(maxSplits: 4) { " \n(".utf8.contains($0) }
            .map { String(decoding: $0, as: UTF8.self) }.filter { $0 != "UNIQUE" }
        guard words.count > 2, words[0] == "CREATE", let kind = Kind(rawValue: words[1]) else { return nil }
        (self.kind, name) = (kind, words[2])
    }
}

extension Schema {
    /// All that the schema makes.
    static let declarations: [Declaration] =
        ([tables, ownTables] + activityIndexes).joined(separator: "\n").utf8.split(separator: UInt8(ascii: "\n"))
        .compactMap { Declaration(Substring($0)) } + (triggers + views).compactMap(Declaration.init)
}
