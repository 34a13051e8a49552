import CivilTime

extension Promise {
    /// "You told Max: "I'll call their board member" (Acme Inc.), for yesterday."
    /// - Parameter leader: Whose it is, where somebody else reads it.
    package func line(_ dates: DateWords, of leader: String? = nil) -> Phrase {
        let language = dates.language
        let when = Phrase(words: dueOn == nil ? madeOn.map { " " + dates.on($0) } ?? "" : "")
        let said: Phrase =
            switch (leader, rep) {
            case (nil, nil): language.say("You said\(when)", "Du hast\(when) zugesagt")
            case (nil, let rep?): language.say("You told \(rep)\(when)", "Du hast \(rep)\(when) zugesagt")
            case (let name?, nil): language.say("\(name) said\(when)", "\(name) hat\(when) zugesagt")
            case (let name?, let rep?):
                language.say("\(name) told \(rep)\(when)", "\(name) hat \(rep)\(when) zugesagt")
            }
        var line = said + ": " + language.quoted(text.withoutFullStop)
        if let account, !text.names(account) { line += " (\(account))" }
        if let dueOn {
            let date = Phrase(words: dates.said(dueOn))
            line += language.say(
                ", for \(date)",
                dueOn < dates.today
                    ? ", das war für \(date) gedacht" : dueOn == dates.today ? ", für \(date)" : ", bis \(date)")
        }
        return line.asSentence
    }
}

extension HuddleBriefing {
    /// A line each, and how many more there are.
    var promiseLines: [Phrase] {
        let more = promises.count - Self.promisesShown
        return promises.prefix(Self.promisesShown).map { $0.line(dates) }
            + (more > 0
                ? [
                    language.say(
                        "You said \(more) more.",
                        more == 1
                            ? "Eine weitere Zusage von dir ist offen." : "\(more) weitere Zusagen von dir sind offen.")
                ] : [])
    }

    private static let promisesShown = 3
}
