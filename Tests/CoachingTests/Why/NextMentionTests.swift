import CivilTime
import Coaching
import Testing

@Suite("What comes next for a finding")
struct NextMentionTests {
    private static func next(at now: Instant = tuesday, of owner: Rep = rep()) -> NextMention {
        NextMention(ladder: Ladder(), day: RepDay(owner, at: now))
    }

    @Test(
        "the ladder: first when its turn comes, again 2 and 6 working days later, then the leader's",
        arguments: [
            (.stalled, 0, nil, nil, "waits for its turn: other accounts come first in the next message"),
            (.stalled, 1, "2026-11-23", nil, "again from Wed 25 Nov, 2 working days after the first time"),
            (.stalled, 2, "2026-11-20", "2026-11-24", "again from Mon 30 Nov, 6 working days after the first time"),
            (
                .stalled, 3, "2026-11-16", "2026-11-24",
                "nothing more to the rep: said 3 times, and still open on Mon 30 Nov it is the leader's"
            ),
            (.stalled, 3, "2026-11-10", "2026-11-18", "nothing more to the rep: said 3 times, it is the leader's now"),
            (.quiet, 1, "2026-11-20", nil, "nothing more to the rep: said once, which is enough for this kind"),
        ] as [(FindingKind, Int, CivilDate?, CivilDate?, String)])
    func ladder(kind: FindingKind, mentions: Int, first: CivilDate?, last: CivilDate?, words: String) {
        let episode = episode(finding(kind, days: 12), mentions: mentions, first: first, last: last)
        #expect(Self.next().words(for: episode, first: episode) == words)
    }

    @Test("a day off and holidays move the next rung")
    func holidays() {
        let said = episode(finding(.stalled, days: 12), mentions: 1, first: "2026-11-23")
        let owner = rep(holidays: ["2026-11-24", "2026-11-25"])
        #expect(
            Self.next(of: owner).words(for: said, first: said)
                == "again from Fri 27 Nov, 2 working days after the first time")
    }

    @Test("why nothing is said: no channel, silence, peace, another finding, the first day's heap, who left")
    func reasons() {
        let open = episode(finding(.noNextStep), id: 2)
        let stalled = episode(finding(.stalled, days: 12), id: 1)
        var next = Self.next()
        #expect(
            next.words(for: open, first: stalled)
                == "waits: an account gives one item a message, and stalled comes first")
        next.lastMention = [1: "2026-11-23"]
        #expect(
            next.words(for: open, first: open) == "waits for its turn: the account was last spoken of on Mon 23 Nov")
        next.lastMention = [:]
        var backlog = open
        backlog.isBacklog = true
        #expect(next.words(for: backlog, first: backlog).contains("open since the first day"))
        next.chosen = [2]
        #expect(next.words(for: open, first: open) == "in the next message, unless it is answered before")
        next.quieted = [.noNextStep]
        #expect(next.words(for: open, first: open) == "nothing: messages about this kind are off")
        next.unreached = "no route \"rep\" leads to him"
        #expect(next.words(for: open, first: open) == "nothing: no route \"rep\" leads to him")
        #expect(Self.next(of: rep(leftOn: "2026-11-20")).words(for: open, first: open) == "nothing: left on Fri 20 Nov")
    }
}
