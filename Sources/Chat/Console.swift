import CivilTime
import Coaching

/// The terminal or the journal of whoever runs coachd.
package struct Console: Platform {
    package static let typeName = "console"

    package init() {}

    package var reachesEachPersonAlone: Bool { true }
    package var usualRate: Rate? { nil }
    package var repeats: RepeatSafety { .always }
    package var room: Secret { Secret(Self.typeName) }
    package var place: String { "" }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing { .local }
    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict { .delivered() }
}
