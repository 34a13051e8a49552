import CivilTime
import Coaching
import Store

/// What a rep does with his accounts, as the store has them at that moment.
struct Selling {
    let workday: Workday
    var dice: Dice

    private var store: Store { workday.people.store }
    private var rep: RowID { workday.rep.id }
    private var today: CivilDate { workday.day }
    private var character: Character { workday.character }

    /// How many accounts the favourites are.
    private static let favourites = 10

    private mutating func anyAccount() throws -> RowID? {
        let accounts = try store.list(of: rep).map(\.id)
        return dice.one(of: dice.falls(character.prefers) ? Array(accounts.prefix(Self.favourites)) : accounts)
    }

    private mutating func later(_ days: ClosedRange<Int>) -> CivilDate { today.adding(days: dice.number(days)) }

    // MARK: Touches

    mutating func touch(at happened: Instant) throws {
        if dice.falls(character.strays) {
            try store.log(
                LoggedActivity(
                    personID: rep, kind: .call, direction: .out, at: happened, note: "a company that is on no list"))
        } else if let account = try anyAccount() {
            try touch(account, at: happened)
        }
    }

    private mutating func touch(_ account: RowID, at happened: Instant) throws {
        let isTwoWay = dice.falls(character.reaches)
        var stakeholder = dice.one(of: try store.stakeholders(of: account))?.id
        if isTwoWay, stakeholder == nil || dice.falls(0.06) { stakeholder = try newStakeholder(of: account) }
        let colleague = isTwoWay && dice.falls(0.3) ? dice.one(of: try store.stakeholders(of: account))?.id : nil
        let milestone = dice.falls(0.3) ? try store.openMilestones(of: account).first : nil
        let kinds: [ActivityKind] = isTwoWay ? [.call, .meeting, .demo, .visit, .email] : [.call, .email, .social]
        try store.log(
            LoggedActivity(
                personID: rep, accountID: account, kind: dice.one(of: kinds) ?? .call,
                direction: isTwoWay ? .twoWay : .out,
                at: happened, stakeholderID: stakeholder,
                attendeeIDs: [colleague].compactMap { $0 }.filter { $0 != stakeholder }, milestoneID: milestone,
                note: dice.one(of: Words.notes)))
        if isTwoWay, dice.falls(character.agrees) { try agreeNextStep(on: account) }
    }

    private mutating func newStakeholder(of account: RowID, role: StakeholderRole? = nil) throws -> RowID {
        let name = Words.person(&dice)
        let role = role ?? dice.one(of: StakeholderRole.allCases) ?? .user
        return try store.addStakeholder(name, to: account, role: role, email: nil)
    }

    private mutating func agreeNextStep(on account: RowID) throws {
        let step = dice.one(of: Words.steps)
        try store.setNextStep(of: account, to: step, on: later(1...21))
    }

    // MARK: The project

    mutating func finishMilestone() throws {
        guard let account = try anyAccount(), let milestone = try store.openMilestones(of: account).first else {
            return
        }
        try store.finishMilestone(milestone, on: today)
        if dice.falls(0.7) { try planMilestone(of: account) }
    }

    private mutating func planMilestone(of account: RowID) throws {
        let title = dice.one(of: Words.milestones) ?? ""
        _ = try store.addMilestone(title, to: account, due: later(10...60))
    }

    mutating func rest() throws {
        guard let account = try anyAccount() else { return }
        try store.rest(account, from: today, until: later(3...30), because: dice.one(of: Words.reasons) ?? "")
    }

    /// One account goes, most often another comes.
    mutating func swap() throws {
        let accounts = try store.list(of: rep).map(\.id)
        if accounts.count > 3, let account = dice.one(of: accounts) {
            let status = dice.one(of: [AccountStatus.won, .lost, .dropped]) ?? .dropped
            try store.closeAccount(account, as: status, because: "the simulation's dice")
            if dice.falls(0.2) { return }
        } else if accounts.count >= Schema.accountsPerRep {
            return
        }
        try selectNew()
    }

    private mutating func selectNew() throws {
        let count = try store.list(of: rep).count
        guard count < Schema.accountsPerRep else { return }
        let name = "\(Words.company(dice.number(0...103))) \(dice.number(1...99))"
        let account = try store.select(name, for: rep, rank: count + 1, on: today)
        if dice.falls(0.5) { try planMilestone(of: account) }
    }

    // MARK: Words

    mutating func commit(at now: Instant) throws {
        guard let account = try anyAccount() else { return }
        _ = try store.commit(rep, to: dice.one(of: Words.commitments) ?? "", about: account, on: today, at: now)
    }

    mutating func keepWord(at now: Instant) throws {
        let open = try store.openSaid(.commitment, by: rep, at: now).sorted { $0.id < $1.id }
        for commitment in open where commitment.dueOn.map({ $0 <= today }) ?? false {
            if dice.falls(0.8) {
                try store.keep(commitment, at: now)
            } else {
                try store.move(commitment, to: later(1...3))
            }
        }
    }

    mutating func ask(at now: Instant) throws {
        guard let account = try anyAccount() else { return }
        _ = try store.ask(dice.one(of: Words.questions) ?? "", by: rep, about: account, at: now)
    }

    mutating func help(at now: Instant) throws {
        guard let ask = try store.oldestAsk(ofColleaguesOf: rep) else { return }
        try store.answer(ask, dice.one(of: Words.notes) ?? "", by: rep, at: now)
    }

    // MARK: Answers to what was said

    /// Does what the item asks about.
    mutating func answer(_ item: Message.Item, at now: Instant) throws {
        guard let account = item.accountID else {
            switch item.kind {
            case .activityMissing: for _ in 0..<2 { try touch(at: now) }
            case .commitmentOpen: try keepWord(at: now)
            case .listShort: try selectNew()
            case .askOpen: try help(at: now)
            default: break
            }
            return
        }
        // It may have gone to a colleague, or be closed.
        guard try store.list(of: rep).map(\.id).contains(account) else { return }
        switch item.kind {
        case .noNextStep, .nextStepPassed: try agreeNextStep(on: account)
        case .milestonePassed: try replanMilestone(of: account)
        case .milestoneNear:
            try store.log(
                LoggedActivity(
                    personID: rep, accountID: account, kind: .proposal, at: now,
                    milestoneID: try store.openMilestones(of: account).first))
        case .noEconomicBuyer: _ = try newStakeholder(of: account, role: .economicBuyer)
        case .noChampion: _ = try newStakeholder(of: account, role: .champion)
        case .noMilestones: try planMilestone(of: account)
        case .noOwnMessage, .genericMessage: try store.write(.message, of: account, Words.message(&dice))
        case .researchGap:
            guard let topic = try item.findingID.flatMap({ try store.topic(ofFinding: $0) }) else { return }
            try store.setResearch(dice.one(of: Words.notes) ?? "", about: topic, of: account, on: today)
        default: try touch(account, at: now)
        }
    }

    private mutating func replanMilestone(of account: RowID) throws {
        guard let milestone = try store.openMilestones(of: account).first else { return }
        switch dice.number(0...9) {
        case 0...4: try store.setDue(ofMilestone: milestone, on: later(5...40))
        case 5...7: try store.finishMilestone(milestone, on: today)
        default: try store.leaveOutMilestone(milestone, on: today, because: dice.one(of: Words.skips) ?? "")
        }
    }
}
