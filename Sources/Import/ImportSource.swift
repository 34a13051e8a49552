/// Where the rows of one file come from.
package struct ImportSource: Sendable {
    package var file: ImportedFile
    /// The path as messages show it.
    package var path: String
    package var format: Format
    /// The rows themselves, where they stand in no file.
    package var text: String?

    /// How a file's rows are written; the value ends its name.
    package enum Format: String, CaseIterable, Hashable, Sendable {
        case csv
        case jsonLines = "jsonl"

        /// As programs name it that save files in it.
        var name: String {
            switch self {
            case .csv: "CSV UTF-8"
            case .jsonLines: "JSON Lines in UTF-8"
            }
        }
    }

    package init(_ file: ImportedFile, _ format: Format = .csv, path: String) {
        self.file = file
        self.format = format
        self.path = path
    }

    /// Rows that are at hand.
    package init(_ file: ImportedFile, _ format: Format = .csv, text: String) {
        self.init(file, format, path: Self.name(of: file, format))
        self.text = text
    }

    /// "accounts.csv".
    package static func name(of file: ImportedFile, _ format: Format) -> String {
        "\(file.rawValue).\(format.rawValue)"
    }
}
