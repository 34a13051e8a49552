import CivilTime
import Coaching
import Testing

@Suite("A question and the fact above it")
struct QuestionAndFactTests {
    private static let ruth = person("Ruth Adler", .blocker, id: 1, twoWay: "2026-11-20 10:00")
    private static let dev = person("Dev Rao", .user, id: 2, twoWay: "2026-09-21 10:00")
    private static let omar = person("Omar Haddad", .economicBuyer, id: 3, twoWay: "2026-11-12 10:00")

    /// The item about a finding, as a bank of these questions makes it.
    private static func item(
        _ found: Finding, _ account: Account, touch: Touch? = nil, asking questions: String
    ) -> Message.Item? {
        var briefing = Fixture.one(found, account, touch: touch)
        briefing.bank = QuestionBank.parse("[\(found.kind.rawValue)]\n\(questions)", file: "own").bank
        return Message.morning(briefing)?.items.first
    }

    @Test("whom the question names is told of above it, with a role and a day")
    func introduced() {
        let row = Self.item(
            finding(.singleThreaded, threads: 1), account(people: [Self.ruth, Self.dev]),
            touch: Touch(kind: .call, at: "2026-11-20 10:00", stakeholder: Self.ruth),
            asking: "Who would {heard} like to have along?")
        #expect(
            row?.text == """
                Acme Logistics
                In touch in the last 30 days: Ruth (blocker). One role of three. Dev (user) last talked with us on Mon 21 Sep.
                Who would Dev like to have along?
                """)
        let step = Self.item(
            finding(.nextStepPassed), account(step: "send the proposal", stepOn: "2026-11-23", people: [Self.omar]),
            touch: Touch(kind: .call, at: "2026-11-12 10:00", stakeholder: Self.omar),
            asking: "What does {person} expect of \"{nextstep}\"?")
        #expect(
            step?.text == """
                Acme Logistics
                The next step "send the proposal" was for yesterday. Last touch: the call with Omar (economic buyer) on Thu 12 Nov.
                What does Omar expect of "send the proposal"?
                """)
    }

    @Test("where there is no room to say who that is, nobody is named")
    func noRoom() {
        let long = String(repeating: "a long step that says what is to come ", count: 2)
        let item = Self.item(
            finding(.nextStepPassed),
            account(
                String(repeating: "Company ", count: 9), step: long, stepOn: "2026-11-23",
                milestones: [milestone(String(repeating: "Mile ", count: 9))], people: [Self.omar]),
            touch: Touch(kind: .call, at: "2026-11-12 10:00", stakeholder: Self.omar),
            asking: "What does {person} need?\nWhat else?")
        #expect(item?.question?.text == "What else?")
        #expect(item?.text.contains("Omar") == false)
    }

    @Test(
        "whether the last touch was the milestone already is asked once, with a reply that is understood as it stands")
    func touchAlready() {
        func asked(_ language: Language, _ taken: Set<String> = []) -> Message.Item? {
            var briefing = Fixture.one(
                finding(.milestoneNear, milestone: 201),
                account("Globex", touch: "2026-11-20 10:00", milestones: [milestone(id: 201, due: "2026-11-25")]),
                touch: Touch(kind: .visit, at: "2026-11-20 10:00", stakeholder: Self.omar))
            briefing.bank = .builtIn(language)
            briefing.asked[1] = taken
            return Message.morning(briefing)?.items.first
        }
        let english = asked(.english)?.question?.text
        #expect(
            english
                == "Did the visit with Omar (economic buyer) on Fri 20 Nov settle \"CFO met\"? If so: done Globex CFO met"
        )
        let german = asked(.german)?.question?.text
        #expect(
            german
                == "Ist „CFO met“ mit dem Besuch bei Omar Haddad (Budget) am Fr 20. Nov. schon geschafft? Wenn ja: erreicht Globex CFO met"
        )
        for line in [english, german].compactMap({ $0?.split(separator: ": ").last }) {
            #expect(Chatting.read(String(line)) == "done Globex CFO met 2026-11-24")
        }
        let again = asked(.english, [asked(.english)?.questionKey ?? ""])
        #expect(again?.question?.text.contains("settle") == false)
        #expect(
            again?.facts.first?.text.contains("Last touch: the visit with Omar (economic buyer) on Fri 20 Nov.") == true
        )
    }

    @Test("a milestone with a title that is a question is asked about without it")
    func questionAsTitle() {
        let item = Self.item(
            finding(.milestoneNear, milestone: 1),
            account(touch: "2026-11-20 10:00", milestones: [milestone("Price agreed?", due: "2026-11-25")]),
            touch: Touch(kind: .visit, at: "2026-11-20 10:00"), asking: "What now?")
        #expect(
            item?.question?.text
                == "Did the visit on Fri 20 Nov settle it? If so: done Acme Logistics Price agreed?")
    }

    @Test("what the rep said himself tells of nobody at the customer, so its question names nobody")
    func ownWord() {
        var said = finding(.commitmentOpen, account: nil, days: 3)
        said.subjectID = 7
        var briefing = Fixture.one(said, account(people: [Self.omar]))
        briefing.stories[1]?.lastTouch = Touch(kind: .call, at: "2026-11-12 10:00", stakeholder: Self.omar)
        briefing.commitments = [
            Commitment(
                repID: 1, account: "Acme Logistics", text: "find out who signs", dueOn: "2026-11-24", moved: 3, id: 7,
                accountID: 1)
        ]
        briefing.bank =
            QuestionBank.parse("[commitment-open]\nWhat would {person} say?\nWhich call helps {account}?", file: "own")
            .bank
        #expect(Message.morning(briefing)?.items.first?.question?.text == "Which call helps Acme Logistics?")
    }

    @Test("no question takes for granted what somebody said", arguments: Language.allCases)
    func presumed(language: Language) {
        for question in QuestionBank.builtIn(language).questions.values.joined() {
            for words in [
                "{heard} say would", "{heard} name", "did {heard}", "hat {heard} gesagt", "den Worten von {heard}",
            ] {
                #expect(
                    !question.template.contains(words) || question.template.contains("would {heard}"),
                    "\(question.template)")
            }
        }
    }
}
