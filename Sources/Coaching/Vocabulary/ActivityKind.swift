/// A right action of the day: a touch, or preparation.
package enum ActivityKind: String, CaseIterable, Hashable, Sendable {
    case call, email, meeting, demo, visit, social, event
    case research, proposal, `internal`

    /// Whether it is a customer-facing contact. Only touches reset the stall clock.
    package var isTouch: Bool {
        switch self {
        case .call, .email, .meeting, .demo, .visit, .social, .event: true
        case .research, .proposal, .internal: false
        }
    }

    /// Whether nobody does it alone, whatever direction was noted.
    package var isTogether: Bool {
        switch self {
        case .meeting, .demo, .visit, .event: true
        case .call, .email, .social, .research, .proposal, .internal: false
        }
    }

    /// The noun as it stands in a sentence: "since the call".
    package var noun: String {
        switch self {
        case .email: "e-mail"
        case .social: "message"
        case .internal: "internal work"
        default: rawValue
        }
    }
}

/// Whether a touch went out only, or the customer took part.
package enum Direction: String, CaseIterable, Hashable, Sendable {
    case out
    case twoWay = "two-way"
}

/// What a plan line counts: one kind of activity, or every touch.
package enum PlanKind: Hashable, Sendable {
    case touch
    case activity(ActivityKind)

    package init?(rawValue: String) {
        if rawValue == "touch" {
            self = .touch
        } else if let kind = ActivityKind(rawValue: rawValue) {
            self = .activity(kind)
        } else {
            return nil
        }
    }

    package var rawValue: String {
        switch self {
        case .touch: "touch"
        case .activity(let kind): kind.rawValue
        }
    }

    package func counts(_ kind: ActivityKind) -> Bool {
        switch self {
        case .touch: kind.isTouch
        case .activity(let planned): planned == kind
        }
    }

    /// "6 touches", "1 call", "research" where counting reads badly.
    package func words(_ count: Int) -> String {
        switch self {
        case .touch: count == 1 ? "1 touch" : "\(count) touches"
        case .activity(.research): "\(count) research"
        case .activity: count == 1 ? "1 \(noun)" : "\(count) \(nounOfMany)"
        }
    }

    package var noun: String {
        switch self {
        case .touch: "touch"
        case .activity(.social): "social message"
        case .activity(.internal): "internal task"
        case .activity(let kind): kind.noun
        }
    }

    package var nounOfMany: String {
        switch self {
        case .touch: "touches"
        case .activity(.research): "research"
        case .activity: "\(noun)s"
        }
    }

    /// Every value that a plan may name.
    package static let allNames = ["touch"] + ActivityKind.allCases.map(\.rawValue)
}
