/// Why a row is refused, and in which column.
struct RowProblem: Error {
    let column: String?
    let message: String
    var hint: String?
    /// Whose list has no room for the row: such rows are told together.
    var fullListOf: String?

    init(_ column: Column?, _ message: String, hint: String? = nil, fullListOf rep: String? = nil) {
        self.init(columnNamed: column?.name, message, hint: hint)
        fullListOf = rep
    }

    init(columnNamed column: String?, _ message: String, hint: String? = nil) {
        self.column = column
        self.message = message
        self.hint = hint
    }
}

/// Why a row is refused: at most one problem a column.
struct RowProblems: Error {
    let all: [RowProblem]

    init(first: RowProblem, others: [RowProblem]) {
        all = others.reduce(into: [first]) { all, problem in
            if !all.contains(where: { $0.column == problem.column }) { all.append(problem) }
        }
    }
}
