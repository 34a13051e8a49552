import SQLite
import Testing

/// What a program that knows nothing of coachd does to `Sample`, and what is to be found afterwards.
struct WriterCase: CustomTestStringConvertible {
    let title: String
    /// Each stands alone; one that is refused does not stop the others.
    let statements: [String]
    let question: String
    let answer: String

    var testDescription: String { title }

    init(_ title: String, _ statements: String..., ask question: String, expect answer: String) {
        self.title = title
        self.statements = statements
        self.question = question
        self.answer = answer
    }

    func check(_ database: Database) throws {
        #expect(try database.answer(question) == answer)
        #expect(try StoreInvariants.complaints(in: database) == [])
        #expect(try StoreInvariants.structure(of: database) == "ok")
    }

    static let all = derived + replacing + removing + refusing + attending
}

// MARK: Derived columns

extension WriterCase {
    private static let derivedColumns = """
        SELECT ifnull(last_touch_at, '-') || '|' || (SELECT ifnull(last_two_way_at, '-') FROM stakeholder WHERE account_id = a.id)
          || '|' || (SELECT ifnull(first_activity_at, '-') FROM milestone WHERE account_id = a.id)
        FROM account a WHERE id IN (1, 3) ORDER BY id
        """

    private static let derived = [
        WriterCase("nothing more is written", ask: derivedColumns, expect: "2000|2000|2000 -|-|-"),
        WriterCase(
            "a back-dated call counts for its day",
            "INSERT INTO activity(person_id, account_id, kind, occurred_at, direction, stakeholder_id, milestone_id) "
                + "VALUES (2, 1, 'call', 500, 'two-way', 1, 1)",
            ask: derivedColumns, expect: "2000|2000|500 -|-|-"),
        WriterCase(
            "a visit of next year is the last touch",
            "INSERT INTO activity(person_id, account_id, kind, occurred_at) VALUES (1, 1, 'visit', 4000000000)",
            ask: derivedColumns, expect: "4000000000|2000|2000 -|-|-"),
        WriterCase(
            "research serves the milestone and is no touch",
            "INSERT INTO activity(person_id, account_id, kind, occurred_at, direction, stakeholder_id, milestone_id) "
                + "VALUES (1, 3, 'research', 5000, 'two-way', 3, 3)",
            ask: derivedColumns, expect: "2000|2000|2000 -|-|5000"),
        WriterCase(
            "the last touch is deleted", "DELETE FROM activity WHERE id = 2", ask: derivedColumns,
            expect: "1000|-|- -|-|-"),
        WriterCase("all activity is deleted", "DELETE FROM activity", ask: derivedColumns, expect: "-|-|- -|-|-"),
        WriterCase(
            "the meeting was research after all", "UPDATE activity SET kind = 'research' WHERE id = 2",
            ask: derivedColumns, expect: "1000|-|2000 -|-|-"),
        WriterCase(
            "the meeting was an e-mail that nobody answered",
            "UPDATE activity SET kind = 'email', direction = 'out' WHERE id = 2",
            ask: derivedColumns, expect: "2000|-|2000 -|-|-"),
        WriterCase(
            "the meeting took place earlier", "UPDATE activity SET occurred_at = 100 WHERE id = 2",
            ask: derivedColumns, expect: "1000|100|100 -|-|-"),
        WriterCase(
            "the meeting was with another account",
            "UPDATE activity SET account_id = 3, stakeholder_id = 3, milestone_id = 3 WHERE id = 2",
            ask: derivedColumns, expect: "1000|-|- 2000|2000|2000"),
        WriterCase(
            "an upsert by the external id moves the meeting",
            "INSERT INTO activity(source, external_id, person_id, account_id, kind, occurred_at) VALUES ('crm', 'v2', 1, 3, "
                + "'call', 900) ON CONFLICT (external_id, source) WHERE external_id IS NOT NULL DO UPDATE SET "
                + "account_id = excluded.account_id, stakeholder_id = NULL, milestone_id = NULL, occurred_at = 900",
            ask: derivedColumns, expect: "1000|-|- 900|-|-"),
        WriterCase(
            "an upsert names the key of activity as it names every other",
            "INSERT INTO activity(source, external_id, person_id, account_id, kind, occurred_at) VALUES ('crm', 'v2', 1, 1, "
                + "'call', 900) ON CONFLICT (external_id, source) DO UPDATE SET occurred_at = excluded.occurred_at",
            ask: derivedColumns, expect: "1000|900|900 -|-|-"),
        WriterCase(
            "activity arrives before its account, stakeholder and milestone",
            "INSERT INTO activity(person_id, account_id, kind, occurred_at, direction, stakeholder_id, milestone_id) "
                + "VALUES (1, 9, 'call', 700, 'two-way', 9, 9)",
            "INSERT INTO account(id, rep_id, name) VALUES (9, 1, 'Late')",
            "INSERT INTO stakeholder(id, account_id, name) VALUES (9, 9, 'Late')",
            "INSERT INTO milestone(id, account_id, title) VALUES (9, 9, 'Late')",
            ask: "SELECT last_touch_at || '|' || last_two_way_at || '|' || first_activity_at FROM account a "
                + "JOIN stakeholder s ON s.account_id = a.id JOIN milestone m ON m.account_id = a.id WHERE a.id = 9",
            expect: "700|700|700"),
        WriterCase(
            "a writer fills in the derived columns of a new account",
            "INSERT INTO account(id, rep_id, name, last_touch_at) VALUES (9, 1, 'New', 12345)",
            ask: "SELECT last_touch_at FROM account WHERE id = 9", expect: "-"),
        WriterCase(
            "a writer sets the derived columns by hand",
            "UPDATE account SET last_touch_at = 9999", "UPDATE stakeholder SET last_two_way_at = 9999",
            "UPDATE milestone SET first_activity_at = 9999", ask: derivedColumns, expect: "2000|2000|2000 -|-|-"),
    ]
}

