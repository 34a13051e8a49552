/// How long the sections of an agenda take, by what stands in them: together with what is only read out they are a quarter of an hour
/// at most.
struct AgendaMinutes {
    let highlights: Int
    let commitments: Int
    let asks: Int
    let support: Int

    private static let huddle = 15
    /// What is near, the pattern, the promises.
    private static let notes = 1
    /// Of an account, where they are there.
    private static let account = 2

    init(highlights: Int, hasCommitments: Bool, asks: Int, accounts: Int) {
        self.highlights = min(highlights, 2)
        commitments = hasCommitments ? 2 : 0
        self.asks = asks == 0 ? 0 : min(asks + 1, 3)
        let left = Self.huddle - Self.notes - self.highlights - commitments - self.asks
        support = min(accounts * Self.account, left)
    }
}

extension Language {
    /// "Asks (3 min)"
    func heading(_ english: String, _ german: String, minutes: Int) -> Phrase {
        say("\(words: english) (\(minutes) min)", "\(words: german) (\(minutes) Min.)")
    }
}
