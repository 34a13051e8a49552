import CivilTime
import Coaching

/// Briefings with facts as a sales team has them, the findings by the rules; the same seed gives the same briefing.
struct RandomBriefings {
    var random: SeededGenerator
    /// The words that people wrote.
    var words = OrdinaryWords()
    var bank = QuestionBank.english

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    struct OrdinaryWords {
        var accounts = [
            "Acme Logistics", "Globex", "Initech Inc.", "Umbra", "Hooli", "Wonka & Sons", "Vandelay Industries", "Duff",
            "Stark", "Tyrell", "Massive Dynamic", "Müller GmbH & Co. KG", "3rd Rail Transit", "O'Neill Ltd.",
        ]
        var people = [
            "Jonas Weber", "Petra Novak", "Sam O'Hara", "Marta", "Kim Lee", "Zoë van der Berg", "Ulrich Ende",
            "Eva Braun-Iyer",
        ]
        var reps = ["Ana Silva", "Ben Ode", "Dr. Chidi Anagonye", "Dana K.", "Maximiliana Oberhuber", "Eve", "Finn Y"]
        var milestones = [
            "CFO met", "Need confirmed", "Proposal sent", "Pilot agreed with the night shift", "Contract signed",
        ]
        var steps = [
            "send the model", "call Marta about the pilot.", "book the site visit", "", "demo for the second shift",
        ]
        var insights = [
            "trucks wait two hours at the gate on Fridays", "their ERP contract ends in March", "new plant in Brno",
        ]
        var industries = ["logistics", "energy", "food"]
        var reasons = ["their new CIO starts on Tue 24 Nov", "budget freeze until January.", "merger"]
        var texts = [
            "demo", "send the pricing", "call Duff back.", "who has met a CFO in energy?", "a word with the director",
        ]
        var teams = ["Team North", "DACH"]
    }

    mutating func morningOrAfternoon() -> Briefing {
        let rep = rep(id: 1)
        let now = Zone.utc.startOfDay("2026-11-24").adding(seconds: Int64.random(in: 25_000..<70_000, using: &random))
        let day = RepDay(rep, at: now)
        var briefing = Briefing(day: day, withNextStep: Int.random(in: 0...50, using: &random), bank: bank)
        for id in RowID(1)...RowID(Int.random(in: 1...12, using: &random)) {
            let story = story(id, rep: rep, day: day)
            briefing.stories[id] = story
            let like: Likeness.Match? =
                random.chance(30) ? .init(account: id + 1, percent: random.pick([84, 100])) : nil
            briefing.episodes += Rules.findings(for: story.account, on: day, like: like).map { episode($0, day) }
            if random.chance(30) { briefing.lastMention[id] = date(day.today, back: 0...15) }
            if random.chance(20) { briefing.answered.append(answered(story, day)) }
        }
        for kind in ActivityKind.allCases where random.chance(30) {
            briefing.doneToday[kind] = Int.random(in: 0...4, using: &random)
        }
        briefing.commitments = commitments(of: rep.id, on: day.today)
        let work = RepWork(
            done: briefing.doneToday, listed: Int.random(in: 0...25, using: &random),
            touches: Int.random(in: 10...20, using: &random), touchesOffList: Int.random(in: 0...9, using: &random),
            commitments: briefing.commitments)
        briefing.episodes += Rules.findings(of: work, on: day).map { episode($0, day) }
        return briefing
    }

