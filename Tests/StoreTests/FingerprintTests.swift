import Testing

@testable import Store

@Suite("Fingerprints")
struct FingerprintTests {
    private static let body = Array("{\"type\":\"coachd.morning\",\"data\":{\"text\":\"Good morning\"}}".utf8)

    @Test("it is the same in every process and version: it is kept in the store")
    func stable() {
        #expect(Fingerprint.of([]) == -3083298764321212063)
        #expect(Fingerprint.of(Self.body) == -7984525971671156752)
    }

    @Test("any byte that is another, missing or too many makes it another")
    func telling() {
        var others: [[UInt8]] = []
        for index in Self.body.indices {
            var other = Self.body
            other[index] ^= 1
            others.append(other)
            other.remove(at: index)
            others.append(other)
        }
        for count in 1...16 { others.append(Self.body + [UInt8](repeating: 0, count: count)) }
        #expect(Set(others.map(Fingerprint.of)).count == Set(others).count)
        #expect(!others.map(Fingerprint.of).contains(Fingerprint.of(Self.body)))
    }
}
