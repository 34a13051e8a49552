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
struct JSONRecord {
    private var members: [JSON.Member] = []

    init() { members.reserveCapacity(8) }

    mutating func add(_ name: String, _ text: String?) {
        if let text { members.append(JSON.Member(name: name, value: .string(text))) }
    }

    mutating func add(_ name: String, _ number: Int?) {
        if let number { members.append(JSON.Member(name: name, value: .integer(number))) }
    }

    var json: JSON { .object(members) }
}
