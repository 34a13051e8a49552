import CivilTime

/// What somebody does at an instant. It looks at the store only when its time has come.
struct Act {
    let at: Instant
    let perform: (Instant) throws -> Void
}

/// Acts to come, in the order of their time; those of one instant in the order in which they were planned.
struct Schedule {
    /// The last is the next.
    private var acts: [Act] = []

    var next: Instant? { acts.last?.at }

    mutating func add(_ new: [Act]) {
        let ordered = (acts.reversed() + new).enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        acts = ordered.reversed().map(\.element)
    }

    /// Takes the next act whose time has come.
    mutating func take(due now: Instant) -> Act? {
        guard let next, next <= now else { return nil }
        return acts.removeLast()
    }
}
