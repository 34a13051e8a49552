import CivilTime
import Coaching
import Testing

@Suite("The list and what goes past it")
struct ListTests {
    private static func kinds(_ work: RepWork, of owner: Rep = rep(), at now: Instant = tuesday) -> [FindingKind] {
        Rules.findings(of: work, on: RepDay(owner, at: now)).map(\.kind)
    }

    private static func thresholds(_ change: (inout Thresholds) -> Void) -> Thresholds {
        var thresholds = Thresholds()
        change(&thresholds)
        return thresholds
    }

    @Test(
        "a list is short below its number, for whoever has one",
        arguments: [
            (19, PersonRole.rep, 20, true), (20, .rep, 20, false), (0, .rep, 20, true), (0, .leader, 20, false),
            (3, .leader, 20, true), (20, .leader, 20, false), (3, .rep, 0, false), (40, .rep, 50, true),
        ])
    func short(listed: Int, role: PersonRole, wanted: Int, isFound: Bool) {
        let owner = rep(role: role, thresholds: Self.thresholds { $0.listShort = wanted })
        #expect(Self.kinds(RepWork(listed: listed), of: owner) == (isFound ? [.listShort] : []))
        #expect(Self.kinds(RepWork(listed: listed), of: owner, at: "2026-11-28 10:00").isEmpty, "a Saturday")
    }

    @Test(
        "touches off the list are asked about from a share and a number on",
        arguments: [
            (4, 5, 30, false), (5, 5, 30, true), (5, 16, 30, true), (5, 17, 30, false), (6, 20, 30, true),
            (29, 100, 30, false), (30, 100, 30, true), (30, 100, 31, false), (50, 50, 0, false), (0, 0, 30, false),
        ])
    func offList(off: Int, all: Int, share: Int, isFound: Bool) {
        let owner = rep(thresholds: Self.thresholds { $0.offList = share })
        let work = RepWork(listed: 50, touches: all, touchesOffList: off)
        #expect(Self.kinds(work, of: owner) == (isFound ? [.offList] : []))
        #expect(!Self.kinds(RepWork(listed: 0, touches: all, touchesOffList: off), of: owner).contains(.offList))
    }

    @Test("both say their figures")
    func figures() {
        let found = Rules.findings(
            of: RepWork(listed: 12, touches: 16, touchesOffList: 5), on: RepDay(rep(), at: tuesday))
        #expect(found.map(\.percent) == [31, nil])
        #expect(found.map(\.done) == [5, 12])
        #expect(found.map(\.planned) == [16, 20])
    }
}
