extension Judge {
    /// The order of items in a message; the kinds that are not named stand behind, in any order.
    private static let order = [
        "hold-ended", "stalled", "milestone-passed", "next-step-passed", "milestone-near", "no-next-step", "quiet",
    ]

    /// What holds for each message by itself.
    mutating func judgeMessages() {
        for message in record.messages where message.deliveredAt != nil {
            let items = message.items.filter { !$0.isVoided }
            let counted = items.filter { $0.state != "thanks" }
            let what = "\(message.kind) \(message.id) to \(name(message.person))"
            let accounts = [counted, items.filter { $0.state == "thanks" }].map { $0.compactMap(\.account) }
            if accounts.contains(where: { Set($0).count != $0.count }) {
                accuse("one item an account", message.day, what)
            }
            if message.kind == "huddle" {
                if counted.count > 7 { accuse("7 places on the agenda", message.day, "\(what): \(counted.count)") }
            } else if message.isNudge {
                if !(1...5).contains(counted.count) { accuse("1 to 5 items", message.day, "\(what): \(counted.count)") }
                if items.prefix(items.count - counted.count).contains(where: { $0.state != "thanks" }) {
                    accuse("thanks stand first", message.day, what)
                }
                judgeOrder(of: counted.filter { $0.account != nil }, message, what)
                judgeOwnership(of: items, message, what)
            }
            judgeHolds(counted, message, what)
        }
    }

    private mutating func judgeOrder(of items: [Record.Item], _ message: Record.Message, _ what: String) {
        let places = items.map { item in
            (
                Self.order.firstIndex(of: item.kind) ?? Self.order.count,
                item.account.flatMap { record.accounts[$0]?.rank }
            )
        }
        for (first, second) in zip(places, places.dropFirst()) {
            let isKnown = first.0 < Self.order.count
            var isAgainstRank = false
            if isKnown, first.0 == second.0, let above = first.1, let below = second.1 { isAgainstRank = above > below }
            if first.0 > second.0 || isAgainstRank {
                accuse("order of items", message.day, "\(what): \(items.map(\.kind))")
                return
            }
        }
    }

    /// A rep hears of his own accounts; what a leader owes is heard by whoever leads.
    private mutating func judgeOwnership(of items: [Record.Item], _ message: Record.Message, _ what: String) {
        for item in items where item.isToRep && !Self.ofLeaders.contains(item.kind) {
            guard let finding = item.finding.flatMap({ record.findings[$0] }) else { continue }
            if finding.rep != message.person { accuse("own accounts only", message.day, "\(what): \(item.kind)") }
        }
    }

    /// A hold silences an account. It may be entered in the course of its first day, and lasts in the rep's days, not the reader's.
    private mutating func judgeHolds(_ items: [Record.Item], _ message: Record.Message, _ what: String) {
        for item in items where item.kind != "hold-ended" && !Self.ofLeaders.contains(item.kind) {
            guard let account = item.account, let holds = record.accounts[account]?.holds else { continue }
            let slack = message.isNudge ? 0 : 1
            if holds.contains(where: { $0.lowerBound < message.day && message.day <= $0.upperBound - slack }) {
                accuse("a hold silences", message.day, "\(what): \(item.kind) of account \(account)")
            }
        }
    }
}
