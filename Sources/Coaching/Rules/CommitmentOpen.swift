/// `commitment-open`: what the rep said he would do has moved three times, and is not done.
enum CommitmentOpen {
    /// Moves from which it is asked about. After its question it stays open and is no longer repeated.
    static let moves = 3

    static func finding(_ commitment: Commitment, on day: RepDay) -> Finding? {
        guard !commitment.isKept, commitment.moved >= moves, commitment.dueOn <= day.today else { return nil }
        return Finding(.commitmentOpen, repID: day.rep.id, days: commitment.moved, subjectID: commitment.id)
    }
}
