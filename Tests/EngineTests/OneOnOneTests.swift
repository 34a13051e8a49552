import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("What there is to praise when two sit down", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct OneOnOneTests {
    @Test("the freshest comes first, whatever it is, and the leader's own word is always among it")
    func freshest() throws {
        let world = try World("2026-03-02 00:00")
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader("Mara", of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        for rank in 1...5 { try world.account("Account \(rank)", of: ana, rank: rank) }
        try world.sql(
            """
            INSERT INTO milestone(account_id, title, done_on) SELECT id, 'First meeting', '2026-02-1' || rank FROM account;
            INSERT INTO highlight(rep_id, kind, on_date, leader_id, note) VALUES
              (\(ana), 'praise', '2026-02-10', \(mara), 'the list is well chosen');
            """)
        let call = try at("2026-02-27 10:00", in: "Europe/London")
        try world.store.log(
            LoggedActivity(
                personID: ana, accountID: 1, kind: .demo, direction: .twoWay, at: call, stakeholderID: 1))
        let roster = try world.engine.roster
        let (leader, rep) = (try #require(roster.members[mara]?.rep), try #require(roster.members[ana]?.rep))
        let sheet = try OneOnOnes(store: world.store, bank: .english).oneOnOne(
            of: leader, with: rep, for: mara, at: at("2026-03-02 12:00", in: "Europe/London"))
        #expect(
            sheet.praise.map(\.text) == [
                "Ana held a demo with Petra at Account 1, Fri 27 Feb", "\"First meeting\" at Account 5, Sun 15 Feb",
                "\"First meeting\" at Account 4, Sat 14 Feb", "Said on Tue 10 Feb: the list is well chosen",
            ])
    }
}
