import Diagnostics
import Import
import Store

extension Command {
    static let importFiles = Command(
        "import", "DIR|FILE…", "read CSV or JSON Lines files into the store",
        details: """
            Files are known by their names:
              \(ImportedFile.allCases.prefix(5).map { "\($0.rawValue).csv" }.joined(separator: ", ")),
              \(ImportedFile.allCases.dropFirst(5).prefix(5).map { "\($0.rawValue).csv" }.joined(separator: ", ")),
              \(ImportedFile.allCases.dropFirst(10).map { "\($0.rawValue).csv" }.joined(separator: ", ")).
            UTF-8, RFC 4180 or with semicolons as Excel writes them, a header with the columns in any order. `coachd init`
            writes one of each to fill in. Or as JSON Lines, accounts.jsonl and so on: an object a line, its members named as
            the columns; one that is left out says nothing.
            Rows are recognised by their external id, so the same file twice changes nothing; a cell that says what it said
            at the last import leaves what people changed since. A row that is not right is listed with its place and left
            out; the others go in, and the exit status is 1.
            An account without an external id, as `coachd account add` makes it, becomes the one of the file that has its rep
            and name. A row may name an account by its name, where only one has it.
            """,
        options: [
            .init("--dry-run", nil, "say what would happen and keep nothing"),
            .init("--strict", nil, "one refused row refuses all"),
            .init("--source", "NAME", "the system that the external ids belong to (csv)"), .store, .config,
        ], operandCount: 1...1000
    ) { invocation in
        let context = try Context(invocation)
        let files = try importFiles(invocation.operands)
        var options = Importer.Options()
        options.isDryRun = invocation.has("--dry-run")
        options.isStrict = invocation.has("--strict")
        options.source = invocation.value("--source") ?? options.source
        // A dry run does not even leave an empty store behind.
        let isOnlyTried = options.isDryRun && !Files.exist(context.storePath)
        let store = try isOnlyTried ? Store.inMemory() : context.store(.create)
        let progress = ProgressLine()
        let importer = Importer(store: store, zones: context.zones, options: options) { diagnostic in
            progress.clear()
            Terminal.error(diagnostic.description)
        } progress: { file, rows in
            progress.show("\(file): \(rows) rows")
        }
        let result = try importer.run(files, at: try invocation.instant())
        progress.clear()
        for summary in result.summaries {
            Terminal.writeLine(
                "\(summary.file): \(summary.added) added, \(summary.changed) changed, \(summary.unchanged) unchanged, "
                    + "\(summary.refused) refused")
        }
        if options.isDryRun {
            Terminal.writeLine("Nothing was kept: this was a dry run.")
        } else if !result.isKept {
            Terminal.writeLine("Nothing was kept: --strict refuses all for one refused row.")
        } else {
            Terminal.writeLine("store: \(StoreFile.resolved(context.storePath))")
        }
        return result.refused > 0 || result.unreadable > 0 ? .negative : .done
    }

    /// The files of the contract among the operands. Others are reported and ignored.
    private static func importFiles(_ operands: [String]) throws -> [ImportSource] {
        let known = ImportSource.Format.allCases.flatMap { format in ImportedFile.allCases.map { ($0, format) } }
        let names = known.map(ImportSource.name)
        var files: [ImportSource] = []
        var ignored: [String] = []
        for operand in operands {
            let paths: [String]
            if Files.isDirectory(operand) {
                guard let found = Files.names(in: operand) else {
                    throw Failure("the directory \(operand) cannot be read")
                }
                paths = found.map { "\(operand.hasSuffix("/") ? String(operand.dropLast()) : operand)/\($0)" }
            } else {
                guard Files.exist(operand) else { throw Failure("there is no file \(operand)") }
                paths = [operand]
            }
            for path in paths {
                let name = path.split(separator: "/").last.map(String.init) ?? path
                if let (file, format) = known.first(where: { ImportSource.name(of: $0, $1) == name.lowercased() }) {
                    files.append(ImportSource(file, format, path: path))
                } else {
                    ignored.append(path)
                }
            }
        }
        if files.isEmpty, let folder = ignored.first(where: { holdsOne(of: names, $0) }) {
            throw Failure("there is no file to import; did you mean \(folder)?")
        }
        for path in ignored {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let near = nearestName(to: name, in: names).map { "; did you mean \($0)?" } ?? ""
            Terminal.error("coachd: \(path.escapingControls) is none of the known files and is ignored\(near)")
        }
        guard !files.isEmpty else {
            throw Failure("no file to import: the known names are \(names.joined(separator: ", "))")
        }
        return files
    }

    /// Whether a path is a folder with one of the files in it.
    private static func holdsOne(of names: [String], _ path: String) -> Bool {
        Files.isDirectory(path) && (Files.names(in: path) ?? []).contains { names.contains($0.lowercased()) }
    }
}

/// One line of progress on a terminal, for imports that take a while.
final class ProgressLine {
    private var isShown = false

    func show(_ text: String) {
        guard Terminal.isErrorTerminal else { return }
        isShown = true
        Terminal.errorInPlace("\r\u{1B}[K\(text.escapingControls)")
    }

    func clear() {
        guard isShown else { return }
        isShown = false
        Terminal.errorInPlace("\r\u{1B}[K")
    }
}
