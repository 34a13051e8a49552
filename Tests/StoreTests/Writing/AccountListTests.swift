import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

@Suite("A list's places")
struct AccountListTests {
    private static let now = Instant(secondsSinceEpoch: 1_700_000_000)

    private static func order(_ store: Store, of rep: RowID) throws -> [String] {
        try store.database.query(
            "SELECT name FROM account WHERE rep_id = ? AND status = 'active' ORDER BY rank", .integer(rep)
        ) { $0.text(0) }
    }

    @Test("whatever comes, goes and moves, the places are 1…n and the others keep their order", arguments: 0..<20)
    func permutations(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let store = try Sample.store()
        var model = try Self.order(store, of: 1)
        for step in 0..<60 {
            try store.editing(as: "lea@example.com", at: Self.now) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0 where model.count < 50:
                    let place = random.chance(50) ? nil : Int.random(in: 1...60, using: &random)
                    let account = SelectedAccount(
                        name: "N\(step)", repID: 1, fitNote: "x", selectedOn: CivilDate(dayNumber: 20_000))
                    _ = try store.add(account, at: place)
                    model.insert(account.name, at: min((place ?? .max) - 1, model.count))
                case 1 where model.count > 1:
                    let name = random.pick(model)
                    let id = try #require(try store.accounts(named: name).first).id
                    try store.closeAccount(id, as: .dropped, because: "x")
                    try store.arrange(1)
                    model.removeAll { $0 == name }
                case 2:
                    // Another program leaves gaps and the same place twice: from then on its order counts.
                    try store.database.execute("UPDATE account SET rank = abs(random() % 9) + 1 WHERE rep_id = 1")
                    model = try store.list(of: 1).map(\.name)
                    try store.arrange(1)
                default:
                    let name = random.pick(model)
                    let id = try #require(try store.accounts(named: name).first).id
                    let place = Int.random(in: 1...60, using: &random)
                    let found = try store.move(id, in: 1, to: place)
                    model.removeAll { $0 == name }
                    model.insert(name, at: min(place - 1, model.count))
                    #expect(found == min(place, model.count))
                }
            }
            let ranks = try store.database.query(
                "SELECT rank FROM account WHERE rep_id = 1 AND status = 'active' ORDER BY rank"
            ) { $0.int(0) }
            #expect(ranks == Array(1...model.count))
            #expect(try Self.order(store, of: 1) == model)
        }
    }

    @Test("an account that joins at its end is one row of history beside its own, not one for each of the others")
    func quietHistory() throws {
        let store = try Sample.store()
        try store.editing(as: "lea@example.com", because: "fits", at: Self.now) {
            _ = try store.add(
                SelectedAccount(name: "New", repID: 1, fitNote: "x", selectedOn: CivilDate(dayNumber: 20_000)))
        }
        #expect(
            try store.database.answer("SELECT author || ',' || reason || ',' || field || ',' || new_value FROM history")
                == "lea@example.com,fits,added,New")
    }
}

@Suite("Handing over a list")
struct HandoverTests {
    @Test("nobody gets more than 50, the order stays, and nothing is lost", arguments: 0..<12)
    func within(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let store = try Store.inMemory()
        let sizes = (1...4).map { _ in Int.random(in: 0...50, using: &random) }
        for (offset, size) in sizes.enumerated() {
            let rep = offset + 1
            try store.database.execute(
                "INSERT INTO person(id, email, name) VALUES (\(rep), 'p\(rep)@example.com', 'P\(rep)')")
            for number in 0..<size {
                try store.database.execute(
                    "INSERT INTO account(rep_id, name, rank) VALUES (\(rep), 'A\(rep)-\(number)', \(number + 1))")
            }
        }
        let accounts = try store.list(of: 1)
        let handover = try store.editing(as: "lea@example.com", at: Instant(secondsSinceEpoch: 1_700_000_000)) {
            try store.handOver(accounts, of: 1, to: [2, 3], otherwise: 4)
        }
        #expect(handover.steps.map(\.account) == accounts)
        let room = sizes.dropFirst().map { 50 - $0 }
        func taken(_ rep: RowID?) -> [Named] { handover.steps.filter { $0.receiver == rep }.map(\.account) }
        #expect(taken(2).count + taken(3).count == min(accounts.count, room[0] + room[1]))
        #expect(taken(4).count == min(accounts.count - taken(2).count - taken(3).count, room[2]))
        for rep in 1...4 {
            let list = try store.list(of: RowID(rep))
            #expect(list.count <= 50)
            #expect(Array(list.map(\.id).suffix(taken(RowID(rep)).count)) == taken(RowID(rep)).map(\.id))
            let ranks = try store.database.query(
                "SELECT rank FROM account WHERE rep_id = ? ORDER BY rank", .integer(RowID(rep))
            ) {
                $0.int(0)
            }
            #expect(ranks == Array(1..<list.count + 1))
        }
        #expect(try store.ownerlessAccounts().count == taken(nil).count)
    }
}
