/// Why a row is refused, and in which column.
struct RowProblem: Error {
    let column: String?
    let message: String
    var hint: String?

    init(_ column: Column?, _ message: String, hint: String? = nil) {
        self.init(columnNamed: column?.name, message, hint: hint)
    }

    init(columnNamed column: String?, _ message: String, hint: String? = nil) {
        self.column = column
        self.message = message
        self.hint = hint
    }
}
