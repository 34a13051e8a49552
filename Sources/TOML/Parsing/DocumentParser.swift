import Diagnostics

/// A recursive descent parser over the grammar of TOML 1.1 (toml.abnf). It goes on after mistakes:
/// a wrong value is reported and replaced by a stand-in, a broken statement is reported and skipped.
struct DocumentParser {
    /// A bracket of the value that is being read.
    struct Opener {
        let byte: UInt8
        let offset: Int
    }

    let source: SourceText
    let bytes: [UInt8]
    let limits: TOMLParser.Limits
    var log: ProblemLog
    var drafts = TableDrafts()
    /// The table that the keys go to.
    var table = TableDrafts.rootIndex
    /// The next byte.
    var offset: Int
    var statementStart: Int
    /// Not yet closed; what remains here after a mistake tells how to go on.
    var openers: [Opener] = []

    init(_ source: SourceText, limits: TOMLParser.Limits) {
        self.source = source
        self.limits = limits
        bytes = source.bytes
        log = ProblemLog(source, illegal: source.illegalBytes())
        offset = source.start
        statementStart = source.start
    }

    mutating func parseDocument() {
        while !log.isFull {
            skipBlankLines()
            guard offset < bytes.count else { return }
            statementStart = offset
            do throws(SyntaxError) {
                try parseStatement()
            } catch {
                log.reportEnd(error)
                skipStatement()
            }
            if drafts.keyCount > limits.maximumKeys {
                report(SyntaxError("there are more than \(limits.maximumKeys) keys", statementStart..<offset))
                return
            }
        }
    }

    private mutating func parseStatement() throws(SyntaxError) {
        if peek == "[" {
            try parseHeader()
        } else {
            try parseKeyValue(in: table)
        }
        try endLine()
    }

    /// One `key = value`, the same in the document and in an inline table.
    mutating func parseKeyValue(in table: Int) throws(SyntaxError) {
        let key = try parseKey()
        skipBlanks()
        guard peek == "=" else { throw missingEquals(after: key) }
        offset += 1
        skipBlanks()
        let depth = drafts[table].depth + key.count
        guard depth <= limits.maximumDepth else { throw tooDeep(key[0].range.lowerBound..<offset) }
        let value = try parseValue(depth: depth)
        do throws(TableConflict) {
            try drafts.insert(value, at: key, in: table)
        } catch {
            report(error.error(for: key, in: source))
        }
    }

    /// Reports a mistake after which the statement can be read on; after the last that is told nothing more is read.
    mutating func report(_ error: SyntaxError) {
        log.report(error)
        if log.isFull { offset = bytes.count }
    }

    func tooDeep(_ range: Range<Int>) -> SyntaxError {
        SyntaxError("tables and arrays are nested deeper than \(limits.maximumDepth) levels", range)
    }

    private mutating func endLine() throws(SyntaxError) {
        let valueEnd = offset
        skipBlanks()
        skipComment()
        guard isAtLineEnd else { throw textAfterStatement(endingAt: valueEnd) }
    }
}
