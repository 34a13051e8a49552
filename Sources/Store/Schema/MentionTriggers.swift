extension Schema {
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
}
