import CivilTime
import Glibc

/// The machine's clocks.
enum SystemClock {
    /// The wall clock, in whole seconds.
    static var now: Instant { Instant(secondsSinceEpoch: Int64(time(nil))) }

    /// A clock that is never set and does not stand still while the machine sleeps, in milliseconds.
    static var monotonicMilliseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_BOOTTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }
}
