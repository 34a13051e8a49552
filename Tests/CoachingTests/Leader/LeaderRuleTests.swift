import CivilTime
import Coaching
import Testing

/// One row of a leader's table: what is known, and the days that a kind is found with.
struct LeaderCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: FindingKind
    let view: LeaderView
    /// Nil is nothing found.
    let days: Int?

    init(_ name: String, _ kind: FindingKind, _ view: LeaderView, days: Int?) {
        (self.name, self.kind, self.view, self.days) = (name, kind, view, days)
    }

    var testDescription: String { "\(kind.rawValue): \(name)" }
}

@Suite("What a leader owes")
struct LeaderRuleTests {
    typealias L = LeaderFixture

    static let debts: [LeaderCase] = [
        LeaderCase("4 working days since the talk", .coachingDebtRep, L.view(L.coached(talk: "2026-11-17")), days: nil),
        LeaderCase("5 working days", .coachingDebtRep, L.view(L.coached(talk: "2026-11-16")), days: 5),
        LeaderCase(
            "Monday a fortnight ago is 10 of the leader's working days", .coachingDebtRep,
            L.view(L.coached(talk: "2026-11-09")), days: 10),
        LeaderCase(
            "without a talk it counts from the first look", .coachingDebtRep,
            L.view(L.coached(firstLook: "2026-11-16")),
            days: 5),
        LeaderCase("nobody looked yet", .coachingDebtRep, L.view(L.coached(firstLook: nil)), days: nil),
        LeaderCase(
            "a rep on leave gives none", .coachingDebtRep,
            L.view(L.coached(away: ["2026-11-23"..."2026-11-25"], talk: "2026-11-02")), days: nil),
        LeaderCase(
            "the rep's leave does not count", .coachingDebtRep,
            L.view(L.coached(away: ["2026-11-10"..."2026-11-20"], talk: "2026-11-09")), days: nil),
        LeaderCase(
            "who left gives none", .coachingDebtRep, L.view(L.coached(leftOn: "2026-11-20", talk: "2026-11-02")),
            days: nil),
        LeaderCase(
            "a leader is no debt of his own", .coachingDebtRep,
            L.view(L.coached("Lea Roth", id: 100, talk: "2026-11-02")),
            days: nil),
        LeaderCase(
            "the leader's own leave does not count", .coachingDebtRep,
            L.view(
                L.coached(talk: "2026-11-09"), by: L.lea,
                leader: rep("Lea Roth", id: 100, away: ["2026-11-10"..."2026-11-20"])), days: nil),
        LeaderCase(
            "nothing is found on the leader's day off", .coachingDebtRep,
            L.view(L.coached(talk: "2026-11-02"), at: "2026-11-22 09:00"), days: nil),
        LeaderCase(
            "20 working days since the last look together", .coachingDebtAccount,
            L.view(L.coached(accounts: [L.account(looked: "2026-10-26")])), days: 20),
        LeaderCase(
            "19 working days", .coachingDebtAccount, L.view(L.coached(accounts: [L.account(looked: "2026-10-27")])),
            days: nil),
        LeaderCase(
            "never looked at together: from the selection, or the first look where that is later", .coachingDebtAccount,
            L.view(L.coached(firstLook: "2026-10-23", accounts: [L.account()])), days: 21),
        LeaderCase(
            "selected lately", .coachingDebtAccount,
            L.view(L.coached(firstLook: "2026-01-05", accounts: [L.account(selected: "2026-11-02")])), days: nil),
        LeaderCase(
            "a hold gives none", .coachingDebtAccount,
            L.view(L.coached(accounts: [L.account(held: true, looked: "2026-09-01")])), days: nil),
    ]

    static let promises: [LeaderCase] = [
        LeaderCase("due tomorrow", .promiseOpen, L.view(promises: [promise(due: "2026-11-25")]), days: nil),
        LeaderCase("due today", .promiseOpen, L.view(promises: [promise(due: "2026-11-24")]), days: 0),
        LeaderCase("due on Friday", .promiseOpen, L.view(promises: [promise(due: "2026-11-20")]), days: 1),
        LeaderCase(
            "without a day, 5 working days after it was made", .promiseOpen,
            L.view(promises: [promise(made: "2026-11-16")]), days: 5),
        LeaderCase(
            "without a day, made on Tuesday", .promiseOpen, L.view(promises: [promise(made: "2026-11-17")]), days: nil),
    ]

