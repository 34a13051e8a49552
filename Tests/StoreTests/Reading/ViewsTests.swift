import SQLite
import Testing

@testable import Store

@Suite("Views for other tools")
struct ViewsTests {
    @Test(
        "a view keeps its name and columns, and has a row for what is there",
        arguments: [
            (
                "account_overview",
                "id external_id name rep rep_email team rank status industry selected_on last_touch_utc next_step "
                    + "next_step_on milestones_done milestones_open", 3
            ),
            (
                "activity_log",
                "id occurred_utc person person_email account kind direction stakeholder role milestone note attendees",
                3
            ),
            (
                "participation",
                "stakeholder_id activity_id account_id person_id kind touch direction occurred_at", 1
            ),
            (
                "open_finding",
                "id kind rep rep_email account milestone activity days planned due done threads opened_on mentions", 0
            ),
            ("message_log", "id kind on_date to_person to_team channel state attempts ended_utc reason text", 0),
        ])
    func columns(_ view: String, columns: String, rows: Int) throws {
        let store = try Sample.store(Sample.activities)
        #expect(try store.database.answer("SELECT name FROM pragma_table_info('\(view)')") == columns)
        #expect(try store.database.answer("SELECT count(*) FROM \(view)") == "\(rows)")
    }

    @Test("the overview tells the last touch in UTC and the milestones by state")
    func overview() throws {
        let store = try Sample.store(
            Sample.activities + "UPDATE milestone SET done_on = '2026-03-02' WHERE id = 1;")
        #expect(
            try store.database.answer(
                "SELECT last_touch_utc || '|' || milestones_done || '|' || milestones_open FROM account_overview WHERE id = 1"
            )
                == "1970-01-01 00:33:20|1|0")
    }
}
