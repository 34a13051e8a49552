import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

@Suite("Accounts as known at an instant")
struct AccountsTests {
    private static func at(_ seconds: Int64) -> Instant { Instant(secondsSinceEpoch: seconds) }

    @Test(
        "what is dated later than the instant does not count yet",
        arguments: [
            // (instant, last touch, last two-way, first activity)
            (500, nil, nil, nil), (999, nil, nil, nil), (1000, 1000, nil, nil), (1999, 1000, nil, nil),
            (2000, 2000, 2000, 2000), (9000, 2000, 2000, 2000),
        ] as [(Int64, Int64?, Int64?, Int64?)])
    func derived(_ now: Int64, touch: Int64?, twoWay: Int64?, activity: Int64?) throws {
        let store = try Sample.store(Sample.activities)
        let account = try #require(try store.accounts(.account(1), at: Self.at(now)).first)
        #expect(account.lastTouchAt?.secondsSinceEpoch == touch)
        #expect(account.stakeholders.first?.lastTwoWayAt?.secondsSinceEpoch == twoWay)
        #expect(account.milestones.first?.firstActivityAt?.secondsSinceEpoch == activity)
    }

    @Test("a rep's accounts come in the list's order, those without a rank last, and only the active ones")
    func order() throws {
        let store = try Sample.store(
            """
            INSERT INTO account(id, rep_id, name, rank, status) VALUES
              (10, 1, 'Zeta', NULL, 'active'), (11, 1, 'First', 1, 'active'), (12, 1, 'Won', 3, 'won'), (13, NULL, 'Free', 1, 'active');
            UPDATE account SET rank = 9 WHERE id = 1;
            """)
        #expect(try store.accounts(.rep(1), at: Self.at(1)).map(\.id) == [11, 3, 1, 10])
        #expect(try store.accounts(.account(12), at: Self.at(1)).isEmpty)
        #expect(try store.accounts(.account(13), at: Self.at(1)).isEmpty)
        #expect(try store.accounts(.rep(99), at: Self.at(1)).isEmpty)
    }

    @Test("who shares a first name at an account goes by the whole name, there and in its touches")
    func namesakes() throws {
        let store = try Sample.store(
            """
            DELETE FROM stakeholder WHERE account_id <> 1;
            INSERT INTO stakeholder(id, account_id, name) VALUES (91, 1, 'Ada Dietz'), (92, 1, 'Dr. ada Brandt'), (93, 1, 'Bo Abel');
            INSERT INTO activity(person_id, account_id, kind, stakeholder_id, occurred_at) VALUES (1, 1, 'call', 91, 3000);
            """)
        let people = try #require(try store.accounts(.account(1), at: Self.at(9000)).first).stakeholders
        #expect(people.filter { $0.id > 90 }.map(\.firstName) == ["Ada Dietz", "Dr. ada Brandt", "Bo"])
        #expect(try store.lastTouch(of: 1, at: Self.at(9000))?.stakeholder?.firstName == "Ada Dietz")
        #expect(try store.lastTouches(ofAccountsOf: 1, at: Self.at(9000))[1]?.stakeholder?.firstName == "Ada Dietz")
    }

