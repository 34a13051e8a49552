import CivilTime

/// What is told of one account, or of somebody's list, to who asks.
extension ReplyText {
    /// What a phone shows of an account at a glance.
    package struct AccountCard: Sendable {
        package var story: AccountStory
        package var findings: [Finding]
        package var day: RepDay
        /// What its rep said he would do there, and has not done yet.
        package var said: [(text: String, on: CivilDate?)]
        /// Of the research checklist, what is written down.
        package var known: [(topic: String, text: String)]

        package init(
            _ story: AccountStory, findings: [Finding], on day: RepDay, said: [(text: String, on: CivilDate?)],
            known: [(topic: String, text: String)]
        ) {
            self.story = story
            self.findings = findings
            self.day = day
            self.said = said
            self.known = known
        }
    }

    package func card(_ card: AccountCard) -> [Phrase] {
        let account = card.story.account
        let heading = "\(account.name) · " + standing(of: account, [account.id: card.findings], on: card.day)
        let milestones = account.openMilestones(on: card.day.today).dropFirst().map { milestone in
            language.title(milestone.title) + (milestone.dueOn.map { Phrase(words: " " + words.said($0)) } ?? "")
        }
        let said = card.said.map { said in "\(said.text)" + (said.on.map { Phrase(words: ", " + words.said($0)) } ?? "")
        }
        let unknown = card.day.rep.thresholds.research.topics.filter { !account.knows($0) }.map {
            Phrase(words: language.name(of: $0))
        }
        let known = card.known.suffix(Self.knownTopics).map { known in
            Phrase(words: "\(language.name(of: ResearchTopic(known.topic))): ") + "\(known.text.cutToGlance)"
        }
        return [heading, lastTouch(of: card)]
            + [
                row(language.say("People: ", "Personen: "), account.stakeholders.map { $0.phrase(in: language) }),
                row(language.say("Then: ", "Danach: "), milestones), row(language.say("Said: ", "Zugesagt: "), said),
            ].compactMap { $0 } + known
            + [row(language.say("Not known yet: ", "Noch unbekannt: "), unknown)].compactMap { $0 }
    }

    private static let knownTopics = 4

    private func row(_ lead: Phrase, _ parts: some Sequence<Phrase>) -> Phrase? {
        let parts = Array(parts)
        return parts.isEmpty ? nil : lead + parts.joined(", ", atMost: 5, in: language)
    }

    private func lastTouch(of card: AccountCard) -> Phrase {
        guard let touch = card.story.lastTouch else { return language.say("No touch yet.", "Noch kein Kontakt.") }
        let day = Phrase(words: words.on(card.day.rep.zone.date(at: touch.at)))
        let note: Phrase = touch.note.map { ": \($0.cutToGlance)" } ?? ""
        return language.say("Last touch: ", "Letzter Kontakt: ") + touch.subject(in: language) + " " + day + note
    }

    /// How somebody's list stands, and the names of what stands still.
    package func list(of name: String, _ count: Int, stalled: [String]) -> [Phrase] {
        let quiet = stalled.map { "\($0)" as Phrase }
        return [list(of: name, count, stalled: stalled.count)]
            + [row(language.say("Stalled: ", "Es stehen: "), quiet)].compactMap { $0 }
    }

    /// What the last message asked about, by its numbers.
    package func items(_ names: [(number: Int, name: String)]) -> Phrase? {
        guard !names.isEmpty else { return nil }
        let items = names.map { item in Phrase(words: "\(item.number) ") + "\(item.name)" }
        return language.say("Asked about: ", "Gefragt war nach: ") + items.joined(" · ", atMost: 7, in: language)
    }

    // MARK: The list

    package func milestone(_ title: String, at account: String, on date: CivilDate, isNew: Bool) -> Phrase {
        let day = Phrase(words: words.said(date))
        let lead =
            isNew
            ? language.say("New milestone at \(account): ", "Neuer Meilenstein bei \(account): ")
            : language.say("Milestone of \(account): ", "Meilenstein von \(account): ")
        return lead + language.title(title) + ", " + day.asSentence
    }

    package func wasReached(_ title: String, at account: String, on date: CivilDate) -> Phrase {
        let day = Phrase(words: words.on(date))
        return language.say("\(account) reached ", "\(account) hat ") + language.title(title)
            + language.say(" already, ", " schon erreicht, ") + day.asSentence
    }

    package func howToReopen(_ title: String, at account: String, on date: CivilDate) -> Phrase {
        language.say("Open again, for ", "Wieder offen, für ") + Phrase(words: words.said(date))
            + language.say(
                ": reopen \(title) at \(account), then the date once more",
                ": wieder öffnen \(title) bei \(account), dann noch einmal das Datum")
    }

