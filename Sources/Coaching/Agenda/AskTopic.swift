/// What the words of an ask name of what the team knows: milestones, roles and industries, by whole words.
struct AskTopic: Hashable, Sendable {
    /// In small letters.
    private(set) var milestones: Set<String> = []
    private(set) var roles: Set<StakeholderRole> = []
    /// In small letters.
    private(set) var industries: Set<String> = []

    var isEmpty: Bool { milestones.isEmpty && roles.isEmpty && industries.isEmpty }

    /// - Parameter accounts: Those of the team; what occurs in none of them is not known.
    init(_ ask: String, among accounts: some Sequence<Account>) {
        let inTurn = ask.words
        let asked = Set(inTurn)
        guard !asked.isEmpty else { return }
        func isNamed(_ name: String) -> Bool {
            let words = name.words
            return !words.isEmpty
                && inTurn.indices.contains { inTurn[$0...].starts(with: words) }
        }
        for account in accounts {
            for title in Set(account.milestones.map(\.title)) {
                // Who has met a CFO passed "CFO met". An abbreviation says it all: whoever asks for a CFO asks for that.
                let words = title.words
                if !words.isEmpty && asked.isSuperset(of: words) || !asked.isDisjoint(with: title.abbreviations) {
                    milestones.insert(title.lowercased())
                }
            }
            if let industry = account.industry, isNamed(industry) { industries.insert(industry.lowercased()) }
        }
        roles = Set(
            StakeholderRole.allCases.filter { role in
                isNamed(role.rawValue) || isNamed(Language.german.label(of: role))
            })
    }
}

extension String {
    /// In small letters.
    fileprivate var words: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Words of two capital letters and more, in small letters.
    fileprivate var abbreviations: [String] {
        split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
            .map { $0.lowercased() }
    }
}