    @Test("a touch names all who were there, whoever is its stakeholder")
    func attendees() throws {
        let store = try Sample.store(
            """
            INSERT INTO stakeholder(id, account_id, name, role) VALUES (91, 1, 'Ada Dietz', 'champion'), (92, 1, 'Bo Abel', NULL);
            INSERT INTO activity(id, person_id, account_id, kind, direction, stakeholder_id, occurred_at) VALUES
              (51, 1, 1, 'meeting', 'two-way', 91, 3000), (52, 1, 3, 'meeting', 'two-way', NULL, 3000);
            INSERT INTO stakeholder(id, account_id, name) VALUES (93, 3, 'Ada Lund');
            INSERT INTO attendee(activity_id, stakeholder_id) VALUES (51, 92), (51, 91), (52, 93);
            """)
        let touches = try store.lastTouches(ofAccountsOf: 1, at: Self.at(9000))
        #expect(touches[1]?.people.map(\.firstName) == ["Ada", "Bo"])
        #expect(touches[1]?.people.map(\.role) == [.champion, nil])
        #expect(touches[3]?.stakeholder?.name == "Ada Lund")
        #expect(
            try store.sheet(of: 1, at: Self.at(9000), activities: 1)?.activities.first?.attendees.contains("Bo Abel")
                == true)
        #expect(
            try store.accounts(.account(1), at: Self.at(9000)).first?.stakeholders.last?.lastTwoWayAt == Self.at(3000))
        #expect(try store.accounts(.account(1), at: Self.at(2999)).first?.stakeholders.last?.lastTwoWayAt == nil)
    }

    @Test("who has the first name of somebody of the team goes by the whole name as well, and nobody else's does so")
    func namesakesOfTheTeam() throws {
        let store = try Sample.store(
            """
            DELETE FROM stakeholder WHERE account_id <> 1;
            INSERT INTO team(id, name) VALUES (71, 'Namesakes');
            INSERT INTO person(id, email, name, role, team_id) VALUES
              (81, 'tom@x.com', 'Tom Hale', 'rep', 71), (82, 'lea@x.com', 'Lea Roth', 'leader', NULL), (83, 'kim@x.com', 'Kim Ode', 'rep', NULL);
            UPDATE team SET leader_id = 82 WHERE id = 71;
            UPDATE person SET team_id = 71 WHERE id = 1;
            INSERT INTO stakeholder(id, account_id, name) VALUES
              (91, 1, 'Tom Fischer'), (92, 1, 'lea Brandt'), (93, 1, 'Kim Lee');
            INSERT INTO activity(person_id, account_id, kind, stakeholder_id, occurred_at) VALUES (1, 1, 'call', 91, 3000);
            """)
        let people = try #require(try store.accounts(.account(1), at: Self.at(9000)).first).stakeholders
        #expect(people.filter { $0.id > 90 }.map(\.firstName) == ["Tom Fischer", "lea Brandt", "Kim"])
        #expect(try store.lastTouch(of: 1, at: Self.at(9000))?.stakeholder?.firstName == "Tom Fischer")
    }

    @Test("an account is read whole")
    func whole() throws {
        let store = try Sample.store(
            """
            UPDATE account SET industry = 'Steel', stall_after = 15, next_step = 'Offer', next_step_on = '2026-03-05',
              own_message = 'Less scrap', insight = 'New plant' WHERE id = 1;
            UPDATE milestone SET due_on = '2026-04-01', skipped_on = '2026-03-01', skip_reason = 'x' WHERE id = 1;
            INSERT INTO hold(account_id, from_on, until_on, reason) VALUES
              (1, '2026-03-02', '2026-03-09', 'freeze'), (1, '2026-06-01', '2026-06-02', 'fair');
            """)
        let account = try #require(try store.accounts(.rep(1), at: Self.at(5000)).first)
        let expected = Account(
            id: 1, externalID: "a1", repID: 1, name: "Acme", rank: 1, industry: "Steel",
            selectedOn: try CivilDate(iso: "2026-01-05"), stallAfter: 15, nextStep: "Offer",
            nextStepOn: try CivilDate(iso: "2026-03-05"), ownMessage: "Less scrap", insight: "New plant",
            milestones: [
                Milestone(
                    id: 1, externalID: "m1", title: "Pilot", dueOn: try CivilDate(iso: "2026-04-01"),
                    skippedOn: try CivilDate(iso: "2026-03-01"))
            ],
            stakeholders: [Stakeholder(id: 1, name: "Jonas", role: .user)],
            holds: [
                Hold(from: try CivilDate(iso: "2026-03-02"), until: try CivilDate(iso: "2026-03-09"), reason: "freeze"),
                Hold(from: try CivilDate(iso: "2026-06-01"), until: try CivilDate(iso: "2026-06-02"), reason: "fair"),
            ])
        #expect(account == expected)
    }

    @Test("the last touch says with whom and about what; of two at once, the one logged last")
    func lastTouch() throws {
        let store = try Sample.store(
            Sample.activities + """
                INSERT INTO activity(person_id, account_id, kind, occurred_at, note) VALUES (2, 1, 'email', 2000, 'price list');
                """)
        let jonas = Stakeholder(id: 1, name: "Jonas", role: .user)
        #expect(try store.lastTouch(of: 1, at: Self.at(999)) == nil)
        #expect(try store.lastTouch(of: 1, at: Self.at(1500)) == Touch(kind: .call, at: Self.at(1000), isTwoWay: false))
        #expect(
            try store.lastTouch(of: 1, at: Self.at(5000))
                == Touch(
                    kind: .email, at: Self.at(2000), note: "price list", isTwoWay: false))
        try store.database.execute("DELETE FROM activity WHERE note IS NOT NULL")
        #expect(
            try store.lastTouch(of: 1, at: Self.at(5000))
                == Touch(kind: .meeting, at: Self.at(2000), stakeholder: jonas))
    }

    @Test("done counts a rep's own activity of the span on the active accounts of his 50")
    func done() throws {
        let store = try Sample.store(
            """
            INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (3, '2026-01-01', '2026-12-31', 'held, and it counts');
            INSERT INTO account(id, rep_id, name, status, selected_on) VALUES
              (4, 1, 'Won', 'won', '2026-01-01'), (5, 1, 'Selected tomorrow', 'active', '2026-03-03');
            INSERT INTO activity(person_id, account_id, kind, occurred_at) VALUES
              (1, 1, 'call', 1000), (1, 1, 'call', 1999), (1, 3, 'call', 1500), (1, 1, 'research', 1500),
              (1, 1, 'call', 999), (1, 1, 'call', 2000), (1, 2, 'call', 1500), (2, 1, 'call', 1500), (1, NULL, 'call', 1500),
              (1, 4, 'call', 1500), (1, 5, 'call', 1500);
            """)
        func done(at now: Int64) throws -> [ActivityKind: Int] {
            try store.done(
                by: 1, from: Self.at(1000), before: Self.at(2000), at: Self.at(now),
                today: try CivilDate(iso: "2026-03-02"))
        }
        #expect(try done(at: 5000) == [.call: 3, .research: 1])
        #expect(try done(at: 1500) == [.call: 2, .research: 1])
        #expect(try done(at: 900) == [:])
    }

    @Test("people come with their days away and plan, holidays with whose they are")
    func people() throws {
        let store = try Sample.store(
            """
            UPDATE person SET time_zone = 'Europe/Berlin', workdays = 'mon,tue', hours = '09:00-17:00', left_on = '2026-09-30'
              WHERE id = 1;
            INSERT INTO away(person_id, from_on, until_on) VALUES (1, '2026-03-02', '2026-03-09');
            INSERT INTO plan(rep_id, kind, count) VALUES (1, 'touch', 6), (1, 'research', 1);
            INSERT INTO holiday(on_date, team_id, person_id) VALUES ('2026-05-01', 1, NULL), ('2026-05-02', NULL, 2);
            """)
        let ana = try #require(try store.people().first)
        #expect(ana.email == "ana@example.com" && ana.teamID == 1 && ana.timeZone == "Europe/Berlin")
        #expect(ana.workdays == "mon,tue" && ana.hours == "09:00-17:00")
        #expect(try ana.leftOn == CivilDate(iso: "2026-09-30"))
        #expect(try ana.away == [CivilDate(iso: "2026-03-02")...CivilDate(iso: "2026-03-09")])
        #expect(ana.plan == [PlanLine(.touch, count: 6), PlanLine(.activity(.research), count: 1)])
        #expect(try store.people().map(\.role) == [.rep, .rep, .leader])
        #expect(try store.teams().map(\.leaderID) == [3, nil])
        #expect(try Set(store.holidays().map { [$0.teamID, $0.personID] }) == [[1, nil], [nil, 2]])
    }
}
