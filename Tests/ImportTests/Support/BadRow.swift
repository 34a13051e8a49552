import Import
import Testing

/// A row that is not right, under a header and between two rows that are.
struct BadRow: CustomTestStringConvertible, Sendable {
    var file: ImportedFile
    var header: String
    var row: String
    /// A right row; `#` becomes a number.
    var good: String
    var place: String
    var message: String
    var hint: String?

    var testDescription: String { "\(file.rawValue): \(row)" }

    static func account(_ header: String, _ row: String, _ column: Int, _ message: String, hint: String? = nil)
        -> BadRow
    {
        let empty = String(repeating: ",", count: header.isEmpty ? 0 : header.split(separator: ",").count)
        return BadRow(
            file: .accounts, header: "external_id,rep,name" + (header.isEmpty ? "" : ",\(header)"), row: row,
            good: "good#,ana@example.com,Good #\(empty)", place: "accounts.csv:3:\(column)", message: message,
            hint: hint)
    }

    static func activity(_ row: String, _ column: Int, _ message: String, hint: String? = nil) -> BadRow {
        BadRow(
            file: .activities, header: "external_id,rep,account,kind,occurred_at,direction,stakeholder,milestone",
            row: row,
            good: "good#,ana@example.com,acme,call,2026-11-24T10:00:00Z,out,s1,m1", place: "activities.csv:3:\(column)",
            message: message, hint: hint)
    }

    static func person(_ row: String, _ column: Int, _ message: String, hint: String? = nil) -> BadRow {
        BadRow(
            file: .people, header: "email,name,role,team,timezone,workdays,hours", row: row,
            good: "good#@example.com,Good,rep,,,,",
            place: "people.csv:3:\(column)", message: message, hint: hint)
    }

    static func row(
        _ file: ImportedFile, _ header: String, _ row: String, good: String, _ column: Int, _ message: String,
        hint: String? = nil
    ) -> BadRow {
        BadRow(
            file: file, header: header, row: row, good: good, place: "\(file.rawValue).csv:3:\(column)",
            message: message, hint: hint)
    }
}

extension BadRow {
    private static let stakeholder = "external_id,account,name,role"
    private static let goodStakeholder = "good#,acme,Good,user"
    private static let milestone = "external_id,account,title,due_on,done_on,skipped_on,skip_reason"
    private static let goodMilestone = "good#,acme,Good #,,,,"
    private static let hold = "account,from,until,reason"
    private static let goodHold = "acme,2027-0#-01,2027-0#-02,rest"

