import CivilTime

/// What was said for yesterday and for today.
extension HuddleBriefing {
    var hasCommitments: Bool { told.contains { !$0.commitments.isEmpty } }

    /// Who is there today, with what of his is told. A rep who does not work today said nothing for it.
    private var told: [(member: TeamMember, commitments: [Commitment])] {
        members.filter { $0.day.isWorking && $0.backOn == nil }.map { ($0, $0.toldCommitments) }
    }

    /// "Ana: demo (Hooli), kept · Ben: call (Duff), moved once · Dana: nothing said"; a line each where it grows long.
    func commitmentSection(_ minutes: Int) -> Message.Section? {
        guard hasCommitments else { return nil }
        let said = told.filter { !$0.commitments.isEmpty }
        // Whoever was not there yesterday had nothing to say for it.
        let yesterday = day.rep.calendar.previous(before: day.today)
        let silent = told.filter { told in
            told.member.commitments.isEmpty && told.member.rep.id != day.rep.id
                && yesterday.map(told.member.rep.works(on:)) ?? true
        }
        .map { Phrase("\($0.member.rep.shortName)") }
        func lines(_ separator: Phrase) -> [Phrase] {
            said.map {
                "\($0.member.rep.shortName): " + parts(of: $0.commitments, in: $0.member.rep.zone).joined(separator)
            }
                + (silent.isEmpty
                    ? [] : [silent.listed(in: language) + language.say(": nothing said", ": nichts zugesagt")])
        }
        let line = lines("; ").joined(" · ")
        return Message.Section(
            commitmentHeading(since: yesterday, minutes),
            lines: (line.text.count <= Self.longestLine ? [line] : lines(" · "))
                + [language.say("Say today's in the round.", "Reihum: Was nehmt ihr euch für heute vor?")])
    }

    /// After a weekend the day before is no yesterday.
    private func commitmentHeading(since last: CivilDate?, _ minutes: Int) -> Phrase {
        guard let last, last.days(since: day.today) < -1 else {
            return language.heading("Said yesterday and for today", "Zugesagt für gestern und heute", minutes: minutes)
        }
        let date = dates.dated(last)
        return language.heading("Said for \(date) and for today", "Zugesagt für \(date) und heute", minutes: minutes)
    }

    /// Letters up to which all that was said stands in one line.
    private static let longestLine = 140
    /// Of what one rep has open so much stands in words.
    private static let openInWords = 2

    /// "demo (Hexham Tools), said Thu 26 Nov, moved once", "3 more open", "2 kept".
    private func parts(of commitments: [Commitment], in zone: Zone) -> [Phrase] {
        let open = commitments.filter { !$0.isKept }
        let kept = commitments.filter(\.isKept)
        var parts = open.prefix(Self.openInWords).map { $0.phrase + Phrase(words: ", \(outcome(of: $0, in: zone))") }
        if open.count > Self.openInWords {
            let more = open.count - Self.openInWords
            parts.append(language.say("\(more) more open", "\(more) weitere offen"))
        }
        switch kept.count {
        case 0: break
        case 1: parts.append(kept[0].phrase + language.say(", kept", ", erledigt"))
        default: parts.append(language.say("\(kept.count) kept", "\(kept.count) erledigt"))
        }
        return parts
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
    /// What is open, until the day of its question, and what was kept.
    fileprivate var toldCommitments: [Commitment] {
        commitments.filter { $0.isKept || $0.moved <= CommitmentOpen.moves }
            .sorted { (-$0.moved, $0.id) < (-$1.moved, $1.id) }
    }
}
