import Coaching
import Testing

@Suite("What leaders tell and ask, and what is not to be done")
struct LeaderReplyTests {
    @Test(
        "is read in whole sentences",
        arguments: [
            ("cancel hooli demo prep", "dropped: Hooli demo prep"),
            ("drop hooli demo prep", "dropped: Hooli demo prep"),
            ("not doing the hooli demo prep after all", "? meant(\"cancel Hooli demo prep\")"),
            ("never mind", "courtesy"),
            (
                "I promised Ana to call the CFO at Globex by friday",
                "promise Ana Silva Globex 2026-11-27: call the CFO at Globex"
            ),
            ("talk ana: need to call Globex by friday", "talk Ana Silva Globex: need to call Globex by friday"),
            ("talk ana: Globex decides on monday", "talk Ana Silva Globex: Globex decides on monday"),
            ("had my 1:1 with Dana", "talk Dana Kim: "),
            ("discussed Globex with Ana", "talk Ana Silva Globex: Globex"),
            ("talked to Ana yesterday about Globex", "talk Ana Silva Globex 2026-11-23 12:00: about Globex"),
            ("talked to Dana and Ana", "talk Dana Kim:  ## talk Ana Silva: "),
            ("joined Ana's call with Globex", "? meant(\"support Globex: joined Ana\\'s call with Globex\")"),
            ("great job Ana on Globex", "? meant(\"praise Ana Silva: great job on Globex\")"),
            ("Well done Dana!!", "? meant(\"praise Dana Kim: Well done\")"),
            ("Ana is sick today", "away Ana Silva 2026-11-24..2026-11-24: sick"),
            ("mit Dana über Globex gesprochen", "talk Dana Kim Globex: über Globex"),
            ("promise done", "kept: "),
            ("what did Ana do today?", "days of Ana Silva 2026-11-24..2026-11-24"),
            ("what did Ana do yesterday?", "days of Ana Silva 2026-11-23..2026-11-23"),
            ("what did Ana do last week?", "days of Ana Silva 2026-11-16..2026-11-22"),
            ("was hat Ana diese Woche gemacht?", "days of Ana Silva 2026-11-23..2026-11-24"),
            ("Ana should call Petra tomorrow", "? noVerb"), ("Ana muss morgen Petra anrufen", "? noVerb"),
            ("praise Ana and Dana: great demo", "praise Ana Silva: great demo ## praise Dana Kim: great demo"),
            ("Ana won Hooli!", "? meant(\"won Hooli\")"), ("Ana has lost Umbra", "? meant(\"lost Umbra\")"),
            ("das Versprechen an Ana ist erledigt", "kept: Ana Silva"), ("promise to Ana kept", "kept: Ana Silva"),
            ("what did I promise Ana?", "promises to Ana Silva"),
            ("where is Dana", "who is away"),
            ("how's the team doing", "list"),
            ("who's away this week?", "who is away"),
            ("asks", "asks"),
            ("what did i do today", "days of the writer 2026-11-24..2026-11-24"),
            ("how am i doing", "plan"),
            ("which accounts are quiet?", "list"),
            ("Was steht heute an?", "plan"),
            ("who is Tim Kuhn?", "show Initech"),
        ] as [(String, String)])
    func read(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
