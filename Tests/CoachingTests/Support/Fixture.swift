import CivilTime
import Coaching

/// Rich briefings with the facts of the design's samples.
enum Fixture {
    /// One question or two for each reason, so that whole texts stand still when the built-in bank grows.
    static let bank = QuestionBank.parse(
        """
        [first-contact]
        Who at {account} would feel the problem first?
        [hold-ended]
        Is the reason for the pause gone, or only its date?
        [stalled]
        What would be worth an answer, even on a busy day?
        [stalled-no-economic-buyer]
        On whose desk do the costs of this land: "{insight}"?
        Whose signature would end this silence?
        [stalled-single-threaded]
        Who works next door to {person}?
        [next-step-passed]
        What would half of "{nextstep}" look like, done today?
        [no-next-step]
        What would {person} say the next step is?
        What did the two of you agree would happen next?
        [quiet]
        What has changed on their side since the {lastkind}?
        What has changed at {account}?
        [milestone-near]
        What is the smallest thing today that makes {due} easier?
        What can be left out?
        [milestone-passed]
        What does it change for {person} that {due} has gone by?
        Which date would you bet lunch on?
        [single-threaded]
        Who will be asked for an opinion before they decide?
        [no-threads]
        Who at {account} last spoke with us?
        [no-economic-buyer]
        Who at {account} signs?
        [activity-missing]
        Which two calls would you be glad of at five o'clock?
        [healthy]
        What works here that you would repeat elsewhere?
        [stuck]
        What would {person} need to bring a colleague along?
        What have you tried, and what did you learn from it?
        """, file: "the tests' questions"
    ).bank

    static let ana = rep(plan: [.touches(6), .research(1)])

    /// A briefing with one account and one open episode.
    static func one(
        _ finding: Finding, _ account: Account, touch: Touch? = nil, at now: Instant = tuesday, of owner: Rep = rep(),
        mentions: Int = 0, first: CivilDate? = nil, previous: CivilDate? = nil
    ) -> Briefing {
        Briefing(
            day: RepDay(owner, at: now), stories: [account.id: AccountStory(account, lastTouch: touch)],
            episodes: [episode(finding, mentions: mentions, first: first, previous: previous)], bank: bank)
    }

    /// What the one item of that briefing says.
    static func text(
        _ finding: Finding, _ account: Account, touch: Touch? = nil, mentions: Int = 0, first: CivilDate? = nil,
        previous: CivilDate? = nil
    ) -> String {
        let briefing = one(finding, account, touch: touch, mentions: mentions, first: first, previous: previous)
        return Message.morning(briefing)?.items.map(\.text).joined(separator: "\n\n") ?? ""
    }

    /// A briefing with something to say about another account, and an episode that was answered since.
    static func answered(_ finding: Finding, by resolution: Resolution, _ account: Account, touch: Touch? = nil)
        -> Briefing
    {
        var briefing = one(Finding(.noNextStep, repID: 1, accountID: 50), CoachingTests.account("Stark", id: 50))
        briefing.stories[account.id] = AccountStory(account, lastTouch: touch)
        briefing.answered = [episode(finding, resolved: resolution, mentions: 1, first: "2026-11-19")]
        return briefing
    }

    static let jonas = person("Jonas Weber", .user, id: 1, twoWay: "2026-11-05 10:00")
    static let call = Touch(kind: .call, at: "2026-11-05 10:00", stakeholder: jonas)

    static var acme: AccountStory {
        AccountStory(
            account(
                "Acme Logistics", id: 2, insight: "trucks wait two hours at the gate.", touch: "2026-11-05 10:00",
                milestones: [milestone(due: "2026-11-26", served: "2026-11-05 10:00")], people: [jonas]),
            lastTouch: call)
    }

    static var morning: Briefing {
        let petra = person("Petra Novak", .champion, id: 3, twoWay: "2026-11-23 15:00")
        let marta = person("Marta", .champion, id: 4, twoWay: "2026-10-30 10:00")
        let lee = person("Lee", .user, id: 5, twoWay: "2026-10-29 10:00")
        var briefing = Briefing(day: RepDay(ana, at: "2026-11-24 09:00"), withNextStep: 47, bank: bank)
        briefing.stories = [
            1: AccountStory(
                account(
                    "Initech", id: 1, touch: "2026-10-30 10:00", people: [marta, lee],
                    holds: [hold("2026-11-02", "2026-11-23", "their new CIO starts on Tue 24 Nov.")]),
                lastTouch: Touch(kind: .meeting, at: "2026-10-30 10:00", stakeholder: marta)),
            2: acme,
            3: AccountStory(
                account(
                    "Umbra", id: 3, step: "send the model", stepOn: "2026-11-23",
                    milestones: [milestone("Need confirmed")])),
            9: AccountStory(
                account("Globex", id: 9, touch: "2026-11-23 15:00", people: [petra]),
                lastTouch: Touch(kind: .email, at: "2026-11-23 15:00", stakeholder: petra)),
        ]
        briefing.stories[4] = AccountStory(account("Duff", id: 4))
        briefing.stories[5] = AccountStory(account("Stark", id: 5))
        briefing.lastMention = [3: "2026-11-19", 4: "2026-11-20", 5: "2026-11-20"]
        briefing.episodes = [
            episode(finding(.nextStepPassed, account: 3), id: 3, mentions: 1, first: "2026-11-19"),
            episode(finding(.noEconomicBuyer, account: 2), id: 4),
            episode(finding(.stalled, account: 2, days: 12), id: 2),
            episode(finding(.noEconomicBuyer, account: 4), id: 5), episode(finding(.holdEnded, account: 1), id: 1),
            episode(finding(.noEconomicBuyer, account: 5), id: 6),
        ]
        briefing.answered = [
            episode(finding(.stalled, account: 9, days: 14), id: 7, resolved: .touch, on: "2026-11-23", mentions: 1)
        ]
        briefing.commitments = [
            Commitment(repID: 1, account: "Hooli", text: "demo", dueOn: "2026-11-24"),
            Commitment(repID: 1, account: "Vandelay", text: "send the pricing.", dueOn: "2026-11-23", isKept: true),
        ]
        return briefing
    }

