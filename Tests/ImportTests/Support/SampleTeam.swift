import Import

/// A small team as files: one of each kind.
enum SampleTeam {
    static let teams = "name,timezone,leader\nTeam North,Europe/London,mara@example.com\n"
    static let people = """
        email,name,role,team,timezone,workdays,hours
        mara@example.com,Mara Holt,leader,Team North,Europe/London,mon-fri,08:30-17:30
        ana@example.com,Ana Reis,rep,Team North,,,
        ben@example.com,Ben Okafor,,Team North,Europe/Berlin,sun-thu,09:00-17:00

        """
    static let holidays =
        "date,name,team,person\n2026-12-25,Christmas,,\n2026-11-30,St Andrew,Team North,\n2026-11-26,Thanksgiving,,ben@example.com\n"
    static let away = "person,from,to,reason\nana@example.com,2026-12-01,2026-12-04,leave\n"
    static let plan = "rep,kind,count\nana@example.com,touch,6\nana@example.com,research,1\n"
    static let accounts = """
        external_id,rep,name,rank,industry,selected_on,status,stall_after,next_step,next_step_on,own_message,fit_note,insight
        acme,ana@example.com,Acme Logistics,1,logistics,2026-09-01,active,8,send the model,2026-12-01,"Late trucks, refunded",fits,"a ""real"" one"
        globex,ben@example.com,Globex,1,,2026-09-02,,,,,,,

        """
    static let stakeholders =
        "external_id,account,name,role,email\ns1,acme,Jonas Berg,user,jonas@acme.example\ns2,globex,Petra Lind,champion,\ns3,acme,Omar Haddad,evaluator,\n"
    static let milestones =
        "external_id,account,title,due_on,done_on,skipped_on,skip_reason\nm1,acme,CFO met,2026-12-04,,,\nm2,globex,Demo held,,,2026-11-01,not wanted\n"
    static let holds = "account,from,until,reason\nglobex,2026-11-20,2026-12-20,champion on leave\n"
    static let activities = """
        external_id,rep,account,kind,occurred_at,direction,stakeholder,milestone,note
        t1,ana@example.com,acme,call,2026-11-10T10:00:00Z,two-way,s1,m1,"first line
        second line"
        t2,ben@example.com,globex,email,2026-11-11T09:00:00+01:00,out,,,
        t3,ana@example.com,,research,2026-11-12T10:00:00Z,,,,

        """

    static let attendees = "activity,stakeholder\nt1,s3\n"
    static let research =
        "account,topic,answer,known_on\nacme,pain,late trucks,2026-11-01\nglobex,goals,two new sites,\n"
    static let commitments = """
        external_id,rep,account,text,due_on,made_at,kept_at,dropped_at
        c1,ana@example.com,acme,call Jonas,2026-11-24,2026-11-23T09:00:00Z,2026-11-24T10:00:00Z,
        c2,ben@example.com,,tidy the list,2026-11-25,,,

        """
    static let asks = """
        external_id,rep,account,text,asked_at,answered_at,answered_by,answer
        q1,ana@example.com,acme,who knows a CFO?,2026-11-20T09:00:00Z,2026-11-21T09:00:00Z,ben@example.com,I do

        """
    static let promises = """
        leader,rep,account,text,due_on,made_at,kept_at
        mara@example.com,ana@example.com,acme,a word with the director,2026-11-27,2026-11-20T09:00:00Z,

        """

    static let files: [(ImportedFile, String)] = [
        (.teams, teams), (.people, people), (.holidays, holidays), (.away, away), (.plan, plan), (.accounts, accounts),
        (.stakeholders, stakeholders), (.milestones, milestones), (.holds, holds), (.research, research),
        (.activities, activities), (.attendees, attendees),
        (.commitments, commitments), (.asks, asks), (.promises, promises),
    ]

    /// All but one kind, and without activities nobody took part in them.
    static func files(without kind: ImportedFile) -> [(ImportedFile, String)] {
        files.filter { $0.0 != kind && (kind != .activities || $0.0 != .attendees) }
    }
}
