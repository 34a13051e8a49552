import CivilTime
import Store

extension DeliveryQueue {
    /// The clock was set: retries that were put off before it wait as long as they should; those of after it do so already.
    /// - Parameters:
    ///   - seconds: How far it was set, back below zero.
    ///   - earliest: The earliest instant, as the clock shows it now, at which it may have been set.
    package func clockWasSet(by seconds: Int64, since earliest: Instant, at now: Instant) throws {
        try store.database.transaction {
            try store.shiftRetries(
                by: seconds, unlessTriedSince: earliest, at: now, notPast: now.adding(seconds: Int64(backoff.longest)))
        }
    }
}
