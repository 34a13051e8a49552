extension Schema {
    /// What stood on an agenda, by account; what was said to reps is many times as much.
    static let agendaItemIndex =
        "CREATE INDEX message_item_agenda ON message_item(account_id, on_date) WHERE to_rep = 0 AND account_id IS NOT NULL"

    /// What is open of an account, of whose episodes most have long ended.
    static let openFindingAccountIndex =
        "CREATE INDEX finding_account_open ON finding(account_id) WHERE resolved_at IS NULL AND account_id IS NOT NULL"

    /// Which rows of `message_item` are mentions of an episode to its rep.
    private static func isMention(_ row: String) -> String {
        "\(row).to_rep = 1 AND \(row).voided = 0 AND \(row).state <> 'thanks'"
    }

    private static func deriveMentions(where condition: String) -> String {
        """
        UPDATE finding SET (mentions, first_mention_on, last_mention_on) =
          (SELECT count(*), min(i.on_date), max(i.on_date) FROM message_item i
           WHERE i.finding_id = finding.id AND \(isMention("i"))) WHERE \(condition)
        """
    }

    /// An episode knows how often it was mentioned, so that a look at what is open reads no messages.
    static let mentionTriggers = [
        """
        CREATE TRIGGER message_item_mentioned AFTER INSERT ON message_item
          WHEN NEW.finding_id IS NOT NULL AND \(isMention("NEW"))
        BEGIN
          UPDATE finding SET mentions = mentions + 1,
            first_mention_on = min(ifnull(first_mention_on, NEW.on_date), NEW.on_date),
            last_mention_on = max(ifnull(last_mention_on, NEW.on_date), NEW.on_date) WHERE id = NEW.finding_id;
        END
        """,
        """
        CREATE TRIGGER message_item_corrected AFTER UPDATE OF finding_id, state, on_date, to_rep, voided ON message_item BEGIN
          \(deriveMentions(where: "id IN (OLD.finding_id, NEW.finding_id)"));
        END
        """,
        """
        CREATE TRIGGER message_item_forgotten AFTER DELETE ON message_item WHEN OLD.finding_id IS NOT NULL BEGIN
          \(deriveMentions(where: "id = OLD.finding_id"));
        END
        """,
    ]

    /// A list after IN was built as a table of its own for each row that was written. Another wording of a CHECK leaves the rows as
    /// they are, so only the words of the schema change, see https://sqlite.org/lang_altertable.html#otheralter.
    private static let plainChecks = """
        PRAGMA writable_schema = ON;
        \([("slot", "outcome", slotOutcomes), ("message_item", "state", itemStates), ("outbox", "state", outboxStates)]
            .map { table, column, values in
                let list = values.map { "''\($0)''" }.joined(separator: ", ")
                let plain = oneOf(column, values).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
                return "UPDATE sqlite_schema SET sql = replace(sql, '\(column) IN (\(list))', '\(plain)') "
                    + "WHERE type = 'table' AND name = '\(table)';"
            }.joined(separator: "\n"))
        PRAGMA writable_schema = RESET;
        """

    /// Brings the tables of version 2 to version 3.
    static let upgradeToVersion3 = """
        \(plainChecks)
        ALTER TABLE finding ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE finding ADD COLUMN first_mention_on TEXT;
        ALTER TABLE finding ADD COLUMN last_mention_on TEXT;
        ALTER TABLE finding ADD COLUMN previous_on TEXT;
        \(deriveMentions(where: "true"));
        UPDATE finding SET previous_on =
          (SELECT max(p.resolved_on) FROM finding p
           WHERE p.account_id = finding.account_id AND p.kind = finding.kind AND p.rep_id = finding.rep_id
             AND p.id < finding.id AND p.milestone_id IS finding.milestone_id AND p.topic IS finding.topic);
        \(openFindingAccountIndex);
        \(agendaItemIndex);
        """
}
