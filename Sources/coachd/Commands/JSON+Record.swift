import JSON

extension JSON {
    /// An object without the members that are null.
    static func record(_ members: [(String, JSON)]) -> JSON {
        .object(
            members.compactMap { name, value in
                if case .null = value { nil } else { Member(name: name, value: value) }
            })
    }
}

/// The same, member by member: a list of findings has very many of them.
extension JSONWriter {
    mutating func known(_ name: String, _ text: String?) {
        if let text { member(name) { $0.string(text) } }
    }

    mutating func known(_ name: String, _ number: Int?) {
        if let number { member(name) { $0.value(.integer(number)) } }
    }
}
