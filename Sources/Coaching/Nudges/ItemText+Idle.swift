/// Since when an account is quiet, as a message says it: from its last touch, from the end of its hold, from its selection.
extension ItemText {
    /// - Parameter isStill: Whether that was said before: then it says so.
    func sinceLastTouch(_ days: Int, isStill: Bool = false) -> Phrase {
        if let reached { return reached }
        let count = Phrase(words: language.workingDays(days))
        let still = isStill ? language.say("Still without a touch: ", "Weiter ohne Kontakt: ") : Phrase()
        switch start {
        case .touch:
            guard let touch = story.lastTouch else { return (isStill ? still + count : idle(days)).asSentence }
            return (still + count + language.say(" since ", " seit ") + touch.dative(in: language) + ownLimit(days))
                .asSentence
        case .hold where isStill:
            return (still + count + language.say(" since its hold ended", " seit dem Ende der Pause")).asSentence
        case .selection where isStill:
            return (still + count + language.say(" on the list", " auf der Liste")).asSentence
        case .hold, .selection: return idle(days).asSentence
        }
    }

    /// "; the limit set for it is 3": fewer days than make an account quiet would puzzle without it.
    private func ownLimit(_ days: Int) -> Phrase {
        let own = day.rep.thresholds.stalled(for: account, on: day)
        guard days < day.rep.thresholds.quiet, own <= days else { return Phrase() }
        return language.say("; the limit set for it is \(own)", "; die Grenze für diesen Account ist \(own)")
    }

    /// "12 working days without a touch", or since when they are counted where the last touch is longer ago.
    func idle(_ days: Int) -> Phrase {
        if let (title, on) = reachedUnlogged.flatMap(titleAndDate) {
            return language.say(
                "\(title) done \(on), no touch logged", "\(title) \(on) geschafft, kein Kontakt eingetragen")
        }
        let count = Phrase(words: language.workingDays(days))
        switch start {
        case .touch: return count + language.say(" without a touch", " ohne Kontakt")
        case .hold:
            return count
                + language.say(" since its hold ended, without a touch", " seit dem Ende der Pause, ohne Kontakt")
        case .selection: return count + language.say(" on the list without a touch", " auf der Liste ohne Kontakt")
        }
    }

    /// ""CFO met" was done on Fri 20 Nov, but no touch is logged.": who says that nobody was touched knows more than the store.
    private var reached: Phrase? {
        reachedUnlogged.flatMap(titleAndDate).map { title, on in
            language.say(
                "\(title) was done \(on), but no touch is logged.",
                "\(title) war \(on) geschafft, aber kein Kontakt ist eingetragen.")
        }
    }

    private func titleAndDate(_ milestone: Milestone) -> (title: Phrase, on: Phrase)? {
        milestone.doneOn.map { (language.quoted(milestone.title), Phrase(words: dates.on($0))) }
    }

    func quiet(_ days: Int, isAgain: Bool) -> Phrase {
        if let reached { return reached }
        let days = Phrase(words: language.dativeWorkingDays(days))
        let count =
            isAgain
            ? language.say("Quiet again for \(days)", "Seit \(days) wieder ruhig")
            : language.say("Quiet for \(days)", "Seit \(days) ruhig")
        switch start {
        case .touch:
            guard let touch = story.lastTouch else { return count + "." }
            return count + "; " + touch.subject(in: language)
                + language.say(" was the last touch.", " war der letzte Kontakt.")
        case .hold:
            return language.say("\(count), since its hold ended.", "Seit dem Ende der Pause ruhig, seit \(days).")
        case .selection:
            return language.say(
                "\(count), since it came on the list.", "Seit der Aufnahme in die Liste ruhig, seit \(days).")
        }
    }

    /// What the idle days are counted from.
    private enum Start {
        case touch, hold, selection
    }

    private var start: Start {
        let since = Idleness(of: account, on: day).since
        if account.lastTouchAt.map(day.rep.zone.date(at:)) == since { return .touch }
        return account.lastEndedHold(before: day.today)?.until == since ? .hold : .selection
    }
}
