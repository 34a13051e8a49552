import CivilTime

/// What was said since the last agenda and for today.
extension HuddleBriefing {
    var hasCommitments: Bool { told.contains { !$0.commitments.isEmpty } }

    /// Who is there today, with what of his is told. A rep who does not work today said nothing for it.
    private var told: [(member: TeamMember, commitments: [Commitment])] {
        members.filter { $0.day.isWorking && $0.backOn == nil }.map { ($0, $0.toldCommitments(after: lastAgenda)) }
    }

    /// "Ana: demo (Hooli), kept · Ben: call (Duff), moved once · Dana: nothing said"; a line each where it grows long.
    func commitmentSection(_ minutes: Int) -> Message.Section? {
        guard hasCommitments else { return nil }
        let said = told.filter { !$0.commitments.isEmpty }
        // Whoever was not there had nothing to say.
        let days = since.map { first in
            (0..<max(0, day.today.days(since: first))).map { first.adding(days: $0) }
        }
        let silent = told.filter { told in
            told.member.commitments.isEmpty && told.member.rep.id != day.rep.id
                && days.map { $0.contains(where: told.member.rep.works(on:)) } ?? true
        }
        .map { Phrase("\($0.member.rep.shortName)") }
        let lines: [Phrase] =
            said.map {
                "\($0.member.rep.shortName): " + parts(of: $0.commitments, in: $0.member.rep.zone).joined("; ")
            }
            + (silent.isEmpty
                ? [] : [silent.listed(in: language) + language.say(": nothing said", ": nichts zugesagt")])
        let line = lines.joined(" · ")
        return Message.Section(
            commitmentHeading(minutes),
            lines: (line.text.count <= Self.longestLine ? [line] : lines)
                + [language.say("Say today's in the round.", "Reihum: Was nehmt ihr euch für heute vor?")])
    }

    private var since: CivilDate? { saidSince ?? day.rep.calendar.previous(before: day.today) }

    /// Whether somebody worked on days between then and today, so that what was said is for many days.
    private var isOfManyDays: Bool {
        guard let since else { return false }
        return (1..<max(1, day.today.days(since: since))).contains { offset in
            members.contains { $0.rep.works(on: since.adding(days: offset)) }
        }
    }

    /// After a weekend the day before is no yesterday.
    private func commitmentHeading(_ minutes: Int) -> Phrase {
        guard let since, since.days(since: day.today) < -1 else {
            return language.heading("Said yesterday and for today", "Zugesagt für gestern und heute", minutes: minutes)
        }
        let date = dates.dated(since)
        return isOfManyDays
            ? language.heading(
                "Said since \(date) and for today", "Zugesagt seit \(date) und für heute", minutes: minutes)
            : language.heading("Said for \(date) and for today", "Zugesagt für \(date) und heute", minutes: minutes)
    }

    /// Letters up to which all that was said stands in one line.
    private static let longestLine = 140
    /// Of what one rep has open so much stands in words, and of what he kept.
    private static let openInWords = 2
    private static let keptInWords = 1

    /// "demo (Hexham Tools), said Thu 26 Nov, moved once", "3 more open", "pricing (Vandelay), kept", "2 more kept".
    private func parts(of commitments: [Commitment], in zone: Zone) -> [Phrase] {
        let open = commitments.filter { !$0.isKept }
        let kept = commitments.filter(\.isKept)
        let (moreOpen, moreKept) = (open.count - Self.openInWords, kept.count - Self.keptInWords)
        return open.prefix(Self.openInWords).map { $0.phrase + Phrase(words: ", \(outcome(of: $0, in: zone))") }
            + (moreOpen > 0 ? [language.say("\(moreOpen) more open", "\(moreOpen) weitere offen")] : [])
            // What was kept last says most.
            + kept.suffix(Self.keptInWords).map { $0.phrase + Phrase(words: ", \(keeping(of: $0, in: zone))") }
            + (moreKept > 0 ? [language.say("\(moreKept) more kept", "\(moreKept) weitere erledigt")] : [])
    }

    /// "kept", and on which day where it may have been one of many.
    private func keeping(of commitment: Commitment, in zone: Zone) -> String {
        let kept = language.word("kept", "erledigt")
        guard isOfManyDays else { return kept }
        return "\(kept) \(dates.on(commitment.keptAt.map(zone.date(at:)) ?? commitment.dueOn))"
    }

    private func outcome(of commitment: Commitment, in zone: Zone) -> String {
        guard let moves = commitment.moves(in: language) else {
            return commitment.dueOn >= day.today
                ? "\(language.word("for", "für")) \(dates.said(commitment.dueOn))" : language.word("open", "offen")
        }
        // A day that its rep gave it is forgotten when it is carried on; the one on which he said it stays.
        let said = commitment.madeAt.map(zone.date(at:)).flatMap { $0 < day.today ? dates.said($0) : nil }
        return [said.map { "\(language.word("said", "zugesagt")) \($0)" }, moves].compactMap { $0 }
            .joined(separator: ", ")
    }
}

extension TeamMember {
    /// What is open, until the day of its question, and what was kept, unless the agenda before told that already.
    fileprivate func toldCommitments(after last: HuddleBriefing.Agenda?) -> [Commitment] {
        commitments.filter { commitment in
            guard commitment.isKept else { return commitment.moved <= CommitmentOpen.moves }
            guard let last, let keptAt = commitment.keptAt else { return true }
            return keptAt > last.at || commitment.dueOn > last.on
        }
        .sorted { (-$0.moved, $0.id) < (-$1.moved, $1.id) }
    }
}
