import CivilTime
import Dispatch
import Glibc
import Judging
import Synchronization

// Simulates so many years and has them judged. What was broken is printed with its seed; `years --first SEED --seeds 1` repeats it, and
// `--keep` writes its store for a look. Exits with 1 when something was broken.
let usage = "usage: years [--seeds N] [--first SEED] [--days D] [--workers W] [--keep FILE]"

struct Options {
    var seeds: UInt64 = 200
    var first: UInt64 = 1
    var days = 364
    var workers = 2
    var keep: String?

    /// Nil when one is unknown, or its value missing or no number of its kind.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch (name, Int(value)) {
            case ("--seeds", let number?) where number > 0: seeds = UInt64(number)
            case ("--first", let number?) where number >= 0: first = UInt64(number)
            case ("--days", let number?) where number > 0: days = number
            case ("--workers", let number?) where number > 0: workers = number
            case ("--keep", _): keep = value
            default: return nil
            }
        }
    }
}

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
    print(usage)
    exit(2)
}
let zones = ZoneDatabase()
let next = Atomic<UInt64>(options.first)
let broken = Atomic<Int>(0)
let told = Atomic<Int>(0)
let start = nanoseconds()

func nanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
}

DispatchQueue.concurrentPerform(iterations: options.workers) { _ in
    while true {
        let seed = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard seed < options.first + options.seeds else { return }
        do {
            let year = Year(seed: seed, days: options.days)
            let (found, messages) = try year.violations(zones, keep: options.keep)
            told.wrappingAdd(messages, ordering: .relaxed)
            guard !found.isEmpty else { continue }
            broken.wrappingAdd(1, ordering: .relaxed)
            let shown = found.prefix(10).map { "  \($0)\n" }.joined()
            print("seed \(seed), from \(year.first): \(found.count) broken\n\(shown)", terminator: "")
        } catch {
            broken.wrappingAdd(1, ordering: .relaxed)
            print("seed \(seed): \(error)")
        }
    }
}

let seconds = Double(nanoseconds() - start) / 1e9
let tenths = Int(seconds * 10)
print(
    "\(options.seeds) years of \(options.days) days, \(told.load(ordering: .relaxed)) messages: "
        + "\(broken.load(ordering: .relaxed)) with something broken, \(tenths / 10).\(tenths % 10) s")
exit(broken.load(ordering: .relaxed) == 0 ? 0 : 1)
