import CivilTime

/// Dice that fall the same for the same seed, everywhere (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Dice of one subject's one day: what falls for others and on other days does not turn them.
    init(seed: UInt64, subject: Int64, day: CivilDate) {
        state = seed
        state = next() ^ UInt64(bitPattern: subject)
        state = next() ^ UInt64(bitPattern: Int64(day.dayNumber))
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Whether what happens with this probability happens now.
    mutating func falls(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func share(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

    /// One of them, each as likely; nil when there is none.
    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(0...elements.count - 1)]
    }
}
