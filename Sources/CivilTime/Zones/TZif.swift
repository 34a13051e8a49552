/// Reads the file format of RFC 9636, versions 1 to 4. Leap-second records are skipped: POSIX time does not count them.
struct TZif {
    /// Why the bytes are no usable zone.
    struct Damage: Error {
        let reason: String
    }

    static func isTZif(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: "TZif".utf8)
    }

    static func parse(_ bytes: [UInt8]) throws(Damage) -> OffsetHistory {
        let first = try Header(bytes, at: 0, timeSize: 4)
        if first.version == 1 { return try Body(bytes, first).history(rule: nil) }
        let second = try Header(bytes, at: first.bodyEnd, timeSize: 8)
        return try Body(bytes, second).history(rule: try footerRule(bytes, at: second.bodyEnd))
    }

    /// RFC 9636 section 3.3: a POSIX rule between two line feeds; an empty one says nothing about the time after the last transition.
    private static func footerRule(_ bytes: [UInt8], at start: Int) throws(Damage) -> PosixTimeZone? {
        let lineFeed = UInt8(ascii: "\n")
        guard start < bytes.count, bytes[start] == lineFeed, let end = bytes[(start + 1)...].firstIndex(of: lineFeed)
        else {
            throw Damage(reason: "its footer is missing")
        }
        let text = bytes[start + 1..<end]
        if text.isEmpty { return nil }
        guard let rule = PosixTimeZoneParser.parse(text) else {
            throw Damage(reason: "its footer \"\(String(decoding: text, as: UTF8.self))\" is no rule that can be read")
        }
        return rule
    }
}

/// Section 3.1. Makes sure that the body is there in full.
private struct Header {
    let version: Int
    /// Bytes of a transition time.
    let timeSize: Int
    let transitionCount: Int
    let typeCount: Int
    let bodyStart: Int
    let bodyEnd: Int

    init(_ bytes: [UInt8], at start: Int, timeSize: Int) throws(TZif.Damage) {
        let size = 44
        guard bytes.count - start >= size, TZif.isTZif(bytes[start...]) else {
            throw TZif.Damage(reason: "it has no TZif header")
        }
        let digit = bytes[start + 4]
        version = digit == 0 ? 1 : Int(digit) - Int(UInt8(ascii: "0"))
        guard version >= 1 else { throw TZif.Damage(reason: "its version is unknown") }
        let counts = (0..<6).map { Int(UInt32(bigEndian: bytes, at: start + 20 + 4 * $0)) }
        let (universalCount, standardCount, leapCount, characterCount) = (counts[0], counts[1], counts[2], counts[5])
        (transitionCount, typeCount) = (counts[3], counts[4])
        self.timeSize = timeSize
        bodyStart = start + size
        bodyEnd =
            bodyStart + transitionCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
            + standardCount + universalCount
        guard bodyEnd <= bytes.count else { throw TZif.Damage(reason: "it is cut off") }
        guard typeCount > 0 else { throw TZif.Damage(reason: "it has no local time types") }
    }
}

/// Section 3.2.
private struct Body {
    private let bytes: [UInt8]
    private let header: Header

    init(_ bytes: [UInt8], _ header: Header) {
        self.bytes = bytes
        self.header = header
    }

    private var typeIndexStart: Int { header.bodyStart + header.transitionCount * header.timeSize }
    private var typeStart: Int { typeIndexStart + header.transitionCount }

    func history(rule: PosixTimeZone?) throws(TZif.Damage) -> OffsetHistory {
        var types: [LocalTime] = []
        for index in 0..<header.typeCount { types.append(try localTime(index)) }
        var transitions: [Int64] = []
        // Type 0 holds before the first transition.
        var localTimes = [types[0]]
        for index in 0..<header.transitionCount {
            let second = transition(index)
            if let previous = transitions.last, previous >= second {
                throw TZif.Damage(reason: "its transitions are not in order")
            }
            let type = Int(bytes[typeIndexStart + index])
            guard type < types.count else { throw TZif.Damage(reason: "a transition has no local time type") }
            transitions.append(second)
            localTimes.append(types[type])
        }
        return OffsetHistory(transitions: transitions, localTimes: localTimes, rule: rule)
    }

    private func transition(_ index: Int) -> Int64 {
        let place = header.bodyStart + index * header.timeSize
        let high = UInt32(bigEndian: bytes, at: place)
        if header.timeSize == 4 { return Int64(Int32(bitPattern: high)) }
        return Int64(bitPattern: UInt64(high) << 32 | UInt64(UInt32(bigEndian: bytes, at: place + 4)))
    }

    private func localTime(_ index: Int) throws(TZif.Damage) -> LocalTime {
        let place = typeStart + index * 6
        let offset = Int(Int32(bitPattern: UInt32(bigEndian: bytes, at: place)))
        guard LocalTime.offsets.contains(offset) else {
            throw TZif.Damage(reason: "a local time type is \(offset) seconds from UTC")
        }
        return LocalTime(offset: offset)
    }
}

extension UInt32 {
    /// The four bytes at `place`, which must be there.
    fileprivate init(bigEndian bytes: [UInt8], at place: Int) {
        self = bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
