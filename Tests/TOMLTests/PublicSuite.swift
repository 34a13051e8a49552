import Foundation

/// The public toml-test suite (github.com/toml-lang/toml-test), where a copy stands beside the package.
enum PublicSuite {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/toml-test")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// The documents that are `valid` or `invalid`.
    static func documents(_ kind: String) -> [URL] {
        let folder = folder.appendingPathComponent(kind)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "toml" }
    }
}
