import CivilTime
import Coaching
import Testing

@Suite("What was said: kept, or moved to the next morning")
struct CommitmentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let commitment: Commitment
        let acts: [Commitment.Act]
        let owner: Rep
        let now: Instant
        let due: CivilDate
        let moved: Int
        let keptAt: Instant?

        /// Said on Monday for Monday 23 November, unless the case is about the date.
        init(
            _ name: String, _ text: String = "have a look", due: CivilDate = "2026-11-23", moved: Int = 0,
            acts: [(ActivityKind, Instant)] = [], of owner: Rep = rep(), at now: Instant = tuesday,
            gives expectedDue: CivilDate, _ expectedMoves: Int, keptAt: Instant? = nil
        ) {
            testDescription = name
            commitment = Commitment(
                repID: 1, account: "Hooli", text: text, dueOn: due, moved: moved, id: 7, accountID: 4)
            self.acts = acts.map { Commitment.Act(kind: $0.0, at: $0.1) }
            (self.owner, self.now) = (owner, now)
            (self.due, self.moved, self.keptAt) = (expectedDue, expectedMoves, keptAt)
        }
    }

    private static let monday: Instant = "2026-11-23 15:00"
    private static let today: Instant = "2026-11-24 08:30"

    @Test(
        "an act of the kind it names keeps it through its day; what is not kept moves to the next working day, once a look",
        arguments: [
            Case("nothing happened", gives: "2026-11-24", 1),
            Case("nothing happened the second time", moved: 1, gives: "2026-11-24", 2),
            Case("any act where it names none", acts: [(.research, monday)], gives: "2026-11-23", 0, keptAt: monday),
            Case(
                "a demo", "demo for the second shift", acts: [(.demo, monday)], gives: "2026-11-23", 0, keptAt: monday),
            Case("a call is no demo", "Hooli demo", acts: [(.call, monday)], gives: "2026-11-24", 1),
            Case(
                "a call, with its full stop", "Call back.", acts: [(.call, monday)], gives: "2026-11-23", 0,
                keptAt: monday),
            Case(
                "to recall is no call", "recall the offer", acts: [(.email, monday)], gives: "2026-11-23", 0,
                keptAt: monday),
            Case("a proposal", "Proposal", acts: [(.proposal, monday)], gives: "2026-11-23", 0, keptAt: monday),
            Case("a meeting is no proposal", "proposal", acts: [(.meeting, monday)], gives: "2026-11-24", 1),
            Case("nor is it in German", "Angebot rechnen", acts: [(.call, monday)], gives: "2026-11-24", 1),
            Case(
                "a proposal that is sent by e-mail", "send the proposal", acts: [(.email, monday)],
                gives: "2026-11-23", 0, keptAt: monday),
            Case("an e-mail", "E-Mail to Sam", acts: [(.email, monday)], gives: "2026-11-23", 0, keptAt: monday),
            Case("in German", "Anruf bei Duff", acts: [(.call, monday)], gives: "2026-11-23", 0, keptAt: monday),
            Case("one of two kinds", "call or visit", acts: [(.visit, monday)], gives: "2026-11-23", 0, keptAt: monday),
            Case(
                "the first act counts", acts: [(.email, monday), (.call, "2026-11-23 16:00")], gives: "2026-11-23", 0,
                keptAt: monday),
            Case(
                "an act of today, before anybody looked", acts: [(.call, today)], gives: "2026-11-24", 1, keptAt: today),
            Case("for today and not done yet", due: "2026-11-24", gives: "2026-11-24", 0),
            Case(
                "for today and done", due: "2026-11-24", acts: [(.call, today)], gives: "2026-11-24", 0, keptAt: today),
            Case(
                "done before its day", due: "2026-11-27", acts: [(.call, today)], gives: "2026-11-27", 0, keptAt: today),
            Case("for another day", due: "2026-11-27", gives: "2026-11-27", 0),
            Case("over the weekend", due: "2026-11-20", at: "2026-11-23 00:00", gives: "2026-11-23", 1),
            Case("not to a Saturday", due: "2026-11-20", at: "2026-11-21 10:00", gives: "2026-11-20", 0),
            Case(
                "done on the Saturday", due: "2026-11-20", acts: [(.call, "2026-11-21 10:00")], at: "2026-11-23 00:00",
                gives: "2026-11-23", 1, keptAt: "2026-11-21 10:00"),
            Case(
                "not while away", of: rep(away: ["2026-11-24"..."2026-11-30"]), gives: "2026-11-23", 0),
            Case(
                "after a week away it moves once", of: rep(away: ["2026-11-24"..."2026-11-30"]), at: "2026-12-01 09:00",
                gives: "2026-12-01", 1),
            Case("after a holiday", of: rep(holidays: ["2026-11-24"]), at: "2026-11-25 09:00", gives: "2026-11-25", 1),
            Case("a rep who left carries nothing", of: rep(leftOn: "2026-11-24"), gives: "2026-11-23", 0),
            Case(
                "the rep's own midnight ends the day", acts: [(.call, "2026-11-24 04:30")],
                of: rep(zone: zone("America/New_York")), gives: "2026-11-23", 0, keptAt: "2026-11-24 04:30"),
            Case(
                "in Auckland it is tomorrow already", due: "2026-11-24", of: rep(zone: zone("Pacific/Auckland")),
                at: "2026-11-24 11:30", gives: "2026-11-25", 1),
        ])
    func brought(row: Case) {
        let day = RepDay(row.owner, at: row.now)
        let after = row.commitment.brought(to: day, by: row.acts)
        #expect(after.dueOn == row.due)
        #expect(after.moved == row.moved)
        #expect(after.keptAt == row.keptAt)
        #expect(after.isKept == (row.keptAt != nil))
        #expect(after.brought(to: day, by: row.acts) == after, "a second look changes nothing")
    }

    @Test("from the third move on it is asked about, until it is kept or has another day")
    func asked() {
        func found(_ moved: Int, due: CivilDate = "2026-11-24", isKept: Bool = false) -> [Finding] {
            let commitment = Commitment(repID: 1, text: "demo", dueOn: due, moved: moved, isKept: isKept, id: 7)
            return Rules.findings(of: RepWork(listed: 50, commitments: [commitment]), on: RepDay(rep(), at: tuesday))
        }
        #expect(found(2).isEmpty)
        #expect(found(3).map(\.kind) == [.commitmentOpen])
        #expect(found(4).map(\.days) == [4])
        #expect(found(3).map(\.subjectID) == [7])
        #expect(found(3, isKept: true).isEmpty)
        #expect(found(3, due: "2026-11-27").isEmpty)
    }

    @Test("the plan of the day says how often something moved")
    func words() {
        func said(_ moved: Int, account: String? = "Hooli") -> String {
            Commitment(repID: 1, account: account, text: "demo.", dueOn: "2026-11-24", moved: moved).phraseWithMoves(
                in: .english
            )
            .text
        }
        #expect(said(0) == "demo (Hooli)")
        #expect(said(1) == "demo (Hooli, moved once)")
        #expect(said(2, account: nil) == "demo (moved twice)")
        #expect(said(3) == "demo (Hooli, moved 3 times)")
        #expect(said(0, account: "Demo") == "demo", "what the text names does not stand behind it")
        var briefing = Fixture.morning
        briefing.commitments = [Commitment(repID: 1, account: "Hooli", text: "demo", dueOn: "2026-11-24", moved: 1)]
        #expect(Message.morning(briefing)?.plainText.contains(" Still open: demo (Hooli, moved once).") == true)
    }

    /// Something said on Monday 16 November and not done since.
    private static func carried(_ text: String = "demo", moved: Int, id: RowID = 7) -> Commitment {
        Commitment(
            repID: 1, account: "Hooli", text: text, dueOn: "2026-11-24", moved: moved, id: id,
            madeAt: "2026-11-16 09:00")
    }

    @Test("in the morning only what was said for today is said for today; what was carried on tells when it was said")
    func carriedOn() {
        var briefing = Fixture.morning
        briefing.commitments = [
            Commitment(repID: 1, text: "pricing", dueOn: "2026-11-24", id: 1), Self.carried(moved: 2),
            Commitment(repID: 1, text: "visit", dueOn: "2026-11-24", moved: 1, id: 2, madeAt: "2026-11-23 09:00"),
        ]
        #expect(
            Message.morning(briefing)?.plainText.contains(
                """
                You said for today: pricing. Still open, said on Mon 16 Nov: demo (Hooli, moved twice). \
                Still open, said yesterday: visit (moved once).
                """) == true)
    }

    @Test(
        "from the third move on it has its one question, and neither mornings nor agendas repeat it", arguments: 2...88)
    func noEndlessRepetition(moved: Int) {
        var briefing = Fixture.morning
        briefing.commitments = [Self.carried(moved: moved)]
        briefing.episodes += Rules.findings(
            of: RepWork(listed: 50, commitments: briefing.commitments), on: briefing.day
        )
        .map { episode($0, id: 90, mentions: moved > 3 ? 1 : 0, first: moved > 3 ? "2026-11-20" : nil) }
        let morning = Message.morning(briefing)?.plainText ?? ""
        #expect(morning.components(separatedBy: "demo").count - 1 == (moved > 3 ? 0 : 1))
        #expect(morning.contains("You said: demo (Hooli). It has moved three times.") == (moved == 3))
        var huddle = Fixture.huddle
        huddle.members[2].commitments = briefing.commitments
        let agenda = Message.huddle(huddle).plainText
        #expect(agenda.contains("Dana: demo (Hooli), said Mon 16 Nov, moved") == (moved <= 3))
        #expect(!agenda.contains("Dana: nothing said"))
    }

    @Test("a long list counts what was kept and what it leaves out")
    func longLists() {
        let kept = (1...5).map {
            Commitment(repID: 2, text: "call \($0)", dueOn: "2026-11-23", isKept: true, id: RowID($0))
        }
        var huddle = Fixture.huddle
        huddle.members[1].commitments = kept + [Self.carried(moved: 1)]
        #expect(
            Message.huddle(huddle).plainText.contains(
                "\nAna: demo (Hooli), kept · Ben: demo (Hooli), said Mon 16 Nov, moved once; call 5, kept; 4 more kept · Dana: nothing said\n"
            ))
        // What does not fit one line of a phone or two has a line each, at most two open ones in words.
        huddle.members[0].commitments = (1...5).map {
            Self.carried("send the proposal for plant \($0)", moved: 1, id: RowID(20 + $0))
        }
        #expect(
            Message.huddle(huddle).plainText.contains(
                """

                Ana: send the proposal for plant 1 (Hooli), said Mon 16 Nov, moved once; send the proposal for plant 2 (Hooli), said Mon 16 Nov, moved once; 3 more open
                Ben: demo (Hooli), said Mon 16 Nov, moved once; call 5, kept; 4 more kept
                Dana: nothing said
                Say today's in the round.
                """))
        var briefing = Fixture.morning
        briefing.commitments = kept + (1...4).map { Self.carried("visit \($0)", moved: 0, id: RowID(10 + $0)) }
        let text = Message.morning(briefing)?.plainText ?? ""
        #expect(text.contains("You said for today: visit 1 (Hooli), visit 2 (Hooli), visit 3 (Hooli) and 1 more."))
        #expect(text.contains("You said it and did it: call 1, call 2, call 3 and 2 more."))
    }
}
