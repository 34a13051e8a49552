import Chat
import CivilTime
import Engine
import HTTP

/// Servers and networks as they are in a year: mostly well, sometimes slow, silent, full or gone for hours.
struct Weather {
    private var generator: SeededGenerator
    /// When each channel is well again.
    private var gone: [String: Instant] = [:]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func answer(to shipment: DeliveryQueue.Shipment, at now: Instant) -> Answer {
        let channel = shipment.channel.name
        if let back = gone[channel], now < back { return .refusesConnections }
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<84: return .ok
        case 84..<87:
            var slow = Answer.ok
            slow.after = Int64.random(in: 1...25, using: &generator)
            return slow
        case 87..<89: return .fallsSilent
        case 89..<90: return Answer(.failure(.connectionLost(sent: true)))
        case 90..<92: return .status(429, retryAfter: String(Int.random(in: 1...600, using: &generator)))
        case 92..<95: return .status(503)
        case 95..<96: return .status(500, "rollup_error")
        case 96..<97: return .status(404, "no_service")
        case 97..<98: return .status(413)
        default:
            gone[channel] = now.adding(seconds: Int64.random(in: 60...30_000, using: &generator))
            return .refusesConnections
        }
    }
}
