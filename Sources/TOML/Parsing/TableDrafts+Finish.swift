extension TableDrafts {
    /// The whole document as it stands.
    var root: TOMLTable { table(Self.rootIndex) }

    /// The value of an inline table that has been read. No later key can reach its drafts.
    mutating func finish(inlineTable index: Int) -> TOMLTable {
        let table = table(index)
        removeDrafts(from: index)
        return table
    }

    private func table(_ index: Int) -> TOMLTable {
        let draft = self[index]
        let entries = draft.slots.map { slot in
            TOMLTable.Entry(key: slot.key, keySpan: slot.keySpan, node: node(slot))
        }
        return TOMLTable(entries: entries, positions: draft.positions)
    }

    private func node(_ slot: Slot) -> TOMLNode {
        switch slot.content {
        case .value(let node): node
        case .table(let index): node(ofTable: index)
        case .tables(let array): TOMLNode(value: .array(elements(of: array).map(node(ofTable:))), span: slot.keySpan)
        }
    }

    private func node(ofTable index: Int) -> TOMLNode {
        TOMLNode(value: .table(table(index)), span: self[index].span)
    }
}
