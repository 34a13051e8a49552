import Foundation

/// A small team in a sandbox: a stalled account, a quiet one, one that moves, and an hour at which to look at them.
enum Company {
    /// A Tuesday, 16:00 in London.
    static let at = "2024-11-26T16:00:00Z"
    static let morning = "2024-11-26T08:40:00Z"

    static let files: [String: String] = [
        "teams": "name,timezone,leader\nTeam North,Europe/London,mara@example.com\n",
        "people": """
        email,name,role,team,timezone,workdays,hours
        mara@example.com,Mara Holt,leader,Team North,,mon-fri,08:30-17:30
        ana@example.com,Ana Reis,rep,Team North,,mon-fri,09:00-17:30
        ben@example.com,Ben Okafor,rep,Team North,America/New_York,mon-fri,09:00-17:30

        """,
        "plan": "rep,kind,count\nana@example.com,touch,6\nana@example.com,research,1\n",
        "accounts": """
        external_id,rep,name,rank,selected_on,next_step,next_step_on
        acme,ana@example.com,Acme Logistics,1,2024-09-03,,
        globex,ana@example.com,Globex,2,2024-09-03,send the audit note,2024-11-29
        umbra,ana@example.com,Umbra,3,2024-09-03,,
        stark,ben@example.com,Stark,1,2024-09-03,,
        twin1,ana@example.com,Twin,4,2024-11-22,call,2024-12-03
        twin2,ben@example.com,Twin,2,2024-11-22,call,2024-12-03

        """,
        "stakeholders": """
        external_id,account,name,role
        s1,acme,Jonas Berg,user
        s2,acme,Joan Miller,champion
        s3,globex,Petra Lind,economic buyer

        """,
        "milestones": """
        external_id,account,title,due_on,done_on
        m1,acme,CFO met,2024-11-28,
        m2,acme,CFO convinced,2024-12-22,
        m3,globex,Demo held,2024-12-12,

        """,
        "activities": """
        external_id,rep,account,kind,occurred_at,direction,stakeholder,milestone
        t1,ana@example.com,acme,call,2024-11-08T10:00:00Z,two-way,s1,
        t2,ana@example.com,globex,email,2024-11-25T10:00:00Z,two-way,s3,m3
        t3,ana@example.com,umbra,call,2024-11-15T10:00:00Z,out,,
        t4,ben@example.com,stark,call,2024-11-25T15:00:00Z,out,,

        """,
    ]

    /// Fills `csv/` and imports it into `coachd.db`, which `coachd.toml` names.
    static func settled(in sandbox: Sandbox) throws {
        try sandbox.write("coachd.toml", "store = \"coachd.db\"\n")
        for (name, text) in files { try sandbox.write("csv/\(name).csv", text) }
        let ended = try sandbox.run("import", "csv")
        guard ended.code == 0 else { throw Surprise(text: ended.all) }
    }

    static func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try settled(in: sandbox)
        return sandbox
    }

    struct Surprise: Error, CustomStringConvertible {
        var text: String
        var description: String { text }
    }
}

/// The objects of JSON Lines; nil when a line is no object.
func jsonLines(_ text: String) -> [[String: Any]]? {
    var objects: [[String: Any]] = []
    for line in text.split(separator: "\n") {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
            return nil
        }
        objects.append(object)
    }
    return objects
}
