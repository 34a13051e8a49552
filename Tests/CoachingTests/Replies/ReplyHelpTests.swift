import Coaching
import Testing

@Suite("What help answers")
struct ReplyHelpTests {
    @Test("a phone shows all of it, and leaders read a little more", arguments: Language.allCases)
    func length(language: Language) {
        let rep = ReplyHelp.lines(isLeader: false, in: language)
        let leader = ReplyHelp.lines(isLeader: true, in: language)
        #expect(rep.count <= 13)
        #expect(leader.count <= 15)
        #expect(leader.count > rep.count)
        for line in leader { #expect(line.text.count <= 96, "\(line.text)") }
    }

    @Test("nothing in it orders, shames or counts", arguments: Language.allCases)
    func lint(language: Language) {
        for line in ReplyHelp.lines(isLeader: true, in: language) {
            #expect(Banned.words(in: line.text, language) == [], "\(line.text)")
            #expect(line.runs.allSatisfy { !$0.isData })
        }
    }

    @Test("each example is understood as it stands there", arguments: Language.allCases)
    func examples(language: Language) {
        for line in ReplyHelp.lines(isLeader: true, in: language).dropFirst().dropLast() {
            let examples = line.text.split(separator: ": ", maxSplits: 1)[1].split(separator: " · ")
            for example in examples {
                let replies = Chatting.replies(String(example))
                #expect(replies.count == 1 && !replies[0].isUnclear, "\(example): \(replies)")
            }
        }
    }

    @Test("the words that it names at its end are understood as well", arguments: Language.allCases)
    func words(language: Language) {
        let words = language == .english ? ["list", "plan", "undo"] : ["Liste", "Plan", "rückgängig"]
        for word in words {
            #expect(ReplyHelp.lines(isLeader: false, in: language).last?.text.contains(word) ?? false)
            #expect([[.list], [.plan], [.undo]].contains(Chatting.replies(word)))
        }
    }
}
