/// The order of a rep's list, in SQL, of the table `account a`.
enum ListOrder {
    /// By rank; those without one stand at the end.
    static let sql = "a.rank IS NULL, a.rank, a.id"
    /// From the end.
    static let reversed = "a.rank IS NULL DESC, a.rank DESC, a.id DESC"
}
