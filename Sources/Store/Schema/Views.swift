extension Schema {
    /// For reading by other tools: their names and columns stay as they are.
    static let views = [
        // Each stakeholder of each activity that he took part in.
        """
        CREATE VIEW participation AS
          SELECT stakeholder_id, id AS activity_id, account_id, person_id, kind, touch, direction, occurred_at
          FROM activity WHERE stakeholder_id IS NOT NULL
          UNION ALL
          SELECT t.stakeholder_id, v.id, v.account_id, v.person_id, v.kind, v.touch, v.direction, v.occurred_at
          FROM attendee t CROSS JOIN activity v ON v.id = t.activity_id
        """,
        """
        CREATE VIEW account_overview AS
          SELECT a.id, a.external_id, a.name, p.name AS rep, p.email AS rep_email, t.name AS team, a.rank, a.status,
                 a.industry, a.selected_on, datetime(a.last_touch_at, 'unixepoch') AS last_touch_utc,
                 a.next_step, a.next_step_on,
                 (SELECT count(*) FROM milestone m WHERE m.account_id = a.id AND m.done_on IS NOT NULL) AS milestones_done,
                 (SELECT count(*) FROM milestone m
                  WHERE m.account_id = a.id AND m.done_on IS NULL AND m.skipped_on IS NULL) AS milestones_open
          FROM account a LEFT JOIN person p ON p.id = a.rep_id LEFT JOIN team t ON t.id = p.team_id
        """,
        """
        CREATE VIEW activity_log AS
          SELECT v.id, datetime(v.occurred_at, 'unixepoch') AS occurred_utc, p.name AS person, p.email AS person_email,
                 a.name AS account, v.kind, v.direction, s.name AS stakeholder, s.role, m.title AS milestone, v.note,
                 (SELECT group_concat(o.name, ', ') FROM attendee t JOIN stakeholder o ON o.id = t.stakeholder_id
                  WHERE t.activity_id = v.id) AS attendees
          FROM activity v JOIN person p ON p.id = v.person_id LEFT JOIN account a ON a.id = v.account_id
            LEFT JOIN stakeholder s ON s.id = v.stakeholder_id LEFT JOIN milestone m ON m.id = v.milestone_id
        """,
        """
        CREATE VIEW open_finding AS
          SELECT f.id, f.kind, p.name AS rep, p.email AS rep_email, a.name AS account, m.title AS milestone,
                 f.activity_kind AS activity, f.days, f.planned, f.due, f.done, f.threads, f.opened_on, f.mentions
          FROM finding f JOIN person p ON p.id = f.rep_id LEFT JOIN account a ON a.id = f.account_id
            LEFT JOIN milestone m ON m.id = f.milestone_id
          WHERE f.resolved_at IS NULL
        """,
        """
        CREATE VIEW message_log AS
          SELECT g.id, g.kind, g.on_date, p.email AS to_person, t.name AS to_team, o.channel, o.state, o.attempts,
                 datetime(o.ended_at, 'unixepoch') AS ended_utc, o.reason, g.text
          FROM message g LEFT JOIN person p ON p.id = g.person_id LEFT JOIN team t ON t.id = g.team_id
            LEFT JOIN outbox o ON o.message_id = g.id
        """,
    ]
}
