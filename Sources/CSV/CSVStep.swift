/// What `CSVReader.next` found.
package enum CSVStep: Hashable, Sendable {
    /// The record was filled.
    case record
    /// These lines are no record; the reader stands behind them and can go on.
    case malformed(CSVProblem)
    /// There is nothing more.
    case end
}
