import CivilTime
import Coaching
import Import

/// The sample team of the demo: a leader, four reps in two time zones, their accounts, and four weeks of work before the week begins.
struct DemoTeam {
    /// The Monday of the demo's week.
    static let monday = CivilDate(dayNumber: 20780)

    static let reps = ["ana@example.com", "ben@example.com", "chidi@example.com", "dana@example.com"]

    /// All as it would stand in files, so that the demo walks the way of an import.
    var sources: [ImportSource] {
        [
            ImportSource(.teams, text: Self.teams), ImportSource(.people, text: Self.people),
            ImportSource(.away, text: Self.away), ImportSource(.holidays, text: Self.holidays),
            ImportSource(.plan, text: Self.plan),
            ImportSource(.accounts, text: Self.accounts + healthy.accounts),
            ImportSource(.stakeholders, text: Self.stakeholders + healthy.stakeholders),
            ImportSource(.milestones, text: Self.milestones + healthy.milestones),
            ImportSource(.holds, text: Self.holds),
            ImportSource(.activities, text: Self.activities + healthy.activities),
        ]
    }

    private static let teams = """
        name,timezone,leader
        Team North,Europe/London,mara@example.com

        """

    private static let people = """
        email,name,role,team,timezone,workdays,hours
        mara@example.com,Mara Holt,leader,Team North,Europe/London,mon-fri,08:30-17:30
        ana@example.com,Ana Reis,rep,Team North,Europe/London,mon-fri,09:00-17:30
        ben@example.com,Ben Okafor,rep,Team North,Europe/London,mon-fri,09:00-17:30
        chidi@example.com,Chidi Eze,rep,Team North,Europe/London,mon-fri,08:30-17:00
        dana@example.com,Dana Fox,rep,Team North,America/New_York,mon-fri,09:00-17:30

        """

    private static let away = """
        person,from,to,reason
        chidi@example.com,2026-11-25,2026-11-26,leave

        """

    private static let holidays = """
        date,name,person
        2026-11-26,Thanksgiving,dana@example.com

        """

    private static let plan = """
        rep,kind,count
        ana@example.com,touch,6
        ana@example.com,research,1
        ben@example.com,touch,6
        chidi@example.com,touch,5
        chidi@example.com,research,1
        dana@example.com,touch,5

        """

    private static let accounts = """
        external_id,rep,name,rank,industry,selected_on,next_step,next_step_on,insight
        globex,ana@example.com,Globex,1,shipping,2026-09-01,send the audit note,2026-11-23,their Rotterdam terminal has an audit in January
        acme,ana@example.com,Acme Logistics,2,logistics,2026-09-01,,,every late truck is refunded
        umbra,ana@example.com,Umbra,3,insurance,2026-09-01,send the model,2026-11-23,
        initech,ana@example.com,Initech,4,software,2026-09-01,,,two help desks answer the same calls
        stark,ben@example.com,Stark,1,energy,2026-09-01,proposal workshop,2026-11-26,
        duff,ben@example.com,Duff,2,beverages,2026-09-01,tasting of the pilot data,2026-12-01,
        vandelay,ben@example.com,Vandelay,3,imports,2026-09-01,,,
        tyrell,dana@example.com,Tyrell,1,energy,2026-09-01,,,two plants share one control room
        massive,dana@example.com,Massive,2,media,2026-09-01,,,
        wonka,chidi@example.com,Wonka,1,food,2026-09-01,,,the harvest decides their year
        hooli,chidi@example.com,Hooli,2,software,2026-09-01,second demo,2026-11-27,

        """

    private static let stakeholders = """
        external_id,account,name,role
        globex-1,globex,Petra Lind,champion
        globex-2,globex,Tom Ades,user
        globex-3,globex,Nora Quist,economic buyer
        acme-1,acme,Jonas Berg,user
        umbra-1,umbra,Ines Roth,economic buyer
        umbra-2,umbra,Karl Voss,evaluator
        initech-1,initech,Bill Lum,user
        initech-2,initech,Rita Cole,champion
        stark-1,stark,Pia Holm,champion
        stark-2,stark,Omar Said,economic buyer
        duff-1,duff,Lena Marsh,economic buyer
        duff-2,duff,Gus Pohl,user
        duff-3,duff,Ida Wren,champion
        vandelay-1,vandelay,Art Benes,user
        tyrell-1,tyrell,Eldon Grey,evaluator
        massive-1,massive,Quin Bell,influencer
        wonka-1,wonka,Marta Sol,champion
        wonka-2,wonka,Joe Bucket,economic buyer
        hooli-1,hooli,Sam Park,evaluator

        """

    private static let milestones = """
        external_id,account,title,due_on,done_on
        globex-m1,globex,Need confirmed,2026-10-15,2026-10-14
        globex-m2,globex,CFO met,2026-12-04,
        acme-m1,acme,First meeting,2026-10-02,2026-10-02
        acme-m2,acme,CFO met,2026-11-26,
        umbra-m1,umbra,Need confirmed,2026-12-02,
        initech-m1,initech,First meeting,2026-12-08,
        stark-m1,stark,Need confirmed,2026-10-20,2026-10-20
        stark-m2,stark,Proposal sent,2026-11-27,
        duff-m1,duff,Demo held,2026-10-28,2026-10-28
        duff-m2,duff,Decision,2026-12-15,
        vandelay-m1,vandelay,Proposal sent,2026-11-19,
        tyrell-m1,tyrell,Demo held,2026-11-30,
        massive-m1,massive,First meeting,2026-12-10,
        wonka-m1,wonka,Proposal sent,2026-12-03,
        hooli-m1,hooli,Demo held,2026-11-20,2026-11-20
        hooli-m2,hooli,Decision,2026-12-18,

        """

    private static let holds = """
        account,from,until,reason
        initech,2026-11-09,2026-11-23,their new CIO starts on Tue 24 Nov

        """

    private static let activities = """
        external_id,rep,account,kind,occurred_at,direction,stakeholder,milestone,note
        k1,ana@example.com,globex,call,2026-11-09T10:20:00Z,two-way,globex-1,globex-m2,
        k12,ana@example.com,globex,email,2026-11-03T15:00:00Z,two-way,globex-2,,
        k13,ana@example.com,globex,meeting,2026-10-29T10:00:00Z,two-way,globex-3,,
        k2,ana@example.com,acme,call,2026-11-05T14:00:00Z,two-way,acme-1,,
        k3,ana@example.com,umbra,email,2026-11-20T09:30:00Z,out,umbra-1,,
        k4,ana@example.com,initech,meeting,2026-11-04T11:00:00Z,two-way,initech-2,,
        k5,ben@example.com,stark,meeting,2026-11-20T13:00:00Z,two-way,stark-1,stark-m2,
        k6,ben@example.com,duff,call,2026-11-19T15:10:00Z,two-way,duff-1,duff-m2,
        k7,ben@example.com,vandelay,email,2026-11-18T10:00:00Z,out,vandelay-1,,
        k8,dana@example.com,tyrell,demo,2026-11-06T16:30:00Z,two-way,tyrell-1,,
        k9,dana@example.com,massive,email,2026-11-13T15:00:00Z,out,massive-1,,
        k10,chidi@example.com,wonka,visit,2026-11-19T12:00:00Z,two-way,wonka-1,,
        k11,chidi@example.com,hooli,demo,2026-11-20T10:00:00Z,two-way,hooli-1,hooli-m1,

        """

    private var healthy: HealthyAccounts { HealthyAccounts(before: Self.monday) }
}
