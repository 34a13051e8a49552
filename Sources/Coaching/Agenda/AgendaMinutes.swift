/// How long the sections of an agenda take, by what stands in them: together with what is only read out they are a quarter of an hour
/// at most, and no more accounts are supported than there is time for.
struct AgendaMinutes: Sendable {
    let highlights: Int
    let commitments: Int
    let asks: Int
    /// What is left for the accounts to support.
    private let left: Int

    private static let huddle = 15
    /// What is near, the pattern, the promises.
    private static let notes = 1
    /// Of an account, where they are there.
    private static let account = 2

    init(highlights: Int, hasCommitments: Bool, asks: Int) {
        self.highlights = min(highlights, 2)
        commitments = hasCommitments ? 2 : 0
        self.asks = asks == 0 ? 0 : min(asks + 1, 3)
        left = Self.huddle - Self.notes - self.highlights - commitments - self.asks
    }

    func support(of accounts: Int) -> Int { min(accounts * Self.account, left) }

    /// For how many accounts there is time: a minute for each that comes up by rotation, a minute and a half for each in need.
    func accounts(rotating: Int) -> Int { rotating + max(0, left - rotating) * 2 / 3 }
}

extension Language {
    /// "Asks (3 min)"
    func heading(_ english: String, _ german: String, minutes: Int) -> Phrase {
        say("\(words: english) (\(minutes) min)", "\(words: german) (\(minutes) Min.)")
    }
}