    static var afternoon: Briefing {
        let sam = person("Sam", .evaluator, id: 6, twoWay: "2026-11-23 10:00")
        var briefing = Briefing(day: RepDay(ana, at: "2026-11-24 14:00:07"), bank: bank)
        briefing.stories = [
            4: AccountStory(
                account("Hooli", id: 4, touch: "2026-11-23 10:00", people: [sam]),
                lastTouch: Touch(kind: .demo, at: "2026-11-23 10:00", stakeholder: sam)),
            2: acme,
        ]
        briefing.doneToday = [.call: 2, .research: 1]
        briefing.episodes = [
            episode(finding(.stalled, account: 2, days: 12), id: 2, openedAt: "2026-11-24 08:59"),
            episode(finding(.noNextStep, account: 4), id: 8, openedAt: "2026-11-24 11:00"),
            episode(missing(.touch, planned: 6, due: 3, done: 2), id: 9, openedAt: "2026-11-24 13:00"),
        ]
        return briefing
    }

    static var huddle: HuddleBriefing {
        let ana = RepDay(self.ana, at: "2026-11-24 08:40")
        let ben = RepDay(rep("Ben Ode", id: 2), at: "2026-11-24 08:40")
        let dana = RepDay(rep("Dana Kim", id: 3), at: "2026-11-24 08:40")
        let chidi = RepDay(rep("Chidi Anagonye", id: 4, away: ["2026-11-23"..."2026-11-25"]), at: "2026-11-24 08:40")
        let leader = RepDay(rep("Lea Roth", id: 100, role: .leader), at: "2026-11-24 08:40")
        let evaluator = person("Kit", .evaluator, id: 7, twoWay: "2026-11-10 10:00")
        var briefing = HuddleBriefing(team: "Team North", day: leader, bank: bank)
        briefing.members = [
            TeamMember(
                day: ana, bar: [6, 5, 6, 5, 6].map { Pictures.DayCount(done: $0, planned: 6) },
                strip: Array(repeating: .moving, count: 39) + Array(repeating: .quiet, count: 6)
                    + Array(repeating: .stalled, count: 3) + Array(repeating: .resting, count: 2),
                commitments: [Commitment(repID: 1, account: "Hooli", text: "demo", dueOn: "2026-11-23", isKept: true)]),
            TeamMember(
                day: ben, bar: [6, 6, 7, 6, 6].map { Pictures.DayCount(done: $0, planned: 6) }, strip: [.moving],
                commitments: [
                    Commitment(repID: 2, account: "Vandelay", text: "pricing", dueOn: "2026-11-23", isKept: true),
                    Commitment(repID: 2, account: "Duff", text: "call", dueOn: "2026-11-24", moved: 1),
                ]),
            TeamMember(
                day: dana,
                bar: [nil, 2, 4, 2, 4].map { Pictures.DayCount(done: $0 ?? 0, planned: $0 == nil ? nil : 6) },
                strip: [.stalled]),
            TeamMember(day: chidi, backOn: "2026-11-26"),
        ]
        briefing.highlights = [
            Highlight(
                repID: 1, rep: "Ana", account: "Globex",
                kind: .movingAgain(
                    idleDays: 14,
                    touch: Touch(kind: .email, at: "2026-11-23 15:00", stakeholder: person("Petra Novak", .champion)))),
            Highlight(repID: 2, rep: "Ben", account: "Initech Inc.", kind: .milestone(title: "CFO met")),
        ]
        briefing.asks = [
            Ask(rep: "Dana", account: "Tyrell", text: "who has met a CFO in energy?", askedOn: "2026-11-20")
        ]
        briefing.support = [
            SupportCandidate(
                story: acme, day: ana,
                episodes: [
                    episode(finding(.stalled, account: 2, days: 12), id: 2, mentions: 1, first: "2026-11-23"),
                    episode(finding(.noEconomicBuyer, account: 2), id: 4),
                ]),
            SupportCandidate(
                story: AccountStory(
                    account("Tyrell", id: 20, rep: 3, people: [evaluator]),
                    lastTouch: Touch(kind: .call, at: "2026-11-09 10:00", stakeholder: evaluator)), day: dana,
                episodes: [
                    episode(
                        finding(.stalled, account: 20, rep: 3, days: 10), id: 21, mentions: 1, first: "2026-11-23"),
                    episode(finding(.singleThreaded, account: 20, rep: 3, threads: 1), id: 22),
                ], huddles: 2, lastHuddleOn: "2026-11-23"),
            SupportCandidate(
                story: AccountStory(account("Duff", id: 30, rep: 2, touch: "2026-11-20 10:00")), day: ben,
                lastHuddleOn: "2026-10-26"),
        ]
        briefing.promises = [
            Promise(text: "a word with Globex's director.", rep: "Ana", account: "Globex", dueOn: "2026-11-27"),
            Promise(text: "the price list", dueOn: "2026-11-20"),
        ]
        briefing.backlog = 24
        return briefing
    }
}
