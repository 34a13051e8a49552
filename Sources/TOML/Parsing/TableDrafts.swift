/// The tables of a document while it is read, and the rules on who may add to which table.
///
/// The drafts stand in one array and refer to each other by index, which makes “the table that keys now go to” a number.
struct TableDrafts {
    /// How a table came to be, which decides who may add to it (TOML 1.1, “Table” and “Keys”).
    enum Definition: Hashable {
        /// By a deeper header alone; its own header may still come.
        case implied
        /// By its header, or as an inline table: complete but for the keys right below.
        case explicit
        /// By dotted keys in the section of this number, and only there may more be added.
        case dotted(section: Int)
    }

    enum Content {
        case value(TOMLNode)
        case table(Int)
        /// An array of tables, by its index in `elements`: each `[[header]]` adds one.
        case tables(Int)
    }

    struct Slot {
        let key: String
        var keySpan: SourceSpan
        var content: Content
    }

    struct Draft {
        var definition: Definition
        var span: SourceSpan
        /// Tables and arrays around this one; an array of tables and its tables count once.
        let depth: Int
        var slots: [Slot] = []
        var positions: [ExactKey: Int] = [:]
    }

    static let rootIndex = 0

    private(set) var keyCount = 0
    private var drafts: [Draft]
    private var elements: [[Int]] = []
    /// Counts the headers.
    private var section = 0

    init() {
        drafts = [Draft(definition: .explicit, span: SourceSpan(line: 1, column: 1, length: 1), depth: 0)]
    }

    subscript(table: Int) -> Draft { drafts[table] }

    /// The tables of an array of tables, in document order.
    func elements(of array: Int) -> [Int] { elements[array] }

    /// A table of its own: an inline table, or a place for keys whose header is wrong.
    mutating func makeTable(depth: Int, span: SourceSpan) -> Int {
        append(Draft(definition: .explicit, span: span, depth: depth))
    }

    /// Puts `node` under a key, dotted or not, that stands in `table`.
    mutating func insert(_ node: TOMLNode, at key: [KeyPart], in table: Int) throws(TableConflict) {
        var table = table
        for (index, part) in key.dropLast().enumerated() {
            table = try dottedTable(part, index, in: table)
        }
        let last = key[key.count - 1]
        if let slot = slot(last.name, in: table) {
            throw TableConflict(.keyTwice, part: key.count - 1, first: slot.keySpan)
        }
        add(last, .value(node), to: table)
    }

    /// Opens the table of a `[header]` or one more of a `[[header]]`, and returns it.
    mutating func open(_ key: [KeyPart], span: SourceSpan, asElement: Bool) throws(TableConflict) -> Int {
        section += 1
        var parent = Self.rootIndex
        for (index, part) in key.dropLast().enumerated() {
            parent = try superTable(part, index, in: parent)
        }
        let last = key[key.count - 1]
        let table = Draft(definition: .explicit, span: span, depth: drafts[parent].depth + 1)
        guard let slot = slot(last.name, in: parent) else {
            let index = append(table)
            if asElement { elements.append([index]) }
            add(last, asElement ? .tables(elements.count - 1) : .table(index), to: parent)
            return index
        }
        return try reopen(slot, as: table, key: key, in: parent, asElement: asElement)
    }

    private mutating func reopen(
        _ slot: Slot, as table: Draft, key: [KeyPart], in parent: Int, asElement: Bool
    ) throws(TableConflict) -> Int {
        let part = key.count - 1
        switch slot.content {
        case .tables(let array):
            guard asElement else { throw TableConflict(.arrayAsTable, part: part, first: slot.keySpan) }
            elements[array].append(append(table))
            return drafts.count - 1
        case .table(let index):
            if asElement { throw TableConflict(.tableAsArray, part: part, first: slot.keySpan) }
            switch drafts[index].definition {
            case .explicit: throw TableConflict(.tableTwice, part: part, first: drafts[index].span)
            case .dotted: throw TableConflict(.tableAfterDotted, part: part, first: slot.keySpan)
            case .implied: break
            }
            drafts[index].definition = .explicit
            drafts[index].span = table.span
            if let position = drafts[parent].positions[ExactKey(key[part].name)] {
                drafts[parent].slots[position].keySpan = key[part].span
            }
            return index
        case .value(let node):
            let kind: TableConflict.Kind = asElement ? .valueAsArray(node.value) : .valueAsTable(node.value)
            throw TableConflict(kind, part: part, first: slot.keySpan)
        }
    }

    /// The table that part `index` of a header leads to, on the way to its last part.
    private mutating func superTable(_ part: KeyPart, _ index: Int, in table: Int) throws(TableConflict) -> Int {
        guard let slot = slot(part.name, in: table) else { return addTable(part, .implied, to: table) }
        switch slot.content {
        case .table(let next): return next
        case .tables(let array): return elements[array][elements[array].count - 1]
        case .value(let node): throw TableConflict(.valueAsTable(node.value), part: index, first: slot.keySpan)
        }
    }

    /// The table that part `index` of a dotted key leads to, on the way to its last part.
    private mutating func dottedTable(_ part: KeyPart, _ index: Int, in table: Int) throws(TableConflict) -> Int {
        guard let slot = slot(part.name, in: table) else { return addTable(part, .dotted(section: section), to: table) }
        switch slot.content {
        case .table(let next):
            switch drafts[next].definition {
            case .implied: drafts[next].definition = .dotted(section: section)
            case .dotted(section): break
            case .explicit, .dotted: throw TableConflict(.closedTable, part: index, first: drafts[next].span)
            }
            return next
        case .tables: throw TableConflict(.dottedIntoArray, part: index, first: slot.keySpan)
        case .value(let node): throw TableConflict(.valueAsTable(node.value), part: index, first: slot.keySpan)
        }
    }

    /// Drops the drafts made since the one at `index`, and it.
    mutating func removeDrafts(from index: Int) {
        drafts.removeSubrange(index...)
    }

    private func slot(_ key: String, in table: Int) -> Slot? {
        drafts[table].positions[ExactKey(key)].map { drafts[table].slots[$0] }
    }

    private mutating func addTable(_ part: KeyPart, _ definition: Definition, to table: Int) -> Int {
        let index = append(Draft(definition: definition, span: part.span, depth: drafts[table].depth + 1))
        add(part, .table(index), to: table)
        return index
    }

    private mutating func append(_ draft: Draft) -> Int {
        drafts.append(draft)
        return drafts.count - 1
    }

    private mutating func add(_ part: KeyPart, _ content: Content, to table: Int) {
        keyCount += 1
        drafts[table].positions[ExactKey(part.name)] = drafts[table].slots.count
        drafts[table].slots.append(Slot(key: part.name, keySpan: part.span, content: content))
    }
}