    mutating func huddle() -> HuddleBriefing {
        let leads = random.pick([RowID(1), 100, 100, 100])
        let leader = RepDay(self.rep(id: leads), at: "2026-11-24 07:40")
        var briefing = HuddleBriefing(team: random.pick(words.teams), day: leader, bank: bank)
        var accountID: RowID = 0
        for id in RowID(1)...RowID(Int.random(in: 1...6, using: &random)) {
            let isAway = id > 1 && random.chance(15)
            let rep = rep(id: id, isAway: isAway)
            let day = RepDay(rep, at: leader.now)
            var strip: [Pictures.AccountState] = []
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                accountID += 1
                let story = story(accountID, rep: rep, day: day)
                let findings = Rules.findings(for: story.account, on: day)
                strip.append(Pictures.AccountState(of: story.account, findings: findings, on: day))
                guard story.account.isSelected(on: day.today) else { continue }
                let huddles = random.pick([0, 0, 0, 0, 1, 2, 3, 11])
                let last: CivilDate? =
                    huddles > 0 ? "2026-11-23" : random.chance(60) ? date(leader.today, back: 4...30) : nil
                briefing.support.append(
                    SupportCandidate(
                        story: story, day: day, episodes: findings.map { episode($0, day) }, huddles: huddles,
                        lastHuddleOn: last))
            }
            let bar = (0..<5).map { _ in
                Pictures.DayCount(done: Int.random(in: 0...9, using: &random), planned: random.pick([6, 6, 6, 0, nil]))
            }
            briefing.members.append(
                TeamMember(
                    day: day, backOn: isAway ? "2026-11-26" : nil, bar: bar, strip: strip,
                    commitments: commitments(of: id, on: leader.today)))
            if random.chance(50) { briefing.highlights.append(highlight(rep, day)) }
            if random.chance(25) {
                briefing.asks.append(
                    Ask(
                        id: id, rep: rep.firstName, accountID: random.chance(70) ? accountID : nil,
                        account: random.chance(70) ? random.pick(words.accounts) : nil,
                        text: random.pick(words.texts), askedOn: date(leader.today, back: 0...6)))
            }
        }
        if random.chance(40) {
            briefing.promises.append(
                Promise(
                    text: random.pick(words.texts), rep: random.chance(50) ? "Ana" : nil,
                    dueOn: random.chance(60) ? date(leader.today, back: -5...3) : nil))
        }
        briefing.backlog = random.pick([0, 0, 1, 24])
        if random.chance(30) { briefing.aim = random.pick(words.texts) }
        if random.chance(20) {
            briefing.quieted = [QuietNotice(random.pick(FindingKind.allCases), on: date(leader.today, back: 0...3))]
        }
        return briefing
    }

    /// A leader's matters of every kind.
    mutating func leading() -> LeaderBriefing {
        let leader = rep(id: 100)
        let reader = random.chance(80) ? leader : rep(id: 1)
        let now: Instant = "2026-11-24 09:00"
        var view = LeaderView(leader: leader, day: RepDay(reader, at: now))
        var stories: [RowID: AccountStory] = [:]
        for id in RowID(1)...RowID(Int.random(in: 1...5, using: &random)) {
            let day = RepDay(rep(id: id), at: now)
            var coached = CoachedRep(
                day: day, firstLookedOn: date(day.today, back: 1...60),
                lastTalk: random.chance(60) ? CoachingTalk(on: date(day.today, back: 1...30), leaderID: 100) : nil,
                lastPraisedOn: random.chance(50) ? date(day.today, back: 1...20) : nil)
            coached.deeds = random.pick([
                Deeds(), Deeds(fullPlans: 3, days: 5), Deeds(fullPlans: 5, days: 5),
                Deeds(milestones: [.init(account: random.pick(words.accounts), what: random.pick(words.milestones))]),
                Deeds(replies: [
                    FirstTalk(
                        rep: random.pick(words.people).firstName, name: random.pick(words.people),
                        account: random.pick(words.accounts), kind: random.pick(ActivityKind.allCases))
                ]),
            ])
            for number in 0..<RowID(Int.random(in: 0...4, using: &random)) {
                let story = story(id * 1_000 + number, rep: day.rep, day: day)
                stories[story.account.id] = story
                var account = CoachedAccount(
                    id: story.account.id, name: story.account.name, rank: story.account.rank,
                    selectedOn: story.account.selectedOn, isHeld: random.chance(10),
                    lastLookedOn: random.chance(60) ? date(day.today, back: 1...60) : nil)
                account.episodes = Rules.findings(for: story.account, on: day).map { finding in
                    var episode = episode(finding, day)
                    if random.chance(40) {
                        episode.mentions = random.pick([1, 2, 3])
                        episode.firstMentionedOn = date(day.today, back: 14...30)
                    }
                    return episode
                }
                coached.accounts.append(account)
            }
            if random.chance(30) {
                coached.asks = [
                    Ask(
                        id: id, repID: id, rep: day.rep.firstName,
                        account: random.chance(50) ? random.pick(words.accounts) : nil, text: random.pick(words.texts),
                        askedOn: date(day.today, back: 0...9))
                ]
            }
            view.reps.append(coached)
        }
        if random.chance(50) {
            view.promises = [
                Promise(
                    id: 1, text: random.pick(words.texts), rep: random.chance(50) ? random.pick(words.reps) : nil,
                    dueOn: random.chance(60) ? date("2026-11-24", back: -2...9) : nil,
                    madeOn: date("2026-11-24", back: 0...20))
            ]
        }
        let findings = LeaderRules.findings(view)
        let episodes = findings.enumerated().map { offset, finding in
            CoachingTests.episode(
                finding, id: RowID(offset + 1), mentions: random.pick([0, 0, 1]), first: "2026-11-10")
        }
        var briefing = LeaderBriefing(
            day: view.day,
            teams: [LeaderBriefing.Team(view: view, findings: findings, episodes: episodes)], bank: bank)
        for id in briefing.accountsSpokenOf { briefing.stories[id] = stories[id] }
        return briefing
    }

    // MARK: Facts

    /// No two accounts of a briefing have the same name.
    private func name(_ id: RowID) -> String {
        let (round, place) = Int(id).quotientAndRemainder(dividingBy: words.accounts.count)
        return round == 0 ? words.accounts[place] : "\(words.accounts[place]) \(round + 1)"
    }

    private mutating func rep(id: RowID, isAway: Bool = false) -> Rep {
        CoachingTests.rep(
            id == 100 ? "Lea Roth" : words.reps[Int(id) % words.reps.count], id: id,
            away: isAway ? ["2026-11-20"..."2026-11-25"] : [],
            plan: random.pick([
                [], [.touches(6), .research(1)], [.touches(1), PlanLine(.activity(.email), count: 1)],
                [
                    PlanLine(.activity(.internal), count: 1), PlanLine(.activity(.social), count: 2),
                    PlanLine(.activity(.event), count: 2),
                ],
            ]))
    }

    private mutating func story(_ id: RowID, rep: Rep, day: RepDay) -> AccountStory {
        let people = random.pick(Int.random(in: 0...4, using: &random), of: words.people).enumerated().map {
            offset, name in
            Stakeholder(
                id: id * 10 + RowID(offset), name: name,
                role: random.chance(85) ? random.pick(StakeholderRole.allCases) : nil,
                lastTwoWayAt: random.chance(60) ? instant(day, back: 0...60) : nil)
        }
        let milestones = random.pick(Int.random(in: 0...3, using: &random), of: words.milestones).enumerated().map {
            offset, title in
            Milestone(
                id: id * 10 + RowID(offset), title: title,
                dueOn: random.chance(80) ? date(day.today, back: -20...10) : nil,
                doneOn: random.chance(40) ? date(day.today, back: -1...40) : nil,
                firstActivityAt: random.chance(30) ? instant(day, back: 0...40) : nil)
        }
        let touch: Touch? =
            random.chance(80)
            ? Touch(
                kind: random.pick(ActivityKind.allCases.filter(\.isTouch)), at: instant(day, back: 0...25),
                stakeholder: random.chance(60) ? people.first : nil)
            : nil
        let holdEnd = date(day.today, back: 1...6)
        let account = account(
            name(id), id: id, rep: rep.id, rank: random.chance(80) ? Int(id) : nil,
            industry: random.chance(50) ? random.pick(words.industries) : nil, selected: date(day.today, back: 0...200),
            step: random.chance(60) ? random.pick(words.steps) : nil,
            stepOn: random.chance(50) ? date(day.today, back: -20...8) : nil,
            insight: random.chance(40) ? random.pick(words.insights) : nil, touch: touch?.at, milestones: milestones,
            people: people,
            holds: random.chance(20)
                ? [Hold(from: holdEnd.adding(days: -10), until: holdEnd, reason: random.pick(words.reasons))] : [])
        var known = account
        known.ownMessage = random.chance(50) ? random.pick(words.insights) : nil
        known.research = Set(random.pick(Int.random(in: 0...6, using: &random), of: ResearchChecklist().topics))
        return AccountStory(known, lastTouch: touch, otherName: random.chance(70) ? random.pick(words.accounts) : nil)
    }

    private mutating func episode(_ finding: Finding, _ day: RepDay) -> Episode {
        let mentions = random.pick([0, 0, 1, 2])
        let first = mentions > 0 ? date(day.today, back: 1...12) : nil
        return Episode(
            id: RowID.random(in: 1...1_000_000, using: &random), finding: finding, openedOn: first ?? day.today,
            openedAt: instant(day, back: 0...3), isBacklog: random.chance(20), mentions: mentions,
            firstMentionedOn: first,
            lastMentionedOn: first, previousResolvedOn: random.chance(20) ? date(day.today, back: 1...40) : nil)
    }

    private mutating func answered(_ story: AccountStory, _ day: RepDay) -> Episode {
        let kind = random.pick(FindingKind.allCases.filter { $0.subject == .account })
        let finding = Finding(
            kind, repID: day.rep.id, accountID: story.account.id,
            milestoneID: story.account.milestones.first?.id,
            days: kind == .quiet || kind == .stalled ? Int.random(in: 1...14, using: &random) : nil,
            topic: kind == .researchGap ? random.pick(ResearchChecklist().topics).name : nil,
            percent: kind == .genericMessage ? 90 : nil)
        var episode = Episode(
            id: RowID.random(in: 1...1_000_000, using: &random), finding: finding,
            openedOn: date(day.today, back: 3...20),
            openedAt: day.now, resolvedOn: day.today,
            resolution: Resolution(
                of: CoachingTests.episode(finding), account: story.account, on: day, .init(likeness: 20)),
            mentions: 1)
        episode.movingAgain = story.lastTouch.map {
            MovingAgain($0, idleDays: finding.days ?? 0, isFirst: random.chance(20))
        }
        return episode
    }

    private mutating func highlight(_ rep: Rep, _ day: RepDay) -> Highlight {
        let touch = Touch(
            kind: random.pick([.call, .email, .event]), at: day.now,
            stakeholder: random.chance(50) ? person(random.pick(words.people), .champion) : nil)
        let kind: Highlight.Kind = random.pick([
            .milestone(title: random.pick(words.milestones)),
            .movingAgain(idleDays: random.pick([1, 14]), touch: touch, isFirst: random.chance(30)),
            .metEconomicBuyer(name: random.pick(words.people), by: random.pick(ActivityKind.allCases)), .won,
            .fullPlan(daysInARow: random.pick([2, 5, 20])),
            .newRole(
                name: random.pick(words.people), role: random.pick(StakeholderRole.allCases),
                by: random.pick(ActivityKind.allCases)),
            .firstReply(name: random.pick(words.people), by: random.pick(ActivityKind.allCases)), .askedForHelp,
        ])
        let isOfAccount = if case .fullPlan = kind { false } else { true }
        return Highlight(
            repID: rep.id, rep: rep.firstName, account: isOfAccount ? random.pick(words.accounts) : nil, kind: kind)
    }

    private mutating func commitments(of rep: RowID, on today: CivilDate) -> [Commitment] {
        (0..<random.pick([0, 0, 1, 2, 5])).map { _ in
            Commitment(
                repID: rep, account: random.chance(70) ? random.pick(words.accounts) : nil,
                text: random.pick(words.texts),
                dueOn: date(today, back: 0...1), moved: random.pick([0, 0, 1, 2, 5]), isKept: random.chance(40),
                id: RowID.random(in: 1...1_000, using: &random))
        }
    }

    private mutating func date(_ today: CivilDate, back days: ClosedRange<Int>) -> CivilDate {
        today.adding(days: -Int.random(in: days, using: &random))
    }

    private mutating func instant(_ day: RepDay, back days: ClosedRange<Int>) -> Instant {
        day.now.adding(seconds: -Int64(Int.random(in: days, using: &random)) * 86_400)
    }
}
