import Coaching
import Diagnostics
import TOML

/// Reads `[questions]`: the language, and files with questions of one's own.
struct QuestionReader {
    let surroundings: Surroundings

    func settings(_ reader: TableReader) -> QuestionSettings {
        var settings = QuestionSettings()
        settings.language = language(reader)
        settings.replacement = bank("replace", reader)
        settings.addition = bank("add", reader)
        reader.finish()
        if let replacement = settings.replacement, let span = reader.table["replace"]?.span {
            for reason in QuestionReason.allCases where replacement.questions[reason] != nil {
                let bank = settings.addition.map(replacement.adding) ?? replacement
                if let weakness = bank.weakness(of: reason) {
                    reader.log.warning("\(reader.name(of: "replace")): \(weakness)", at: span)
                }
            }
        }
        return settings
    }

    private func language(_ reader: TableReader) -> Language? {
        guard let text = reader.string("language"), let node = reader.table["language"] else { return nil }
        if let language = Language(rawValue: text) { return language }
        let known = Language.allCases.map { "\"\($0.rawValue)\" (\($0.name))" }.joined(separator: " and ")
        reader.log.error(
            "\(reader.name(of: "language")) is \"\(text)\"; there are questions in \(known)", at: node.span,
            hint: "questions in another language: replace = [\"my-questions.txt\"]")
        return nil
    }

    /// The questions of all the files that a setting lists; nil where it lists none.
    private func bank(_ key: String, _ reader: TableReader) -> QuestionBank? {
        guard let files = reader.strings(key), !files.isEmpty else { return nil }
        var all = QuestionBank()
        for (text, span) in files {
            let path = surroundings.path(text)
            do throws(FileProblem) {
                guard let text = String(validating: try readSmallFile(path, limit: 1 << 20), as: UTF8.self) else {
                    throw FileProblem(reason: "it is not UTF-8")
                }
                let (bank, diagnostics) = QuestionBank.parse(text, file: path)
                reader.log.add(diagnostics, of: path)
                all = all.adding(bank)
                if bank.count == 0, diagnostics.isEmpty {
                    reader.log.warning("\(reader.name(of: key)): there is no question in \(path)", at: span)
                }
            } catch {
                reader.log.error(
                    "\(reader.name(of: key)): \(path) cannot be read: \(error.reason)", at: span,
                    hint: "`coachd check --print-questions en` prints the built-in questions as such a file")
            }
        }
        return all
    }
}
