import CivilTime

extension CivilDate {
    /// Before every date of the store, for comparing what never happened.
    static let distantPast = CivilDate(dayNumber: .min)
    /// After every date of the store, for comparing what has no date.
    static let distantFuture = CivilDate(dayNumber: .max)
}
