import CivilTime
import Coaching
import Testing

@Suite("The places of an agenda")
struct AgendaPlacesTests {
    private static func quiet(accounts: Int) -> HuddleBriefing { HuddleTests.quiet(accounts: accounts) }

    /// Something open that the rep was asked about in private.
    private static func asked(_ finding: Finding, id: RowID = 1) -> Episode {
        episode(finding, id: id, mentions: 1, first: "2026-11-23")
    }

    @Test("at most seven accounts, two of them by rotation, the ones longest not looked at")
    func places() {
        var briefing = Self.quiet(accounts: 30)
        for place in 0..<20 {
            let id = briefing.support[place].account.id
            briefing.support[place].episodes = [
                Self.asked(finding(.stalled, account: id, rep: 2, days: 10 + place), id: id)
            ]
        }
        briefing.support[29].lastHuddleOn = "2026-09-01"
        let items = Message.huddle(briefing).items
        #expect(items.count == 7)
        #expect(items.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(items.filter { $0.state == .rotation }.map(\.accountID) == [2, 30])
        #expect(items.prefix(5).map(\.accountID) == [20, 19, 18, 17, 16])
    }

    @Test("where only one rep of several is here, the huddle is not all about him, and says that he is alone")
    func alone() {
        var briefing = Self.quiet(accounts: 20)
        for place in 0..<10 {
            let id = briefing.support[place].account.id
            briefing.support[place].episodes = [Self.asked(finding(.stalled, account: id, rep: 2, days: 10), id: id)]
        }
        let away = RepDay(rep("Ana Silva", id: 1, away: ["2026-11-23"..."2026-11-27"]), at: tuesday)
        briefing.members.append(TeamMember(day: away, backOn: "2026-11-30"))
        briefing.support.append(SupportCandidate(story: AccountStory(account("Acme", id: 90, rep: 1)), day: away))
        let message = Message.huddle(briefing)
        #expect(message.items.map(\.state).filter { $0 == .rotation }.count == 1)
        #expect(message.items.count == 4)
        #expect(message.plainText.contains("\nSupport today (8 min) · only Ben is here\n"))
    }

