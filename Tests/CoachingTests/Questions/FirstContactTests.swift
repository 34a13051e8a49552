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
        #expect(sheet.topics.map(\.question?.text) == ["Who at Acme Logistics would feel the problem first?"])
    }

    @Test("where a milestone was reached and no touch is logged, who was there is asked first")
    func reached() {
        var reached = Self.untouched
        reached.milestones[0].doneOn = "2026-11-20"
        for (language, words) in [
            (Language.english, "\"CFO met\" was done on Fri 20 Nov, but no touch is logged."),
            (.german, "„CFO met“ war am Fr 20. Nov. geschafft, aber kein Kontakt ist eingetragen."),
        ] {
            for kind in [FindingKind.stalled, .quiet] {
                var briefing = Fixture.one(finding(kind, days: 12), reached)
                briefing.bank = .builtIn(language)
                let item = Message.morning(briefing)?.items.first
                #expect(item?.facts.first?.text.hasPrefix(words) == true)
                #expect(Self.reasons(of: item?.questionKey, in: briefing.bank) == [.noThreads])
            }
        }
    }

    @Test("the first touch ever did not move anything again: the first contact is made")
    func thanks() {
        let touch = Touch(kind: .call, at: "2026-11-23 10:00", stakeholder: Fixture.jonas)
        var briefing = Fixture.answered(finding(.stalled, days: 39), by: .touch, account("Yahoo!"), touch: touch)
        func thanks() -> String? { Message.morning(briefing)?.items.first { $0.state == .thanks }?.text }
        briefing.answered[0].movingAgain?.isFirst = true
        #expect(thanks() == "The first contact with Yahoo! is made: a call with Jonas (user) yesterday. Thank you.")
        briefing.answered[0].movingAgain?.isKnown = true
        #expect(thanks() == "The first touch at Yahoo! is logged: a call with Jonas (user) yesterday. Thank you.")
        briefing.bank = .german
        #expect(
            thanks()
                == "Der erste Kontakt bei Yahoo! ist eingetragen: Anruf mit Jonas Weber (arbeitet damit) gestern. Danke."
        )
        briefing.bank = .english
        briefing.answered[0].movingAgain?.isFirst = false
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

    @Test("mail that nobody answered ended in nothing", arguments: Language.allCases)
    func unanswered(language: Language) {
        var asked: [Bool: Set<String>] = [:]
        for isTwoWay in [true, false] {
            let touch = Touch(kind: .email, at: "2026-11-05 10:00", stakeholder: Fixture.jonas, isTwoWay: isTwoWay)
            for kind in [FindingKind.quiet, .noNextStep, .stalled] {
                for id in RowID(1)...120 {
                    var briefing = Fixture.one(
                        finding(kind, account: id, days: 12),
                        account(id: id, touch: touch.at, people: [Fixture.jonas]), touch: touch)
                    briefing.bank = .builtIn(language)
                    asked[isTwoWay, default: []].insert(Message.morning(briefing)?.items.first?.questionKey ?? "")
                }
            }
        }
        #expect(asked[true]?.contains { $0.contains("{lastkind}") } == true)
        #expect(asked[false]?.contains { $0.contains("{lastkind}") } == false)
    }

    @Test(
        "nobody is counted on who is against us",
        arguments: [FindingKind.noNextStep, .stalled, .quiet, .milestonePassed])
    func opponent(kind: FindingKind) {
        let max = person("Max Ernst", .blocker, twoWay: "2026-11-05 10:00")
        let touch = Touch(kind: .call, at: "2026-11-05 10:00", stakeholder: max)
        for id in RowID(1)...120 {
            var briefing = Fixture.one(
                finding(kind, account: id, days: 12), account(id: id, touch: touch.at, people: [max]), touch: touch)
            briefing.bank = .english
            #expect(Message.morning(briefing)?.items.first?.question?.text.contains("Max") == false)
        }
    }

    @Test("nobody is asked about mails, visits or meetings that there may never have been")
    func mails() {
        for reason in QuestionReason.allCases where reason.isOfAccount {
            for template in Self.templates(reason) {
                for words in ["copied in", "in Kopie", "last message", "letzte Nachricht", "brought the coffee"] {
                    #expect(!template.contains(words), "\(template)")
                }
            }
        }
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
