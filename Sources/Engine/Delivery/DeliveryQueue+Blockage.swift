import CivilTime
import Store

extension DeliveryQueue {
    /// A channel that takes nothing, and what waits for it.
    package struct Blockage: Sendable, Hashable {
        package let name: String
        package let since: Instant
        package let waiting: Int

        package init(name: String, since: Instant, waiting: Int) {
            (self.name, self.since, self.waiting) = (name, since, waiting)
        }
    }

    /// The channels that take nothing, by name.
    package func blockages() throws -> [Blockage] {
        try states.compactMap { name, state in
            guard let opening = state.circuit.opening else { return nil }
            return Blockage(name: name, since: opening.since, waiting: try store.countOpen(of: name))
        }.sorted { $0.name < $1.name }
    }
}
