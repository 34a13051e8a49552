/// Thrown where a line is nearly an act: what the question back is about.
struct AskBack: Error {
    let reason: Unclear

    init(_ reason: Unclear) { self.reason = reason }
}
