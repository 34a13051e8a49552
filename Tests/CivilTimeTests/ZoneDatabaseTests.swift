import Foundation
import Testing

@testable import CivilTime

@Suite("The zone database")
struct ZoneDatabaseTests {
    /// A tzdata directory of its own, with the zones in it.
    private final class Directory {
        let path = NSTemporaryDirectory() + "zoneinfo-\(UUID().uuidString)"

        init(_ files: [String: TZifBuilder] = [:]) throws {
            for (name, builder) in files { try write(name, builder.bytes) }
        }

        func write(_ name: String, _ bytes: [UInt8]) throws {
            let file = URL(filePath: "\(path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static func fixed(_ hours: Int32) -> TZifBuilder { TZifBuilder(types: [(hours * 3600, 0)]) }

    private static let places = [
        "Europe/Berlin": fixed(1), "America/New_York": fixed(-5), "America/Argentina/Ushuaia": fixed(-3),
        "CET": fixed(1),
        "right/CET": fixed(1), "posix/CET": fixed(1), "posixrules": fixed(-5),
    ]

    @Test("lists the zones and leaves out the trees for leap seconds and everything that is no zone")
    func identifiers() throws {
        let directory = try Directory(Self.places)
        try directory.write("zone.tab", Array("# no zone".utf8))
        try directory.write("leapseconds", Array("# no zone".utf8))
        let database = ZoneDatabase(directory: directory.path)
        #expect(database.identifiers == ["America/Argentina/Ushuaia", "America/New_York", "CET", "Europe/Berlin"])
    }

    @Test(
        "an unknown zone is answered with the nearest name",
        arguments: [
            ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
            ("New York", "America/New_York"), ("ushuaya", "America/Argentina/Ushuaia"), ("Atlantis/Capital", nil),
            ("Europe", nil), ("Europe//Berlin", "Europe/Berlin"), ("CET\t", "CET"), ("CET/Berlin/x", nil),
        ])
    func unknown(name: String, nearest: String?) throws {
        let directory = try Directory(Self.places)
        let database = ZoneDatabase(directory: directory.path)
        #expect(throws: ZoneError.unknown(name, nearest: nearest)) { try database.zone(name) }
        #expect(ZoneError.unknown(name, nearest: nearest).description.contains(nearest ?? "Europe/London"))
    }

    @Test(
        "a name that could be a path is refused",
        arguments: [
            "", "/etc/passwd", "../../etc/passwd", "Europe/../CET", "./../CET", "Europe/",
            "right/CET",
            "posix/CET", "posixrules", String(repeating: "x", count: 5000), "a/\u{1B}[2J",
        ])
    func paths(name: String) throws {
        let directory = try Directory(Self.places)
        let database = ZoneDatabase(directory: directory.path)
        let error = #expect(throws: ZoneError.self) { try database.zone(name) }
        guard case .invalidName = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("\u{1B}") == false)
    }

    @Test("without tzdata the error names the package, and UTC is there all the same")
    func missing() throws {
        let empty = try Directory(["zone.tab": Self.fixed(0)])
        for path in ["/nowhere/zoneinfo", empty.path] {
            let database = ZoneDatabase(directory: path)
            try? FileManager.default.removeItem(atPath: "\(empty.path)/zone.tab")
            let error = #expect(throws: ZoneError.tzdataMissing(searched: [path])) { try database.zone("CET") }
            #expect(error?.description.contains("apt-get install tzdata") == true)
            #expect(try database.zone("UTC") == .utc)
            #expect(database.identifiers.isEmpty)
        }
    }

    @Test("a damaged file is told with its path")
    func damaged() throws {
        let directory = try Directory(Self.places)
        try directory.write("CET", Array(Self.fixed(1).bytes.dropLast(3)))
        let database = ZoneDatabase(directory: directory.path)
        let error = #expect(throws: ZoneError.self) { try database.zone("CET") }
        #expect(error?.description.contains("\(directory.path)/CET") == true)
    }

    @Test("a changed file is noticed; zones in use stay as they are")
    func refresh() throws {
        let directory = try Directory(Self.places)
        let database = ZoneDatabase(directory: directory.path)
        let (before, other) = (try database.zone("CET"), try database.zone("Europe/Berlin"))
        #expect(!database.refresh())
        try directory.write("CET", Self.fixed(2).bytes)
        #expect(database.refresh())
        #expect(!database.refresh())
        let after = try database.zone("CET")
        let noon = try instant("2026-03-02T12:00:00Z")
        #expect(before.offset(at: noon) == 3600 && after.offset(at: noon) == 7200)
        #expect(before != after)
        #expect(try database.zone("Europe/Berlin") == other)
    }

    @Test("a file that is gone for a moment changes nothing")
    func upgrade() throws {
        let directory = try Directory(Self.places)
        let database = ZoneDatabase(directory: directory.path)
        let before = try database.zone("CET")
        try FileManager.default.removeItem(atPath: directory.path)
        #expect(!database.refresh())
        #expect(try database.zone("CET") === before)
    }

    @Test("tzdata that is installed later is found")
    func installedLater() throws {
        let directory = try Directory()
        let database = ZoneDatabase(directory: directory.path)
        #expect(!database.refresh())
        try directory.write("CET", Self.fixed(1).bytes)
        #expect(database.refresh())
        #expect(try database.zone("CET").identifier == "CET")
    }
}