// MARK: Attendees

extension WriterCase {
    private static let omar = "INSERT INTO stakeholder(id, account_id, name) VALUES (7, 1, 'Omar')"
    private static let omarCame = "INSERT INTO attendee(activity_id, stakeholder_id) VALUES (2, 7)"
    private static let lastOfOmar = "SELECT last_two_way_at FROM stakeholder WHERE id = 7"

    private static let attending = [
        WriterCase(
            "who else was at the meeting is in touch as its stakeholder is", omar, omarCame, ask: lastOfOmar,
            expect: "2000"),
        WriterCase(
            "he was not there after all", omar, omarCame, "DELETE FROM attendee", ask: lastOfOmar, expect: "-"),
        WriterCase(
            "the meeting took place earlier", omar, omarCame, "UPDATE activity SET occurred_at = 100 WHERE id = 2",
            ask: lastOfOmar, expect: "100"),
        WriterCase(
            "the meeting is deleted", omar, omarCame, "DELETE FROM activity WHERE id = 2",
            ask: "SELECT (\(lastOfOmar)) IS NULL AND NOT EXISTS (SELECT 1 FROM attendee)", expect: "1"),
        WriterCase(
            "the meeting was with another account", omar, omarCame,
            "UPDATE activity SET account_id = 3, stakeholder_id = 3, milestone_id = 3 WHERE id = 2",
            ask: "SELECT count(*) FROM attendee", expect: "0"),
        WriterCase(
            "he works for another account now", omar, omarCame, "UPDATE stakeholder SET account_id = 3 WHERE id = 7",
            ask: "SELECT count(*) FROM attendee", expect: "0"),
        WriterCase(
            "nobody of another account attends", "INSERT INTO attendee(activity_id, stakeholder_id) VALUES (2, 3)",
            ask: "SELECT count(*) FROM attendee", expect: "0"),
        WriterCase(
            "an activity is replaced by its external id, and who was there stays", omar, omarCame,
            "REPLACE INTO activity(source, external_id, person_id, account_id, kind, occurred_at, direction) "
                + "VALUES ('crm', 'v2', 1, 1, 'demo', 800, 'two-way')",
            ask: lastOfOmar, expect: "800"),
        WriterCase(
            "an account is replaced by its external id, and its activities keep whom they name", omar, omarCame,
            "INSERT OR REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme AG')",
            ask: "SELECT group_concat(s.name || ' ' || s.last_two_way_at) FROM participation p "
                + "JOIN stakeholder s ON s.id = p.stakeholder_id",
            expect: "Jonas 2000,Omar 2000"),
    ]
}

// MARK: Replacing

extension WriterCase {
    private static let acme = """
        SELECT a.name || '|' || ifnull(a.last_touch_at, '-') || '|' || (SELECT count(*) FROM activity WHERE account_id = a.id) || '|'
          || (SELECT count(*) FROM stakeholder WHERE account_id = a.id) || '|'
          || (SELECT count(*) FROM milestone WHERE account_id = a.id)
        FROM account a WHERE external_id = 'a1'
        """

