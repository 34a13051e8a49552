/// How a command ended, as its exit status tells.
enum ExitCode: Int32 {
    case done = 0
    /// A negative answer: rows were refused, something was found wrong.
    case negative = 1
    case usage = 2
    /// What the operator wrote cannot be used, and no second try helps (sysexits.h). A store in trouble is `negative`.
    case configuration = 78
}

/// The command line cannot be understood.
struct UsageError: Error {
    let message: String
    let hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}

/// The command did what it could, and the answer is no.
struct Failure: Error {
    let message: String
    /// What to do about it, of one or more lines.
    let hint: String?
    let code: ExitCode

    init(_ message: String, hint: String? = nil, code: ExitCode = .negative) {
        self.message = message
        self.hint = hint
        self.code = code
    }
}
