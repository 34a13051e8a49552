import CivilTime
import Coaching
import SQLite

/// Where each account of a handover went.
package struct Handover: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var account: Named
        /// Nil where nobody had room.
        package var receiver: RowID?
    }

    package var steps: [Step] = []
}

extension Store {
    /// The active accounts of a rep in the order of his list.
    package func list(of rep: RowID) throws -> [Named] {
        try database.query(
            """
            SELECT a.id, a.name, a.external_id FROM account a WHERE a.rep_id = ?1 AND a.status = 'active'
            ORDER BY \(ListOrder.sql)
            """, .integer(rep)
        ) { Named(id: $0.int64(0), name: $0.text(1), owner: rep, externalID: $0.optionalText(2)) }
    }

    /// Gives accounts of a rep to others, each to the receiver who has the fewest, within the 50 of each; their order stays. What does
    /// not fit goes to the leader, and where he has no room either, to nobody.
    package func handOver(
        _ accounts: [Named], of rep: RowID, to receivers: [RowID], otherwise leader: RowID?
    ) throws -> Handover {
        var sizes = try Dictionary(
            (receivers + [leader].compactMap { $0 }).map { ($0, try listSize(of: $0).accounts) },
            uniquingKeysWith: { first, _ in first })
        func hasRoom(_ id: RowID) -> Bool { sizes[id, default: 0] < Schema.accountsPerRep }
        var handover = Handover()
        for account in accounts {
            let receiver =
                receivers.filter(hasRoom).min { sizes[$0, default: 0] < sizes[$1, default: 0] }
                ?? leader.flatMap { hasRoom($0) ? $0 : nil }
            try hand(account.id, to: receiver)
            if let receiver { sizes[receiver, default: 0] += 1 }
            handover.steps.append(Handover.Step(account: account, receiver: receiver))
        }
        for list in [rep] + sizes.keys.sorted() { try arrange(list) }
        return handover
    }
}