    private static let replacing = [
        WriterCase(
            "an account is replaced by its external id, and all that was its own follows",
            "INSERT OR REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme AG')",
            ask: acme, expect: "Acme AG|2000|3|1|1"),
        WriterCase(
            "an account is replaced by its id",
            "REPLACE INTO account(id, source, external_id, rep_id, name) VALUES (1, 'crm', 'a1', 1, 'Acme AG')",
            ask: acme, expect: "Acme AG|2000|3|1|1"),
        WriterCase(
            "two accounts become one by a replacement that has the id of one and the external id of the other",
            "REPLACE INTO account(id, source, external_id, rep_id, name) VALUES (3, 'crm', 'a1', 1, 'Acme AG')",
            ask: acme, expect: "Acme AG|2000|3|2|2"),
        WriterCase(
            "a stakeholder is replaced by the external id",
            "REPLACE INTO stakeholder(source, external_id, account_id, name) VALUES ('crm', 's1', 1, 'Jonas Meyer')",
            ask:
                "SELECT s.name || '|' || s.last_two_way_at FROM activity v JOIN stakeholder s ON s.id = v.stakeholder_id",
            expect: "Jonas Meyer|2000"),
        WriterCase(
            "a milestone is replaced by the external id",
            "REPLACE INTO milestone(source, external_id, account_id, title) VALUES ('crm', 'm1', 1, 'Trial')",
            ask:
                "SELECT m.title || '|' || m.first_activity_at FROM activity v JOIN milestone m ON m.id = v.milestone_id",
            expect: "Trial|2000"),
        WriterCase(
            "a person is replaced by the e-mail address",
            "REPLACE INTO person(email, name) VALUES ('Ana@Example.com', 'Ana Maria')",
            ask: "SELECT p.name || '|' || count(*) FROM account a JOIN person p ON p.id = a.rep_id "
                + "JOIN activity v ON v.person_id = p.id AND v.account_id = a.id GROUP BY p.id",
            expect: "Ana Maria|3"),
        WriterCase(
            "a team is replaced by its name", "REPLACE INTO team(name, leader_id) VALUES ('North', 3)",
            ask: "SELECT count(*) FROM person p JOIN team t ON t.id = p.team_id WHERE t.name = 'North'", expect: "3"),
        WriterCase(
            "an activity is replaced by one of another account",
            "REPLACE INTO activity(source, external_id, person_id, account_id, kind, occurred_at) "
                + "VALUES ('crm', 'v2', 1, 3, 'call', 800)",
            ask: derivedColumns, expect: "1000|-|- 800|-|-"),
        WriterCase(
            "an update with OR REPLACE takes the key of another activity",
            "UPDATE OR REPLACE activity SET external_id = 'v2' WHERE id = 3",
            ask:
                "SELECT a.last_touch_at IS (SELECT max(occurred_at) FROM activity WHERE account_id = 1 AND touch) FROM account a "
                + "WHERE id = 1",
            expect: "1"),
        WriterCase(
            "an update with OR REPLACE takes the id of another activity",
            "UPDATE OR REPLACE activity SET id = 2 WHERE id = 3",
            ask:
                "SELECT a.last_touch_at IS (SELECT max(occurred_at) FROM activity WHERE account_id = 1 AND touch) FROM account a "
                + "WHERE id = 1",
            expect: "1"),
        WriterCase(
            "an update with OR REPLACE takes the key of another account",
            "UPDATE OR REPLACE account SET external_id = 'a1' WHERE id = 3",
            ask: "SELECT count(*) FROM activity v JOIN account a ON a.id = v.account_id", expect: "3"),
    ]
}

// MARK: Removing

extension WriterCase {
    private static let leftovers = """
        SELECT (SELECT count(*) FROM activity WHERE account_id = 1) + (SELECT count(*) FROM stakeholder WHERE account_id = 1)
          + (SELECT count(*) FROM milestone WHERE account_id = 1)
        """

