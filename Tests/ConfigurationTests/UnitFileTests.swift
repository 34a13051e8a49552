import Foundation
import Testing

@Suite("The units of systemd")
struct UnitFileTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "systemd")

    /// What a unit sets, without its comments.
    private func settings(_ name: String) throws -> [String] {
        try String(contentsOf: Self.directory.appending(path: name), encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map(String.init)
    }

    @Test(
        "an instance has its own configuration, store and user, and all else is as in the single unit",
        .enabled(if: FileManager.default.fileExists(atPath: directory.path)))
    func template() throws {
        let (unit, template) = (try settings("coachd.service"), try settings("coachd@.service"))
        #expect(
            template.filter { $0.contains("%i") } == [
                "Description=coachd, the sales coach in the team's chat (%i)",
                "ExecStart=/usr/bin/coachd serve --config /etc/coachd/%i.toml", "User=coachd-%i",
                "StateDirectory=coachd-%i", "WorkingDirectory=/var/lib/coachd-%i",
            ])
        let single = template.map { line in
            [" (%i)", " --config /etc/coachd/%i.toml", "-%i"].reduce(line) { $0.replacing($1, with: "") }
        }
        #expect(single == unit)
    }
}
