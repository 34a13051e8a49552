/// `commitment-open`: what the rep said he would do has moved three times, and is not done.
enum CommitmentOpen {
    /// Moves that a plan of the day bears without a question.
    private static let moves = 3

    static func finding(_ commitment: Commitment, on day: RepDay) -> Finding? {
        guard !commitment.isKept, commitment.moved >= moves, commitment.dueOn <= day.today else { return nil }
        return Finding(.commitmentOpen, repID: day.rep.id, days: commitment.moved, subjectID: commitment.id)
    }
}
