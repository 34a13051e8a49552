import CivilTime

extension HuddleBriefing {
    /// Near milestones, the pattern, the leader's own promises, the backlog, what is off, who hears nothing: a line each.
    var noteLines: [Phrase] {
        [nearLine, patternLine].compactMap { $0 } + promises.prefix(3).map(promiseLine)
            + [backlogLine].compactMap { $0 } + quieted.map { $0.phrase(dates) }
            + leftBehind.map(\.line) + unreachedLines
    }

    var dates: DateWords { DateWords(today: day.today) }

    /// What the team's aim breaks back into. Nothing of it is anybody's share.
    var aimLine: Phrase? {
        guard let aim, !aim.isEmpty else { return nil }
        let end = day.today.adding(days: (Weekday.sunday.rawValue - day.today.weekday.rawValue + 7) % 7)
        let milestones = support.reduce(0) { sum, candidate in
            sum
                + candidate.account.milestones.count { milestone in
                    milestone.isOpen(on: day.today)
                        && milestone.dueOn.map { $0 >= end.adding(days: -6) && $0 <= end } ?? false
                }
        }
        let touches = members.reduce(0) { $0 + ($1.day.isWorking ? $1.rep.plannedTouches : 0) }
        let parts = [
            support.count == 1 ? "1 project" : "\(support.count) projects",
            milestones == 1 ? "1 milestone this week" : "\(milestones) milestones this week",
            "\(PlanKind.touch.words(touches)) planned today",
        ]
        return "The aim \"\(aim.withoutFullStop)\" today: \(words: parts.joined(separator: ", "))."
    }

    private var nearLine: Phrase? {
        let near = support.flatMap { candidate in
            candidate.account.openMilestones(on: candidate.day.today).compactMap { milestone -> (CivilDate, Phrase)? in
                guard candidate.day.isWorking, let due = milestone.dueOn, due >= candidate.day.today,
                    candidate.day.workingDays(after: candidate.day.today, before: due)
                        < candidate.day.rep.thresholds.milestoneNear
                else { return nil }
                return (
                    due,
                    "\(candidate.account.name), \(milestone.title), \(words: dates.said(due)) (\(candidate.day.rep.firstName))"
                )
            }
        }.sorted { $0.0 < $1.0 }
        guard !near.isEmpty else { return nil }
        let rest: Phrase = near.count > 4 ? " · and \(near.count - 4) more" : ""
        return "Near: " + near.prefix(4).map(\.1).joined(" · ") + rest
    }

    /// Said only with at least 5 stalls of which 60 % share a reason.
    private var patternLine: Phrase? {
        let stalls = support.filter { $0.episodes.contains { $0.finding.kind == .stalled } }
        guard stalls.count >= 5 else { return nil }
        let reasons: [(FindingKind, String, String)] = [
            (.noEconomicBuyer, "have no economic buyer", "how do we ask for that introduction?"),
            (.noNextStep, "have no next step", "how do we end a talk with a date?"),
            (
                .milestonePassed, "have a milestone whose date has passed",
                "what do our dates not know when we set them?"
            ),
            (.singleThreaded, "hang on few people", "who else there would gain from it?"),
        ]
        for (kind, words, question) in reasons {
            let sharing = stalls.count { $0.episodes.contains { $0.finding.kind == kind } }
            if sharing * 100 >= stalls.count * 60 {
                return Phrase(
                    words: "Pattern: \(sharing) of \(stalls.count) stalls \(words). Worth ten minutes: \(question)")
            }
        }
        return nil
    }

    private func promiseLine(_ promise: Promise) -> Phrase {
        var line: Phrase = "You said: \(promise.text.withoutFullStop)"
        if let rep = promise.rep { line += " (for \(rep))" }
        if let due = promise.dueOn {
            line += ", \(words: due < day.today ? "it was for" : "by") \(words: dates.said(due))"
        }
        return line.asSentence
    }

    private var backlogLine: Phrase? {
        guard backlog > 0 else { return nil }
        return backlog == 1
            ? "1 thing that was open on the first day waits for its turn."
            : "\(backlog) things that were open on the first day wait for their turn, a few a day."
    }

    var pictureSections: [Message.Section] {
        let width = min(12, members.map(\.rep.firstName.count).max() ?? 0)
        func name(_ member: TeamMember) -> Phrase {
            // A name that is cut ends with an ellipsis, within the width.
            let first = member.rep.firstName
            let name = Phrase(data: first, limit: first.count > width ? width - 1 : width)
            return name + Phrase(words: String(repeating: " ", count: max(0, width - name.text.count) + 2))
        }
        let bars = members.filter { $0.bar.contains { ($0.planned ?? 0) > 0 } }.map { member in
            let done = member.bar.reduce(0) { $0 + $1.done }
            let planned = member.bar.reduce(0) { $0 + ($1.planned ?? 0) }
            return name(member) + Phrase(words: "\(Pictures.activityBar(member.bar))  \(done) of \(planned)")
        }
        let strips = members.filter { !$0.strip.isEmpty }.map { member in
            let counts = Pictures.AccountState.allCases.map { state in String(member.strip.count { $0 == state }) }
            return name(member) + Phrase(words: "\(Pictures.strip(member.strip))  \(counts.joined(separator: ", "))")
        }
        return [
            bars.isEmpty
                ? nil : Message.Section("Last five days, touches done of planned", lines: bars, isPicture: true),
            strips.isEmpty
                ? nil
                : Message.Section("The 50s (■ moving, ▪ quiet, □ stalled, · resting)", lines: strips, isPicture: true),
        ].compactMap { $0 }
    }
}
