/// Who an account is, as far as a message tells of people: whom we know, who talks with us, who does not yet.
extension ItemText {
    /// What stands in the way, as far as the store knows: the most telling one.
    var obstacle: Phrase? {
        let buyers = account.stakeholders.filter { $0.role == .economicBuyer }
        guard let buyer = buyers.first else {
            return account.stakeholders.isEmpty
                ? nobodyKnown
                : language.say(
                    "We do not know yet who decides about money.",
                    "Wer über das Budget entscheidet, wissen wir noch nicht.")
        }
        // Whoever sat at a table with us has talked, however it was logged.
        let reached = Set(story.lastTouch?.people.map(\.id) ?? [])
        let met = story.lastTouch?.isTwoWay ?? false ? reached : []
        if buyers.allSatisfy({ $0.lastTwoWayAt == nil && !met.contains($0.id) }) {
            if buyers.contains(where: { reached.contains($0.id) }) {
                return language.say("No answer from there yet.", "Eine Antwort von dort steht noch aus.")
            }
            // One of several is no more the one than the others.
            return buyers.count > 1
                ? language.say(
                    "Nobody there who decides about money has talked with us yet.",
                    "Von denen, die dort über das Budget entscheiden, hat noch niemand mit uns gesprochen.")
                : language.say(
                    "\(buyer.firstName), the economic buyer there, has not talked with us yet.",
                    "\(buyer.name) entscheidet dort über das Budget und hat noch nicht mit uns gesprochen.")
        }
        if let step = account.nextStepOn, step < day.today { return passedStep }
        return account.nextStepOn == nil
            ? language.say("No next step has a date.", "Kein nächster Schritt hat ein Datum.") : nil
    }

    private var threadDays: Int { day.rep.thresholds.threadDays }

    private var nobodyKnown: Phrase {
        language.say("Nobody there is on our map yet.", "Wir kennen dort noch niemanden.")
    }

    var noThreads: Phrase {
        if let touch = story.lastTouch, !touch.wentOut, touch.people.isEmpty,
            date(of: touch) >= day.today.adding(days: -threadDays)
        {
            let date = Phrase(words: dates.on(date(of: touch)))
            return language.say(
                "Somebody answered \(date); the entry does not say who.",
                "Jemand hat \(date) geantwortet; wer, steht nicht dabei.")
        }
        return language.say(
            "Nobody whose role we know has talked with us in the last \(threadDays) days.",
            "In den letzten \(threadDays) Tagen hat niemand, dessen Rolle wir kennen, mit uns gesprochen.")
    }

    func liveThreads(_ inTurn: ([Stakeholder]) -> [Stakeholder]) -> Phrase? {
        let live = inTurn(SingleThreaded.liveStakeholders(of: account, on: day))
        let roles = Set(live.compactMap(\.role)).count
        guard roles > 0 else { return nil }
        let needed = day.rep.thresholds.liveThreads
        let lead = language.say(
            "In touch in the last \(threadDays) days: ", "Im Gespräch in den letzten \(threadDays) Tagen: ")
        let names = lead + live.prefix(3).map { $0.phrase(in: language) }.listed(in: language)
        guard roles < needed else { return names + "." }
        let count = Phrase(words: language.roles(roles, of: needed))
        return names + ". "
            + language.say("\(count.startingSentence).", "\(words: roles == 1 ? "Das ist" : "Das sind") \(count).")
    }

    private static let longestNames = 64

    /// - Parameter missing: A relative clause.
    func whoWeKnow(_ people: [Stakeholder], _ missing: Phrase) -> Phrase {
        let known = people.map { $0.phrase(in: language) }
        guard !known.isEmpty else { return nobodyKnown }
        // So many names that they leave room for the rest of an item.
        let rows = [3, 2, 1].map { count in
            known.count > count
                ? known.prefix(count).joined(", ") + " " + language.andMore(known.count - count, .people)
                : known.listed(in: language)
        }
        let names = rows.first { $0.text.count <= Self.longestNames } ?? rows[2]
        return language.say(
            "We know \(names), and nobody yet \(missing).", "Wir kennen \(names), aber noch niemanden, \(missing).")
    }

    /// Who answered last.
    func heard(for finding: Finding) -> Stakeholder? {
        account.stakeholders
            .filter { $0.lastTwoWayAt != nil && ($0.role != .blocker || !finding.kind.presumesGoodwill) }
            .max { ($0.lastTwoWayAt ?? day.now, $0.id) < ($1.lastTwoWayAt ?? day.now, $1.id) }
    }

    /// Those whom a question names, by its places.
    func people(_ placeholders: [Placeholder], for finding: Finding) -> [(place: Placeholder, Stakeholder)] {
        placeholders.compactMap { place in
            switch place {
            case .person, .role: story.lastTouch?.stakeholder.map { (place, $0) }
            case .heard: heard(for: finding).map { (place, $0) }
            default: nil
            }
        }
    }

    private func names(_ person: Stakeholder, _ facts: [Phrase]) -> Bool {
        let name = ("\(person.name(in: language))" as Phrase).text
        return facts.contains { $0.runs.contains { $0.isData && $0.text == name } }
    }

    /// "Gus last talked with us on Tue 24 Nov." Where no fact tells of somebody, nobody knows why the question names him.
    /// - Parameter placeholders: Of the question.
    func introductions(
        of placeholders: [Placeholder], for finding: Finding, besides facts: [Phrase]
    ) -> [Phrase] {
        var told: [Phrase] = []
        for (_, person) in people(placeholders, for: finding) where !names(person, facts + told) {
            if let touch = lastTouch, names(person, [touch]) {
                told.append(touch)
            } else if let at = person.lastTwoWayAt {
                let (name, date) = (person.phrase(in: language), Phrase(words: dates.on(day.rep.zone.date(at: at))))
                told.append(
                    language.say("\(name) last talked with us \(date).", "\(name) sprach zuletzt \(date) mit uns."))
            }
        }
        return told
    }

    /// The place of a question where it names somebody of whom no fact above it tells.
    func stranger(in placeholders: [Placeholder], for finding: Finding, besides facts: [Phrase]) -> Placeholder? {
        people(placeholders, for: finding).first { !names($0.1, facts) }?.place
    }

    /// The people of a row, those whom the question names before the others.
    /// - Parameter placeholders: Of the question.
    func askedFirst(_ people: [Stakeholder], _ placeholders: [Placeholder], for finding: Finding) -> [Stakeholder] {
        let asked = Set(self.people(placeholders, for: finding).map(\.1.id))
        return people.filter { asked.contains($0.id) } + people.filter { !asked.contains($0.id) }
    }
}