    static let all: [BadRow] = [
        .account("", "a1,ana@example.com", 1, "the row has 2 fields, the header has 3"),
        .account(
            "", "a1,ana@example.com,Night, Day", 1, "the row has 4 fields, the header has 3",
            hint: "a comma in a text needs quotes around the text"),
        .account("", ",ana@example.com,Acme", 1, "external_id is empty"), .account("", "a1,,Acme", 4, "rep is empty"),
        .account("", "a1,ana@example.com,  ", 20, "name is empty"),
        .account(
            "", "a1,anna@example.com,Acme", 4, "there is no person \"anna@example.com\"",
            hint: "did you mean ana@example.com?"),
        .account("selected_on", "a1,ana@example.com,Acme,2026-02-30", 25, "February 2026 has the days 1 to 28"),
        .account("next_step_on", "a1,ana@example.com,Acme,30.11.2026", 25, "expected YYYY-MM-DD"),
        .account(
            "status", "a1,ana@example.com,Acme,activ", 25, "is not one of active, won, lost, dropped",
            hint: "did you mean \"active\"?"),
        .account("rank", "a1,ana@example.com,Acme,first", 25, "\"first\" is not a whole number"),
        .account("rank", "a1,ana@example.com,Acme,0", 25, "is not a whole number"),
        .account("stall_after", "a1,ana@example.com,Acme,1.5", 25, "is not a whole number"),
        .account("", "a1,ana@example.com,Ac\0me", 22, "a NUL byte"),
        .account("", "a1,ana@example.com,Ac\"me\"", 22, "a quote inside a field"),
        .account("", "a1,ana@example.com,\"Acme\" Ltd", 26, "text after the closing quote"),
        .person("ana.example.com,Ana,,,,,", 1, "is not an e-mail address"),
        .person("a b@example.com,Ana,,,,,", 1, "is not an e-mail address"),
        .person("new@example.com,,,,,,", 17, "name is empty"),
        .person(
            "new@example.com,New,repp,,,,", 21, "\"repp\" is not one of rep, leader, observer",
            hint: "did you mean \"rep\"?"),
        .person(
            "new@example.com,New,rep,Team Nort,,,", 25, "there is no team \"Team Nort\"",
            hint: "did you mean \"Team North\"?"),
        .person(
            "new@example.com,New,rep,,,mon;tue,", 27, "is not a", hint: "as in mon-fri or mon tue thu"),
        .person("new@example.com,New,rep,,Europe/Lodon,,", 26, "did you mean Europe/London?"),
        .person("new@example.com,New,rep,,,mon-fry,", 27, "did you mean fri?"),
        .person("new@example.com,New,rep,,,,9-17", 28, "is not a time of day"),
        .person("new@example.com,New,rep,,,,22:00-06:00", 28, "hours over midnight are not supported"),
        .row(
            .plan, "rep,kind,count", "ana@example.com,cal,3", good: "good#@example.com,call,1", 17,
            "is not one of touch", hint: "did you mean \"call\"?"),
        .row(
            .plan, "rep,kind,count", "ana@example.com,call,-1", good: "good#@example.com,call,1", 22,
            "is not a whole number"),
        .row(.plan, "rep,kind,count", "ana@example.com,call,", good: "good#@example.com,call,1", 22, "count is empty"),
        .row(.plan, "rep,kind,count", "ana@example.com,,3", good: "good#@example.com,call,1", 17, "kind is empty"),
        .row(
            .away, "person,from,to", "ana@example.com,2026-12-24,2026-12-23",
            good: "mara@example.com,2027-0#-01,2027-0#-02", 28, "lies before the first day away"),
        .row(
            .away, "person,from,to", "ana@example.com,2026-12-24,", good: "mara@example.com,2027-0#-01,2027-0#-02", 28,
            "to is empty"),
        .row(
            .holidays, "date,name,team", "2026-11-31,x,", good: "2027-0#-01,y,", 1, "November 2026 has the days 1 to 30"
        ),
        .row(
            .holidays, "date,name,team", "2026-12-01,x,Team Nroth", good: "2027-0#-01,y,", 14, "there is no team",
            hint: "did you mean \"Team North\"?"),
        .row(
            .teams, "name,timezone,leader", "Team South,Europe/Lodon,", good: "Good #,,", 12,
            "did you mean Europe/London?"),
        .row(
            .stakeholders, stakeholder, "x1,nowhere,Jonas,user", good: goodStakeholder, 4,
            "there is no account with the external id \"nowhere\""),
        .row(
            .stakeholders, stakeholder, "x1,acme,Jonas,economic-buyer", good: goodStakeholder, 15,
            "is not one of economic buyer", hint: "did you mean \"economic buyer\"?"),
        .row(
            .stakeholders, stakeholder, "s1,globex,Jonas,user", good: goodStakeholder, 4,
            "this stakeholder belongs to another account already"),
        .row(
            .milestones, milestone, "m1,globex,CFO met,,,,", good: goodMilestone, 4,
            "this milestone belongs to another account already"),
        .row(
            .milestones, milestone, "x1,acme,CFO met,,,2026-11-01,", good: goodMilestone, 19,
            "a milestone is skipped with a reason"),
        .row(.milestones, milestone, "x1,acme,,,,,", good: goodMilestone, 9, "title is empty"),
        .row(.holds, hold, "acme,2026-11-20,2026-11-30,", good: goodHold, 28, "reason is empty"),
        .row(.holds, hold, "acme,2026-11-20,2026-11-30,  ", good: goodHold, 28, "reason is empty"),
        .row(.holds, hold, "acme,2026-11-20,,rest", good: goodHold, 17, "until is empty"),
        .row(
            .holds, hold, "acme,2026-11-20,2026-11-19,rest", good: goodHold, 17, "lies before the first day of the hold"
        ),
        .activity(
            "x1,ana@example.com,acme,cal,2026-11-24T10:00:00Z,out,,", 25, "is not one of call",
            hint: "did you mean \"call\"?"),
        .activity("x1,ana@example.com,acme,call,2026-11-24,out,,", 30, "is not"),
        .activity("x1,ana@example.com,acme,call,2026-11-24T10:00:00,out,,", 30, "offset"),
        .activity("x1,ana@example.com,acme,call,2026-02-30T10:00:00Z,out,,", 30, "February 2026"),
        .activity("x1,ana@example.com,acme,call,,out,,", 30, "occurred_at is empty"),
        .activity(
            "x1,ana@example.com,acme,call,2026-11-24T10:00:00Z,twoway,,", 51, "is not one of out, two-way",
            hint: "did you mean \"two-way\"?"),
        .activity(
            "x1,ana@example.com,acme,call,2026-11-24T10:00:00Z,out,s2,", 55,
            "the stakeholder \"s2\" belongs to another account"),
        .activity(
            "x1,ana@example.com,acme,call,2026-11-24T10:00:00Z,out,,m2", 56,
            "the milestone \"m2\" belongs to another account"),
        .activity(
            "x1,ana@example.com,acme,call,2026-11-24T10:00:00Z,out,s9,", 55,
            "there is no stakeholder with the external id \"s9\""),
        .activity(
            "x1,ana@example.com,nowhere,call,2026-11-24T10:00:00Z,out,,", 20,
            "there is no account with the external id \"nowhere\""),
        .activity("x1,who@example.com,acme,call,2026-11-24T10:00:00Z,out,,", 4, "there is no person"),
    ]
}
