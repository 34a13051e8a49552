import CivilTime
import Coaching
import Testing

@Suite("Accounts that were never touched")
struct FirstContactTests {
    private static let untouched = account(selected: "2026-11-02", milestones: [milestone(due: "2026-12-10")])

    /// The reasons under which a question stands in a bank.
    private static func reasons(of key: String?, in bank: QuestionBank) -> [QuestionReason] {
        bank.questions.filter { $0.value.contains { $0.template == key } }.map(\.key)
    }

    @Test(
        "whatever is found, nothing is asked that presupposes a talk: it is the first contact that is asked about",
        arguments: [FindingKind.stalled, .quiet, .noNextStep, .holdEnded, .noChampion, .singleThreaded],
        Language.allCases)
    func nudges(kind: FindingKind, language: Language) {
        for id in RowID(1)...60 {
            var untouched = Self.untouched
            untouched.id = id
            var briefing = Fixture.one(finding(kind, account: id, days: 12, threads: 0), untouched)
            briefing.bank = .builtIn(language)
            let key = Message.morning(briefing)?.items.first?.questionKey
            #expect(Self.reasons(of: key, in: briefing.bank) == [.firstContact])
            briefing.stories[id]?.account.lastTouchAt = "2026-11-05 10:00"
            let touched = Message.morning(briefing)?.items.first?.questionKey
            #expect(!Self.reasons(of: touched, in: briefing.bank).contains(.firstContact))
        }
    }

    @Test("so at the huddle, stuck or going well, and at the one-to-one")
    func together() {
        let day = RepDay(rep(), at: tuesday)
        for (huddles, findings) in [(0, [finding(.stalled, days: 12)]), (2, [finding(.nextStepPassed)]), (0, [])] {
            var huddle = HuddleBriefing(
                team: "North", day: RepDay(rep("Lea", id: 100), at: tuesday), members: [TeamMember(day: day)],
                bank: .english, backlog: 1)
            huddle.support = [
                SupportCandidate(
                    story: AccountStory(Self.untouched), day: day,
                    episodes: findings.map { episode($0, mentions: 1, first: "2026-11-23") }, huddles: huddles)
            ]
            let key = Message.huddle(huddle).items.first?.questionKey
            #expect(Self.reasons(of: key, in: .english) == [.firstContact])
        }
        let sheet = OneOnOne(
            leader: "Lea", day: day, since: "2026-11-02",
            stories: [AccountStory(Self.untouched), AccountStory(account("Duff", id: 2, selected: "2026-11-02"))],
            episodes: [episode(finding(.stalled, days: 12))], bank: Fixture.bank)
        #expect(
            sheet.topics.map(\.question?.text) == [
                "Who at Acme Logistics would feel the problem first?", nil,
            ])
    }

    @Test("the first touch ever did not move anything again: the first contact is made")
    func thanks() {
        let touch = Touch(kind: .call, at: "2026-11-23 10:00", stakeholder: Fixture.jonas)
        var briefing = Fixture.answered(finding(.stalled, days: 39), by: .touch, account("Yahoo!"), touch: touch)
        func thanks() -> String? { Message.morning(briefing)?.items.first { $0.state == .thanks }?.text }
        briefing.answered[0].openedAt = "2026-11-02 08:00"
        briefing.stories[1]?.firstTouchAt = touch.at
        #expect(thanks() == "The first contact with Yahoo! is made: a call with Jonas (user) yesterday. Thank you.")
        briefing.stories[1]?.firstTouchAt = "2026-06-01 10:00"
        #expect(
            thanks()
                == "Yahoo! is moving again: a call with Jonas (user) yesterday, after 39 working days of quiet. Thank you."
        )
    }

    @Test("and so among the highlights and in the team's room")
    func highlight() {
        var huddle = Fixture.huddle
        let touch = Touch(kind: .call, at: "2026-11-23 10:00", stakeholder: Fixture.jonas)
        huddle.highlights = [
            Highlight(
                repID: 1, rep: "Ana", account: "Yahoo!", kind: .movingAgain(idleDays: 39, touch: touch, isFirst: true))
        ]
        #expect(
            Message.huddle(huddle).plainText.contains(
                "• Ana made the first contact with Yahoo!: the call with Jonas (user).\n"))
        #expect(Message.team(huddle)?.plainText.contains("Ana made the first contact with Yahoo!\n") == true)
    }
}

@Suite("What a question takes for granted")
struct PresumptionTests {
    private static func templates(_ reason: QuestionReason) -> [String] {
        Language.allCases.flatMap { QuestionBank.builtIn($0).questions[reason, default: []].map(\.template) }
    }

    @Test("a contact is only spoken of where one is known to talk with us")
    func contact() {
        for reason in QuestionReason.allCases where reason != .stalledSingleThreaded && reason.isOfAccount {
            for template in Self.templates(reason) {
                #expect(!template.contains("your contact") && !template.contains("ein Kontakt"), "\(template)")
                #expect(!template.contains("einem Kontakt"), "\(template)")
            }
        }
    }

    @Test(
        "an earlier talk is only spoken of with the one who has answered, whoever was written to last",
        arguments: Language.allCases)
    func heard(language: Language) {
        let jonas = person("Jonas Berg", .user, id: 1)
        let touch = Touch(kind: .email, at: "2026-11-05 10:00", stakeholder: jonas)
        var asked: [Bool: Set<String>] = [:]
        for hasAnswered in [true, false] {
            for kind in [FindingKind.stalled, .quiet, .noNextStep] {
                for id in RowID(1)...120 {
                    var people = [jonas, person("Petra Lind", .champion, id: 2)]
                    if hasAnswered { people[1].lastTwoWayAt = "2026-10-20 10:00" }
                    var briefing = Fixture.one(
                        finding(kind, account: id, days: 12), account(id: id, touch: touch.at, people: people),
                        touch: touch)
                    briefing.bank = .builtIn(language)
                    asked[hasAnswered, default: []].insert(Message.morning(briefing)?.items.first?.question?.text ?? "")
                }
            }
        }
        #expect(asked[true]?.contains { $0.contains("Petra") } == true)
        #expect(asked[false]?.contains { $0.contains("Petra") } == false)
    }

    @Test("after a date that has gone by nobody need have talked with us")
    func passed() {
        for template in Self.templates(.milestonePassed) {
            #expect(!template.contains("{person} say") && !template.contains("sagte {person}"), "\(template)")
        }
    }

    @Test("a question that names somebody's role fits whoever is against us as well")
    func blocker() {
        let kai = person("Kai Uwe", .blocker)
        let touch = Touch(kind: .call, at: "2026-11-19 10:00", stakeholder: kai)
        var asked: Set<String> = []
        for id in RowID(1)...200 {
            var briefing = Fixture.one(
                finding(.noChampion, account: id), account(id: id, touch: touch.at, people: [kai]), touch: touch)
            briefing.bank = .english
            asked.insert(Message.morning(briefing)?.items.first?.question?.text ?? "")
        }
        #expect(asked.contains("Whose word on this would Kai, as the blocker, believe?"))
        #expect(!asked.contains { $0.contains("risk") })
    }
}