    package func closed(_ account: String, as status: AccountStatus, because reason: String) -> Phrase {
        switch status {
        case .won:
            language.say(
                "\(account) is won, and off the list of the 50.",
                "\(account) ist gewonnen und nicht mehr auf der Liste.")
        case .lost:
            language.say(
                "\(account) is lost: \(reason.withoutFullStop).", "\(account) ist verloren: \(reason.withoutFullStop).")
        case .dropped, .active:
            language.say(
                "\(account) is off the list: \(reason.withoutFullStop). What is known of it stays.",
                "\(account) ist nicht mehr auf der Liste: \(reason.withoutFullStop). Was bekannt ist, bleibt.")
        }
    }

    // MARK: Joining the list

    package func selected(_ account: String, number: Int, of size: Int, isBack: Bool, because fit: String?) -> Phrase {
        let place =
            isBack
            ? language.say("\(account) is back on the list", "\(account) ist wieder auf der Liste")
            : language.say("\(account) is on the list", "\(account) ist auf der Liste")
        let count = Phrase(words: language.word(", number \(number) of \(size)", ", Platz \(number) von \(size)"))
        return place + count + (fit.map { ": \($0.withoutFullStop)." } ?? ".")
    }

    /// Why an account left the list for another.
    package func gavePlace(to account: String) -> String {
        language.word("gave its place to \(account)", "hat \(account) Platz gemacht")
    }

    /// Why an account stands on no list whose selection was taken back.
    package var notSelected: String { language.word("not selected", "nicht ausgewählt") }

    package func isFull(with newcomer: String, givingWay: [String]) -> Phrase {
        let full = language.say(
            "Not noted: the list has its 50, and there is no 51st.",
            "Nicht notiert: die Liste hat ihre 50, und es gibt keinen 51.")
        guard let first = givingWay.first else { return full }
        let names = givingWay.map { "\($0)" as Phrase }.joined(", ", atMost: 3, in: language)
        return full + language.say(" These would best give way: ", " Am ehesten weichen könnten: ") + names
            + language.say(
                ". To swap: swap \(first) for \(newcomer): why",
                ". Zum Tauschen: tausche \(first) gegen \(newcomer): warum")
    }

    /// It was won, lost or dropped.
    package func isClosed(_ account: String, as status: AccountStatus) -> Phrase {
        let state: Phrase =
            switch status {
            case .won: language.say("\(account) is won", "\(account) ist gewonnen")
            case .lost: language.say("\(account) is lost", "\(account) ist verloren")
            case .dropped, .active: language.say("\(account) was dropped", "\(account) ist gestrichen")
            }
        return state
            + language.say(
                ", and stands on no list any more. To take it back on the list, write yes.",
                " und steht auf keiner Liste mehr. Um ihn wieder aufzunehmen, schreib ja.")
    }

    // MARK: What comes next

    package func stepDone(_ step: String, at account: String) -> Phrase {
        language.say("Done at \(account): \(step).", "Erledigt bei \(account): \(step).")
    }

    package func noStep(at account: String) -> Phrase {
        language.say("\(account) has no next step.", "\(account) hat keinen nächsten Schritt.")
    }

    package func whatNext(at account: String) -> Phrase {
        language.say(
            "What comes next? next \(account): what, and the day",
            "Was kommt als Nächstes? nächster Schritt \(account): was, und der Tag")
    }

    /// Something was done while a step was due.
    package func stepIsDue(_ step: String, at account: String) -> Phrase {
        language.say("The next step there was ", "Der nächste Schritt dort war ") + language.quoted(step) + ". "
            + whatNext(at: account)
    }

    package func skipped(_ milestone: String, at account: String, because reason: String) -> Phrase {
        language.say("Left out at \(account): ", "Ausgelassen bei \(account): ") + language.title(milestone)
            + ": \(reason.withoutFullStop)."
    }

    package func reopened(_ milestone: String, at account: String) -> Phrase {
        language.say("Open again at \(account): ", "Wieder offen bei \(account): ") + language.title(milestone) + "."
    }

    package func left(_ name: String, from account: String) -> Phrase {
        language.say(
            "\(name) is not at \(account) any more. What was done together stays, without the name. Somebody new: who \(account): NAME, role",
            "\(name) ist nicht mehr bei \(account). Was gemeinsam geschah, bleibt, ohne den Namen. Jemand Neues: wer \(account): NAME, Rolle"
        )
    }

    package func offList(_ account: String) -> Phrase {
        language.say("\(account) is on no list any more.", "\(account) steht auf keiner Liste mehr.")
    }
}

extension String {
    /// As much as is read in passing.
    fileprivate var cutToGlance: String { count > 160 ? String(prefix(159)) + "…" : self }
}
