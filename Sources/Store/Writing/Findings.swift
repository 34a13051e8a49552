import CivilTime
import Coaching
import SQLite

extension Store {
    /// Opens an episode.
    package func open(_ finding: Finding, at now: Instant, on today: CivilDate, isBacklog: Bool) throws {
        try database.run(
            """
            INSERT INTO finding(kind, rep_id, account_id, milestone_id, activity_kind, days, planned, due, done, threads,
                                backlog, opened_at, opened_on, person_id, subject_id, topic, other_account_id, percent,
                                previous_on)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                    (SELECT max(p.resolved_on) FROM finding p WHERE p.account_id = ?3 AND p.kind = ?1 AND p.rep_id = ?2
                       AND p.milestone_id IS ?4 AND p.topic IS ?16))
            """,
            .text(finding.kind.rawValue), .integer(finding.repID), Value(finding.accountID), Value(finding.milestoneID),
            Value(finding.activity?.rawValue), Value(finding.days), Value(finding.planned), Value(finding.due),
            Value(finding.done), Value(finding.threads), Value(isBacklog), Value(now), Value(today),
            Value(finding.personID), Value(finding.subjectID), Value(finding.topic), Value(finding.otherAccountID),
            Value(finding.percent))
    }

    /// Writes the figures of today into an open episode.
    package func update(_ episode: RowID, to finding: Finding) throws {
        try database.run(
            """
            UPDATE finding SET days = ?2, planned = ?3, due = ?4, done = ?5, threads = ?6, other_account_id = ?7,
              percent = ?8 WHERE id = ?1
            """,
            .integer(episode), Value(finding.days), Value(finding.planned), Value(finding.due), Value(finding.done),
            Value(finding.threads), Value(finding.otherAccountID), Value(finding.percent))
    }

    /// Ends an episode.
    package func resolve(_ episode: RowID, by resolution: Resolution, at now: Instant, on today: CivilDate) throws {
        try database.run(
            "UPDATE finding SET resolved_at = ?2, resolved_on = ?3, resolved_by = ?4 WHERE id = ?1",
            .integer(episode), Value(now), Value(today), .text(resolution.rawValue))
    }

    /// A touch answers what was mentioned to the rep about its account in the days up to it, and ended by itself.
    package func answerLapsed(
        about account: RowID, of rep: RowID, mentionedIn days: ClosedRange<CivilDate>, at now: Instant,
        on today: CivilDate
    ) throws {
        try database.run(
            """
            UPDATE finding SET resolved_at = ?5, resolved_on = ?6, resolved_by = '\(Resolution.touch.rawValue)'
            WHERE account_id = ?1 AND kind IN ('\(FindingKind.quiet.rawValue)', '\(FindingKind.holdEnded.rawValue)')
              AND resolved_on >= ?3 AND rep_id = ?2 AND resolved_by = '\(Resolution.lapsed.rawValue)'
              AND mentions > 0 AND last_mention_on BETWEEN ?3 AND ?4
            """,
            .integer(account), .integer(rep), Value(days.lowerBound), Value(days.upperBound), Value(now), Value(today))
    }

    // MARK: Which local date a person's findings stand for

    package func evaluations() throws -> [RowID: CivilDate] {
        var evaluations: [RowID: CivilDate] = [:]
        try database.forEach("SELECT person_id, on_date FROM evaluation") { evaluations[$0.int64(0)] = $0.date(1) }
        return evaluations
    }

    package func setEvaluation(of person: RowID, on date: CivilDate) throws {
        try database.run(
            """
            INSERT INTO evaluation(person_id, on_date, first_on) VALUES (?1, ?2, ?2)
            ON CONFLICT (person_id) DO UPDATE SET on_date = excluded.on_date,
              first_on = iif(first_on > ?2 AND \(Self.isInKnownTime("?2")), ?2, first_on)
            """, .integer(person), Value(date))
    }
}
