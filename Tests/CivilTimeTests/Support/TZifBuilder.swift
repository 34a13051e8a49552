@testable import CivilTime

/// Writes TZif files (RFC 9636) of a kind that no system has at hand.
struct TZifBuilder {
    var version: UInt8 = UInt8(ascii: "2")
    var transitions: [(second: Int64, type: UInt8)] = []
    var types: [(offset: Int32, nameIndex: UInt8)] = [(0, 0)]
    var names = "UTC\0"
    var leapSeconds = 0
    var footer: String? = ""

    var bytes: [UInt8] {
        let short = header + body(timeSize: 4)
        guard version != 0 else { return short }
        let end = footer.map { Array("\n\($0)\n".utf8) } ?? []
        return short + header + body(timeSize: 8) + end
    }

    private var header: [UInt8] {
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, leapSeconds, transitions.count, types.count, names.utf8.count] {
            bytes += bigEndian(UInt32(count))
        }
        return bytes
    }

    private func body(timeSize: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for transition in transitions {
            bytes += bigEndian(transition.second).suffix(timeSize)
        }
        bytes += transitions.map(\.type)
        for type in types {
            bytes += bigEndian(type.offset) + [0, type.nameIndex]
        }
        bytes += Array(names.utf8)
        return bytes + [UInt8](repeating: 1, count: leapSeconds * (timeSize + 4))
    }

    private func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
