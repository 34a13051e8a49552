import CivilTime
import Coaching

/// An account on a day, as its explanations need it.
struct Explaining {
    var story: AccountStory
    var owner = rep()
    var now: Instant = tuesday
    var origins = ThresholdOrigins()
    var names: [CivilDate: String] = [:]

    var day: RepDay { RepDay(owner, at: now) }
    var evidence: Evidence {
        Evidence(
            story, touchID: 812, touchExternalID: nil, touchBy: "Ana Silva",
            holds: Dictionary(
                story.account.holds.enumerated().map { ($0.element.from, RowID($0.offset + 1)) },
                uniquingKeysWith: { first, _ in first }),
            dayNames: names)
    }
    var findings: [Finding] { Rules.findings(for: story.account, on: day) }

    /// Nil where the rules do not find it.
    func explanation(of kind: FindingKind) -> Explanation? {
        findings.first { $0.kind == kind }.map { Explanation($0, evidence, origins, on: day) }
    }

    var near: [NearMiss] { NearMiss.all(evidence, origins, found: Set(findings.map(\.kind)), on: day) }
}