    static let asks: [LeaderCase] = [
        LeaderCase("asked today", .askOpen, L.view(L.coached(asks: [ask(on: "2026-11-24")])), days: nil),
        LeaderCase("asked yesterday", .askOpen, L.view(L.coached(asks: [ask(on: "2026-11-23")])), days: 0),
        LeaderCase("asked on Friday", .askOpen, L.view(L.coached(asks: [ask(on: "2026-11-20")])), days: 1),
        LeaderCase(
            "the leader's own", .askOpen, L.view(L.coached("Lea Roth", id: 100, asks: [ask(on: "2026-11-02")])),
            days: nil),
    ]

    static let highlights: [LeaderCase] = [
        LeaderCase(
            "three full plans, first looked at yesterday", .highlightDue,
            L.view(L.coached(praised: "2026-11-13", deeds: Deeds(fullPlans: 3, days: 5))), days: nil),
        LeaderCase(
            "the same, looked at for longer", .highlightDue,
            L.view(L.coached(firstLook: "2026-01-05", praised: "2026-11-13", deeds: Deeds(fullPlans: 3, days: 5))),
            days: 6),
        LeaderCase(
            "two full plans are no news", .highlightDue,
            L.view(L.coached(firstLook: "2026-01-05", deeds: Deeds(fullPlans: 2, days: 5))), days: nil),
        LeaderCase(
            "a milestone, praised on Tuesday", .highlightDue,
            L.view(
                L.coached(
                    firstLook: "2026-01-05", praised: "2026-11-17",
                    deeds: Deeds(milestones: [.init(account: "Duff", what: "CFO met")]))), days: nil),
        LeaderCase(
            "a first reply, praised the Monday before", .highlightDue,
            L.view(
                L.coached(
                    firstLook: "2026-01-05", praised: "2026-11-16",
                    deeds: Deeds(replies: [FirstTalk(rep: "Dana", name: "Petra", account: "Duff", kind: .email)]))),
            days: 5),
    ]

    static let stalls: [LeaderCase] = [
        LeaderCase(
            "mentioned 10 working days ago", .stallUnanswered,
            L.view(L.coached(accounts: [stalled(first: "2026-11-10")])),
            days: 19),
        LeaderCase(
            "mentioned 9 working days ago", .stallUnanswered,
            L.view(L.coached(accounts: [stalled(first: "2026-11-11")])),
            days: nil),
        LeaderCase("never mentioned", .stallUnanswered, L.view(L.coached(accounts: [stalled(first: nil)])), days: nil),
        LeaderCase(
            "the leader's own account", .stallUnanswered,
            L.view(L.coached("Lea Roth", id: 100, accounts: [stalled(first: "2026-11-02")])), days: nil),
    ]

    static func promise(due: CivilDate? = nil, made: CivilDate? = "2026-11-16") -> Promise {
        Promise(id: 1, text: "a word with Globex's director.", repID: 3, rep: "Dana", dueOn: due, madeOn: made)
    }

    static func ask(on date: CivilDate) -> Ask {
        Ask(
            id: 7, repID: 3, rep: "Dana", accountID: 20, account: "Tyrell", text: "who has met a CFO in energy?",
            askedOn: date)
    }

    static func stalled(first: CivilDate?) -> CoachedAccount {
        LeaderFixture.account(episodes: [
            episode(
                finding(.stalled, account: 1, rep: 3, days: 19), id: 50, mentions: first == nil ? 0 : 3, first: first)
        ])
    }

    @Test("is found on its day, and not before", arguments: debts + promises + asks + highlights + stalls)
    func found(row: LeaderCase) {
        let found = LeaderRules.findings(row.view).filter { $0.kind == row.kind }
        #expect(found.count <= 1)
        #expect(found.first?.days == row.days)
        #expect(found.allSatisfy { $0.repID == row.view.leader.id })
    }

    @Test("two ladders that ended on one account are one matter, the weightier")
    func oneAnAccount() {
        let account = LeaderFixture.account(episodes: [
            episode(finding(.noEconomicBuyer, account: 1, rep: 3), id: 51, mentions: 3, first: "2026-11-02"),
            episode(finding(.stalled, account: 1, rep: 3, days: 19), id: 52, mentions: 3, first: "2026-11-02"),
        ])
        let found = LeaderRules.findings(LeaderFixture.view(LeaderFixture.coached(accounts: [account])))
        #expect(found.filter { $0.kind == .stallUnanswered }.map(\.subjectID) == [52])
    }

    @Test("other numbers for a team hold for it")
    func thresholds() {
        var view = LeaderFixture.view(LeaderFixture.coached(talk: "2026-11-18"))
        #expect(LeaderRules.findings(view).isEmpty)
        view.thresholds.coachingRep = 3
        #expect(LeaderRules.findings(view).map(\.kind) == [.coachingDebtRep])
    }
}
