/// Where the rows of one file come from.
package struct ImportSource: Sendable {
    package var file: ImportedFile
    /// The path as messages show it.
    package var path: String
    /// The rows themselves, where they stand in no file.
    package var text: String?

    package init(_ file: ImportedFile, path: String) {
        self.file = file
        self.path = path
    }

    /// Rows that are at hand.
    package init(_ file: ImportedFile, text: String) {
        self.file = file
        path = "\(file.rawValue).csv"
        self.text = text
    }
}
