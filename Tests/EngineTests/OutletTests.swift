import Chat
import CivilTime
import Coaching
import Foundation
import Glibc
import Testing

@testable import Engine

@Suite("The file channel")
struct OutletTests {
    /// A place in a directory of its own, which is left to the system's cleaning.
    private let path = FileManager.default.temporaryDirectory.appending(path: "coachd-outlet-\(UUID().uuidString)").path

    private func deliver() -> Verdict {
        let envelope = Envelope(id: "msg_1", to: nil, at: Instant(secondsSinceEpoch: 1_795_510_800))
        return Outlet { _, _ in }.deliver(
            Message(.team, title: "Hello"), in: envelope,
            through: Channel(name: "log", platform: File(path: path)))
    }

    private func reason(_ verdict: Verdict) -> String? {
        if case .later(_, let reason, _) = verdict { reason } else { nil }
    }

    @Test("a pipe that nobody reads holds nothing up, and is told in words")
    func pipe() {
        #expect(mkfifo(path, 0o600) == 0)
        #expect(reason(deliver())?.hasSuffix("it is a pipe that nobody reads") == true)
    }

    @Test("of a line that found no room nothing is left, and the next one begins where it began")
    func shortWrite() async {
        await #expect(processExitsWith: .success) {
            let test = OutletTests()
            #expect(test.reason(test.deliver()) == nil)
            let whole = try #require(FileManager.default.contents(atPath: test.path))
            let limits = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
            var limit = rlimit()
            getrlimit(limits, &limit)
            // The file may grow by half a line.
            signal(SIGXFSZ, SIG_IGN)
            limit.rlim_cur = rlim_t(whole.count * 3 / 2)
            setrlimit(limits, &limit)
            #expect(test.reason(test.deliver())?.hasSuffix("only a part of the line: the disk may be full") == true)
            #expect(FileManager.default.contents(atPath: test.path) == whole)
            limit.rlim_cur = limit.rlim_max
            setrlimit(limits, &limit)
            #expect(test.reason(test.deliver()) == nil)
            #expect(FileManager.default.contents(atPath: test.path) == whole + whole)
        }
    }
}
