import Testing

@testable import CivilTime

@Suite("TZif files")
struct TZifTests {
    private static let twoOffsets = TZifBuilder(
        transitions: [(1000, 1), (2000, 0)], types: [(3600, 0), (7200, 4)], names: "CET\0CEST\0")

    private func offsets(_ builder: TZifBuilder, at seconds: [Int64]) throws -> [Int] {
        let zone = try Zone(identifier: "Test/Zone", tzif: builder.bytes)
        return seconds.map { zone.offset(at: Instant(secondsSinceEpoch: $0)) }
    }

    @Test("all versions are read, one that is still to come too", arguments: [0, 0x32, 0x33, 0x34, 0x35] as [UInt8])
    func versions(version: UInt8) throws {
        var builder = Self.twoOffsets
        builder.version = version
        #expect(try offsets(builder, at: [.min, 999, 1000, 1999, 2000, .max]) == [3600, 3600, 7200, 7200, 3600, 3600])
    }

    @Test("leap-second records are passed over")
    func leapSeconds() throws {
        var builder = Self.twoOffsets
        builder.leapSeconds = 27
        #expect(try offsets(builder, at: [999, 1000, 2000]) == [3600, 7200, 3600])
    }

    @Test("the footer's rule holds from the last transition on, or always where there is none")
    func footer() throws {
        var builder = Self.twoOffsets
        builder.footer = "<-05>5"
        #expect(try offsets(builder, at: [0, 1999, 2000, 1 << 40]) == [3600, 7200, -18_000, -18_000])
        builder = TZifBuilder(footer: "<-05>5")
        #expect(try offsets(builder, at: [.min, 0, .max]) == [-18_000, -18_000, -18_000])
    }

    @Test("what a file must not hold makes it damaged")
    func damage() {
        let damaged: [(String, TZifBuilder)] = [
            ("not in order", TZifBuilder(transitions: [(2000, 0), (1000, 0)])),
            ("no local time type", TZifBuilder(transitions: [(1000, 1)])),
            ("no local time types", TZifBuilder(types: [])),
            ("seconds from UTC", TZifBuilder(types: [(93_600, 0)])),
            ("footer is missing", TZifBuilder(footer: nil)),
            ("no rule that can be read", TZifBuilder(footer: "UTC")),
            ("version", TZifBuilder(version: 1)),
        ]
        for (reason, builder) in damaged {
            let error = #expect(throws: TZif.Damage.self) { try TZif.parse(builder.bytes) }
            #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        }
    }

    @Test(
        "a file that is cut or changed at any byte never crashes",
        .enabled(if: Zones.directory != nil, "tzdata is not installed"),
        arguments: ["Europe/Berlin", "Etc/GMT+5"])
    func mutations(identifier: String) throws {
        let bytes = try Zones.file(identifier)
        for place in bytes.indices {
            _ = try? TZif.parse(Array(bytes[..<place]))
            // All values where that is quick.
            for byte in bytes.count < 200 ? Array(0...255) : [[0, 0xFF, bytes[place] ^ 0x80][place % 3]] {
                var changed = bytes
                changed[place] = byte
                guard let zone = try? Zone(identifier: identifier, tzif: changed) else { continue }
                for second in [Int64.min, -1 << 33, 0, 1_772_440_800, 1 << 33, .max] {
                    let local = zone.local(Instant(secondsSinceEpoch: second))
                    _ = zone.instant(of: local)
                }
            }
        }
    }
}
