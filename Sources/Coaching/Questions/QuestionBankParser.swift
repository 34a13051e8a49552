import Diagnostics

extension QuestionBank {
    /// Reads a bank: `[reason]` headings, one question a line, `#` comments.
    /// - Returns: what could be read, and all that is wrong with the rest.
    package static func parse(
        _ text: String, file: String, in language: Language = .english
    ) -> (bank: QuestionBank, diagnostics: [Diagnostic]) {
        var parser = Parser(file: file)
        for (offset, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            parser.read(line, number: offset + 1)
        }
        return (QuestionBank(questions: parser.questions, in: language), parser.diagnostics)
    }

    /// Letters of a question as it stands in a bank. With its facts it shares 300 with the rest of an item.
    package static let longestQuestion = 160

    private struct Parser {
        let file: String
        var questions: [QuestionReason: [Question]] = [:]
        var diagnostics: [Diagnostic] = []
        private var reason: QuestionReason?
        private var isUnderUnknownHeading = false

        init(file: String) { self.file = file }

        mutating func read(_ raw: Substring, number: Int) {
            let line = raw.trimmingWhitespace()
            if line.isEmpty || line.hasPrefix("#") { return }
            /// - Parameter column: Within the trimmed line, from 0, in Unicode scalars.
            func report(_ message: String, at column: Int = 0, length: Int = 1, hint: String? = nil) {
                let indent = raw.unicodeScalars.distance(from: raw.startIndex, to: line.startIndex)
                let location = SourceLocation(
                    file: file, line: number, column: indent + column + 1, length: length, excerpt: String(raw))
                diagnostics.append(Diagnostic(.error, message, at: location, hint: hint))
            }
            if line.hasPrefix("["), line.hasSuffix("]") {
                let name = String(line.dropFirst().dropLast())
                reason = QuestionReason(rawValue: name)
                isUnderUnknownHeading = reason == nil
                guard isUnderUnknownHeading else { return }
                let names = QuestionReason.allCases.map(\.rawValue)
                let hint = nearestName(to: name, in: names).map { "did you mean [\($0)]?" }
                report(
                    "there is no reason \"\(name)\"", at: 1, length: name.unicodeScalars.count,
                    hint: hint ?? "the reasons are \(names.joined(separator: ", "))")
                return
            }
            if isUnderUnknownHeading { return }
            guard let reason else {
                report("a question needs a heading such as [\(QuestionReason.quiet.rawValue)] above it")
                return
            }
            guard line.count <= QuestionBank.longestQuestion else {
                report(
                    "a question of \(line.count) letters is too long for a phone; at most \(QuestionBank.longestQuestion)"
                )
                return
            }
            if let place = line.unicodeScalars.firstIndex(where: \.isControl) {
                report(
                    "a control character has no place in a question",
                    at: line.unicodeScalars.distance(from: line.startIndex, to: place))
                return
            }
            do throws(QuestionError) {
                questions[reason, default: []].append(try Question(String(line)))
            } catch {
                for problem in error.problems {
                    let (message, hint) = Self.words(for: problem.kind)
                    report(message, at: problem.offset, length: problem.length, hint: hint)
                }
            }
        }

        private static func words(for kind: QuestionError.Kind) -> (message: String, hint: String?) {
            switch kind {
            case .unknown(let name):
                let names = Placeholder.allCases.map(\.rawValue)
                let hint = nearestName(to: name, in: names).map { "did you mean {\($0)}?" }
                return (
                    "there is no fact {\(name)}",
                    hint ?? "the facts are \(names.map { "{\($0)}" }.joined(separator: ", "))"
                )
            case .unclosed: return ("a { without its }", nil)
            case .unopened: return ("a } without its {", nil)
            }
        }
    }
}

extension Substring {
    /// Without white space at both ends, and without the byte order mark that some editors begin a file with.
    fileprivate func trimmingWhitespace() -> Substring {
        var trimmed = self
        while let first = trimmed.first, first.isWhitespace || first == "\u{FEFF}" { trimmed.removeFirst() }
        while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
        return trimmed
    }
}
