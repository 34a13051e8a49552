import Diagnostics

/// The coaching questions by reason, written after GROW (goal, reality, options, will).
package struct QuestionBank: Sendable {
    package private(set) var questions: [QuestionReason: [Question]]

    package init(questions: [QuestionReason: [Question]] = [:]) { self.questions = questions }

    /// Reads a bank: `[reason]` headings, one question a line, `#` comments.
    package static func parse(_ text: String, file: String) -> (bank: QuestionBank, diagnostics: [Diagnostic]) {
        var bank = QuestionBank()
        var diagnostics: [Diagnostic] = []
        var reason: QuestionReason?
        var isUnderUnknownHeading = false
        for (offset, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = raw.trimmingWhitespace()
            if line.isEmpty || line.hasPrefix("#") { continue }
            func report(_ message: String, hint: String? = nil) {
                let location = SourceLocation(file: file, line: offset + 1, column: 1, excerpt: String(raw))
                diagnostics.append(Diagnostic(.error, message, at: location, hint: hint))
            }
            if line.hasPrefix("["), line.hasSuffix("]") {
                let name = String(line.dropFirst().dropLast())
                reason = QuestionReason(rawValue: name)
                isUnderUnknownHeading = reason == nil
                if isUnderUnknownHeading {
                    let names = QuestionReason.allCases.map(\.rawValue)
                    report(
                        "there is no reason \"\(name)\"",
                        hint: nearestName(to: name, in: names).map { "did you mean [\($0)]?" }
                            ?? "the reasons are \(names.joined(separator: ", "))")
                }
                continue
            }
            if isUnderUnknownHeading { continue }
            guard let reason else {
                report("a question needs a heading such as [\(QuestionReason.quiet.rawValue)] above it")
                continue
            }
            do throws(QuestionError) {
                bank.questions[reason, default: []].append(try Question(String(line)))
            } catch {
                switch error {
                case .unknown(let name):
                    let names = Placeholder.allCases.map(\.rawValue)
                    report(
                        "there is no fact {\(name)}",
                        hint: nearestName(to: name, in: names).map { "did you mean {\($0)}?" }
                            ?? "the facts are \(names.map { "{\($0)}" }.joined(separator: ", "))")
                case .unclosed: report("a { without its }")
                case .unopened: report("a } without its {")
                }
            }
        }
        return (bank, diagnostics)
    }

    /// What was asked and how it stands in the bank.
    package struct Choice: Hashable, Sendable {
        package let question: Phrase
        package let template: String
    }

    /// Chooses a question whose facts are all there and that was not asked lately, one with facts of the account before a plain one.
    /// The same arguments choose the same question.
    /// - Parameters:
    ///   - reasons: In the order of preference; the next one is taken when the one before has nothing left to ask.
    ///   - seed: Turns the choice over accounts and days, so that not everybody is asked the same.
    ///   - isTaken: Whether a template was asked for the account within the last days or stands in the message already.
    package func choose(
        for reasons: [QuestionReason], facts: [Placeholder: Phrase], seed: Int, isTaken: (String) -> Bool
    ) -> Choice? {
        // Neighbouring seeds become numbers far from each other, so that no question is out of reach of some of them.
        let mixed = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15
        let turn = mixed ^ (mixed >> 32)
        for reason in reasons {
            let askable = (questions[reason] ?? []).filter { question in
                !isTaken(question.template) && question.placeholders.allSatisfy { facts[$0]?.isEmpty == false }
            }
            let specific = askable.filter { $0.placeholders.contains { $0 != .account } }
            // Every third time a plain question, lest the few that fit the facts wear out.
            let preferred = specific.isEmpty || turn % 3 == 0 ? askable : specific
            guard !preferred.isEmpty else { continue }
            let question = preferred[Int(turn / 3 % UInt64(preferred.count))]
            if let filled = question.filled(with: facts) {
                return Choice(question: filled, template: question.template)
            }
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimmingWhitespace() -> Substring {
        var trimmed = self
        while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
        while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
        return trimmed
    }
}
