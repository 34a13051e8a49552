import CivilTime

extension HuddleBriefing {
    /// Near milestones, the pattern, the leader's own promises, the backlog, what is off, who hears nothing: a line each.
    /// - Parameter support: The agenda's items: what they name is not said again.
    func noteLines(besides support: [Message.Item] = []) -> [Phrase] {
        [nearLine(besides: support), patternToTell?.line(dates)].compactMap { $0 } + promiseLines
            + [backlogLine].compactMap { $0 } + quieted.map { $0.phrase(dates) }
            + leftBehind.map { $0.line(in: language) } + unreachedLines
    }

    var language: Language { bank.language }
    var dates: DateWords { DateWords(today: day.today, in: language) }

    /// What the team's aim breaks back into. Nothing of it is anybody's share.
    var aimLine: Phrase? {
        guard let aim, !aim.isEmpty else { return nil }
        let week = monday...monday.adding(days: 6)
        let milestones = support.reduce(0) { sum, candidate in
            sum
                + candidate.account.milestones.count { milestone in
                    milestone.isOpen(on: day.today) && milestone.dueOn.map(week.contains) ?? false
                }
        }
        let touches = members.reduce(0) { $0 + ($1.day.isWorking ? $1.rep.plannedTouches : 0) }
        let parts = [
            support.count == 1
                ? language.word("1 project", "1 Projekt")
                : language.word("\(support.count) projects", "\(support.count) Projekte"),
            milestones == 1
                ? language.word("1 milestone this week", "1 Meilenstein diese Woche")
                : language.word("\(milestones) milestones this week", "\(milestones) Meilensteine diese Woche"),
            "\(language.count(touches, of: .touch)) \(language.word("planned today", "für heute geplant"))",
        ]
        return language.say("The aim ", "Das Vorhaben ") + language.quoted(aim.withoutFullStop)
            + language.say(" today: ", " heute: ") + Phrase(words: parts.joined(separator: ", ") + ".")
    }

    /// By date, of one date first what has nothing logged for it yet; what is due today is all named.
    private func nearLine(besides items: [Message.Item]) -> Phrase? {
        let near = support.compactMap { candidate -> (key: (CivilDate, Int), phrase: Phrase)? in
            let (account, day) = (candidate.account, candidate.day)
            guard day.isWorking, account.hold(on: day.today) == nil,
                let milestone = account.openMilestones(on: day.today).first(where: { $0.dueOn.map(day.isNear) ?? false }
                ),
                let due = milestone.dueOn,
                !items.contains(where: { $0.accountID == account.id && $0.heading.text.contains(milestone.title) })
            else { return nil }
            return (
                (due, milestone.firstActivityAt == nil ? 0 : 1),
                "\(account.name), \(language.title(milestone.title)), \(words: dates.said(due)) (\(day.rep.shortName))"
            )
        }.sorted { $0.key < $1.key }
        guard !near.isEmpty else { return nil }
        let inWords = max(Self.nearInWords, near.count { $0.key.0 <= day.today })
        let more = near.count - inWords
        return language.say("Near: ", "Bald: ") + near.prefix(inWords).map(\.phrase).joined(" · ")
            + (more > 0 ? " · " + language.andMore(more) : Phrase())
    }

    /// So many stand there, where not more are due today.
    private static let nearInWords = 4

    /// Once a week. Of whoever works today: of the others nothing is listed.
    var patternToTell: Pattern? { isNewWeek ? Pattern(of: support) : nil }

    private var backlogLine: Phrase? {
        guard backlog > 0, members.contains(where: \.day.isWorking) else { return nil }
        return backlog == 1
            ? language.say(
                "1 thing that was open on the first day waits for its turn.",
                "1 Sache, die am ersten Tag offen war, kommt noch an die Reihe.")
            : language.say(
                "\(backlog) things that were open on the first day wait for their turn, a few a day.",
                "\(backlog) Dinge, die am ersten Tag offen waren, kommen noch an die Reihe, jeden Tag ein paar.")
    }

    var pictureSections: [Message.Section] {
        let width = min(12, members.map(\.rep.shortName.count).max() ?? 0)
        func name(_ member: TeamMember) -> Phrase {
            // A name that is cut ends with an ellipsis, within the width.
            let first = member.rep.shortName
            let name = Phrase(data: first, limit: first.count > width ? width - 1 : width)
            return name + Phrase(words: String(repeating: " ", count: max(0, width - name.text.count) + 2))
        }
        let bars = members.filter { $0.bar.contains { ($0.planned ?? 0) > 0 } }.map { member in
            // What a day off brought is not planned, and stands in no bar.
            let done = member.bar.reduce(0) { $0 + ($1.planned == nil ? 0 : $1.done) }
            let planned = member.bar.reduce(0) { $0 + ($1.planned ?? 0) }
            return name(member)
                + Phrase(
                    words: "\(Pictures.activityBar(member.bar))  \(done) \(language.word("of", "von")) \(planned)")
        }
        let strips = members.filter { !$0.strip.isEmpty }.map { member in
            let counts = Pictures.AccountState.allCases.map { state in String(member.strip.count { $0 == state }) }
            return name(member) + Phrase(words: "\(Pictures.strip(member.strip))  \(counts.joined(separator: ", "))")
        }
        return [
            Message.Section(
                language.say(
                    "Last five days, touches done of planned", "Die letzten fünf Tage: Kontakte, erledigt von geplant"),
                lines: bars, isPicture: true),
            Message.Section(
                language.say(
                    "The 50s (■ moving, ▪ quiet, □ stalled, · resting)",
                    "Die 50 (■ in Bewegung, ▪ ruhig, □ steht still, · Pause)"),
                lines: strips, isPicture: true),
        ].filter { !$0.lines.isEmpty }
    }
}
