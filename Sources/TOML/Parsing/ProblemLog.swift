import Diagnostics

/// The problems of a document, without those that only follow from another on the same line.
struct ProblemLog {
    /// As many as a person mends in one go; a file of another kind gives no flood.
    static let limit = 20

    private let source: SourceText
    private let illegal: [SyntaxError]
    private let illegalLines: Set<Int>
    private var errors: [SyntaxError] = []
    private var lastLine: Int?

    /// - Parameter illegal: bytes that no document may have. Grammar errors on their lines are their consequence.
    init(_ source: SourceText, illegal: [SyntaxError]) {
        self.source = source
        self.illegal = illegal
        illegalLines = Set(illegal.map { source.line(at: $0.range.lowerBound) })
    }

    var isFull: Bool { errors.count > Self.limit }

    /// Takes a mistake after which the statement could be read on, so that another on the same line is one too.
    mutating func report(_ error: SyntaxError) {
        let line = source.line(at: error.range.lowerBound)
        guard !illegalLines.contains(line), !isFull else { return }
        errors.append(error)
        lastLine = line
    }

    /// Takes a mistake that ended its statement: after another on the same line it tells nothing new.
    mutating func reportEnd(_ error: SyntaxError) {
        if source.line(at: error.range.lowerBound) != lastLine { report(error) }
    }

    /// In document order, at most `limit`, then one that says that there are more.
    var diagnostics: [Diagnostic] {
        let all = (illegal + errors).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var diagnostics = all.prefix(Self.limit).map { $0.diagnostic(in: source) }
        if all.count > Self.limit {
            diagnostics.append(
                Diagnostic(
                    .error, "there are more errors from here on; only the first \(Self.limit) are shown",
                    at: source.location(of: all[Self.limit].range)))
        }
        return diagnostics
    }
}
