import CivilTime
import Coaching
import Testing

/// One row of a rule's table: what is known, when, and whether the rule finds something.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let name: String
    let account: Account
    let owner: Rep
    let now: Instant
    /// The rule's number, where it has one; -1 stands for a finding without one.
    let expected: Int?

    /// - Parameter days: The idle working days that are found; nil is nothing found.
    init(_ name: String, _ account: Account, of owner: Rep = rep(), at now: Instant = tuesday, days: Int?) {
        self.init(name, account, owner, now, days)
    }

    init(_ name: String, _ account: Account, of owner: Rep = rep(), at now: Instant = tuesday, isFound: Bool) {
        self.init(name, account, owner, now, isFound ? -1 : nil)
    }

    private init(_ name: String, _ account: Account, _ owner: Rep, _ now: Instant, _ expected: Int?) {
        self.name = name
        self.account = account
        self.owner = owner
        self.now = now
        self.expected = expected
    }

    var testDescription: String { name }

    /// What the rules find of the kind, as `expected` counts it.
    func found(_ kind: FindingKind) -> Int? {
        let findings = Rules.findings(for: account, on: RepDay(owner, at: now)).filter { $0.kind == kind }
        #expect(findings.count <= 1)
        return findings.first.map { expected == -1 ? -1 : $0.days ?? $0.threads ?? -1 }
    }
}
