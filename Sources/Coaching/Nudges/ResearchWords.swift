extension ResearchTopic {
    /// "how they decide is not known yet".
    func unknown(in language: Language) -> Phrase {
        switch subject {
        case .business:
            language.say(
                "how they earn their money is not noted yet", "womit dort Geld verdient wird, ist noch nicht notiert")
        case .priority:
            language.say(
                "what presses them this year is not known yet", "was dort dieses Jahr drängt, wissen wir noch nicht")
        case .stakeholders:
            language.say("who takes part in the decision is not known yet", "wer mitentscheidet, wissen wir noch nicht")
        case .currentSolution:
            language.say("what they use today is not known yet", "was dort heute genutzt wird, wissen wir noch nicht")
        case .pain:
            language.say(
                "what hurts there, and what it costs them, is not known yet",
                "was dort wehtut und was es kostet, wissen wir noch nicht")
        case .decisionProcess:
            language.say("how they decide is not known yet", "wie dort entschieden wird, wissen wir noch nicht")
        case .insight:
            language.say(
                "no insight is noted yet that they do not have themselves",
                "noch ist nichts notiert, was wir wissen und man dort nicht")
        case .ownMessage:
            language.say(
                "no message of their own yet", "es gibt noch keinen Text nur für diesen Account")
        case .other:
            language.say("not known yet: \(name.withoutFullStop)", "noch nicht bekannt: \(name.withoutFullStop)")
        }
    }

    /// "we know now how they decide".
    func known(in language: Language) -> Phrase {
        switch subject {
        case .business:
            language.say("we know now how they earn their money", "wir wissen jetzt, womit dort Geld verdient wird")
        case .priority: language.say("we know now what presses them", "wir wissen jetzt, was dort drängt")
        case .stakeholders:
            language.say("we know now who takes part in the decision", "wir wissen jetzt, wer mitentscheidet")
        case .currentSolution:
            language.say("we know now what they use today", "wir wissen jetzt, was dort heute genutzt wird")
        case .pain:
            language.say(
                "we know now what hurts there and what it costs", "wir wissen jetzt, was dort wehtut und was es kostet"
            )
        case .decisionProcess:
            language.say("we know now how they decide", "wir wissen jetzt, wie dort entschieden wird")
        case .insight:
            language.say(
                "there is something now that we know and they do not",
                "es gibt jetzt etwas, das wir wissen und man dort nicht")
        case .ownMessage: language.say("there is a message of its own now", "es gibt jetzt einen eigenen Text")
        case .other:
            language.say("we know more now: \(name.withoutFullStop)", "wir wissen jetzt mehr: \(name.withoutFullStop)")
        }
    }
}

extension Phrase {
    /// With a capital, unless it begins with data.
    var startingSentence: Phrase {
        guard let first = runs.first, !first.isData else { return self }
        return Phrase(runs: [Run(first.text.prefix(1).uppercased() + first.text.dropFirst(), isData: false)])
            + Phrase(runs: Array(runs.dropFirst()))
    }
}
