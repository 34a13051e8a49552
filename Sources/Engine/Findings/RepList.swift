import CivilTime
import Coaching

/// The accounts of a rep as they were read.
struct RepList {
    /// In the list's order.
    private(set) var accounts: [Account]
    /// To compare texts costs more than all rules together. What was compared is known again by its hash: texts are long.
    private var likeness: (of: Int, found: Likeness)?

    init(_ accounts: [Account]) { self.accounts = accounts }

    /// How many are selected on the day, held ones included.
    func listed(on date: CivilDate) -> Int { accounts.count { $0.isSelected(on: date) } }

    /// By account what would be found on a working day.
    mutating func states(on day: RepDay) -> [RowID: [Finding]] {
        let likeness = likeness(on: day)
        return Dictionary(
            uniqueKeysWithValues: accounts.map {
                ($0.id, Rules.states(of: $0, on: day, like: likeness.matches[$0.id]))
            })
    }

    /// Which messages of the list are nearly the same.
    mutating func likeness(on day: RepDay) -> Likeness {
        let messages = accounts.compactMap { OwnMessage($0, on: day.today) }
        let hash = messages.hashValue
        if let likeness, likeness.of == hash { return likeness.found }
        let found = Likeness(of: messages, atLeast: day.rep.thresholds.alike)
        likeness = (hash, found)
        return found
    }

    /// Takes over an account as it is now; nil when it is not on the list any more.
    mutating func renew(_ id: RowID, _ account: Account?) {
        accounts.removeAll { $0.id == id }
        if let account {
            let place = accounts.firstIndex { $0.order > account.order } ?? accounts.endIndex
            accounts.insert(account, at: place)
        }
    }
}

extension Account {
    /// As the store hands them out: by rank, those without one last.
    fileprivate var order: (Int, RowID) { (rank ?? .max, id) }
}

/// The lists of reps that were read lately, so that a look at a rep of whom nothing changed reads no account. Whoever changes an
/// account leaves a mark in the store, and the engine renews it here.
struct KnownLists {
    private var lists: [RowID: RepList] = [:]
    private var owners: [RowID: RowID] = [:]

    /// So many accounts are remembered, which are a few megabytes; what is beyond is read each time.
    private static let most = 2_000

    subscript(rep: RowID) -> RepList? {
        get { lists[rep] }
        set {
            forget(rep)
            guard let newValue, owners.count + newValue.accounts.count <= Self.most else { return }
            lists[rep] = newValue
            for account in newValue.accounts { owners[account.id] = rep }
        }
    }

    /// Works with a rep's list in its place; nil where it is not known.
    mutating func with<Result>(_ rep: RowID, _ body: (inout RepList) throws -> Result) rethrows -> Result? {
        guard lists[rep] != nil else { return nil }
        return try body(&lists[rep, default: RepList([])])
    }

    /// Takes over an account as it is now; nil when it is on nobody's list any more.
    mutating func renew(_ id: RowID, _ account: Account?) {
        if let owner = owners.removeValue(forKey: id) { lists[owner]?.renew(id, nil) }
        guard let account, lists[account.repID] != nil else { return }
        lists[account.repID]?.renew(id, account)
        owners[id] = account.repID
    }

    mutating func forget(_ rep: RowID) {
        for account in lists.removeValue(forKey: rep)?.accounts ?? [] { owners[account.id] = nil }
    }
}
