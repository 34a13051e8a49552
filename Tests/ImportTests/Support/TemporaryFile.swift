import Foundation
import Import

/// A file that is gone with its value.
final class TemporaryFile {
    let path: String

    init(_ file: ImportedFile, _ data: Data) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "coachd-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.appending(path: "\(file.rawValue).csv").path
        try data.write(to: URL(filePath: path))
        source = ImportSource(file, path: path)
    }

    let source: ImportSource

    /// Writes more of the same at the end.
    func append(_ data: Data, times: Int = 1) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? handle.close() }
        try handle.seekToEnd()
        for _ in 0..<times { try handle.write(contentsOf: data) }
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
}