    @Test("what is due today is named, whatever the account's item is about")
    func dueToday() {
        var briefing = Self.quiet(accounts: 1)
        briefing.support[0].story.account.milestones = [
            milestone("Reach the new COO", due: "2026-11-24", served: "2026-11-20 10:00")
        ]
        briefing.support[0].episodes = [Self.asked(finding(.noChampion, rep: 2))]
        #expect(
            Message.huddle(briefing).items.first?.heading.text.hasPrefix(
                "Duff 1 · Ben · no champion yet, Reach the new COO planned for today") == true)
    }

    @Test("a pattern of whoever is here says so where others have stalls as well")
    func patternOfSome() {
        var briefing = Self.quiet(accounts: 7)
        for place in briefing.support.indices {
            briefing.support[place].episodes = [
                episode(finding(.stalled, rep: 2, days: 10)), episode(finding(.noNextStep, rep: 2), id: 2),
            ]
        }
        #expect(Message.huddle(briefing).plainText.contains("\nPattern: 7 of 7 stalls have no next step."))
        briefing.support[0].day = RepDay(rep("Ana Silva", id: 1, away: ["2026-11-23"..."2026-11-27"]), at: tuesday)
        #expect(
            Message.huddle(briefing).plainText.contains(
                "\nPattern, among those who are here: 6 of 6 stalls have no next step."))
    }

    @Test("who does not work today and what rests are not supported today")
    func absent() {
        var briefing = Self.quiet(accounts: 2)
        briefing.support[0].day = RepDay(rep("Ben Ode", id: 2, away: ["2026-11-24"..."2026-11-24"]), at: tuesday)
        briefing.support[1].story.account.holds = [hold("2026-11-24", "2026-11-24")]
        #expect(Message.huddle(briefing).items.isEmpty)
    }

    @Test("an item in its third huddle is marked and gets a proposed owner")
    func stuck() {
        func item(
            huddles: Int, on last: CivilDate = "2026-11-23", leader: Rep = rep("Lea", id: 100), _ findings: Finding...
        ) -> Message.Item? {
            var briefing = Self.quiet(accounts: 1)
            briefing.day = RepDay(leader, at: tuesday)
            briefing.support[0].huddles = huddles
            briefing.support[0].lastHuddleOn = last
            briefing.support[0].episodes = findings.map { Self.asked($0) }
            briefing.backlog = 1
            return Message.huddle(briefing).items.first
        }
        let stalled = finding(.stalled, rep: 2, days: 10)
        #expect(item(huddles: 1, stalled)?.text.contains("huddle") == false)
        #expect(item(huddles: 2, stalled)?.heading.text.contains(" · third huddle · ") == true)
        #expect(item(huddles: 2, stalled)?.facts.last?.text == "Proposed: Ben and Lea, 20 minutes today.")
        for (huddles, ordinal) in [
            (11, "12th"), (20, "21st"), (21, "22nd"), (22, "23rd"), (23, "24th"), (110, "111th"),
        ] {
            #expect(
                item(huddles: huddles, on: "2026-01-12", stalled)?.heading.text.contains(" · \(ordinal) huddle · ")
                    == true)
        }
        // A small team's healthy accounts come round often; that is no reason to mark them.
        let healthy = item(huddles: 2, on: "2026-11-16")
        #expect(healthy?.heading.text == "Duff 1 · Ben · going well, last looked at together on Mon 16 Nov")
        #expect(healthy?.facts.count == 1)
        // A leader who sells sits down with somebody else than himself.
        #expect(item(huddles: 2, leader: rep("Ben Ode", id: 2), stalled)?.text.contains("Ben and Ben") == false)
    }

    @Test("a stuck item gets a colleague who stood at the same point, else the leader")
    func colleague() {
        var briefing = Self.quiet(accounts: 1)
        briefing.backlog = 1
        briefing.support[0].huddles = 2
        briefing.support[0].story.account.milestones = [milestone("CFO met")]
        briefing.support[0].episodes = [Self.asked(finding(.stalled, rep: 2, days: 10))]
        func proposal() -> String? { Message.huddle(briefing).items.first?.facts.last?.text }
        #expect(proposal() == "Proposed: Ben and Lea, 20 minutes today.")
        briefing.support.append(
            SupportCandidate(
                story: AccountStory(
                    account(
                        "Stark", id: 40, rep: 3, milestones: [milestone("cfo met", id: 9, done: "2026-11-02")],
                        holds: [hold("2026-11-02", "2026-12-01")])),
                day: RepDay(rep("Dana Kim", id: 3), at: tuesday)))
        #expect(proposal() == "Proposed: Ben and Dana, 20 minutes today.")
        briefing.support[1].day = RepDay(rep("Dana Kim", id: 3, away: ["2026-11-24"..."2026-11-24"]), at: tuesday)
        #expect(proposal() == "Proposed: Ben and Lea, 20 minutes today.")
    }

    @Test("a rep sits down once a day, however many of his accounts are stuck")
    func oneSitting() {
        var briefing = Self.quiet(accounts: 3)
        briefing.backlog = 1
        for place in briefing.support.indices {
            briefing.support[place].huddles = 2
            briefing.support[place].episodes = [Self.asked(finding(.stalled, rep: 2, days: 10))]
        }
        func proposals() -> [String] { Message.huddle(briefing).items.compactMap { $0.facts.last?.text } }
        let joined = "Proposed: Ben and Lea, in the same 20 minutes."
        // The third has its question, and its turn on another day.
        #expect(proposals().prefix(2) == ["Proposed: Ben and Lea, 20 minutes today.", joined])
        #expect(proposals()[2].hasPrefix("Ask: "))
        // Where the bank has nothing left to ask there is an offer all the same.
        briefing.bank = QuestionBank()
        #expect(proposals()[2] == "Offer: 20 minutes on it together today.")
        #expect(Message.huddle(briefing).items[0].facts.count == 1)
        briefing.bank = Fixture.bank
        // The leader's own accounts.
        briefing.day = RepDay(rep("Ben Ode", id: 2), at: tuesday)
        #expect(
            proposals().prefix(2) == [
                "Proposed: Ben, 20 minutes today with whoever stood at the same point.",
                "Proposed: Ben, in the same 20 minutes.",
            ])
    }

    @Test("two who stood at the same point sit down once for both")
    func onePair() {
        var briefing = Self.quiet(accounts: 1)
        briefing.backlog = 1
        let done = account(
            "Stark", id: 40, rep: 3,
            milestones: [milestone("CFO met", id: 9, done: "2026-11-02"), milestone("Pilot", id: 8)])
        briefing.support[0].story.account.milestones = [
            milestone("CFO met"), milestone("Pilot", id: 7, done: "2026-11-03"),
        ]
        briefing.support.append(
            SupportCandidate(story: AccountStory(done), day: RepDay(rep("Dana Kim", id: 3), at: tuesday)))
        for place in 0...1 {
            briefing.support[place].huddles = 2
            briefing.support[place].episodes = [Self.asked(finding(.stalled, rep: place == 0 ? 2 : 3, days: 10))]
        }
        let proposals = Message.huddle(briefing).items.compactMap { $0.facts.last?.text }
        #expect(
            Set(proposals) == [
                "Proposed: Ben and Dana, 20 minutes today.", "Proposed: Dana and Ben, in the same 20 minutes.",
            ])
    }

    @Test("rotating places go to the reps in turn, each with the account that came up longest ago")
    func turns() {
        var briefing = Self.quiet(accounts: 4)
        for place in 0..<4 {
            briefing.support[place].story.account.repID = RowID(place % 2 + 1)
            briefing.support[place].lastHuddleOn = "2026-11-10"
        }
        briefing.support[0].lastSaidOn = "2026-11-23"
        briefing.support[3].lastTalkOn = "2026-11-13"
        briefing.backlog = 1
        func rotating() -> [RowID?] { Message.huddle(briefing).items.map(\.accountID) }
        briefing.lastTurns = [1: 20, 2: 10]
        #expect(rotating() == [2, 3])
        briefing.policy.rotation = 1
        #expect(rotating() == [2])
        briefing.lastTurns = [1: 20, 2: 21]
        #expect(rotating() == [3])
        briefing.lastTurns = [1: 20]
        #expect(rotating() == [2])
        briefing.policy.rotation = 4
        #expect(rotating() == [2, 3, 4, 1])
        // What was looked at together a few days ago need not be looked at again.
        briefing.support[2].lastTalkOn = "2026-11-18"
        #expect(rotating() == [2, 1, 4])
        briefing.support[2].lastTalkOn = "2026-11-17"
        #expect(Set(rotating()) == [1, 2, 3, 4])
    }

    @Test("in each turn the reps go first who had fewest places lately")
    func evenPlaces() {
        var briefing = Self.quiet(accounts: 12)
        for place in 0..<12 {
            let rep = RowID(place % 6 + 1)
            briefing.support[place].story.account.repID = rep
            briefing.support[place].episodes = [
                episode(finding(.stalled, account: RowID(place + 1), rep: rep, days: 10), id: RowID(place + 1))
            ]
        }
        briefing.policy.rotation = 0
        briefing.policy.places = 4
        func reps() -> [RowID] { HuddleAgenda(briefing).choice.needed.map(\.account.repID) }
        #expect(reps() == [1, 2, 3, 4])
        briefing.placesLately = [1: 1, 2: 1, 3: 1, 4: 1]
        #expect(reps() == [1, 2, 5, 6])
        briefing.placesLately = [1: 9, 2: 1, 3: 1, 4: 1, 5: 2, 6: 2]
        briefing.policy.places = 7
        #expect(reps() == [1, 2, 3, 4, 5, 6, 2])
    }

    @Test("what was at the last two huddles gives way to others in need, unless today matters")
    func peace() {
        var briefing = Self.quiet(accounts: 2)
        for place in 0...1 {
            briefing.support[place].episodes = [
                Self.asked(finding(.stalled, account: RowID(place + 1), rep: 2, days: 20 - place), id: RowID(place + 1))
            ]
        }
        briefing.policy.places = 1
        briefing.policy.rotation = 0
        func first(last: CivilDate) -> RowID? {
            briefing.support[0].lastHuddleOn = last
            return Message.huddle(briefing).items.first?.accountID
        }
        #expect(first(last: "2026-11-20") == 2)
        #expect(first(last: "2026-11-19") == 1)
        for place in 0...1 {
            let id = RowID(place + 1)
            briefing.support[place].episodes = [episode(finding(.milestoneNear, account: id, rep: 2), id: id)]
        }
        #expect(first(last: "2026-11-23") == 1)
    }

    @Test("a stuck account gives way to others longer with each huddle that saw it")
    func givesWay() {
        var briefing = Self.quiet(accounts: 2)
        for place in 0...1 {
            briefing.support[place].episodes = [
                Self.asked(finding(.stalled, account: RowID(place + 1), rep: 2, days: 20 - place), id: RowID(place + 1))
            ]
        }
        briefing.policy.places = 1
        briefing.policy.rotation = 0
        briefing.policy.peace = 0
        func first(huddles: Int, last: CivilDate) -> RowID? {
            briefing.support[0].huddles = huddles
            briefing.support[0].lastHuddleOn = last
            return Message.huddle(briefing).items.first?.accountID
        }
        #expect(first(huddles: 2, last: "2026-11-23") == 1)
        #expect(first(huddles: 3, last: "2026-11-23") == 2)
        #expect(first(huddles: 3, last: "2026-11-20") == 1)
        #expect(first(huddles: 5, last: "2026-11-20") == 2)
        #expect(first(huddles: 5, last: "2026-11-18") == 1)
    }
}
