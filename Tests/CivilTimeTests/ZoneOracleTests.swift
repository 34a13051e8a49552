import Foundation
import Testing

@testable import CivilTime

@Suite("Zones against Python's zoneinfo", .enabled(if: Python.hasZoneinfo, "python3 with zoneinfo is not there"))
struct ZoneOracleTests {
    private static let parts = 2

    @Test(
        "in every zone all transitions from 1970 to 2100 and 1,100 other instants are as Python has them, both ways",
        arguments: 0..<parts)
    func everyZone(part: Int) throws {
        let answers = try Python.run("zones.py", [String(part), String(Self.parts)])
        var differences: [String] = []
        var compared = 0
        try answers.withUnsafeBytes { bytes in
            var reader = RecordReader(bytes)
            while !reader.isAtEnd {
                let names = (0..<reader.next(UInt16.self)).map { _ in
                    reader.text(length: Int(reader.next(UInt16.self)))
                }
                let zones = try names.map { try zone($0) }
                let (name, shared) = (names[0], zones[0])
                // What a zone answers depends on its bytes alone; UTC is built in.
                #expect(zones.allSatisfy { $0.contentHash == shared.contentHash || $0 == .utc })
                for _ in 0..<reader.next(UInt32.self) {
                    compared += 1
                    let instant = Instant(secondsSinceEpoch: reader.next())
                    let (clock, back): (Int64, Int64) = (reader.next(), reader.next())
                    let local = shared.local(instant)
                    if local.secondsOnClock != clock || shared.instant(of: local).secondsSinceEpoch != back {
                        differences.append("\(name) at \(instant): \(local)")
                    }
                }
                for _ in 0..<reader.next(UInt32.self) {
                    compared += 1
                    let clock = CivilDateTime(secondsOnClock: reader.next())
                    if shared.instant(of: clock).secondsSinceEpoch != reader.next() {
                        differences.append("\(name) in the gap at \(clock): \(shared.instant(of: clock))")
                    }
                }
            }
        }
        #expect(differences.isEmpty, "\(differences.count) of \(compared): \(differences.prefix(10))")
        #expect(compared > 100_000)
    }

    @Test("the database has the same names as Python finds")
    func names() throws {
        let script =
            "import sys, zoneinfo; sys.modules['tzdata'] = None; print(*sorted(zoneinfo.available_timezones()))"
        let names = String(decoding: try Python.evaluate(script), as: UTF8.self)
        #expect(Zones.database.identifiers == names.split(whereSeparator: \.isWhitespace).map { String($0) })
    }
}

/// Little-endian values one after the other.
private struct RecordReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func next<Value: FixedWidthInteger & BitwiseCopyable>(_: Value.Type = Value.self) -> Value {
        defer { place += MemoryLayout<Value>.size }
        return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Value.self))
    }

    mutating func text(length: Int) -> String {
        defer { place += length }
        return String(decoding: bytes[place..<place + length], as: UTF8.self)
    }
}