    private static let removing = [
        WriterCase(
            "an account is deleted, and what was its own goes with it", "DELETE FROM account WHERE id = 1",
            ask: leftovers, expect: "0"),
        WriterCase(
            "a stakeholder is deleted, and the meeting stays", "DELETE FROM stakeholder WHERE id = 1",
            ask: "SELECT count(*) FROM activity WHERE stakeholder_id IS NULL", expect: "3"),
        WriterCase(
            "a milestone is deleted, and the meeting stays", "DELETE FROM milestone WHERE id = 1",
            ask: "SELECT count(*) FROM activity WHERE milestone_id IS NULL", expect: "3"),
        WriterCase(
            "an account is upserted, then deleted",
            "INSERT INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme AG') "
                + "ON CONFLICT (external_id, source) DO UPDATE SET name = excluded.name",
            "DELETE FROM account WHERE external_id = 'a1'", ask: leftovers, expect: "0"),
        WriterCase(
            "an account is offered again with OR IGNORE, then deleted",
            "INSERT OR IGNORE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme')",
            "DELETE FROM account WHERE external_id = 'a1'", ask: leftovers, expect: "0"),
        WriterCase(
            "a new account inherits nothing from a deleted one",
            "INSERT OR IGNORE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme')",
            "DELETE FROM account WHERE external_id = 'a1'",
            "INSERT INTO account(id, rep_id, name) VALUES (77, 1, 'Another company')",
            ask: "SELECT count(*) FROM activity WHERE account_id = 77", expect: "0"),
        WriterCase(
            "an account is upserted with OR REPLACE, then deleted",
            "INSERT OR REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme AG') "
                + "ON CONFLICT (external_id, source) DO UPDATE SET name = excluded.name",
            "DELETE FROM account WHERE external_id = 'a1'", ask: leftovers, expect: "0"),
        WriterCase(
            "an account is offered again with OR REPLACE and stays as it is, then it is deleted",
            "INSERT OR REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a1', 1, 'Acme AG') "
                + "ON CONFLICT (external_id, source) DO NOTHING",
            "DELETE FROM account WHERE external_id = 'a1'", ask: leftovers, expect: "0"),
        WriterCase(
            "an account is deleted of whose ask a leader was told",
            "INSERT INTO finding(id, kind, rep_id, account_id, person_id, opened_at, opened_on) "
                + "VALUES (1, 'ask-open', 3, 1, 1, 0, '2026-03-02')",
            "INSERT INTO message(id, kind, person_id, on_date, composed_at, text, body) "
                + "VALUES (1, 'morning', 3, '2026-03-02', 0, '', '{}')",
            "INSERT INTO message_item(message_id, position, finding_id, kind, state, on_date, to_rep) "
                + "VALUES (1, 0, 1, 'ask-open', 'new', '2026-03-02', 1)",
            "DELETE FROM account WHERE id = 1",
            ask:
                "SELECT kind || '|' || ifnull(finding_id, '-') || '|' || (SELECT count(*) FROM finding) FROM message_item",
            expect: "ask-open|-|0"),
        WriterCase(
            "a milestone is upserted, then deleted",
            "INSERT INTO milestone(source, external_id, account_id, title) VALUES ('crm', 'm1', 1, 'Trial') "
                + "ON CONFLICT (external_id, source) DO UPDATE SET title = excluded.title",
            "DELETE FROM milestone WHERE id = 1",
            ask: "SELECT count(*) FROM activity WHERE milestone_id IS NOT NULL", expect: "0"),
    ]
}

// MARK: What would break references

extension WriterCase {
    private static let refusing = [
        WriterCase(
            "the id of an account is changed", "UPDATE account SET id = 99 WHERE id = 1",
            ask: "SELECT count(*) FROM activity v JOIN account a ON a.id = v.account_id", expect: "3"),
        WriterCase(
            "the id of an account is changed by the name rowid", "UPDATE account SET rowid = 99 WHERE id = 1",
            ask: "SELECT count(*) FROM activity v JOIN account a ON a.id = v.account_id", expect: "3"),
        WriterCase(
            "a person with a list is deleted", "DELETE FROM person WHERE id = 1",
            ask: "SELECT count(*) FROM account a JOIN person p ON p.id = a.rep_id", expect: "3"),
        WriterCase(
            "a person with a list is upserted with OR REPLACE, then deleted",
            "INSERT OR REPLACE INTO person(email, name) VALUES ('ana@example.com', 'Ana Maria') "
                + "ON CONFLICT (email) DO UPDATE SET name = excluded.name",
            "DELETE FROM person WHERE id = 1",
            ask: "SELECT p.name || '|' || count(*) FROM account a JOIN person p ON p.id = a.rep_id WHERE p.id = 1",
            expect: "Ana Maria|2"),
        WriterCase(
            "a team with members is deleted", "DELETE FROM team WHERE id = 1",
            ask: "SELECT count(*) FROM person p JOIN team t ON t.id = p.team_id", expect: "3"),
        WriterCase(
            "a stakeholder moves to another company", "UPDATE stakeholder SET account_id = 3 WHERE id = 1",
            ask: "SELECT account_id FROM activity WHERE id = 2", expect: "1"),
        WriterCase(
            "a milestone moves to another account", "UPDATE milestone SET account_id = 3 WHERE id = 1",
            ask: "SELECT account_id FROM activity WHERE id = 2", expect: "1"),
    ]
}
