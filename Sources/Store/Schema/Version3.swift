extension Schema {
    /// A list after IN was built as a table of its own for each row that was written. Another wording of a CHECK leaves the rows as
    /// they are, so only the words of the schema change, see https://sqlite.org/lang_altertable.html#otheralter.
    private static let plainChecks = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'outcome IN (''sent'', ''late'', ''nothing to say'', ''skipped'')',
          'outcome = ''sent'' OR outcome = ''late'' OR outcome = ''nothing to say'' OR outcome = ''skipped''')
          WHERE type = 'table' AND name = 'slot';
        UPDATE sqlite_schema SET sql = replace(sql, 'state IN (''new'', ''still'', ''back'', ''thanks'', ''rotation'')',
          'state = ''new'' OR state = ''still'' OR state = ''back'' OR state = ''thanks'' OR state = ''rotation''')
          WHERE type = 'table' AND name = 'message_item';
        UPDATE sqlite_schema SET sql = replace(sql, 'state IN (''queued'', ''sending'', ''delivered'', ''refused'', ''expired'', ''answered'', ''dropped'')',
          'state = ''queued'' OR state = ''sending'' OR state = ''delivered'' OR state = ''refused'' OR state = ''expired'' OR state = ''answered'' OR state = ''dropped''')
          WHERE type = 'table' AND name = 'outbox';
        PRAGMA writable_schema = RESET;
        """

    /// Brings the tables of version 2 to version 3.
    static let upgradeToVersion3 = """
        \(plainChecks)
        ALTER TABLE finding ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE finding ADD COLUMN first_mention_on TEXT;
        ALTER TABLE finding ADD COLUMN last_mention_on TEXT;
        ALTER TABLE finding ADD COLUMN previous_on TEXT;
        UPDATE finding SET (mentions, first_mention_on, last_mention_on) =
          (SELECT count(*), min(i.on_date), max(i.on_date) FROM message_item i
           WHERE i.finding_id = finding.id AND i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks');
        UPDATE finding SET previous_on =
          (SELECT max(p.resolved_on) FROM finding p
           WHERE p.account_id = finding.account_id AND p.kind = finding.kind AND p.rep_id = finding.rep_id
             AND p.id < finding.id AND p.milestone_id IS finding.milestone_id AND p.topic IS finding.topic);
        CREATE INDEX finding_account_open ON finding(account_id) WHERE resolved_at IS NULL AND account_id IS NOT NULL;
        CREATE INDEX message_item_agenda ON message_item(account_id, on_date) WHERE to_rep = 0 AND account_id IS NOT NULL;
        """
}
